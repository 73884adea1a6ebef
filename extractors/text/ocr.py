"""Scanned pages: drawn as a picture, read by Tesseract, laid out as runs like any other page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from statistics import median
from time import monotonic
from typing import Any

import pypdfium2 as pdfium
import pytesseract
from lxml import etree

from extractors.text.options import ReadingOptions
from extractors.text.runs import Run, RunPage
from extractors.text.scan_cleaning import cleaned

INSTALL = (
    "Install Tesseract (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-nld; "
    "macOS: brew install tesseract tesseract-lang) and run again."
)
_DPI = 300  # what Tesseract is trained for
_SIDE_LIMIT = 6000  # pixels: an A0 drawing at 300 dpi would take gigabytes
_PAGE_SECONDS = 60
_SHARE_OF_TIME = 0.75  # of the paper's time that its scans may take
_AT_ONCE = 2
# A line whose size is this near to the page's usual one has it: Tesseract measures, with errors.
_SAME_SIZE = 0.22
_NOISE = 25  # percent: below this a word without a letter or figure is a speck of dirt
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPage:
    """A page that Tesseract read, and how sure it is (0 to 1, by letters)."""

    page: RunPage
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The Tesseract of this machine."""

    version: str
    languages: str  # as its option -l takes them


@cache
def find_engine(wanted: str) -> Engine | None:
    """Tesseract with those of the wanted languages (`nld+eng`) that are installed; None without."""
    if shutil.which("tesseract") is None:
        return None
    try:
        have = set(pytesseract.get_languages())
        version = str(pytesseract.get_tesseract_version())
    except (pytesseract.TesseractError, OSError, subprocess.SubprocessError, SystemExit):
        return None
    usable = [language for language in wanted.split("+") if language in have]
    return Engine(version=version, languages="+".join(usable)) if usable else None


def read_scans(
    pdf: pdfium.PdfDocument, numbers: Sequence[int], engine: Engine, options: ReadingOptions
) -> dict[int, ScannedPage]:
    """The pages `numbers` of a PDF as Tesseract reads them; those without letters are left out.

    Stops when the paper's time is nearly used: pages that are left out were not read.
    """
    until = monotonic() + _SHARE_OF_TIME * options.seconds
    found: dict[int, ScannedPage] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for at in range(0, len(numbers), _AT_ONCE):
            if monotonic() > until:
                break
            pictures = [_picture(pdf, number) for number in numbers[at : at + _AT_ONCE]]
            # pdfium draws one page at a time; Tesseract reads several.
            reads = pool.map(lambda p: _read(p, engine, until - monotonic()), pictures)
            for picture, page in zip(pictures, reads, strict=True):
                if page is not None and page.page.runs:
                    found[picture.number] = page
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Picture:
    number: int
    width: float  # points
    height: float
    scale: float  # pixels a point
    image: Any  # PIL.Image


def _picture(pdf: pdfium.PdfDocument, number: int) -> _Picture:
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        scale = min(_DPI / 72, _SIDE_LIMIT / max(width, height, 1))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            image = bitmap.to_pil().copy()
        finally:
            bitmap.close()
    finally:
        page.close()
    return _Picture(number=number, width=width, height=height, scale=scale, image=image)


def _read(picture: _Picture, engine: Engine, seconds: float) -> ScannedPage | None:
    # Tesseract's own threads fight over the processors: one page a thread is four times as fast.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        hocr = pytesseract.image_to_pdf_or_hocr(
            cleaned(picture.image),
            lang=engine.languages,
            extension="hocr",
            timeout=max(min(seconds, _PAGE_SECONDS), 1),
        )
    except (pytesseract.TesseractError, RuntimeError, OSError):  # RuntimeError: out of time
        return None
    words = list(_words(hocr))
    letters = sum(len(text) for text, *_ in words)
    if not letters:
        return None
    runs = tuple(_run(word, picture.scale) for word in _snapped(words))
    page = RunPage(number=picture.number, width=picture.width, height=picture.height, runs=runs)
    sure = sum(len(text) * confidence for text, _, confidence in words) / letters
    return ScannedPage(page=page, confidence=round(sure / 100, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a word stands on the picture, in pixels; baseline and size are its line's."""

    x0: float
    x1: float
    baseline: float
    size: float


_Word = tuple[str, _Place, float]


def _words(hocr: bytes) -> Iterator[_Word]:
    """The words of Tesseract's hOCR with their place and confidence (percent)."""
    root = etree.fromstring(hocr, etree.XMLParser(recover=True, no_network=True, huge_tree=True))
    for line in root.iter(f"{_XHTML}span"):
        if line.get("class") not in ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"):
            continue
        said = line.get("title") or ""
        left, _, right, bottom = _numbers(said, "bbox")
        slope, offset = (*_numbers(said, "baseline"), 0.0, 0.0)[:2]
        size = (*_numbers(said, "x_size"), 0.0)[0]
        # The line's middle: on a page that lies askew its words still stand on one line.
        baseline = bottom + offset + slope * (right - left) / 2
        for word in line.iter(f"{_XHTML}span"):
            text = "".join(word.itertext()).strip()
            if word.get("class") != "ocrx_word" or not text:
                continue
            x0, _, x1, _ = _numbers(word.get("title") or "", "bbox")
            sure = (*_numbers(word.get("title") or "", "x_wconf"), 0.0)[0]
            if sure >= _NOISE or any(c.isalnum() for c in text):
                yield text, _Place(x0=x0, x1=x1, baseline=baseline, size=size), sure


def _numbers(title: str, key: str) -> tuple[float, ...]:
    match = re.search(rf"\b{key} ([-\d. ]+)", title)
    return tuple(map(float, match[1].split())) if match else ()


def _snapped(words: Sequence[_Word]) -> Iterator[_Word]:
    usual = median(place.size for _, place, _ in words)
    for text, place, sure in words:
        near = abs(place.size - usual) <= _SAME_SIZE * usual
        size = usual if near else place.size
        yield text, _Place(x0=place.x0, x1=place.x1, baseline=place.baseline, size=size), sure


def _run(word: _Word, scale: float) -> Run:
    text, place, _ = word
    return Run(
        text,
        place.x0 / scale,
        place.x1 / scale,
        place.baseline / scale,
        round(place.size / scale, 1),
        bold=False,
        italic=False,
        spaced=True,
    )
