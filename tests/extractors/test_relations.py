"""How actors stand to each other, sentence by sentence."""

import pytest

from extractors.actors import find_actors, find_relations
from tests.build import document, sentences

EMPTY = document("x")


def relations(marked):
    told = sentences(marked)
    found = find_relations(EMPTY, told, find_actors(EMPTY, told))
    return [(r.subject.name, r.relation, r.object.name) for r in found]


OOST, BOND = "[Kring Oost|ORG]", "[Bond voor Uitwisseling|ORG]"
TOLD = (
    (f"De {OOST} is een onderdeel van de {BOND}.", "part_of"),
    (f"De {OOST}, dat onder de {BOND} valt, tekende.", "part_of"),
    (f"De {OOST} staat onder leiding van de {BOND}.", "led_by"),
    (f"De {OOST} wordt aangestuurd door de {BOND}.", "led_by"),
    (f"De {OOST} is lid van de {BOND}.", "member_of"),
    (f"De {OOST} is in 2004 gefuseerd met de {BOND}.", "merged_with"),
    (f"De {OOST} werkt nauw samen met de {BOND}.", "agreement_with"),
    (f"De {OOST} en de {BOND} tekenden een convenant.", "agreement_with"),
    (f"Er is een afspraak uit 2012 tussen de {OOST} en de {BOND}.", "agreement_with"),
    (f"De {OOST} richtte in 2001 de {BOND} op.", "founded"),
    (f"De door de {OOST} opgerichte {BOND} groeit.", "founded"),
    (f"De {OOST} houdt toezicht op de {BOND}.", "supervises"),
    (f"De {OOST} concurreert met de {BOND}.", "competes_with"),
    (f"De {OOST} werkt parallel aan de {BOND}.", "parallel_to"),
)


@pytest.mark.parametrize(("marked", "relation"), TOLD)
def test_a_sentence_tells_a_relation(marked, relation):
    assert relations(marked) == [("Kring Oost", relation, "Bond voor Uitwisseling")]


def test_a_passive_founding_has_the_founder_as_subject():
    assert relations("Het [Comité Oost|ORG] is opgericht door [Rotaryclub Almelo|ORG].") == [
        ("Rotaryclub Almelo", "founded", "Comité Oost")
    ]


def test_an_agreement_with_a_government_is_told():
    assert relations(
        "De gemeente [Almelo|NL] tekende in 2004 een overeenkomst met [Saxion|ORG]."
    ) == [("Almelo", "agreement_with", "Saxion")]


def test_het_at_the_head_of_a_sentence_is_what_the_one_before_was_about():
    told = "Het [Fonds Oost|ORG] groeit. Het werkt samen met de [Bond voor Uitwisseling|ORG]."
    assert relations(told) == [("Fonds Oost", "agreement_with", "Bond voor Uitwisseling")]


def test_the_foundation_is_the_one_that_was_named():
    told = (
        "De [Stichting Oost|ORG] en [Zubr|ORG] kwamen. De stichting is lid van de [Bond West|ORG]."
    )
    assert relations(told) == [("Stichting Oost", "member_of", "Bond West")]


def test_those_in_brackets_behind_a_network_are_its_members():
    found = relations("Het [Zorgplatform Oost|ORG] ([Zubr|ORG], [Vardex|ORG]) reisde mee.")
    assert found == [
        ("Zubr", "member_of", "Zorgplatform Oost"),
        ("Vardex", "member_of", "Zorgplatform Oost"),
    ]


def test_a_seat_is_a_place():
    assert relations("De [Kring Oost|ORG] te [Zutphen|NL] schreef.") == [
        ("Kring Oost", "located_in", "Zutphen")
    ]


def test_an_agreement_that_was_given_up_is_none():
    assert relations(f"De {OOST} zegt dat de samenwerking met de {BOND} is opgezegd.") == []


def test_names_far_apart_or_merely_listed_stand_in_no_relation():
    assert relations("De [Kring Oost|ORG] en de [Kring West|ORG] kwamen.") == []
