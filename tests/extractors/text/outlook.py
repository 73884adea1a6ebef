"""Writes Outlook messages for tests: a compound file as [MS-CFB] and [MS-OXMSG] lay it down."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT, _BINARY, _LONG = 0x001F, 0x0102, 0x0003


@dataclass
class _Node:
    name: str
    data: bytes | None = None  # none: a storage
    children: list[_Node] = field(default_factory=list)
    start: int = _END
    index: int = 0
    following: int = _FREE


def message(subject: str, body: str, attachments: dict[str, bytes]) -> bytes:
    """The bytes of a .msg file with a subject, a plain body and attached files."""
    texts = {0x001A: "IPM.Note", 0x0037: subject, 0x1000: body}
    root = _Node("Root Entry", children=_properties(texts, {}, header=32))
    named = _Node("__nameid_version1.0", children=[_Node("__substg1.0_00020102", b"")])
    root.children.append(named)
    for number, (name, data) in enumerate(attachments.items()):
        parts = _properties({0x3707: name, 0x3704: name}, {0x3701: data}, header=8)
        root.children.append(_Node(f"__attach_version1.0_#{number:08X}", children=parts))
    return _compound(root)


def _properties(texts: dict[int, str], blobs: dict[int, bytes], *, header: int) -> list[_Node]:
    table, nodes = bytearray(header), []
    values = [(tag, _TEXT, text.encode("utf-16-le")) for tag, text in texts.items()]
    values += [(tag, _BINARY, data) for tag, data in blobs.items()]
    for tag, kind, data in values:
        length = len(data) + (2 if kind == _TEXT else 0)
        table += struct.pack("<HHIII", kind, tag, 6, length, 0)
        nodes.append(_Node(f"__substg1.0_{tag:04X}{kind:04X}", data))
    if blobs:
        table += struct.pack("<HHIII", _LONG, 0x3705, 6, 1, 0)  # attached by value
    return [_Node("__properties_version1.0", bytes(table)), *nodes]


def _compound(root: _Node) -> bytes:
    nodes = _numbered(root)
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, mini_fat = bytearray(), []
    for node in nodes[1:]:
        if not node.data:
            continue
        if len(node.data) >= _CUTOFF:
            node.start = _append(node.data, sectors, fat)
        else:
            node.start = len(mini_fat)
            count = -(-len(node.data) // _MINI)
            mini_fat += [*range(node.start + 1, node.start + count), _END]
            mini += node.data.ljust(count * _MINI, b"\0")
    root.data = bytes(mini)
    root.start = _append(root.data, sectors, fat)
    small = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    mini_start = _append(small, sectors, fat, fill=b"\xff")
    directory = _append(b"".join(map(_entry, nodes)), sectors, fat)
    fat.append(_FAT)
    assert len(fat) <= _SECTOR // 4, "one sector of FAT holds it"
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6),
        0, 1, directory, 0, _CUTOFF, mini_start, -(-len(small) // _SECTOR), _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", len(fat) - 1, *[_FREE] * 108)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return header + b"".join(sectors) + table


def _append(data: bytes, sectors: list[bytes], fat: list[int], fill: bytes = b"\0") -> int:
    start, count = len(sectors), max(-(-len(data) // _SECTOR), 1)
    padded = data.ljust(count * _SECTOR, fill)
    sectors += [padded[i * _SECTOR : (i + 1) * _SECTOR] for i in range(count)]
    fat += [*range(start + 1, start + count), _END]
    return start


def _numbered(root: _Node) -> list[_Node]:
    """All nodes, numbered; siblings in the order of the format, each right of the one before."""
    nodes = [root]
    for node in nodes:
        node.children.sort(key=lambda n: (len(n.name), n.name.upper()))
        for child in node.children:
            child.index = len(nodes)
            nodes.append(child)
        for left, right in zip(node.children, node.children[1:], strict=False):
            left.following = right.index
    return nodes


def _entry(node: _Node) -> bytes:
    name = node.name.encode("utf-16-le") + b"\0\0"
    kind = 5 if node.name == "Root Entry" else 1 if node.data is None else 2
    child = node.children[0].index if node.children else _FREE
    return struct.pack(
        "<64sHBBIII16sI16sIII",
        name, len(name), kind, 1, _FREE, node.following, child, bytes(16), 0, bytes(16),
        node.start if node.data or kind == 5 else 0, len(node.data or b""), 0,
    )  # fmt: skip
