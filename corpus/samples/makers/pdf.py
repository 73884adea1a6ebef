"""Lays a sample paper out as a PDF: letterhead, reference block, notes at the foot of their page.

reportlab's invariant mode leaves out dates and random ids, so the same prose gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from corpus.samples.makers.prose import NOTICE, Block, Prose

WIDTH, HEIGHT = A4
SIDE, TOP, FOOT = 25 * mm, 24 * mm, 24 * mm
INNER = WIDTH - 2 * SIDE
Style = dict[str, ParagraphStyle]


def make(prose: Prose) -> bytes:
    pages = _build(prose, 0)[1]  # the first time to count the pages
    return _build(prose, pages)[0]


def _build(prose: Prose, total: int) -> tuple[bytes, int]:
    styles = _styles(prose.layout)
    sheets = _sheets(prose.blocks)
    into = BytesIO()
    template = BaseDocTemplate(
        into, pagesize=A4, invariant=1, title=prose.title, author=prose.sender,
        subject=NOTICE, keywords="verzonnen, stedenband", lang="nl-NL",
    )  # fmt: skip
    template.addPageTemplates([_page(prose, n, s, styles, total) for n, s in enumerate(sheets)])
    template.build(_story(sheets, styles, prose.layout))
    return into.getvalue(), template.page


def _sheets(blocks: tuple[Block, ...]) -> list[list[Block]]:
    sheets: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "break":
            sheets.append([])
        else:
            sheets[-1].append(block)
    return sheets


def _styles(layout: str) -> Style:
    serif = layout in ("oud", "kolommen")
    font = "Times-Roman" if serif else "Helvetica"
    bold = "Times-Bold" if serif else "Helvetica-Bold"
    size = 11 if serif else 10
    cell = 7.5 if layout == "kolommen" else size - 1
    body = ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.32, spaceAfter=6)
    if serif:
        body.alignment = TA_JUSTIFY
    return {
        "body": body,
        "h1": ParagraphStyle("h1", parent=body, fontName=bold, fontSize=size + 4, leading=size + 8, alignment=0, spaceBefore=4),
        "h2": ParagraphStyle("h2", parent=body, fontName=bold, alignment=0, spaceBefore=6, spaceAfter=3, keepWithNext=1),
        "note": ParagraphStyle("note", parent=body, fontSize=8, leading=9.6, spaceAfter=1.5, alignment=0),
        "cell": ParagraphStyle("cell", parent=body, fontSize=cell, leading=cell + 2.5, spaceAfter=0, alignment=0),
        "head": ParagraphStyle("head", parent=body, fontName=bold, fontSize=cell, leading=cell + 2.5, spaceAfter=0, alignment=0),
    }  # fmt: skip


def _story(sheets: list[list[Block]], styles: Style, layout: str) -> list[Flowable]:
    story: list[Flowable] = []
    for number, sheet in enumerate(sheets):
        if number:
            story += [NextPageTemplate(f"sheet{number}"), PageBreak()]
        for block in sheet:
            story += _flow(block, styles, layout)
    return story


def _flow(block: Block, styles: Style, layout: str) -> list[Flowable]:
    make_it: dict[str, Callable[[Block, Style, str], list[Flowable]]] = {
        "text": lambda b, s, _: [Paragraph(_rich(b.text), s["body"])],
        "heading": lambda b, s, _: [Paragraph(_rich(b.text), s[f"h{min(b.level, 2)}"])],
        "list": _list,
        "table": _table,
        "reference": _reference,
        "note": lambda *_: [],  # drawn at the foot of the page
    }
    return make_it[block.kind](block, styles, layout)


def _list(block: Block, styles: Style, _layout: str) -> list[Flowable]:
    style = ParagraphStyle(
        "item", parent=styles["body"], leftIndent=12, bulletIndent=2, spaceAfter=2
    )
    return [Paragraph(_rich(item), style, bulletText="•") for (item,) in block.lines] + [
        Spacer(1, 4)
    ]


def _table(block: Block, styles: Style, layout: str) -> list[Flowable]:
    head, *rows = block.lines
    cells = [[Paragraph(_rich(c), styles["head"]) for c in head]]
    cells += [[Paragraph(_rich(c), styles["cell"]) for c in row] for row in rows]
    width = (INNER - 8 * mm) / 2 if layout == "kolommen" else INNER
    table = Table(cells, colWidths=_widths(block.lines, width), repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
                ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    return [table, Spacer(1, 8)]


def _widths(lines: tuple[tuple[str, ...], ...], width: float) -> list[float]:
    """The width shared out by each column's longest word, so that no word is broken."""
    longest = [
        max(len(w) for cell in column for w in cell.split()) + 2
        for column in zip(*lines, strict=True)
    ]
    return [width * signs / sum(longest) for signs in longest]


def _reference(block: Block, styles: Style, _layout: str) -> list[Flowable]:
    cells = [
        [Paragraph(_rich(label), styles["head"]), Paragraph(_rich(value), styles["cell"])]
        for label, value in block.lines
    ]
    table = Table(cells, colWidths=[34 * mm, INNER - 34 * mm])
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0)])
    )
    return [table, Spacer(1, 10)]


def _page(prose: Prose, number: int, sheet: list[Block], styles: Style, total: int) -> PageTemplate:
    notes = [
        Paragraph(f"<super>{b.label}</super> {_rich(b.text)}", styles["note"])
        for b in sheet
        if b.kind == "note"
    ]
    deep = sum(note.wrap(INNER, HEIGHT)[1] + 1.5 for note in notes) + (8 if notes else 0)
    top = TOP + (16 * mm if prose.layout == "brief" and number == 0 else 0)
    low, high = FOOT + deep, HEIGHT - top - FOOT - deep
    gutter = 8 * mm
    if prose.layout == "kolommen":
        wide = (INNER - gutter) / 2
        frames = [Frame(x, low, wide, high, 0, 0, 0, 0) for x in (SIDE, SIDE + wide + gutter)]
    else:
        frames = [Frame(SIDE, low, INNER, high, 0, 0, 0, 0)]

    def draw(canvas: Canvas, template: BaseDocTemplate) -> None:
        _letterhead(canvas, prose, number)
        _foot(canvas, template.page, total)
        at = low - 6
        if notes:
            canvas.line(SIDE, at, SIDE + 40 * mm, at)
        for note in notes:
            at -= note.wrap(INNER, HEIGHT)[1] + 1.5
            note.drawOn(canvas, SIDE, at)

    return PageTemplate(id=f"sheet{number}", frames=frames, onPage=draw)


def _letterhead(canvas: Canvas, prose: Prose, number: int) -> None:
    canvas.saveState()
    if prose.layout == "brief" and number == 0:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(SIDE, HEIGHT - 24 * mm, prose.sender)
        canvas.line(SIDE, HEIGHT - 27 * mm, WIDTH - SIDE, HEIGHT - 27 * mm)
    else:
        canvas.setFont("Times-Italic", 8)
        canvas.drawString(SIDE, HEIGHT - 15 * mm, f"{prose.sender} – {prose.title}")
    canvas.restoreState()


def _foot(canvas: Canvas, page: int, total: int) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 7)
    canvas.drawString(SIDE, 14 * mm, NOTICE)
    canvas.drawRightString(WIDTH - SIDE, 14 * mm, f"Pagina {page} van {total}")
    canvas.restoreState()


def _rich(text: str) -> str:
    marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
    return re.sub(r"\[\^(\d+)\]", r"<super>\1</super>", marked).replace("\n", "<br/>")
