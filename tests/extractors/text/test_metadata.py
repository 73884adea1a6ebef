"""What a paper says of itself: title, kind, date, language."""

from __future__ import annotations

import pytest

from tests.extractors.text.printing import read

TAIL = "\n\n" + "De raad sprak lang over de band met Lünen en besloot daarna niets te doen. " * 5


def paper(text, name="stuk.md"):
    return read((text + TAIL).encode(), name)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Onderwerp: De band met Lünen", "De band met Lünen"),
        ("# Nota\n\n| Betreft | De band met Lünen |\n| --- | --- |\n| Datum | 3 mei 2011 |", "De band met Lünen"),
        ("# Beleidsnota 2011\n\nInleiding.", "Beleidsnota 2011"),
        ("De eerste regel.", "De eerste regel."),
    ],
)  # fmt: skip
def test_the_title_is_the_subject_else_the_heading_else_the_first_line(text, title):
    assert paper(text).title == title


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("# Motie vreemd aan de orde van de dag", "stuk.md", "motie"),
        ("# Notulen van de raad", "stuk.md", "notulen"),
        ("# Verslag van de openbare vergadering van de commissie Bestuur", "x.md", "notulen"),
        ("Geachte leden van de raad,", "stuk.md", "raadsbrief"),
        ("Vragensteller: de heer Jansen", "stuk.md", "schriftelijke_vragen"),
        ("Besluit.", "Besluitenlijst-2015-06-29.md", "besluitenlijst"),
        ("Zomaar een stuk.", "stuk.md", "overig"),
    ],
)
def test_the_kind_is_told_by_title_name_or_first_lines(text, name, kind):
    assert paper(text, name).kind == kind


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("Datum: 12 maart 2019", "a.md", "2019-03-12"),
        ("Verzonden: 12-03-2019", "a.md", "2019-03-12"),
        ("# Verslag reis 10-17 november 2013", "a.md", "2013-11-17"),
        ("Winterswijk, 3 mei 1994", "a.md", "1994-05-03"),
        ("Een stuk.", "2021-07-07-motie.md", "2021-07-07"),
        ("Een stuk.", "evaluatie-2008.md", "2008"),
        ("Een stuk.", "a.md", ""),
    ],
)
def test_the_date_is_that_of_the_paper_itself(text, name, date):
    assert paper(text, name).published == date


def test_a_date_in_the_running_text_is_the_date_of_something_else():
    text = f"# Nota\n\n{TAIL.strip()} Op 18 maart 1993 tekenden wij het verdrag met die stad."
    assert read(text.encode(), "nota.md").published == ""


def test_the_language_is_told():
    assert paper("De raad.").language == "nl"
    german = "Die Stadt Lünen hat seit vielen Jahren eine Partnerschaft mit Zwolle. " * 3
    assert read(german.encode(), "brief.txt").language == "de"
