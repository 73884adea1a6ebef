"""The register of places."""

import pytest

from corpus.reference.places import load_places


def best(name):
    return load_places().lookup(name)[0].entity


def test_every_dutch_municipality_of_2025_is_there_with_its_code():
    codes = {e.id for e in load_places().dutch() if e.kind == "gemeente" and "~" not in e.id}
    assert len(codes) == 342


def test_there_are_twelve_provinces():
    assert len({e.id for e in load_places().dutch() if e.kind == "provincie"}) == 12


@pytest.mark.parametrize(
    ("name", "canonical", "country"),
    [
        ("Den Bosch", "'s-Hertogenbosch", "NL"),
        ("Keulen", "Keulen", "DE"),
        ("Köln", "Keulen", "DE"),
        ("Münster", "Münster", "DE"),
        ("Peking", "Beijing", "CN"),
        ("Tientsin", "Tianjin", "CN"),
        ("Fryslân", "Friesland", "NL"),
        ("Gaziantep", "Gaziantep", "TR"),
        ("Paramaribo", "Paramaribo", "SR"),
    ],
)
def test_a_spelling_leads_to_the_canonical_name(name, canonical, country):
    assert (best(name).name, best(name).country) == (canonical, country)


def test_groningen_is_first_the_municipality_then_the_province():
    kinds = [c.entity.kind for c in load_places().lookup("Groningen")][:2]
    assert kinds == ["gemeente", "provincie"]


def test_a_municipality_that_merged_is_still_itself():
    former = best("Delfzijl")
    assert former.kind == "gemeente"
    assert former.id != best("Eemsdelta").id


def test_the_adjective_of_a_town_leads_to_the_town():
    assert best("Winterswijkse").name == "Winterswijk"


def test_both_forms_of_a_countrys_adjective_are_known():
    adjectives = load_places().adjectives()
    assert adjectives["pools"] == adjectives["poolse"] == "PL"


def test_places_have_positions_for_the_map():
    latitude, longitude = load_places().position(best("Zwolle").id)
    assert 52 < latitude < 53
    assert 5.5 < longitude < 6.5


def test_an_unknown_name_stands_for_nothing():
    assert load_places().lookup("Nergenshuizen") == ()
