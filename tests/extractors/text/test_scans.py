"""Scans: read by Tesseract where it is installed, reported where it is not, never pretended."""

from __future__ import annotations

import io
import shutil

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadablePaper
from corpus.records import SourceItem
from extractors.analyse import analyse
from extractors.text import ocr
from extractors.text.legible import is_garbage
from extractors.text.options import ReadingOptions
from extractors.text.reading import read_document
from extractors.text.scan_cleaning import ink_level, skew
from tests.conftest import ROOT
from tests.extractors.text.printing import body, printed

PAPER = ROOT / "corpus" / "samples" / "winterswijk-raadsbrief-2019.pdf"
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="needs Tesseract: apt install tesseract-ocr tesseract-ocr-nld",
)


def scanned(data: bytes, *, angle: float = 1.0, noise: float = 18.0) -> bytes:
    """A PDF as an office scanner makes it: pictures, askew, with grain and specks."""
    rng = np.random.default_rng(1)
    pages = []
    for page in pdfium.PdfDocument(data):
        drawn = page.render(scale=200 / 72, grayscale=True).to_pil()
        askew = drawn.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
        soft = np.asarray(askew.filter(ImageFilter.GaussianBlur(0.6)), dtype=float)
        grain = soft + rng.normal(0, noise, soft.shape)
        grain[rng.random(soft.shape) < 0.0008] = 0
        pages.append(Image.fromarray(grain.clip(0, 255).astype("uint8")))
    file = io.BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return file.getvalue()


def read(data: bytes, options: ReadingOptions | None = None):
    return read_document(SourceItem(name=PAPER.name, data=data), options or ReadingOptions())


@needs_tesseract
@pytest.mark.slow
def test_a_scan_of_a_paper_tells_the_same_ties_as_the_paper(tools):
    def ties(reading):
        return {
            (t.nl.name, t.foreign.name, t.status, t.formed) for t in analyse(reading, tools).ties
        }

    original, scan = read(PAPER.read_bytes()), read(scanned(PAPER.read_bytes()))
    assert ties(scan) == ties(original)
    [notice] = scan.notices
    assert notice.code == "ocr"
    assert "Tesseract" in notice.message
    assert 0.5 < scan.document.pages[0].confidence < 1


def stamped(scan: bytes, stamp: str) -> bytes:
    """The first page of a scan with a register number drawn on it as text, as archives do."""
    picture = pdfium.PdfDocument(scan)[0].render(scale=2).to_pil()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawInlineImage(picture, 0, 0, *A4)
    canvas.drawString(200, A4[1] - 12, stamp)
    canvas.save()
    return file.getvalue()


@needs_tesseract
@pytest.mark.slow
def test_a_scan_with_a_stamp_in_letters_is_a_scan():
    paper = read(stamped(scanned(PAPER.read_bytes()), "Z/22/1797/DOC-2654")).document
    assert "Winterswijk" in paper.text
    assert len(paper.text) > 500


def test_a_stamp_on_a_scan_is_kept_where_the_scan_is_not_read():
    reading = read(stamped(scanned(PAPER.read_bytes()), "Z/22/1797"), ReadingOptions(ocr=False))
    assert reading.document.text == "Z/22/1797"
    assert [n.code for n in reading.notices] == ["no_text"]


def test_a_scan_without_tesseract_is_reported_with_how_to_get_it(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    ocr.find_engine.cache_clear()
    with pytest.raises(UnreadablePaper, match="apt install tesseract-ocr"):
        read(scanned(PAPER.read_bytes()))
    ocr.find_engine.cache_clear()


def test_a_paper_can_be_kept_from_tesseract():
    with pytest.raises(UnreadablePaper) as refused:
        read(scanned(PAPER.read_bytes()), ReadingOptions(ocr=False))
    assert refused.value.code == "scanned"


DUTCH = "De gemeenteraad heeft in 1998 besloten om een stedenband aan te gaan met Lünen. " * 4
SHIFTED = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in DUTCH)
NAMES = "Jansen Pietersen Bakker Visser Smit Meijer Boer Mulder Groot Bos Vos Peters Hendriks " * 4


@pytest.mark.parametrize(("text", "garbage"), [(DUTCH, False), (SHIFTED, True), (NAMES, False)])
def test_letters_that_are_no_words_are_told_from_text(text, garbage):
    assert is_garbage(text) is garbage


@needs_tesseract
def test_a_page_whose_letters_are_no_words_is_read_from_its_picture():
    """The picture shows the same letters, so that what comes out is no better: it is not kept."""
    reading = read(printed(body(DUTCH), body(SHIFTED * 3)))
    assert "gemeenteraad" in reading.document.text


@pytest.mark.parametrize("angle", [-2.0, 0.0, 1.3])
def test_the_angle_of_a_scan_is_found(angle):
    page = pdfium.PdfDocument(PAPER.read_bytes())[0].render(scale=1.5, grayscale=True).to_pil()
    askew = page.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert skew(askew) == pytest.approx(-angle, abs=0.2)


def test_ink_and_paper_are_parted_between_their_greys():
    page = Image.new("L", (100, 100), 220)
    page.paste(60, (10, 10, 40, 40))
    assert 60 <= ink_level(page) < 220
