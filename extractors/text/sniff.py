"""What kind of file bytes are: told by the bytes, never by the name."""

from __future__ import annotations

import re
from typing import Literal

from corpus.errors import UnreadablePaper
from extractors.text.packed import open_packed

Kind = Literal["pdf", "docx", "odt", "html", "text", "zip", "eml", "msg"]
SUPPORTED = "stedenband reads PDF, DOCX, ODT, HTML, Markdown, text, EML, MSG and ZIP."
_BINARIES = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"II*\x00": "a picture (TIFF)",
    b"MM\x00*": "a picture (TIFF)",
    b"GIF8": "a picture (GIF)",
    b"{\\rtf": "an RTF file",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}
_OLE = b"\xd0\xcf\x11\xe0"
# The name of the stream in which Outlook keeps a message's class, as UTF-16.
_MSG_STREAM = "__substg1.0_001A".encode("utf-16-le")
_MAIL_HEADER = re.compile(
    rb"^(From|Received|Return-Path|Message-ID|MIME-Version|Date|Subject|To|Delivered-To|"
    rb"Content-Type|Reply-To|Sender|X-[\w-]+)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_TELLING = (b"from", b"received", b"return-path", b"message-id")
_HEAD = 1024
_PACKED: dict[str, Kind] = {"word/document.xml": "docx", "content.xml": "odt"}


def sniff(data: bytes, name: str) -> Kind:
    """What the bytes are.

    Raises UnreadablePaper where they are empty or of a kind that cannot be read.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadablePaper(name, "the file is empty", "Ask for the paper again.", code="empty")
    head = data[:_HEAD]
    if b"%PDF-" in head and not _is_mail(head):
        return "pdf"
    _refuse_binary(data, name)
    if head.startswith(_OLE):
        return "msg"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data, name)
    if _is_mail(head):
        return "eml"
    lowered = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<body" in lowered:
        return "html"
    if name.lower().endswith(".pdf") and b"\x00" in head:
        raise UnreadablePaper(name, "it is called PDF but is none", SUPPORTED, code="unsupported")
    return "text"


def is_container(data: bytes, name: str) -> bool:
    """Whether the bytes are an archive or e-mail; what cannot be told is none."""
    try:
        return sniff(data, name) in ("zip", "eml", "msg")
    except UnreadablePaper:
        return False


def _refuse_binary(data: bytes, name: str) -> None:
    what = next((what for magic, what in _BINARIES.items() if data.startswith(magic)), "")
    if data.startswith(_OLE) and _MSG_STREAM not in data:
        what = "an old Office file (.doc, .xls, .ppt) or an Office file with a password"
    if what:
        hint = "Save it as DOCX or PDF." if "Office" in what or "RTF" in what else SUPPORTED
        raise UnreadablePaper(name, f"it is {what}", hint, code="unsupported")


def _is_mail(head: bytes) -> bool:
    """Whether headers of an e-mail stand at the top, from the first line on."""
    block = re.split(rb"\r?\n\r?\n", head.lstrip(b"\xef\xbb\xbf"), maxsplit=1)[0]
    names = {match[1].lower() for match in _MAIL_HEADER.finditer(block)}
    begins = _MAIL_HEADER.match(block) or block.startswith(b"From ")
    return bool(begins) and len(names) >= 3 and any(telling in names for telling in _MAIL_TELLING)


def _in_zip(data: bytes, name: str) -> Kind:
    with open_packed(data, name) as archive:
        names = set(archive.namelist())
    office = next((kind for part, kind in _PACKED.items() if part in names), None)
    if office is not None:
        return office
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise UnreadablePaper(
            name,
            "it is an Office file that is no text (a sheet or slides)",
            "Save it as PDF.",
            code="unsupported",
        )
    return "zip"
