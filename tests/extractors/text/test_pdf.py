"""PDFs as a griffie publishes them: what the reader makes of their layout."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph

from corpus.records import SourceItem
from extractors.text.passages import parted_labels
from extractors.text.reading import read_document
from tests.extractors.text.printing import BODY, body, drawn, grid, head, kinds, printed, read

LONG = "De gemeente heeft in de afgelopen jaren veel bezoek gehad uit Polen en uit Hongarije. " * 6


def test_headings_paragraphs_and_their_sections_are_told_apart():
    paper = read(printed(head("Inleiding"), body(LONG), head("Kosten"), body("Dat kost niets.")))
    assert [kind for kind, _ in kinds(paper)] == ["heading", "body", "heading", "body"]
    assert paper.passages[3].section == ("Kosten",)


def test_a_sentence_that_a_page_turn_breaks_is_whole_and_stands_on_its_first_page():
    text = " ".join(f"Zin {n} gaat over de band met Lünen en over niets anders." for n in range(90))
    paper = read(printed(body(text), running="Gemeente Zwolle – Nota", foot="Pagina"))
    told = [t for kind, t in kinds(paper) if kind == "body"]
    assert told == [text]
    assert len(paper.pages) > 1


def test_running_heads_and_page_numbers_are_no_text_of_the_paper():
    story = [*body(LONG), PageBreak(), *body(LONG), PageBreak(), *body(LONG)]
    paper = read(printed(story, running="Gemeente Zwolle – Nota", foot="Pagina"))
    heads = [text for kind, text in kinds(paper) if kind == "running_head"]
    assert heads.count("Gemeente Zwolle – Nota") == 3
    assert [t for k, t in kinds(paper) if k == "body"] == [LONG.strip()] * 3


def test_a_paper_of_one_page_has_a_foot_too():
    paper = read(drawn((70, 100, 11, "De raad besluit."), (70, 810, 8, "Pagina 1 van 1")))
    assert ("running_head", "Pagina 1 van 1") in kinds(paper)


def test_two_columns_are_read_one_after_the_other():
    left = "Links staat wat er over de stedenband met Lünen te zeggen valt, en dat is veel. " * 22
    right = "Rechts staat wat de jumelage met Tata ons heeft gekost in al die jaren samen. " * 22
    paper = read(printed(body(left, right), columns=2))
    text = " ".join(t for kind, t in kinds(paper) if kind == "body")
    assert text == f"{left.strip()} {right.strip()}"


def test_three_columns_below_a_picture_with_labels_are_read_one_after_the_other():
    words = {"een": "De haven van de stad is oud", "twee": "De markt is voor iedereen"}
    words |= {"drie": "De brug is zeer lang gebleken"}
    columns = [
        (50 + 172 * at, 400 + 14 * line, 9.5, f"{number}{line} {said}")
        for at, (number, said) in enumerate(words.items())
        for line in range(8)
    ]
    labels = [(90 + 130 * at, 80 + 21 * at, 6, f"kaart{at}") for at in range(4)]
    paper = read(drawn(*labels, *columns))
    order = [paper.text.index(f"{number}{line} ") for number in words for line in range(8)]
    assert order == sorted(order)


def test_columns_whose_lines_stand_at_unlike_heights_are_columns_too():
    rows = [(70, 100 + 14 * n, 11, f"links regel {n} met nog wat woorden") for n in range(12)]
    rows += [(320, 104 + 15 * n, 11, f"rechts regel {n} met nog wat woorden") for n in range(12)]
    text = read(drawn(*rows)).text
    assert text.index("links regel 11") < text.index("rechts regel 0")


def test_a_word_parted_at_a_lines_end_is_whole_and_one_with_a_hyphen_keeps_it():
    lines = (
        "Wij spraken over de vriendschaps-",
        "band met Lünen. De in- en uitvoer groeit, zoals het CPB-",
        "rapport over de Noord-Zuidlijn zegt, en de vriendschapsband leeft.",
    )
    paper = read(drawn(*((70, 100 + 14 * n, 11, line) for n, line in enumerate(lines))))
    assert paper.text == (
        "Wij spraken over de vriendschapsband met Lünen. De in- en uitvoer groeit, zoals het "
        "CPB-rapport over de Noord-Zuidlijn zegt, en de vriendschapsband leeft."
    )


@pytest.mark.parametrize("size", [6, 7, 9])
def test_a_raised_figure_is_the_call_of_the_note_at_the_foot_of_the_page(size):
    called = f"Dit zei de raad.<super size={size}>1</super> Daarna zweeg hij. {LONG}"
    paper = read(drawn_with_note(Paragraph(called, BODY), "1", "Notulen van de raad, 3 juni 2014."))
    (note,) = [p for p in paper.passages if p.kind == "footnote"]
    assert (note.label, paper.text_of(note)) == ("1", "Notulen van de raad, 3 juni 2014.")
    assert paper.text[: note.called_at] == "Dit zei de raad."
    assert paper.text_of(paper.passages[0]).startswith("Dit zei de raad. Daarna zweeg hij. De ")


def drawn_with_note(paragraph: Paragraph, label: str, note: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    paragraph.wrap(400, 400)
    paragraph.drawOn(canvas, 70, 700)
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(70, 90, f"{label} {note}")
    canvas.save()
    return file.getvalue()


def test_the_rest_of_a_note_on_the_next_page_belongs_to_that_note():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    called = Paragraph(f"Dit zei de raad.<super>1</super> {LONG}", BODY)
    plain = Paragraph(f"Verder ging het hierover.<super>2</super> {LONG}", BODY)
    notes = (("1 Notulen van de raad, 3 juni 2014, waarin",), ("hij dit herhaalde.", "2 Zie daar."))
    for paragraph, lines in zip((called, plain), notes, strict=True):
        paragraph.wrap(400, 400)
        paragraph.drawOn(canvas, 70, 700)
        canvas.setFont("Times-Roman", 8)
        for at, line in enumerate(lines):
            canvas.drawString(70, 100 - 10 * at, line)
        canvas.showPage()
    canvas.save()
    paper = read(file.getvalue())
    found = [(p.label, paper.text_of(p)) for p in paper.passages if p.kind == "footnote"]
    assert found == [
        ("1", "Notulen van de raad, 3 juni 2014, waarin"),
        ("1", "hij dit herhaalde."),
        ("2", "Zie daar."),
    ]
    places = [paper.text[: p.called_at] for p in paper.passages if p.kind == "footnote"]
    assert [place.endswith("zei de raad.") for place in places] == [True, True, False]


def test_the_rest_of_a_note_that_stands_alone_on_its_page_is_a_note_too():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for text, note in (
        (f"Dit zei de raad.<super>1</super> {LONG}", "1 Notulen van de raad, 3 juni 2014, waarin"),
        (LONG, "hij dit herhaalde en er bij bleef."),
    ):
        paragraph = Paragraph(text, BODY)
        paragraph.wrap(400, 400)
        paragraph.drawOn(canvas, 70, 700)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(70, 100, note)
        canvas.showPage()
    canvas.save()
    paper = read(file.getvalue())
    found = [(p.label, paper.text_of(p)) for p in paper.passages if p.kind == "footnote"]
    assert found == [
        ("1", "Notulen van de raad, 3 juni 2014, waarin"),
        ("1", "hij dit herhaalde en er bij bleef."),
    ]


def test_a_drop_capital_belongs_to_its_first_word():
    lines = (
        "e raad besloot om met de stad",
        "een band aan te gaan. In mei reisde",
        "hij daarheen.",
    )
    beside = [(104, 100 + 14 * at, 11, line) for at, line in enumerate(lines)]
    below = [(72, 142 + 14 * at, 11, "en zo ging het nog lange tijd door.") for at in range(6)]
    paper = read(drawn((72, 128, 40, "D"), *beside, *below))
    assert paper.text.startswith("De raad besloot om met de stad een band aan te gaan. In mei")
    assert " D " not in paper.text


def test_small_capitals_read_as_words():
    pieces = [(72, 11, "D"), (80, 8.5, "E"), (89, 11, "V"), (96.5, 8.5, "OORZITTER")]
    head = [(x, 100, size, text) for x, size, text in pieces]
    rest = (150, 100, 11, "opent de vergadering en heet welkom.")
    more = [(72, 114 + 14 * at, 11, "Daarna gaat het over de band met Lünen.") for at in range(6)]
    paper = read(drawn(*head, rest, *more))
    assert paper.text.startswith("DE VOORZITTER opent de vergadering")


def test_two_calls_that_stand_together_are_two():
    assert parted_labels("6263", {"62", "63"}) == ("62", "63")
    assert parted_labels("12", {"12", "1", "2"}) == ("12",)
    assert parted_labels("79", {"7", "9"}) == ("79",)


def test_a_ruled_table_reads_row_by_row_with_its_header():
    table = grid(("Gemeente", "Partner", "Sinds"), ("Alkmaar", "Tata", "1992"))
    paper = read(printed(body("Zie de tabel."), table, body("Einde.")))
    assert ("table", "Gemeente: Alkmaar; Partner: Tata; Sinds: 1992") in kinds(paper)
    assert [k for k, _ in kinds(paper)] == ["body", "table", "table", "body"]


def test_a_reference_block_in_a_table_reads_as_labels_and_what_they_say():
    table = grid(("Datum", "5 juni 2018"), ("Onderwerp", "De band met Lünen"))
    paper = read(printed(table, body(LONG)))
    assert ("table", "Onderwerp: De band met Lünen") in kinds(paper)
    assert (paper.published, paper.title) == ("2018-06-05", "De band met Lünen")


def test_lines_of_a_table_of_contents_are_no_headings():
    lines = [(70, 100 + 16 * n, 11, f"Hoofdstuk {n} {'.' * 40} {n + 3}") for n in range(5)]
    assert {kind for kind, _ in kinds(read(drawn(*lines)))} == {"toc"}


def test_every_passage_stands_in_the_text_and_on_a_page():
    story = [head("Kop"), *body(LONG, LONG), PageBreak(), *body(LONG)]
    paper = read(printed(story, running="Kop", foot="Pagina"))
    for passage in paper.passages:
        assert paper.text_of(passage).strip() == paper.text_of(passage) != ""
        assert paper.page_at(passage.start) in {page.number for page in paper.pages}
    assert [p.start for p in paper.passages] == sorted(p.start for p in paper.passages)


def test_a_page_without_text_is_said_and_costs_the_others_nothing():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for text in ("De raad besluit.", "", "De raad gaat uiteen."):
        canvas.drawString(70, 700, text)
        canvas.showPage()
    canvas.save()
    reading = read_document(SourceItem(name="a.pdf", data=file.getvalue()))
    assert [(n.code, n.page) for n in reading.notices] == [("no_text", 2)]
    assert reading.document.text == "De raad besluit.\nDe raad gaat uiteen."
