"""Bytes to a document: picks the reader by what the bytes are, not by what the file is called."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from importlib.metadata import version

from corpus.errors import UnreadablePaper
from corpus.records import Document, Notice, Page, Passage, Reading, SourceItem
from extractors.text.docx import read_docx
from extractors.text.flowing import Paragraph, flow
from extractors.text.html import read_html
from extractors.text.metadata import find_date, find_kind, find_language, find_title
from extractors.text.options import DEFAULTS, ReadingOptions
from extractors.text.pdf import read_pdf
from extractors.text.plain import decode, read_plain

_SUPPORTED = "stedenband reads PDF, DOCX, HTML, Markdown and plain text."
_BINARIES = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"II*\x00": "a picture (TIFF)",
    b"MM\x00*": "a picture (TIFF)",
    b"GIF8": "a picture (GIF)",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0": "an old Office file (.doc, .xls) or an Outlook message",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
}


def read_document(item: SourceItem, options: ReadingOptions = DEFAULTS) -> Reading:
    """The paper's text with its pages and passages, and what was lost or doubtful.

    Raises UnreadablePaper with the cause and what to do, for any paper that cannot be read.
    """
    try:
        return _read(item, options)
    except RecursionError as error:
        raise UnreadablePaper(
            item.name, "it is nested without end", "Ask for another copy."
        ) from error


def _read(item: SourceItem, options: ReadingOptions) -> Reading:
    kind = sniff(item.data, item.name)
    notices: tuple[Notice, ...] = ()
    pages: tuple[Page, ...] = ()
    if kind == "pdf":
        read = read_pdf(item.data, item.name, options)
        text, pages, passages = read.laid.text, read.laid.pages, read.laid.passages
        notices, title, reader = read.notices, read.title, read.reader
    else:
        paragraphs, title, reader = _flowing(item, kind)
        text, passages = flow(paragraphs)
    if not text.strip():
        raise UnreadablePaper(item.name, "it has no text", "Ask for the paper again.", code="empty")
    return Reading(
        document=_document(item, text, (pages, passages), title, reader), notices=notices
    )


def _flowing(item: SourceItem, kind: str) -> tuple[tuple[Paragraph, ...], str, str]:
    if kind == "html":
        paragraphs, title = read_html(item.data, item.name)
        return paragraphs, title, f"lxml {version('lxml')}"
    if kind == "docx":
        paragraphs, title = read_docx(item.data, item.name)
        return paragraphs, title, f"python-docx {version('python-docx')}"
    text = unicodedata.normalize("NFC", decode(item.data, item.name))
    markdown = item.name.lower().endswith((".md", ".markdown"))
    return read_plain(text, markdown=markdown), "", "markdown" if markdown else "text"


def _document(
    item: SourceItem,
    text: str,
    parts: tuple[tuple[Page, ...], tuple[Passage, ...]],
    title: str,
    reader: str,
) -> Document:
    pages, passages = parts
    found = find_title(text, passages, title)
    return Document(
        id=item.sha256,
        name=item.name,
        text=text,
        pages=pages,
        passages=passages,
        title=found,
        kind=find_kind(text, found, item.name),
        language=find_language(text),
        published=item.published or find_date(text, passages, found, item.name),
        owner=item.owner,
        reader=reader,
    )


def sniff(data: bytes, name: str) -> str:
    """What the bytes are: pdf, docx, html or text.

    Raises UnreadablePaper where they are empty or of a kind that cannot be read.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadablePaper(name, "the file is empty", "Ask for the paper again.", code="empty")
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    for magic, what in _BINARIES.items():
        if head.startswith(magic):
            raise UnreadablePaper(name, f"it is {what}", _SUPPORTED, code="unsupported")
    if head.startswith(b"PK"):
        return _in_zip(data, name)
    lowered = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<body" in lowered:
        return "html"
    if name.lower().endswith(".pdf") and b"\x00" in head:
        raise UnreadablePaper(name, "it is called PDF but is none", _SUPPORTED, code="unsupported")
    return "text"


def _in_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnreadablePaper(
            name, f"the archive is broken ({error})", "Download it again."
        ) from error
    if "word/document.xml" in names:
        return "docx"
    raise UnreadablePaper(
        name, "it is an archive or an Office file that is no DOCX", _SUPPORTED, code="unsupported"
    )
