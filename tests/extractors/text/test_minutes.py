"""Minutes and lists of decisions: agenda items head their text, turns know their speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Document, SourceItem
from extractors.text.agenda import item_heading
from extractors.text.reading import read_document
from extractors.text.turns import speaker_of
from tests.extractors.text.printing import body, printed

MINUTES = """GEMEENTE ZUTPHEN
Notulen van de raad
===================

Voorzitter: mevrouw Van Dam    Griffier: de heer Bos

3. Jumelage met Satu Mare
De heer VISSER (CDA) vraagt of de band nog bestaat.
  Wethouder DE BOER: Jazeker. Sinds 1992.
Wij gaan er elk jaar heen:
- in mei met de scholen;
- in oktober met de raad.
Besluit: voor kennisgeving aangenomen.

Agendapunt 4: hondenbelasting

Mevrouw El Amrani (D66): Voorzitter, ik heb
niets te zeggen.

Daar blijft het bij.
"""


def read(text: str, name: str = "notulen.txt") -> Document:
    return read_document(SourceItem(name=name, data=text.encode())).document


def spoken(paper: Document) -> list[tuple[str, str]]:
    return [(p.speaker, paper.text_of(p)) for p in paper.passages if p.speaker]


def test_each_turn_is_a_passage_that_knows_who_speaks():
    assert spoken(read(MINUTES)) == [
        ("De heer VISSER (CDA)", "De heer VISSER (CDA) vraagt of de band nog bestaat."),
        ("Wethouder DE BOER", "Wethouder DE BOER: Jazeker. Sinds 1992. Wij gaan er elk jaar heen:"),
        ("Wethouder DE BOER", "in mei met de scholen;"),
        ("Wethouder DE BOER", "in oktober met de raad."),
        ("Mevrouw El Amrani (D66)", "Mevrouw El Amrani (D66): Voorzitter, ik heb niets te zeggen."),
        ("Mevrouw El Amrani (D66)", "Daar blijft het bij."),
    ]


def test_an_agenda_item_is_the_section_of_what_is_said_on_it():
    paper = read(MINUTES)
    assert [(p.label, paper.text_of(p)) for p in paper.passages if p.kind == "heading"] == [
        ("", "Notulen van de raad"),
        ("3.", "Jumelage met Satu Mare"),
        ("", "Agendapunt 4: hondenbelasting"),
    ]
    visser = next(p for p in paper.passages if "VISSER" in p.speaker)
    assert visser.section[-1] == "Jumelage met Satu Mare"


def test_a_turn_on_a_page_begins_a_passage_without_a_blank_line_above_it():
    said = "De band bestaat nog en wij gaan er elk jaar met velen heen, zegt men hier in huis. " * 3
    lines = f"De heer VOS (SP): {said}<br/>Mevrouw BAKKER (PvdA): Dat vind ik ook."
    paper = read_document(SourceItem(name="n.pdf", data=printed(body(lines)))).document
    assert [who for who, _ in spoken(paper)] == ["De heer VOS (SP)", "Mevrouw BAKKER (PvdA)"]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("De voorzitter: Dank u wel.", "De voorzitter"),
        ("Burgemeester Van der Laan: Dat klopt.", "Burgemeester Van der Laan"),
        ("J. Jansen (Lokaal Belang): Nee.", "J. Jansen (Lokaal Belang)"),
        ("De heer DE WIT deelt dat niet.", "De heer DE WIT"),
        ("Voorzitter: de heer Vos.", ""),
        ("De heer Vos zegt: dat mag.", ""),
        ("Onderwerp: stedenband met Lünen.", ""),
        ("De VVD vindt dat te duur.", ""),
    ],
)
def test_who_speaks_stands_before_a_colon_or_in_capitals(line, who):
    assert speaker_of(line) == who


@pytest.mark.parametrize(
    ("line", "following", "found"),
    [
        ("B.2 Bezoek aan Pápa   (zaak 318)", "    Het college gaat.", ("B.2", None)),
        ("C. TER KENNISNEMING", "C.1 Nieuwsbrief", ("C.", None)),
        ("1. instemmen met het bezoek", "Aldus besloten.", None),
        ("2. Het college gaat in mei.", "De raad ook.", None),
        ("3. Een lang voorstel dat over de regel", "heen loopt", None),
    ],
)
def test_an_agenda_item_has_its_line_to_itself(line, following, found):
    heading = item_heading(line, following)
    assert (heading is None) == (found is None)
    assert heading is None or heading[0] == found[0]


@given(st.lists(st.sampled_from(MINUTES.splitlines()), max_size=30))
def test_no_word_of_minutes_is_lost_and_a_heading_ends_a_turn(lines):
    paper = read("Notulen\n\n" + "\n".join(lines))
    words = [w for line in lines for w in line.split() if any(map(str.isalpha, w))]
    assert all(word.strip("-") in paper.text for word in words)
    assert not any(p.speaker for p in paper.passages if p.kind == "heading")
