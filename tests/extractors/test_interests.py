"""Whose interest goes to what, and when."""

from dataclasses import replace

from corpus.records import Span, Tie
from extractors.interests import Setting, find_interests
from tests.build import document, entity, sentences

EMPTY = document("x")


def interests(marked, *, themes=("culture",), owner=None, **options):
    told = tuple(replace(s, themes=themes) for s in sentences(marked, **options))
    found = find_interests(EMPTY, told, Setting(owner=owner))
    return [(i.nl.name, i.theme, i.period, [e.name for e in i.foreign]) for i in found]


def interest_in(marked, **options):
    told = tuple(replace(s, themes=("culture",)) for s in sentences(marked))
    [found] = find_interests(options.pop("paper", EMPTY), told, Setting(), **options)
    return found


def test_a_theme_of_a_sentence_about_a_place_and_its_partner_is_an_interest():
    marked = "In [1995|1995] zong het koor van [Zwolle|NL] in [Lünen|DE]."
    assert interests(marked) == [("Zwolle", "culture", "", ["Lünen"])]


def test_the_period_is_the_papers_own():
    marked = "In [1995|1995] zong het koor van [Zwolle|NL] in [Lünen|DE]."
    assert interests(marked, periods={0: "1990-1999"})[0][2] == "1990-1999"


def test_a_paper_that_is_parted_by_period_tells_of_no_interest_outside_its_parts():
    marked = "Het koor van [Zwolle|NL] zong in [Lünen|DE]."
    told = tuple(replace(s, themes=("culture",)) for s in sentences(marked))
    assert find_interests(EMPTY, told, Setting(), in_sections=True) == ()


def test_the_years_are_of_the_sentence_else_of_the_paper():
    marked = "In [1995|1995] zong het koor van [Zwolle|NL] in [Lünen|DE]."
    assert interest_in(marked).years == (1995,)
    undated = "Het koor van [Zwolle|NL] zong in [Lünen|DE]."
    assert interest_in(undated, paper=document("x", published="2003-05-01")).years == (2003,)
    assert interest_in(undated).years == ()


def test_a_sentence_at_home_is_no_interest_abroad():
    assert interests("In [1995|1995] zong het koor van [Zwolle|NL] in de kerk.") == []


def test_the_owner_is_the_place_where_none_is_named():
    found = interests("In [2015|2015] kwam een koor uit [Lünen|DE].", owner=entity("Zwolle", "NL"))
    assert [row[0] for row in found] == ["Zwolle"]


def test_a_sentence_without_a_theme_is_none():
    assert interests("In [1995|1995] was [Zwolle|NL] in [Lünen|DE].", themes=()) == []


def tie(nl, foreign):
    return Tie(
        nl=entity(nl, "NL"), foreign=entity(foreign, "DE"), evidences=(EMPTY.evidence(Span(0, 1)),)
    )


def owned(marked, *, above=(), ties=(("Zwolle", "Lünen"),)):
    """What a paper of Zwolle tells: (Dutch place, partners), for a theme in each sentence."""
    told = tuple(replace(s, themes=("culture",)) for s in sentences(marked))
    setting = Setting(
        ties=tuple(tie(*names) for names in ties),
        owner=entity("Zwolle", "NL"),
        above={passage: entity(name, "DE") for passage, name in above},
    )
    found = find_interests(EMPTY, told, setting)
    return [(i.nl.name, sorted(e.name for e in i.foreign)) for i in found]


def test_in_its_own_paper_a_theme_is_the_owners_whatever_dutch_place_is_named_beside():
    assert owned("Het koor uit [Deventer|NL] zong in [Lünen|DE].") == [("Zwolle", ["Lünen"])]


def test_it_is_the_other_place_s_where_the_paper_ties_that_to_the_partner():
    ties = (("Zwolle", "Lünen"), ("Deventer", "Lünen"))
    marked = "Het koor uit [Deventer|NL] zong in [Lünen|DE]."
    assert owned(marked, ties=ties) == [("Deventer", ["Lünen"])]


def test_a_sentence_without_a_partner_is_about_the_one_that_it_stands_under():
    assert owned("Het koor zong er vaak.", above=[(0, "Lünen")]) == [("Zwolle", ["Lünen"])]


def test_or_about_the_last_one_that_its_section_named():
    assert owned("Wij bezochten [Lünen|DE].\n\nHet koor zong er.") == [("Zwolle", ["Lünen"])]


def test_a_place_abroad_that_is_only_named_is_no_partner():
    assert owned("In [Münster|DE] hangt het schilderij.") == []


def test_a_place_that_the_owner_does_something_with_may_be_one():
    assert owned("Het koor bezocht [Münster|DE].") == [("Zwolle", ["Münster"])]


def test_the_partner_of_another_place_is_not_the_owners():
    ties = (("Deventer", "Münster"),)
    assert owned("Het koor bezocht [Münster|DE].", ties=ties) == []
