"""The periods that a paper itself tells apart."""

import pytest

from extractors.periods import find_periods, period_by_passage, tell_periods
from extractors.periods.told import periods_in
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


def test_the_years_may_stand_anywhere_in_the_heading():
    _, found = periods(
        "# 2 Opbouw (1988–1998)\n\nT.\n\n# 3 Tweede periode, 1998–2006: afbouw\n\nT.\n\n"
        "# Collegeperiode 2006-10\n\nT.\n\n# 2010-heden\n\nT."
    )
    assert [(p.start, p.end, p.label) for p in found] == [
        ("1988", "1998", "Opbouw"),
        ("1998", "2006", "afbouw"),
        ("2006", "2010", "Collegeperiode"),
        ("2010", "heden", ""),
    ]


def test_decades_are_periods_too():
    _, found = periods("# De jaren tachtig: verzoening\n\nT.\n\n# De jaren negentig\n\nT.")
    assert [(p.start, p.end, p.label) for p in found] == [
        ("1980", "1989", "verzoening"),
        ("1990", "1999", "De jaren negentig"),
    ]


def told(marked):
    made, _ = parts(marked)
    return tell_periods(made, sentences(marked))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In de periode 2008–2012 lag het accent op zuivel.", (("2008", "2012"),)),
        ("In de jaren 1970 tot 1978 reisde niemand.", (("1970", "1978"),)),
        ("Over de bestuursperiode 2010-14 is verslag gedaan.", (("2010", "2014"),)),
        ("Tijdens de eerste fase, 1990, gebeurde niets.", ()),
        ("Tussen 1990 en 2002 werd gezongen.", ()),
    ],
)
def test_the_running_text_tells_of_a_period_by_a_word_for_one(text, found):
    assert periods_in(text) == found


def test_a_period_of_the_running_text_lasts_to_the_end_of_its_passage():
    paper = told(
        "De band is oud. In de periode 2003-2007 kwamen er leraren. Zij gaven les.\n\nEn nu?"
    )
    assert [s.period for s in paper.sentences] == ["", "2003-2007", "2003-2007", ""]
    assert [(p.start, p.end) for p in paper.periods] == [("2003", "2007")]
    assert paper.by_passage == ("2003-2007", "")
    assert not paper.in_sections


def test_a_sentence_about_other_years_is_not_about_the_period_before_it():
    paper = told("In de periode 2003-2007 kwamen leraren. In [2012|2012] kwam er niemand.")
    assert [s.period for s in paper.sentences] == ["2003-2007", ""]


def test_a_paper_without_periods_has_none_whatever_its_dates():
    paper = told("In [1995|1995] zong het koor. In [2004|2004] zweeg het.")
    assert paper.periods == () and set(paper.by_passage) == {""}


def test_headings_go_before_the_running_text():
    paper = told(PAPER.replace("zocht", "zocht in de periode 1999-2001"))
    assert [(p.start, p.end) for p in paper.periods] == [("1998", "2007"), ("2008", "2015")]
    assert paper.in_sections
