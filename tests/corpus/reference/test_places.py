"""The register of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reference.places import load_places
from corpus.reference.spellings import key, spellings


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


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("Nachod", "CZ"),
        ("Ibbenbueren", "DE"),
        ("Bielsko Biala", "PL"),
        ("Orjol", "RU"),
        ("Slavoetitsj", "UA"),
        ("Jenin", "PS"),
        ("Poerworedjo", "ID"),
    ],
)
def test_a_town_is_known_in_the_spellings_of_dutch_papers(written, country):
    assert best(written).country == country


def test_a_town_of_another_script_is_called_as_the_paper_does():
    assert best("Jenin").name == "Jenin"


def test_a_dutch_towns_own_name_is_no_foreign_citys_other_name():
    assert [c.entity.country for c in load_places().lookup("Breukelen")] == ["NL"]


def test_a_name_in_capitals_is_read_back():
    assert load_places().written("WÜRZBURG", shouted=True) == "Würzburg"
    assert load_places().written("WÜRZBURG") == ""


def test_a_region_named_after_its_city_comes_behind_it():
    kinds = [c.entity.kind for c in load_places().lookup("Kaliningrad")]
    assert kinds.index("stad") < kinds.index("provincie")


def test_a_village_is_no_government():
    assert not best("Bakkeveen").is_dutch_government


@given(st.text("aoyAnstzÅßčşţłøðİı -'’", min_size=1, max_size=30))
def test_every_spelling_of_a_name_has_its_key(name):
    assert {key(spelled) for spelled in spellings(name)} == {key(name)}
