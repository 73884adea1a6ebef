"""When a happening was: said, counted from the story or the paper, or carried on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records.dates import is_edtf
from extractors.events.candidates import candidates
from extractors.events.times import times_of
from tests.build import sentences


def times(marked, published="1998-06-12"):
    return [
        [(t.when, t.how) for t in said] for said in times_of(sentences(marked, published=published))
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("In [1985|1985] begon het. Een jaar later kwam men terug.", ("1986", "story")),
        ("In [1985|1985] begon het. Twee jaar daarvoor had men geschreven.", ("1983", "story")),
        ("In [1985|1985] begon het. In datzelfde jaar kwam de burgemeester.", ("1985", "story")),
        ("In [1985|1985] begon het. Het jaar daarop kwam men.", ("1986", "story")),
        ("In [1985|1985] begon het. Die zomer kwam men.", ("1985-06/1985-08", "story")),
        ("In [1985|1985] begon het. Men kwam vaak.", ("1985", "carried")),
        ("Heden tekenen wij.", ("1998-06-12", "today")),
        ("Wij tekenen.", ("1998-06-12", "own")),
    ],
)
def test_a_time_is_counted_from_the_date_that_the_story_has_come_to(marked, expected):
    assert expected in times(marked)[-1]


def test_a_month_without_year_may_be_the_stories_or_the_papers():
    told = times("In [1985|1985] begon het. In het voorjaar kwam men.")[-1]
    assert told == [("1985-03/1985-05", "bare_story"), ("1998-03/1998-05", "bare_paper")]


def test_two_years_that_follow_each_other_are_one_stretch():
    assert times("In [2010|2010] en [2011|2011] kwam men.") == [[("2010/2011", "said")]]


def test_two_years_apart_are_two_times_unless_the_words_say_a_stretch():
    assert times("In [1985|1985] en [1992|1992] kwam men.") == [
        [("1985", "said"), ("1992", "said")]
    ]
    assert times("Tussen [1985|1985] en [1992|1992] kwam men.") == [[("1985/1992", "said")]]


def test_a_story_ends_with_its_section():
    told = times("In [1985|1985] begon het.\n\n# Kosten\n\nMen kwam vaak.")
    assert told[-1] == [("1998-06-12", "own")]


def test_each_time_of_a_sentence_has_its_own_clause():
    found = candidates(
        sentences(
            "In [1970|1970] besloot de raad van [Zwolle|NL]; in [1971|1971] tekende [Lünen|DE] daar de oorkonde van."
        ),
        owner=None,
    )
    assert [(c.time.when, c.text[:7]) for c in found] == [("1970", "In 1970"), ("1971", "in 1971")]


@given(st.text("abcIn 198590. jaar later mei,;\n", max_size=120))
def test_any_text_gives_valid_times_inside_their_sentence(text):
    told = sentences(f"Men {text} kwam.", published="1998-06-12")
    for sentence, said in zip(told, times_of(told), strict=True):
        for time in said:
            assert is_edtf(time.when)
            assert sentence.span.start <= time.start <= time.end <= sentence.span.end
