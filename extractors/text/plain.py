"""Plain text and Markdown: the encoding, the paragraphs, and what mark-up says of them."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.errors import UnreadablePaper
from corpus.records import PassageKind
from extractors.text.agenda import ITEM_LEVEL, item_heading
from extractors.text.flowing import Paragraph
from extractors.text.rows import Call
from extractors.text.table_text import table_texts
from extractors.text.turns import begins_turn

_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_NARROW = ("cp1252", "cp850", "mac_roman")  # Windows, DOS, the old Macintosh
_DUTCH = frozenset("éëïöüèáóàçêâîôûäñíúßÉËÖÜ€’‘“”„–—…•½°")
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<title>.*)$")
_BOLD_LINE = re.compile(r"^(?P<level>)\s*\*\*(?P<title>[^*]{2,80}[^*.,;])\*\*\s*$")
_BOLD_LEVEL = 6  # a line in bold stands below every heading that is marked as one
_ITEM = re.compile(r"^\s*([-*•+]|\(?\d{1,2}[.)]|[A-Z]\.\d{1,2}|[a-z][.)])\s+(.*)$")
_NOTE = re.compile(
    r"^\s*(?:[-*]\s+)?(?:<sup>(\d{1,3})</sup>|\[\^([\w-]{1,20})\]:|(\d{1,3}))\s+(.*)$", re.DOTALL
)
_CALL = re.compile(r"<sup>\s*([\d,\s]+)\s*</sup>|\[\^([\w-]{1,20})\]")
_TOC = re.compile(r"^\S.*?(?:\t+|\.{4,}\s*|\s{4,})\d{1,3}$")
_RULE = re.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,})\s*$")
_DRAWN = re.compile(r"^\s*([-=_*~])(?:\s*\1){2,}\s*$")  # a rule in plain text
_CELL_RULE = re.compile(r"^\|?[\s:|-]+\|?$")
# Mark-up that only dresses the words: what stands in the group is kept.
_DRESS = (
    re.compile(r"!\[([^\]]*)\]\([^)]*\)"),
    re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*\)"),
    re.compile(r"(?<![\w*])\*\*(\S(?:.*?\S)?)\*\*", re.DOTALL),
    re.compile(r"(?<![\w*])\*(\S(?:.*?\S)?)\*(?![*])", re.DOTALL),
    re.compile(r"(?<![\w_])__?(\S(?:.*?\S)?)__?(?!\w)", re.DOTALL),
    re.compile(r"`([^`]+)`"),
    re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|])"),
    re.compile(r"</?(?:em|i|b|strong|u|span|br)\s*/?>()", re.IGNORECASE),
)


def decode(data: bytes, name: str) -> str:
    """The text of bytes in a common encoding.

    UTF-8; UTF-16 or UTF-32 with a mark or with the zeros that they leave between Latin letters;
    else the one-byte encoding in which most of its accents are those that Dutch has.
    Raises UnreadablePaper where the bytes are no text.
    """
    try:
        return _checked(data.decode(_wide(data) or "utf-8-sig"), name)
    except UnicodeDecodeError:
        encoding = max(_NARROW, key=lambda e: _accents(data.decode(e, "replace")))
    return _checked(data.decode(encoding, "replace"), name)


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32, where the bytes begin with their mark or are half zeros."""
    marked = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), "")
    head = data[:2000]
    if marked or head.count(0) * 3 < len(head):
        return marked
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _accents(text: str) -> int:
    """Accents and signs of Dutch text, less the other characters beyond ASCII."""
    return sum(1 if c in _DUTCH else -1 for c in text if not c.isascii())


def _checked(text: str, name: str) -> str:
    head = text[:4000]
    strange = sum(1 for c in head if (not c.isprintable() and c not in "\r\n\t\f") or c == "\ufffd")
    if strange > len(head) * 0.05:
        raise UnreadablePaper(
            name, "it is no text", "Give a PDF, DOCX, HTML or text.", code="unknown"
        )
    clean = "".join(c for c in text if c.isprintable() or c in "\n\t\f")
    return clean.replace("\f", "\n\n").replace("\u00ad", "")


