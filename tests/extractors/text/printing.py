"""Prints papers for the reader's tests: real PDFs, laid out with reportlab."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from corpus.records import Document, SourceItem
from extractors.text.reading import read_document

WIDE, HIGH = A4
SIDE = 25 * mm
BODY = ParagraphStyle("body", getSampleStyleSheet()["BodyText"], fontSize=11, leading=14)
HEAD = ParagraphStyle("head", BODY, fontSize=15, leading=19, fontName="Helvetica-Bold")
NOTE = ParagraphStyle("note", BODY, fontSize=8, leading=10)


def body(*texts: str) -> list[Flowable]:
    return [flowable for text in texts for flowable in (Paragraph(text, BODY), Spacer(0, 8))]


def head(text: str) -> Paragraph:
    return Paragraph(text, HEAD)


def grid(*rows: Sequence[str]) -> Table:
    return Table([list(row) for row in rows], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])


def printed(
    *story: Flowable | list[Flowable], columns: int = 1, running: str = "", foot: str = ""
) -> bytes:
    """A PDF of the flowables, in columns, with a running head and numbered foot on each page."""
    file = io.BytesIO()
    gap = 8 * mm
    width = (WIDE - 2 * SIDE - gap * (columns - 1)) / columns
    frames = [
        Frame(SIDE + at * (width + gap), 30 * mm, width, HIGH - 60 * mm, 0, 0, 0, 0)
        for at in range(columns)
    ]

    def furnish(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(SIDE, HIGH - 12 * mm, running)
        canvas.drawString(SIDE, 10 * mm, f"{foot} {canvas.getPageNumber()}" if foot else "")

    template = BaseDocTemplate(file, pagesize=A4)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    flat = [f for part in story for f in (part if isinstance(part, list) else [part])]
    template.build(flat)
    return file.getvalue()


def drawn(*lines: tuple[float, float, float, str], pages: int = 1) -> bytes:
    """A PDF with lines of (x, y from the top, size, text), the same on each page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for _ in range(pages):
        for x, y, size, text in lines:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, HIGH - y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def read(data: bytes, name: str = "stuk.pdf") -> Document:
    return read_document(SourceItem(name=name, data=data)).document


def kinds(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each passage."""
    return [(p.kind, document.text_of(p)) for p in document.passages]
