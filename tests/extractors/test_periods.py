"""The periods that a paper itself tells apart."""

from extractors.periods import find_periods, period_by_passage
from tests.build import parts, sentences

PAPER = """
# 1. 1998-2007: verkenning

De gemeente zocht een partner.

# 2. 2008-2015: samenwerking onder Jansen

De band werd druk gebruikt.

# Conclusie

Het was leerzaam.
"""


def periods(marked):
    made, _ = parts(marked)
    return made, find_periods(made, sentences(marked))


def test_headings_with_a_span_of_years_and_a_name_are_periods():
    _, found = periods(PAPER.replace("1. ", "").replace("2. ", ""))
    assert [(p.start, p.end, p.label) for p in found] == [
        ("1998", "2007", "verkenning"),
        ("2008", "2015", "samenwerking onder Jansen"),
    ]


def test_a_leader_is_the_person_whom_the_heading_names():
    _, found = periods("# 1993-2003 [Jiang|PER]\n\nTekst.\n\n# 2003-2013 [Hu|PER]\n\nTekst.")
    assert [p.leader for p in found] == ["Jiang", "Hu"]


def test_one_heading_with_years_makes_no_periods():
    assert periods("# Verslag 1998-2007\n\nTekst.\n\n# Kosten\n\nTekst.")[1] == ()


def test_a_span_that_runs_backwards_is_none():
    assert periods("# 2007-1998: a\n\nT.\n\n# 2015-2008: b\n\nT.")[1] == ()


def test_a_passage_is_about_the_period_of_the_heading_above_it():
    made, found = periods("# 1998-2007: een\n\nEerst.\n\n# 2008-2015: twee\n\nToen.")
    assert period_by_passage(made, found) == {
        0: "1998-2007", 1: "1998-2007", 2: "2008-2015", 3: "2008-2015",
    }  # fmt: skip
