"""Whose interest goes to what, and when."""

from dataclasses import replace

from extractors.interests import find_interests
from tests.build import document, entity, sentences

EMPTY = document("x")


def interests(marked, *, themes=("culture",), owner=None, **options):
    told = tuple(replace(s, themes=themes) for s in sentences(marked, **options))
    found = find_interests(EMPTY, told, ties=(), owner=owner)
    return [(i.nl.name, i.theme, i.period, [e.name for e in i.foreign]) for i in found]


def test_a_theme_of_a_sentence_about_a_place_and_its_partner_is_an_interest():
    marked = "In [1995|1995] zong het koor van [Zwolle|NL] in [Lünen|DE]."
    assert interests(marked) == [("Zwolle", "culture", "1989-2004", ["Lünen"])]


def test_the_papers_own_period_comes_before_the_standard_one():
    marked = "In [1995|1995] zong het koor van [Zwolle|NL] in [Lünen|DE]."
    assert interests(marked, periods={0: "1990-1999"})[0][2] == "1990-1999"


def test_a_sentence_at_home_is_no_interest_abroad():
    assert interests("In [1995|1995] zong het koor van [Zwolle|NL] in de kerk.") == []


def test_the_owner_is_the_place_where_none_is_named():
    found = interests("In [2015|2015] kwam een koor uit [Lünen|DE].", owner=entity("Zwolle", "NL"))
    assert [row[0] for row in found] == ["Zwolle"]


def test_a_sentence_without_a_theme_is_none():
    assert interests("In [1995|1995] was [Zwolle|NL] in [Lünen|DE].", themes=()) == []
