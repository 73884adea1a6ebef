"""The invariants of documents, evidence and facts; the codec."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Actor, Event, Span, Tie
from corpus.records.codec import from_json, to_json
from corpus.records.ids import record_id
from tests.build import document, entity


@given(st.data())
def test_the_quote_of_an_evidence_is_the_text_at_its_offsets(data):
    made = document("# Kop\n\n[Zwolle|NL] en [Lünen|CN].\n\nNog een alinea.")
    start = data.draw(st.integers(0, len(made.text) - 1))
    end = data.draw(st.integers(start + 1, len(made.text)))
    evidence = made.evidence(Span(start, end))
    assert evidence.quote == made.text[start:end]
    assert evidence.page == 1


def test_an_evidence_past_the_text_cannot_be_made():
    made = document("Kort.")
    with pytest.raises(ValueError, match="past the text"):
        made.evidence(Span(0, 99))


def test_a_span_without_length_cannot_be_made():
    with pytest.raises(ValueError, match=r"."):
        Span(3, 3)


def test_a_fact_without_evidence_cannot_be_made():
    with pytest.raises(ValueError, match="needs evidence"):
        Tie(nl=entity("Zwolle", "NL"), foreign=entity("Lünen", "DE"), evidences=())


def tie(**changed):
    made = document("Zwolle en Lünen.")
    values = {
        "nl": entity("Zwolle", "NL"),
        "foreign": entity("Lünen", "DE"),
        "evidences": (made.evidence(Span(0, 6)),),
    }
    return Tie(**(values | changed))


def test_a_record_keeps_its_id_when_its_years_are_learnt():
    assert record_id(tie()) == record_id(tie(formed="1991", status="active"))


def test_another_partner_is_another_record():
    assert record_id(tie()) != record_id(tie(foreign=entity("Arad", "RO")))


def test_an_event_keeps_its_id_when_its_month_is_learnt():
    made = document("In mei 1991.")
    evidences = (made.evidence(Span(0, 2)),)
    common = {"type": "visit", "nl_parties": (entity("Zwolle", "NL"),), "evidences": evidences}
    assert record_id(Event(when="1991", **common)) == record_id(Event(when="1991-05", **common))


def test_a_fact_comes_back_from_json_as_it_was():
    fact = tie(formed="1991")
    assert from_json(Tie, to_json(fact)) == fact


def test_an_actor_comes_back_with_its_entity():
    made = document("VNG")
    fact = Actor(entity=entity("VNG", "ORG/association"), evidences=(made.evidence(Span(0, 3)),))
    assert from_json(Actor, to_json(fact)) == fact
