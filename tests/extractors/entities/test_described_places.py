"""Places that no register has, in invented sentences and under invented names."""

import pytest

from corpus.reference.places import load_places
from extractors.entities.place_names import PlaceNames
from tests.build import document

NAMES = PlaceNames(load_places())


def places(text):
    return [(m.surface, m.entity.country, m.entity.kind) for m in NAMES.find(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een stedenband met het Nicaraguaanse dorp San Pedrito.", ("San Pedrito", "NI", "stad")),
        ("De jumelage met Dorogszek in Hongarije is beëindigd.", ("Dorogszek", "HU", "stad")),
        ("In het Westduitse Rhauderfehn is vergaderd.", ("Rhauderfehn", "DE", "stad")),
        ("De stedenband met Anundsjö (Zweden) is oud.", ("Anundsjö", "SE", "stad")),
        ("Wij spraken met Landkreis Ammerlant.", ("Landkreis Ammerlant", "DE", "district")),
        ("Uit de Chinese provincie Xyzang kwam een brief.", ("Xyzang", "CN", "provincie")),
    ],
)
def test_a_country_and_a_kind_make_a_name_a_place(text, expected):
    assert expected in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "De heer Jansens in Duitsland schreef een brief.",
        "De firma Zwaluwstaart & Co (Duitsland) bouwt het.",
        "De Duitse minister Genschert kwam langs.",
        "Het Duitse bedrijf Kruppstein leverde.",
        "De gemeente Nergenshuizen vergadert.",
    ],
)
def test_persons_companies_and_unsaid_countries_are_no_places(text):
    assert [p for p in places(text) if p[0] != "Duitsland"] == []


def test_a_partner_lies_in_the_one_country_that_the_paper_speaks_of():
    text = (
        "De stedenband is Tsjechisch.\n\nOnze zusterstad Kostelocz kwam. In Kostelocz is het mooi."
    )
    assert places(text) == [("Kostelocz", "CZ", "stad"), ("Kostelocz", "CZ", "stad")]


def test_a_registered_place_is_not_described_again():
    (found,) = [
        m for m in NAMES.find(document("De Duitse stad Keulen.")) if m.entity.kind == "stad"
    ]
    assert found.entity.id.startswith("geonames:")
