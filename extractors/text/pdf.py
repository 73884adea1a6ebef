"""PDF: runs → lines in reading order → blocks → text with pages.

pypdfium2 gives text and geometry; pdfplumber finds tables and is the second witness where that
text is in doubt (`second_reader`); Tesseract reads pages that have none (`ocr`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import islice

import pypdfium2 as pdfium

from corpus.errors import UnreadablePaper
from corpus.records import Box, Notice
from extractors.text.aligned_tables import aligned_tables
from extractors.text.blocks import Block, continued_notes, heading_levels, page_blocks
from extractors.text.columns import read_page
from extractors.text.coverage import ink, page_list
from extractors.text.drawings import Drawing, read_drawing
from extractors.text.legible import is_garbage
from extractors.text.ocr import INSTALL, Engine, find_engine, read_scans
from extractors.text.options import ReadingOptions
from extractors.text.page_style import running_rows, usual_style
from extractors.text.passages import LaidOut, PageSize, lay_out
from extractors.text.ruled_tables import Tables, without
from extractors.text.runs import RunPage, read_runs
from extractors.text.second_reader import read_second

READER = f"pypdfium2 {version('pypdfium2')} + pdfplumber {version('pdfplumber')}"
_PAGE_LIMIT = 3000
# Fewer characters than this on a page is no text: a scan, a picture, a blank leaf.
_TEXT_LEAST = 8
# A page with fewer than this under a picture of half its size is a scan with a stamp or a foot
# drawn on it; what Tesseract reads replaces its text only where that is more than twice as much.
_THIN = 150
_SURE = 0.8  # from this confidence a scan's text is taken as read


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPdf:
    """What became of a PDF."""

    laid: LaidOut
    notices: tuple[Notice, ...]
    title: str  # in its metadata
    reader: str


def read_pdf(data: bytes, name: str, options: ReadingOptions) -> ReadPdf:
    """The text of a PDF, what was lost or doubtful, and the title in its metadata.

    Raises UnreadablePaper where it is encrypted, broken, without pages or without any text.
    """
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(name, error) from error
    try:
        _check_length(len(pdf), name)
        drawn = [_read_page(pdf, index) for index in range(len(pdf))]
        second = read_second(
            data,
            name,
            [page for page, _ in drawn],
            [drawing for _, drawing in drawn],
            every_page=options.both_readers,
        )
        scans = _scans(pdf, name, second.pages, [drawing for _, drawing in drawn], options)
        title = str(pdf.get_metadata_value("Title") or "").strip()
    finally:
        pdf.close()
    sizes = [
        PageSize(number=p.number, width=p.width, height=p.height, turned=p.turned)
        for p in scans.pages
    ]
    laid = lay_out(list(zip(sizes, _blocks(scans.pages, second.tables), strict=True)))
    return ReadPdf(
        laid=replace(
            laid,
            pages=tuple(replace(p, confidence=scans.sure.get(p.number, 1.0)) for p in laid.pages),
        ),
        notices=(*second.notices, *scans.notices),
        title=title,
        reader=READER + scans.reader,
    )


def _check_length(count: int, name: str) -> None:
    if count == 0:
        raise UnreadablePaper(
            name, "the PDF has no pages", "Ask for the paper again.", code="empty"
        )
    if count > _PAGE_LIMIT:
        reason = f"it has {count} pages, more than {_PAGE_LIMIT}"
        raise UnreadablePaper(name, reason, "Split it.", code="too_large")


def _refusal(name: str, error: pdfium.PdfiumError) -> UnreadablePaper:
    if "password" in str(error).lower():
        return UnreadablePaper(
            name, "the PDF is encrypted with a password", "Save it without one.", code="encrypted"
        )
    return UnreadablePaper(
        name, f"the PDF is broken ({error})", "Download it again or print it to a new PDF."
    )


def _read_page(pdf: pdfium.PdfDocument, index: int) -> tuple[RunPage, Drawing]:
    """One page's runs and drawings; a page that pdfium cannot load is a page without text."""
    try:
        page = pdf[index]
        try:
            return read_runs(page, index + 1), read_drawing(page)
        finally:
            page.close()
    except pdfium.PdfiumError:
        return RunPage(number=index + 1, width=0.0, height=0.0, runs=()), Drawing()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scans:
    """The pages after reading the scanned ones, with what is to be said of it."""

    pages: tuple[RunPage, ...]
    sure: dict[int, float]  # confidence by page
    notices: tuple[Notice, ...]
    reader: str = ""


