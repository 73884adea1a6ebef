"""What happened, when, and who took part."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Tie
from extractors.events import find_events
from extractors.events.wording import WORDS, wording
from tests.build import document, entity, sentences


def events(marked, **options):
    found = find_events(sentences(marked), **options)
    return [
        (e.type, e.when, [p.name for p in e.nl_parties], [p.name for p in e.foreign_parties])
        for e in found
    ]


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("In [2008|2008] bezocht de burgemeester van [Zwolle|NL] de stad [Lünen|DE].", "visit"),
        ("Op [3 mei 2008|2008-05-03] ontving [Zwolle|NL] gasten uit [Lünen|DE].", "delegation_received"),
        ("In [2008|2008] schonk [Zwolle|NL] een brandweerauto aan [Lünen|DE].", "gift"),
        ("In [2008|2008] ging een handelsmissie van [Zwolle|NL] naar [Ningbo|CN].", "mission"),
        ("In [2008|2008] logeerden leerlingen uit [Lünen|DE] in [Zwolle|NL].", "exchange"),
        ("In [2008|2008] vroeg [Lünen|DE] hulp aan [Zwolle|NL].", "request"),
    ],
)  # fmt: skip
def test_a_word_of_happening_with_a_date_is_an_event(marked, type_):
    assert (type_, marked.split("|")[1].split("]")[0], ["Zwolle"]) in [
        e[:3] for e in events(marked)
    ]


def test_what_is_planned_or_denied_did_not_happen():
    assert events("In [2030|2030] zal [Zwolle|NL] de stad [Lünen|DE] bezoeken.") == []


def test_a_sentence_at_home_tells_no_event_abroad():
    assert events("In [2008|2008] bezocht de burgemeester van [Zwolle|NL] een school.") == []


def test_a_sentence_goes_on_about_the_date_of_the_one_before_it():
    told = events("In [2008|2008] regende het. De raad van [Zwolle|NL] bezocht [Lünen|DE].")
    assert told == [("visit", "2008", ["Zwolle"], ["Lünen"])]


def test_the_forming_and_the_ending_of_a_tie_are_events():
    evidence = (
        document("Sinds 1974 verbonden.").evidence(
            document("Sinds 1974 verbonden.").passages[0].span
        ),
    )
    tie = Tie(
        nl=entity("Zwolle", "NL"), foreign=entity("Lünen", "DE"), formed="1974", ended="1996",
        status="ended", confidence=0.9, evidences=evidence,
    )  # fmt: skip
    found = find_events((), ties=(tie,))
    assert [(e.type, e.when) for e in found] == [("tie_formed", "1974"), ("tie_ended", "1996")]


def test_one_happening_told_twice_is_one_event_with_two_pieces_of_evidence():
    (event,) = find_events(
        sentences(
            "In [2008|2008] bezocht [Zwolle|NL] [Lünen|DE]. In [2008|2008] bezocht [Zwolle|NL] [Lünen|DE]."
        ),
    )
    assert len(event.evidences) == 2


@given(st.text("abc ,;.de", max_size=300), st.integers(0, 300))
def test_what_happened_is_told_in_at_most_twelve_words_of_the_sentence(text, at):
    told = wording(text, min(at, len(text)))
    assert len(told.split()) <= WORDS
    assert set(re.findall(r"\w+", told)) <= set(re.findall(r"\w+", text))
