"""Word documents: headings, lists, tables and notes, with the parts that python-docx leaves out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from corpus.errors import UnreadablePaper
from corpus.records import PassageKind
from extractors.text.flowing import Paragraph
from extractors.text.packed import check_unpacked
from extractors.text.rows import Call
from extractors.text.table_text import table_texts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes, name: str, *, megabytes: int) -> tuple[tuple[Paragraph, ...], str]:
    """The paragraphs of a Word document, and the title in its properties.

    Raises UnreadablePaper where it is broken, encrypted or unpacks without bounds.
    """
    check_unpacked(data, name, megabytes=megabytes)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            notes = [*_notes(archive, "footnote"), *_notes(archive, "endnote")]
        document = docx.Document(io.BytesIO(data))
        paragraphs = [*_body(document), *notes]
        title = document.core_properties.title or ""
    except (
        OpcError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        etree.LxmlError,
        OSError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise UnreadablePaper(
            name, f"the Word document cannot be opened ({error})", "Save it again as DOCX or PDF."
        ) from error
    return tuple(paragraphs), title.strip()


def _notes(archive: zipfile.ZipFile, kind: str) -> list[Paragraph]:
    part = f"word/{kind}s.xml"
    if part not in archive.namelist():
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(archive.read(part), parser)
    return [
        Paragraph(kind="footnote", text=text, label=_label(kind, note.get(f"{_W}id") or ""))
        for note in root.iter(f"{_W}{kind}")
        if note.get(f"{_W}type") in (None, "normal")
        and (text := " ".join("".join(t.text or "" for t in note.iter(f"{_W}t")).split()))
    ]


def _label(kind: str, number: str) -> str:
    """Foot- and endnotes are numbered apart; Word prints the latter as i, ii, iii."""
    return number if kind == "footnote" else f"e{number}"


def _body(document: Any) -> Iterator[Paragraph]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, WordParagraph):
            text, calls = _text(block)
            if text:
                kind, level = _kind(block)
                yield Paragraph(kind=kind, text=text, level=level, calls=calls)


def _kind(paragraph: WordParagraph) -> tuple[PassageKind, int]:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    heading = re.match(r"(?:heading|kop)\s*(\d)", style)
    if heading:
        return "heading", int(heading[1])
    if style in ("title", "titel"):
        return "heading", 1
    if "quote" in style or "citaat" in style:
        return "quote", 0
    if "caption" in style or "bijschrift" in style:
        return "caption", 0
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None  # noqa: SLF001 - python-docx has no public way to ask
    return ("list", 0) if numbered or "list" in style or "lijst" in style else ("body", 0)


def _text(paragraph: WordParagraph) -> tuple[str, tuple[Call, ...]]:
    """The text with tracked insertions in and deletions out, and the notes it calls."""
    text, calls = "", []
    for node in paragraph._p.iter():  # noqa: SLF001 - runs inside links and insertions too
        if node.tag == f"{_W}t":
            text += node.text or ""
        elif node.tag in (f"{_W}tab", f"{_W}br"):
            text += " "
        elif node.tag == f"{_W}noBreakHyphen":
            text += "-"
        elif node.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            kind = node.tag.removeprefix(_W).removesuffix("Reference")
            calls.append((_label(kind, node.get(f"{_W}id") or ""), len(text)))
    whole = " ".join(text.split())
    placed = (Call(label=n, at=len(" ".join(text[:at].split()))) for n, at in calls)
    return whole, tuple(placed)


def _table(table: Table) -> Iterator[Paragraph]:
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    rows = [row for row in rows if any(row)]
    for text in table_texts(rows):
        yield Paragraph(kind="table", text=text)