def _scans(
    pdf: pdfium.PdfDocument,
    name: str,
    pages: Sequence[RunPage],
    drawings: Sequence[Drawing],
    options: ReadingOptions,
) -> _Scans:
    """`pages` with those that have no usable text read by Tesseract, where there is one.

    Raises UnreadablePaper where no page has usable text after that.
    """
    silent = [p.number for p in pages if ink(p) < _TEXT_LEAST]
    garbled = [p.number for p in pages if p.number not in silent and _is_garbled(p)]
    thin = [
        p.number
        for p in pages
        if p.number not in silent and p.number not in garbled and _is_thin(p, drawings)
    ]
    wanted = sorted({n for n in silent if _has_ink(drawings[n - 1])} | {*garbled, *thin})
    engine = find_engine(options.ocr_languages) if options.ocr and wanted else None
    read = read_scans(pdf, wanted, engine, options) if engine else {}
    read = {
        number: scan
        for number, scan in read.items()
        if number not in thin or ink(scan.page) >= 2 * ink(pages[number - 1])
    }
    kept = tuple(
        read[p.number].page
        if p.number in read
        else p._replace(runs=())
        if p.number in garbled
        else p
        for p in pages
    )
    lost = [n for n in (*silent, *garbled) if n not in read]
    if len(lost) == len(pages):
        raise UnreadablePaper(name, _why_silent(garbled, engine), _remedy(engine), code="scanned")
    lost += thin if engine is None else ()
    blind = [n for n in lost if n in garbled or (n in wanted and engine is None)]
    notices = [_silent(name, sorted(lost), engine, lossy=len(blind) > 1)] if lost else []
    sure = {number: scan.confidence for number, scan in read.items()}
    if engine and read:
        notices.append(_scanned(name, sure, engine))
    return _Scans(
        pages=kept,
        sure=sure,
        notices=tuple(notices),
        reader=f" + tesseract {engine.version}" if engine and read else "",
    )


def _is_garbled(page: RunPage) -> bool:
    return is_garbage(" ".join(run.text for run in page.runs), page.unmapped)


def _is_thin(page: RunPage, drawings: Sequence[Drawing]) -> bool:
    """Whether a picture covers half of the page and hardly a word stands on it."""
    covered = drawings[page.number - 1].pictured > 0.5 * page.width * page.height
    return covered and ink(page) < _THIN


def _has_ink(drawing: Drawing) -> bool:
    """A leaf without a picture or drawing is blank: there is nothing to read."""
    return drawing.pictures > 0 or drawing.texts > 0 or drawing.paths > 0


def _why_silent(garbled: Sequence[int], engine: Engine | None) -> str:
    if engine:
        return "no page has text, and Tesseract finds none in the pictures"
    if garbled:
        return "its letters are no words: its fonts do not say what they stand for"
    return "no page has text: it is a scan or a picture"


def _remedy(engine: Engine | None) -> str:
    return "Look at it; ask for another copy if it should have text." if engine else INSTALL


def _silent(name: str, numbers: Sequence[int], engine: Engine | None, *, lossy: bool) -> Notice:
    return Notice(
        code="no_text",
        level="loss" if lossy else "info",
        doc=name,
        page=numbers[0],
        message=f"{len(numbers)} page(s) without usable text ({page_list(numbers)}): "
        "scan, picture or blank",
        remedy=_remedy(engine),
    )


def _scanned(name: str, sure: dict[int, float], engine: Engine) -> Notice:
    mean = sum(sure.values()) / len(sure)
    return Notice(
        code="ocr",
        level="info" if mean >= _SURE else "doubt",
        doc=name,
        page=min(sure),
        message=f"{len(sure)} page(s) ({page_list(sorted(sure))}) read from the picture by "
        f"Tesseract {engine.version} ({engine.languages}), mean confidence {mean:.0%}",
        remedy="" if mean >= _SURE else "compare what was found with the paper",
    )


def _blocks(pages: Sequence[RunPage], ruled: Sequence[Tables]) -> list[list[Block]]:
    read = [
        read_page(without(page, [box for box, _ in found]))
        for page, found in zip(pages, ruled, strict=True)
    ]
    aligned = [aligned_tables(page.rows) for page in read]
    rows = [rest for rest, _ in aligned]
    style = usual_style(rows)
    running = running_rows(rows, [page.height for page in pages])
    laid = [
        _with_tables(
            page_blocks(rest, style, running=running, height=page.height),
            (*found, *unruled),
            lines.gutter,
        )
        for page, lines, found, (rest, unruled) in zip(pages, read, ruled, aligned, strict=True)
    ]
    leveled = heading_levels([block for blocks in laid for block in blocks])
    flat = iter(continued_notes(leveled, style))
    return [list(islice(flat, len(blocks))) for blocks in laid]


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
