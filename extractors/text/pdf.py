"""PDF: runs → lines in reading order → blocks → text with pages.

pdfplumber's layout objects (rulings, tables) and count of characters stand beside pypdfium2's
text and geometry; see `coverage` for who is believed where.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
from pdfminer.pdfdocument import PDFPasswordIncorrect

from corpus.errors import UnreadablePaper
from corpus.records import Box, Notice
from extractors.text.blocks import (
    Block,
    heading_levels,
    page_blocks,
    running_rows,
    usual_style,
)
from extractors.text.columns import read_page
from extractors.text.coverage import (
    Witness,
    disagreements,
    ink,
    page_list,
    prefer_witness,
    witness,
    witness_runs,
)
from extractors.text.passages import LaidOut, PageSize, lay_out
from extractors.text.runs import RunPage, read_runs
from extractors.text.tables import find_tables, without

READER = f"pypdfium2 {version('pypdfium2')} + pdfplumber {version('pdfplumber')}"
_PAGE_LIMIT = 3000
# Fewer characters than this on a page is no text: a scan, a picture, a blank leaf.
_TEXT_LEAST = 8
_OCR = "Run it through OCR first, for example: ocrmypdf -l nld+eng IN.pdf OUT.pdf"
Tables = tuple[tuple[Box, tuple[Block, ...]], ...]


def read_pdf(data: bytes, name: str) -> tuple[LaidOut, tuple[Notice, ...], str]:
    """The text of a PDF, what was lost or doubtful, and the title in its metadata.

    Raises UnreadablePaper where it is encrypted, broken, without pages or without any text.
    """
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(name, error) from error
    try:
        count = len(pdf)
        if count == 0:
            raise UnreadablePaper(
                name, "the PDF has no pages", "Ask for the paper again.", code="empty"
            )
        if count > _PAGE_LIMIT:
            raise UnreadablePaper(
                name,
                f"it has {count} pages, more than {_PAGE_LIMIT}",
                "Split it.",
                code="too_large",
            )
        pages = [_run_page(pdf, index) for index in range(count)]
        title = str(pdf.get_metadata_value("Title") or "").strip()
    finally:
        pdf.close()
    witnesses, tables, notices = _second_reader(data, name, pages)
    blocks = _blocks(pages, tables)
    silent = [page.number for page in pages if ink(page) < _TEXT_LEAST]
    if len(silent) == len(pages):
        raise UnreadablePaper(
            name, "no page has text: it is a scan or a picture", _OCR, code="scanned"
        )
    if silent:
        notices = (*notices, _silent(name, silent))
    notices = (*disagreements(name, witnesses), *notices)
    sizes = [PageSize(number=p.number, width=p.width, height=p.height) for p in pages]
    return lay_out(list(zip(sizes, blocks, strict=True))), notices, title


def _refusal(name: str, error: pdfium.PdfiumError) -> UnreadablePaper:
    if "password" in str(error).lower():
        return UnreadablePaper(
            name, "the PDF is encrypted with a password", "Save it without one.", code="encrypted"
        )
    return UnreadablePaper(
        name, f"the PDF is broken ({error})", "Download it again or print it to a new PDF."
    )


def _run_page(pdf: pdfium.PdfDocument, index: int) -> RunPage:
    """One page's runs; a page that pdfium cannot load is a page without text."""
    try:
        page = pdf[index]
        try:
            return read_runs(page, index + 1)
        finally:
            page.close()
    except pdfium.PdfiumError:
        return RunPage(number=index + 1, width=0.0, height=0.0, runs=())


def _second_reader(
    data: bytes, name: str, pages: list[RunPage]
) -> tuple[list[tuple[RunPage, Witness, bool]], list[Tables], tuple[Notice, ...]]:
    """Pdfplumber's count of every page and its tables; `pages` is mended where it reads more."""
    seen: list[tuple[RunPage, Witness, bool]] = []
    tables: list[Tables] = [()] * len(pages)
    try:
        with _quiet_pdfminer(), pdfplumber.open(io.BytesIO(data)) as pdf:
            for at, page in enumerate(pdf.pages[: len(pages)]):
                counted = witness(page, at + 1)
                swapped = prefer_witness(pages[at], counted)
                if swapped:
                    pages[at] = witness_runs(page, at + 1)
                seen.append((pages[at], counted, swapped))
                tables[at] = _tables(page, counted, pages[at])
                page.close()
    except PDFPasswordIncorrect:
        return seen, tables, (_no_witness(name, "it asks for a password"),)
    except Exception as error:  # noqa: BLE001 - pdfminer raises whatever a broken file makes it raise
        return seen, tables, (_no_witness(name, f"{type(error).__name__}: {error}"),)
    return seen, tables, ()


@contextmanager
def _quiet_pdfminer() -> Iterator[None]:
    """No log lines of pdfminer: they name no paper, and their causes are counted here."""
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _tables(page: Any, counted: Witness, read: RunPage) -> Tables:
    """Tables are looked for only where lines are drawn: looking costs as much as reading."""
    return find_tables(page, read) if 3 <= counted.rulings <= 2000 else ()


def _no_witness(name: str, reason: str) -> Notice:
    return Notice(
        code="one_reader",
        level="doubt",
        doc=name,
        message=f"only pypdfium2 read this paper; pdfplumber failed ({reason[:120]})",
        remedy="compare a page with the paper",
    )


def _silent(name: str, numbers: Sequence[int]) -> Notice:
    return Notice(
        code="no_text",
        level="info" if len(numbers) == 1 else "loss",
        doc=name,
        page=numbers[0],
        message=f"{len(numbers)} page(s) without text ({page_list(numbers)}): "
        "scan, picture or blank",
        remedy=_OCR,
    )


def _blocks(pages: Sequence[RunPage], tables: Sequence[Tables]) -> list[list[Block]]:
    read = [
        read_page(without(page, [box for box, _ in found]))
        for page, found in zip(pages, tables, strict=True)
    ]
    rows = [page.rows for page in read]
    style = usual_style(rows)
    running = running_rows(rows, [page.height for page in pages])
    laid = [
        _with_tables(
            page_blocks(lines.rows, style, running=running, height=page.height),
            found,
            lines.gutter,
        )
        for page, lines, found in zip(pages, read, tables, strict=True)
    ]
    flat = heading_levels([block for blocks in laid for block in blocks])
    ends = [sum(map(len, laid[: at + 1])) for at in range(len(laid))]
    return [flat[end - len(blocks) : end] for end, blocks in zip(ends, laid, strict=True)]


def _with_tables(blocks: list[Block], tables: Tables, gutter: float | None) -> list[Block]:
    """Tables where they stand in their column: before what is below them, else after the rest."""
    placed = list(blocks)
    for box, rows in tables:
        at = _place_in_column(placed, box, gutter)
        placed[at:at] = rows
    return placed


def _place_in_column(blocks: Sequence[Block], box: Box, gutter: float | None) -> int:
    texts = [i for i, b in enumerate(blocks) if b.kind not in ("footnote", "running_head")]
    right = gutter is not None and box[0] >= gutter
    column = [i for i in texts if gutter is None or (blocks[i].rows[0].x0 >= gutter) == right]
    below = [i for i in column if blocks[i].rows[0].top > box[1]]
    if below:
        return below[0]
    return (column or texts or [-1])[-1] + 1
