"""Who plays a part in a paper."""

from dataclasses import replace

from numpy import array

from extractors.actors import find_actors
from extractors.ties import find_ties
from models.linear import LinearModel
from tests.build import document, entity, sentences

EMPTY = document("x")


def actors(marked, **options):
    return {a.entity.name: a for a in find_actors(EMPTY, sentences(marked), **options)}


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


def test_the_governments_of_ties_and_events_are_actors():
    told = sentences("[Winterswijk|NL] heeft een stedenband met [Borken|DE]. [Goes|NL] ligt ver.")
    ties = find_ties(EMPTY, told)
    found = {a.entity.name: a for a in find_actors(EMPTY, told, facts=(ties, ()))}
    assert {name: a.entity.kind for name, a in found.items()} == {
        "Gemeente Winterswijk": "local_government",
        "Borken": "local_government",
    }
    assert [e.quote for e in found["Borken"].evidences] == ["Borken"]


def test_a_government_without_a_part_is_no_actor():
    assert actors("[Winterswijk|NL] heeft een stedenband met [Borken|DE].") == {}


def test_what_is_named_by_what_it_is_is_found_without_a_mark():
    told = (
        'De zeevaartschool en de hervormde gemeente ontvingen zangkoor "De Lijster" uit [Emden|DE].'
    )
    assert {name: a.entity.kind for name, a in actors(told).items()} == {
        "zeevaartschool": "knowledge_institution",
        "hervormde gemeente": "association",
        "De Lijster": "association",
    }


def test_minutes_name_a_speakers_group():
    told = "De heer [Wubs|PER] (P.v.d.A.) en mevrouw [Smit|PER] (Leefbaar Goor) stemden tegen."
    found = actors(told)
    assert {a.entity.name: a.entity.kind for a in found.values()} == {
        "PvdA": "party_organ",
        "Leefbaar Goor": "party_organ",
    }


def test_the_same_group_in_another_council_is_another_actor():
    told = "De heer Wubs (VVD) sprak."
    ids = {actors(told, owner=entity(town, "NL"))["VVD"].entity.id for town in ("Goor", "Tiel")}
    assert len(ids) == 2


def test_short_and_long_form_of_a_name_are_one_actor():
    found = actors("De [Hogeschool Noordwal|ORG] reisde mee. [Noordwal|ORG] betaalde.")
    assert found["Hogeschool Noordwal"].entity.other_names == ("Noordwal",)


def test_the_judge_decides_and_says_why():
    told = "De [Twentse Kring|ORG] reisde mee naar [Borken|DE]."
    judge = LinearModel(
        classes=("actor", "none"),
        features=("passage:foreign",),
        coefficients=array([[2.0], [-2.0]]),
        intercepts=array([0.0, 0.0]),
    )
    (actor,) = actors(told, judge=judge).values()
    assert actor.confidence > 0.9
    assert actor.why == ("passage:foreign +4.00",)
    assert actors("De [Twentse Kring|ORG] at taart.", judge=replace(judge, threshold=0.6)) == {}


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
    assert list(actors(told)) == ["VNG"]


def test_an_actor_is_called_as_the_paper_calls_it_with_the_registers_names_beside():
    (actor,) = actors("De [VNG|ORG] reisde mee.").values()
    assert actor.entity.name == "VNG"
    assert "Vereniging van Nederlandse Gemeenten" in actor.entity.other_names
    both = "De [Vereniging van Nederlandse Gemeenten|ORG] reisde mee. De [VNG|ORG] betaalde."
    assert list(actors(both)) == ["Vereniging van Nederlandse Gemeenten"]
