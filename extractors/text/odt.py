"""OpenDocument text: headings, lists, tables, foot- and endnotes; tracked deletions left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree
from odfdo import Document

from corpus.errors import UnreadablePaper
from corpus.records import PassageKind
from extractors.text.flowing import Paragraph
from extractors.text.packed import check_unpacked
from extractors.text.rows import Call
from extractors.text.table_text import table_texts

# Elements that hold no text of the paper: what was deleted, and notes, which stand by themselves.
_NO_TEXT = frozenset({"text:tracked-changes", "text:note", "office:annotation", "text:change"})
_HOLDERS = frozenset({"text:section", "text:list-header", "office:text", "text:index-body"})


def read_odt(data: bytes, name: str, *, megabytes: int) -> tuple[tuple[Paragraph, ...], str]:
    """The paragraphs of an OpenDocument text, and the title in its properties.

    Raises UnreadablePaper where it is broken, encrypted or unpacks without bounds.
    """
    try:
        check_unpacked(data, name, megabytes=megabytes)
        document = Document(io.BytesIO(data))
        _check_open(document, name)
        paragraphs = tuple(_walk(document.body, "body"))
        notes = tuple(_notes(document.body))
        title = document.meta.title or ""
    except UnreadablePaper:
        raise
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, etree.LxmlError) as error:
        raise UnreadablePaper(
            name, f"the document cannot be opened ({error})", "Save it again as ODT or PDF."
        ) from error
    return (*paragraphs, *notes), title.strip()


def _check_open(document: Document, name: str) -> None:
    if b"encryption-data" in document.manifest.serialize():
        reason = "it is encrypted with a password"
        raise UnreadablePaper(name, reason, "Save it without one.", code="encrypted")


def _walk(holder: Any, kind: PassageKind) -> Iterator[Paragraph]:
    for element in holder.children:
        tag = element.tag
        if tag == "text:h":
            level = int(element.get_attribute("text:outline-level") or 1)
            yield from _paragraph(element, "heading", level)
        elif tag == "text:p":
            yield from _paragraph(element, kind, 0)
        elif tag in ("text:list", "text:list-item"):
            yield from _walk(element, "list")
        elif tag == "table:table":
            yield from _table(element)
        elif tag in _HOLDERS:
            yield from _walk(element, kind)


def _paragraph(element: Any, kind: PassageKind, level: int) -> Iterator[Paragraph]:
    text, calls = "", []
    for piece, label in _pieces(element):
        if label:
            calls.append((label, len(text)))
        text += piece
    whole = " ".join(text.split())
    style = str(element.get_attribute("text:style-name") or "").lower()
    if kind == "body" and ("quot" in style or "citaat" in style):
        kind = "quote"
    if whole:
        placed = (Call(label=n, at=len(" ".join(text[:at].split()))) for n, at in calls)
        yield Paragraph(kind=kind, text=whole, level=level, calls=tuple(placed))


def _pieces(element: Any) -> Iterator[tuple[str, str]]:
    """Text in reading order; a note gives the label that it is called by."""
    yield element.text or "", ""
    for child in element.children:
        if child.tag == "text:note":
            yield "", _label(child)
        elif child.tag in ("text:s", "text:tab", "text:line-break"):
            yield " ", ""
        elif child.tag not in _NO_TEXT:
            yield from _pieces(child)
        yield child.tail or "", ""


def _label(note: Any) -> str:
    citation = note.get_element("text:note-citation")
    return (citation.text_recursive if citation is not None else "").strip()


def _notes(body: Any) -> Iterator[Paragraph]:
    for note in body.get_elements("descendant::text:note"):
        holder = note.get_element("text:note-body")
        said = " ".join(p.text for p in _walk(holder, "footnote")) if holder is not None else ""
        if said:
            yield Paragraph(kind="footnote", text=said, label=_label(note))


def _table(table: Any) -> Iterator[Paragraph]:
    rows = [
        [" ".join(p.text for p in _walk(cell, "table")) for cell in row.children]
        for row in table.get_elements("descendant::table:table-row")
    ]
    headed = bool(table.get_elements("table:table-header-rows")) or None
    for text in table_texts([row for row in rows if any(row)], headed=headed):
        yield Paragraph(kind="table", text=text)
