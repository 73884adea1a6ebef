"""Bytes to a document: picks the reader by what the bytes are, not by what the file is called."""

from __future__ import annotations

import unicodedata
from importlib.metadata import version

from corpus.errors import UnreadablePaper
from corpus.records import Document, Notice, Page, Passage, Reading, SourceItem
from extractors.text.docx import read_docx
from extractors.text.flowing import Paragraph, flow
from extractors.text.html import read_html
from extractors.text.metadata import find_language, find_title
from extractors.text.odt import read_odt
from extractors.text.options import DEFAULTS, ReadingOptions
from extractors.text.paper_date import find_date
from extractors.text.paper_kind import find_kind
from extractors.text.pdf import read_pdf
from extractors.text.plain import decode, read_plain
from extractors.text.sniff import SUPPORTED, Kind, sniff


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
        paragraphs, title, reader = _flowing(item, kind, options)
        text, passages = flow(paragraphs)
    if not text.strip():
        raise UnreadablePaper(item.name, "it has no text", "Ask for the paper again.", code="empty")
    return Reading(
        document=_document(item, text, (pages, passages), title, reader), notices=notices
    )


def _flowing(
    item: SourceItem, kind: Kind, options: ReadingOptions
) -> tuple[tuple[Paragraph, ...], str, str]:
    if kind == "html":
        return *read_html(item.data, item.name), f"lxml {version('lxml')}"
    if kind == "docx":
        read = read_docx(item.data, item.name, megabytes=options.unpacked_megabytes)
        return *read, f"python-docx {version('python-docx')}"
    if kind == "odt":
        read = read_odt(item.data, item.name, megabytes=options.unpacked_megabytes)
        return *read, f"odfdo {version('odfdo')}"
    if kind != "text":
        raise UnreadablePaper(
            item.name, "it holds papers and is none itself", SUPPORTED, code="unsupported"
        )
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
    paper_kind = find_kind(text, passages, found, item.name)
    return Document(
        id=item.sha256,
        name=item.name,
        text=text,
        pages=pages,
        passages=passages,
        title=found,
        kind=paper_kind,
        language=find_language(text),
        published=item.published or find_date(text, passages, found, item.name, paper_kind),
        owner=item.owner,
        reader=reader,
    )
