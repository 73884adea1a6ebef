"""Invented papers for the round trip: a story is set by several engines and read back."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import docx
from fpdf import FPDF
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, ListFlowable, ListItem, Paragraph, Spacer

from tests.extractors.text.printing import BODY, grid, head, printed

_WORDS = [
    "raad",
    "college",
    "gemeente",
    "besluit",
    "band",
    "stad",
    "jaar",
    "bezoek",
    "delegatie",
    "overeenkomst",
    "samenwerking",
    "haven",
    "water",
    "onderwijs",
    "cultuur",
    "economie",
    "burgemeester",
    "wethouder",
    "voorstel",
    "begroting",
    "partner",
    "vriendschap",
    "jumelage",
    "uitwisseling",
    "school",
    "bedrijf",
    "kennis",
    "project",
    "ontwikkeling",
    "wijk",
    "bewoners",
    "vereniging",
    "de",
    "het",
    "een",
    "van",
    "in",
    "op",
    "met",
    "voor",
    "naar",
    "over",
    "uit",
    "bij",
    "tot",
    "sinds",
    "werd",
    "wordt",
    "heeft",
    "zijn",
    "kan",
    "moet",
    "wil",
    "gaat",
    "nieuwe",
    "oude",
    "eerste",
    "tweede",
    "grote",
    "kleine",
    "buitenlandse",
    "lokale",
    "bestuurlijke",
    "jaarlijkse",
    "belangrijke",
    "stadhuis",
    "gemeenteraadsvergadering",
    "samenwerkingsverband",
    "ontwikkelingssamenwerking",
    "Lünen",
    "Zwolle",
]
RUNNING_HEAD = "Nota internationaal beleid"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a story: its kind as the reader should call it, and its text or rows."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    def words(self) -> Iterator[tuple[str, str]]:
        """The words that should come back, each with its kind."""
        text = " ".join(cell for row in self.rows[1:] for cell in row) if self.rows else self.text
        yield from ((word, self.kind) for word in text.split())


def tell(seed: int) -> list[Part]:
    """A story of headings, paragraphs, lists and tables; the same for the same seed."""
    chance = random.Random(seed)
    parts = [Part("heading", _title(chance))]
    for _ in range(chance.randint(2, 5)):
        parts.append(Part("body", _sentences(chance, 2, 6)))
        what = chance.random()
        if what < 0.3:
            parts.extend(Part("list", _sentence(chance)) for _ in range(chance.randint(2, 4)))
        elif what < 0.5:
            parts.append(_table(chance))
        if chance.random() < 0.5:
            parts.extend((Part("heading", _title(chance)), Part("body", _sentences(chance, 2, 5))))
    return parts


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(2, 5))).capitalize()


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(6, 16))).capitalize() + "."


def _sentences(chance: random.Random, least: int, most: int) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(least, most)))


def _table(chance: random.Random) -> Part:
    rows = (
        (*chance.sample(_WORDS, 2), str(chance.randint(1950, 2024)))
        for _ in range(chance.randint(2, 4))
    )
    return Part("table", rows=(("Partner", "Land", "Sinds"), *rows))


def by_reportlab(parts: Sequence[Part], *, columns: int = 1) -> bytes:
    """A PDF by reportlab, with running heads and page numbers."""
    justified = ParagraphStyle("j", BODY, alignment=4)
    story: list[Flowable] = []
    for part in parts:
        if part.kind == "heading":
            story.extend((Spacer(0, 8), head(part.text)))
        elif part.kind == "table":
            story.append(grid(*part.rows))
        elif part.kind == "list":
            item = ListItem(Paragraph(part.text, BODY), value="bulletchar")
            story.append(ListFlowable([item], bulletType="bullet", start="•", leftIndent=14))
        else:
            story.append(Paragraph(part.text, justified))
        story.append(Spacer(0, 8))
    return printed(*story, columns=columns, running=RUNNING_HEAD, foot="Pagina")


class _Sheet(FPDF):
    def header(self) -> None:
        self.set_font("Times", size=8)
        self.cell(0, 5, RUNNING_HEAD, new_x="LMARGIN", new_y="NEXT")
        self.ln(8)

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font("Times", size=8)
        self.cell(0, 5, str(self.page_no()), align="C")


def by_fpdf(parts: Sequence[Part]) -> bytes:
    """A PDF by fpdf2: another engine, another font, ragged lines, bold headings of body size."""
    sheet = _Sheet()
    sheet.set_auto_page_break(True, margin=25)
    sheet.add_page()
    for part in parts:
        sheet.set_font("Times", style="B" if part.kind == "heading" else "", size=11)
        if part.kind == "table":
            with sheet.table(first_row_as_headings=False) as table:
                for row in part.rows:
                    table.row(row)
        elif part.kind == "list":
            sheet.cell(6, 5, "-")
            sheet.multi_cell(0, 5, part.text, align="L", new_x="LMARGIN", new_y="NEXT")
        else:
            sheet.multi_cell(0, 5, part.text, align="L", new_x="LMARGIN", new_y="NEXT")
        sheet.ln(3)
    return bytes(sheet.output())


def by_word(parts: Sequence[Part]) -> bytes:
    """A Word document."""
    document = docx.Document()
    for part in parts:
        if part.kind == "heading":
            document.add_heading(part.text, 1)
        elif part.kind == "list":
            document.add_paragraph(part.text, style="List Bullet")
        elif part.kind == "table":
            table = document.add_table(rows=0, cols=3)
            for row in part.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(part.text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def by_html(parts: Sequence[Part]) -> bytes:
    """A page with its content marked."""
    tags = {"heading": "<h2>{}</h2>", "body": "<p>{}</p>", "list": "<ul><li>{}</li></ul>"}
    made = []
    for part in parts:
        if part.rows:
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in part.rows)
            made.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            made.append(tags[part.kind].format(escape(part.text)))
    return f"<html><body><main>{''.join(made)}</main></body></html>".encode()
