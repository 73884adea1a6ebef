"""OpenDocument and Word: kinds of passages, notes with their calls, what was deleted left out."""

from __future__ import annotations

import io

import pytest
from odfdo import Cell, Document, Header, List, Note, Paragraph, Row, Table

from corpus.records import SourceItem
from extractors.text.reading import read_document


def odt(*elements) -> bytes:
    document = Document("text")
    document.body.clear()
    for element in elements:
        document.body.append(element)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def called(text: str, note: str, *, kind: str = "footnote") -> Paragraph:
    paragraph = Paragraph(text)
    paragraph.append(Note(note_class=kind, note_id="n1", citation="1", body=note))
    return paragraph


def table(*rows: tuple[str, ...]) -> Table:
    made = Table("t")
    for row in rows:
        line = Row()
        for cell in row:
            line.append_cell(Cell(cell))
        made.append_row(line)
    return made


@pytest.fixture(scope="module")
def paper():
    data = odt(
        Header(1, "Stedenbanden"),
        called("Zwolle heeft een band met Lünen.", "Raadsbesluit 12."),
        List(["Kampen", "Lünen"]),
        table(("Gemeente", "Partner", "Sinds"), ("Zwolle", "Lünen", "1978")),
    )
    return read_document(SourceItem(name="nota.odt", data=data)).document


def test_an_opendocument_text_keeps_its_kinds(paper):
    assert [(p.kind, paper.text_of(p)) for p in paper.passages] == [
        ("heading", "Stedenbanden"),
        ("body", "Zwolle heeft een band met Lünen."),
        ("list", "Kampen"),
        ("list", "Lünen"),
        ("table", "Gemeente; Partner; Sinds"),
        ("table", "Gemeente: Zwolle; Partner: Lünen; Sinds: 1978"),
        ("footnote", "Raadsbesluit 12."),
    ]


def test_a_note_is_tied_to_its_call(paper):
    note = paper.passages[-1]
    assert note.label == "1"
    assert paper.text[: note.called_at].endswith("Lünen.")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "cp850", "utf-16", "utf-16-be", "mac_roman"]
)
def test_text_in_any_common_encoding_is_read(encoding):
    text = (
        "Geachte raad,\n\nHet college heeft in 1998 een vriendschapsband gesloten met Lünen en met "
        "Český Krumlov? Nee: alleen met Lünen. De coördinatie ligt bij mevrouw Gérard-Noël, die "
        "hiervoor één dag per week beschikbaar is. Ideeën zijn welkom.\n"
    )
    if encoding not in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be"):
        text = text.replace("Český", "Cesky")
    document = read_document(SourceItem(name="brief.txt", data=text.encode(encoding))).document
    assert "Lünen" in document.text
    assert "coördinatie ligt bij mevrouw Gérard-Noël" in document.text
    assert "Ideeën" in document.text


PAGE = """<html><head><title>Nieuws</title></head><body>
<div class="top"><ul>{menu}</ul></div>
<div class="content"><h1>Stedenband met Lünen</h1>
<p>Zwolle heeft sinds 1978 een stedenband met het Duitse Lünen. De band wordt dit jaar gevierd met
een feestweek waaraan scholen, koren en sportverenigingen uit beide steden meedoen.</p>
<p>De burgemeester reist in mei met een delegatie naar Lünen. Daar wordt de vernieuwde
overeenkomst getekend, waarin ook samenwerking op het gebied van water is opgenomen.</p></div>
<div class="foot"><ul>{menu}</ul></div></body></html>"""


def test_of_a_page_that_does_not_mark_its_content_the_menus_are_left_out():
    menu = "".join(
        f'<li><a href="/p{n}">Afdeling nummer {n} van de stad</a></li>' for n in range(25)
    )
    data = PAGE.format(menu=menu).encode()
    document = read_document(SourceItem(name="nieuws.html", data=data)).document
    assert "Afdeling nummer 3" not in document.text
    assert "sinds 1978 een stedenband met het Duitse Lünen" in document.text
    assert "samenwerking op het gebied van water" in document.text
