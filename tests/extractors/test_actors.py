"""Who plays a part in a paper, and how actors stand to each other."""

from extractors.actors import find_actors, find_relations
from tests.build import document, entity, sentences

EMPTY = document("x")


def actors(marked, **options):
    return {a.entity.name: a for a in find_actors(EMPTY, sentences(marked), **options)}


def relations(marked):
    told = sentences(marked)
    found = find_relations(EMPTY, told, find_actors(EMPTY, told))
    return [(r.subject.name, r.relation, r.object.name) for r in found]


def test_an_organisation_named_twice_is_one_actor_with_two_pieces_of_evidence():
    found = actors("De [Twentse Kring|ORG] reisde mee. Ook de [Twentse Kring|ORG] betaalde.")
    assert found["Twentse Kring"].mentions == 2
    assert len(found["Twentse Kring"].evidences) == 2


def test_the_words_of_a_name_tell_its_kind():
    found = actors(
        "De [Stichting Vrienden van Lublin|ORG] en [Sparkasse Borken|ORG] en [Klinikum Bocholt|ORG] kwamen."
    )
    assert {name: a.entity.kind for name, a in found.items()} == {
        "Stichting Vrienden van Lublin": "association",
        "Sparkasse Borken": "bank",
        "Klinikum Bocholt": "hospital",
    }


def test_the_adjective_before_a_name_tells_its_country():
    found = actors("De Poolse [Zubr Logistics|ORG] kwam naar de beurs.")
    assert found["Zubr Logistics"].entity.country == "PL"


def test_the_town_after_a_name_tells_its_country():
    found = actors("Het koor [Harmonie Eintracht|ORG] uit [Borken|DE] zong.")
    assert found["Harmonie Eintracht"].entity.country == "DE"


def test_two_governments_with_a_tie_between_them_are_actors():
    found = actors("[Winterswijk|NL] heeft een stedenband met [Borken|DE].")
    assert {name: a.entity.kind for name, a in found.items()} == {
        "Gemeente Winterswijk": "local_government",
        "Borken": "local_government",
    }


def test_a_town_where_something_merely_lies_is_no_actor():
    assert actors("Het depot ligt bij [Zutphen|NL].") == {}


def test_a_government_that_is_shown_acting_is_an_actor():
    assert list(actors("Wethouders van [Zutphen|NL] gingen akkoord.")) == ["Gemeente Zutphen"]


def test_the_owner_of_a_paper_is_an_actor():
    assert list(actors("Er wonen 40.000 mensen in [Zwolle|NL].", owner=entity("Zwolle", "NL"))) == [
        "Gemeente Zwolle"
    ]


def test_an_ambassador_stands_for_the_embassy():
    found = actors("De Turkse ambassadeur bezocht het stadhuis.")
    assert found["Turkse ambassade"].entity.country == "TR"


def test_a_memorandum_is_no_actor():
    assert actors("Het [Memorandum of Understanding|ORG] is getekend.") == {}


def test_who_of_an_organisation_speaks_is_no_actor_of_its_own():
    assert (
        list(actors("[Voorzitter van de Twentse Kring|ORG] sprak. De [Twentse Kring|ORG] ook."))
        != []
    )
    told = "De [Medewerkers van de VNG|ORG] reisden mee."
    assert list(actors(told)) == ["Vereniging van Nederlandse Gemeenten"]


def test_a_part_of_another_organisation_is_told():
    assert relations(
        "De [Kring Oost|ORG] is een onderdeel van de [Bond voor Uitwisseling|ORG]."
    ) == [("Kring Oost", "part_of", "Bond voor Uitwisseling")]


def test_a_passive_founding_has_the_founder_as_subject():
    assert relations("Het [Comité Oost|ORG] is opgericht door [Rotaryclub Almelo|ORG].") == [
        ("Rotaryclub Almelo", "founded", "Comité Oost")
    ]


def test_an_agreement_with_a_government_is_told():
    assert relations(
        "De gemeente [Almelo|NL] tekende in 2004 een overeenkomst met [Saxion|ORG]."
    ) == [("Gemeente Almelo", "agreement_with", "Saxion")]


def test_names_far_apart_or_merely_listed_stand_in_no_relation():
    assert relations("De [Kring Oost|ORG] en de [Kring West|ORG] kwamen.") == []
