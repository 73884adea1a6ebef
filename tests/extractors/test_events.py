"""What happened, when, and who took part."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Event, Tie
from extractors.events import find_events
from extractors.events.merging import merged
from extractors.events.wording import WORDS, wording
from models.event_classifier import EventClassifier
from models.linear import LinearModel
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


# A classifier of two features: what is learnt is told apart from what the cue table says.
_TOLD = LinearModel(
    classes=("event", "none"),
    features=("always", "sense:fallen_through", "word:GEMEENTE"),
    coefficients=np.array([[0.0, -6.0, 4.0], [0.0, 6.0, 0.0]]),
    intercepts=np.array([0.0, 0.0]),
    threshold=0.6,
)
_TYPE = LinearModel(
    classes=("other", "visit"),
    features=("word:bezocht",),
    coefficients=np.array([[-1.0], [3.0]]),
    intercepts=np.array([0.0, 0.0]),
)
LEARNT = EventClassifier(told=_TOLD, type=_TYPE)
OWNER = entity("Zwolle", "NL")


def learnt(marked, **options):
    return find_events(
        sentences(marked, published="2012-05-08"), owner=OWNER, classifier=LEARNT, **options
    )


def test_the_learned_decision_says_whether_and_what_and_why():
    (event,) = learnt("In [2008|2008] bezocht [Zwolle|NL] de haven.")
    assert (event.type, event.when) == ("visit", "2008")
    assert event.confidence == pytest.approx(0.982, abs=0.001)
    assert "event: word:GEMEENTE +4.00" in event.why
    assert any(reason.startswith("visit: word:bezocht +") for reason in event.why)


def test_what_the_classifier_does_not_believe_is_no_event():
    assert learnt("Het bezoek van [2008|2008] aan [Zwolle|NL] is afgelast.") == ()


def test_the_owner_and_the_partner_that_the_text_goes_on_about_are_understood():
    told = learnt("[Lünen|DE] is ver.\n\nWij van [Zwolle|NL] reisden daarheen in [2008|2008].")
    assert [(e.nl_parties, [p.name for p in e.foreign_parties]) for e in told][-1:] == [
        ((OWNER,), ["Lünen"])
    ]


def test_in_a_paper_that_is_nobodys_own_the_rules_speak_too():
    told = sentences("In [2008|2008] schonk [Lünen|DE] een klok.", published="2012-05-08")
    assert [e.type for e in find_events(told, classifier=LEARNT)] == ["gift"]
    assert find_events(told, owner=OWNER, classifier=LEARNT) == ()


def _event(type_="visit", when="2008", foreign=("Lünen",), confidence=0.5):
    paper = document("Iets.")
    return Event(
        type=type_, when=when, nl_parties=(OWNER,), confidence=confidence,
        foreign_parties=tuple(entity(name, "DE") for name in foreign),
        evidences=(paper.evidence(paper.passages[0].span),),
    )  # fmt: skip


def test_a_day_and_its_year_can_be_of_one_happening_and_the_day_is_kept():
    (one,) = merged((_event(when="2008", confidence=0.9), _event(when="2008-05-03")))
    assert one.when == "2008-05-03"


@pytest.mark.parametrize(
    "other",
    [
        _event(type_="gift"),
        _event(when="2009"),
        _event(foreign=("Vreden",)),
        _event(when="200X"),
    ],
)
def test_another_type_year_or_partner_is_another_happening(other):
    assert len(merged((_event(), other))) == 2


@given(
    st.lists(
        st.builds(
            _event,
            type_=st.sampled_from(("visit", "gift")),
            when=st.sampled_from(("2008", "2008-05", "2009", "2008/2009")),
            foreign=st.sampled_from((("Lünen",), ("Vreden",), ())),
            confidence=st.sampled_from((0.4, 0.8)),
        ),
        max_size=6,
    )
)
def test_merging_loses_no_evidence_and_is_the_same_in_any_order(events):
    found = merged(events)
    assert {e for event in events for e in event.evidences} == {
        e for event in found for e in event.evidences
    }
    assert [e.key for e in merged(tuple(reversed(events)))] == [e.key for e in found]