def read_plain(text: str, *, markdown: bool) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; with `markdown` its mark-up is understood and taken off."""
    paragraphs: list[Paragraph] = []
    after_rule, last_note = False, 0
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line for line in block.split("\n") if line.strip() not in ("", "-", "*", "•")]
        if not lines:
            continue
        if markdown and all(map(_RULE.match, lines)):
            after_rule = True
            continue
        first = _NOTE.match(lines[0]) if markdown else None
        numbered = first is not None and first[3] is not None
        # Below a rule stand notes; after that a number goes on with them only if it is the next.
        follows = numbered and 0 < int(first[3]) - last_note <= 2 if first else False
        found = _paragraphs(lines, markdown=markdown, notes=after_rule or bool(follows))
        notes = [int(p.label) for p in found if p.kind == "footnote" and p.label.isdecimal()]
        after_rule = after_rule and (bool(notes) or not found)
        last_note = notes[-1] if notes else last_note
        paragraphs.extend(found)
    return tuple(paragraphs)


def _paragraphs(lines: list[str], *, markdown: bool, notes: bool) -> list[Paragraph]:
    if markdown and len(lines) > 1 and "|" in lines[0] and _CELL_RULE.match(lines[1]):
        return _table(lines)
    found: list[Paragraph] = []
    for line, following in pairwise([*lines, ""]):
        if not markdown and _DRAWN.match(line):
            continue
        kind, label, level, text = _line(line, markdown=markdown, notes=notes)
        if not markdown and (item := item_heading(line, following)):
            kind, label, level, text = "heading", item[0], ITEM_LEVEL, item[1]
        elif kind == "body" and _UNDERLINE.match(following) and ("=" in following or not found):
            kind, level = "heading", 1 if "=" in following else 2
        joins = (
            found
            and kind == "body"
            and found[-1].kind in ("body", "list", "footnote", "quote")
            and not begins_turn(line)
        )
        if joins:
            # Lines of one paragraph; the whole is parsed again, mark-up may run over its lines.
            last = found.pop()
            kind, label, level = last.kind, last.label, last.level
            text = f"{last.text} {text.strip()}"
        found.append(Paragraph(kind=kind, text=text, label=label, level=level))
    return [_undress(p, markdown=markdown) for p in found]


def _line(line: str, *, markdown: bool, notes: bool) -> tuple[PassageKind, str, int, str]:
    if markdown and (heading := _HEADING.match(line) or _BOLD_LINE.match(line)):
        level = len(heading["level"]) or _BOLD_LEVEL
        return "heading", "", level, heading["title"].strip()
    if markdown and (note := _NOTE.match(line)) and (notes or note[1] or note[2]):
        return "footnote", note[1] or note[2] or note[3], 0, note[4]
    if _TOC.match(line):
        return "toc", "", 0, re.sub(r"\t+|\.{4,}|\s{2,}", " ", line).strip()
    if (markdown and line.lstrip()[:1] == ">") or (line.lstrip()[:1] in "“„" and not notes):
        return "quote", "", 0, line.lstrip("> " if markdown else None).strip()
    if item := _ITEM.match(line):
        return "list", item[1], 0, item[2]
    return "body", "", 0, line.strip()


def _undress(paragraph: Paragraph, *, markdown: bool) -> Paragraph:
    text = paragraph.text
    calls: list[Call] = []
    if markdown:
        text, calls = _take_calls(text)
        for dress in _DRESS:
            text, calls = _sub(dress, text, calls)
    text, calls = _squeeze(text, calls)
    return Paragraph(
        kind=paragraph.kind,
        text=text,
        label=paragraph.label,
        level=paragraph.level,
        calls=tuple(calls),
    )


def _take_calls(text: str) -> tuple[str, list[Call]]:
    calls: list[Call] = []
    kept, at = "", 0
    for match in _CALL.finditer(text):
        kept += text[at : match.start()]
        labels = [match[2]] if match[2] else re.findall(r"\d+", match[1])
        calls.extend(Call(label=label, at=len(kept)) for label in labels)
        at = match.end()
    return kept + text[at:], calls


def _sub(dress: re.Pattern[str], text: str, calls: list[Call]) -> tuple[str, list[Call]]:
    """`text` with each match replaced by its group; calls keep their place."""
    kept, at = "", 0
    shifts: list[tuple[int, int]] = []  # from this offset on, so many characters fewer
    for match in dress.finditer(text):
        kept += text[at : match.start()] + match[1]
        shifts.append((match.start(), match.start(1) - match.start() if match[1] else 0))
        shifts.append((match.end(1) if match[1] else match.end(), match.end() - match.end(1)))
        at = match.end()
    if not shifts:
        return text, calls
    return kept + text[at:], [
        Call(label=c.label, at=c.at - sum(n for start, n in shifts if start < c.at)) for c in calls
    ]


def _squeeze(text: str, calls: list[Call]) -> tuple[str, list[Call]]:
    whole = re.sub(r"\s+", " ", text).strip()
    placed = [
        Call(label=c.label, at=min(len(re.sub(r"\s+", " ", text[: c.at]).lstrip()), len(whole)))
        for c in calls
    ]
    return whole, placed


def _table(lines: list[str]) -> list[Paragraph]:
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in lines
        if not _CELL_RULE.match(line)
    ]
    return [Paragraph(kind="table", text=text) for text in table_texts(rows)]
