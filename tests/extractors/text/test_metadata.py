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
        ("GEMEENTE GOES - AGENDA voor de openbare vergadering\n\n1. Notulen", "a.txt", "agenda"),
        ("Gemeente Goes\n\nOnderwerp: nota over banden\n\nGeachte raad,", "a.txt", "raadsbrief"),
        ("MEMO\n\nAan: het college", "a.txt", "memo"),
        ("Toespraak van de burgemeester bij het diner", "a.txt", "toespraak"),
        ("GEMEENTE GOES\n\nBeschikking subsidie 2016/0417", "a.txt", "beschikking"),
        ("Verslag van het werkbezoek aan Mostar", "a.txt", "reisverslag"),
        ("Verslag commissie Welzijn, 5 november", "a.txt", "notulen"),
        ("Geachte redactie,\n\nMet verbazing las ik uw nota.", "a.txt", "brief"),
        ("De raad der gemeente Goes;\n\ngezien het voorstel van 30 mei;", "a.txt", "raadsvoorstel"),
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
        ("Datum vragen: 2 maart 1998. Datum antwoord: 7 april 1998.", "a.md", "1998-04-07"),
        ("| Datum vragen | 13 april 2023 |\n|---|---|\n| Datum antwoord | 23 mei 2023 |", "a.md", "2023-05-23"),
        ("Middelharnis, 24 maart 2016 Uw brief van: 15 januari 2016", "a.md", "2016-03-24"),
        ("# Jaarverslag 2001", "a.md", "2001"),
        ("# Beleidsplan 2012-2016", "a.md", ""),
        ("Een stuk.", "2021-07-07-motie.md", "2021-07-07"),
        ("Een stuk.", "evaluatie-2008.md", "2008"),
        ("Een stuk.", "a.md", ""),
    ],
)  # fmt: skip
def test_the_date_is_that_of_the_paper_itself(text, name, date):
    assert paper(text, name).published == date


def test_a_decision_is_of_the_day_on_which_it_was_made():
    text = f"De raad;\n\ngezien het voorstel van 30 mei 1969;\n\n{TAIL}\n\n"
    text += "Aldus besloten in de openbare vergadering van 19 juni 1969."
    assert read(text.encode(), "besluit.txt").published == "1969-06-19"


def test_a_report_of_a_journey_is_of_the_day_on_which_it_was_written():
    text = f"VERSLAG VAN HET WERKBEZOEK AAN MOSTAR, 12 - 17 MEI 1997\n\n{TAIL}\n\n"
    assert read(f"{text}Rijswijk, 30 juni 1997".encode(), "x.txt").published == "1997-06-30"


def test_a_numbered_item_is_no_title():
    assert paper("Verslag van de commissie\n\n# 1. Opening\n\nWelkom.").title.startswith("Verslag")


def test_a_date_in_the_running_text_is_the_date_of_something_else():
    text = f"# Nota\n\n{TAIL.strip()} Op 18 maart 1993 tekenden wij het verdrag met die stad."
    assert read(text.encode(), "nota.md").published == ""


def test_the_language_is_told():
    assert paper("De raad.").language == "nl"
    german = "Die Stadt Lünen hat seit vielen Jahren eine Partnerschaft mit Zwolle. " * 3
    assert read(german.encode(), "brief.txt").language == "de"
