"""Mentions in invented sentences: found, told apart, linked."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.reference.organisations import load_organisations
from corpus.reference.places import load_places
from extractors.entities.owner import find_owner
from extractors.entities.recogniser import Recogniser
from models.dutch import TaggedName
from tests.build import document

RECOGNISER = Recogniser(places=load_places(), organisations=load_organisations())


class Seen:
    """A pipeline that sees the names it was told, wherever they stand."""

    def __init__(self, names):
        self.names = names

    def entities(self, texts):
        return [
            [
                TaggedName(start=at, end=at + len(name), label=label, score=0.8)
                for name, label in self.names.items()
                if (at := text.find(name)) >= 0
            ]
            for text in texts
        ]


def mentions(text, label):
    return [m for m in RECOGNISER.find(document(text)) if m.label == label]


def places(text):
    return [(m.surface, m.entity.name) for m in mentions(text, "PLACE")]


def kinds(text):
    return [m.entity.kind for m in mentions(text, "PLACE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gemeente Zwolle schrijft.", [("gemeente Zwolle", "Zwolle")]),
        ("Een Haagse wethouder sprak.", [("Haagse", "Den Haag")]),
        ("China's rol groeit.", [("China", "China")]),
        ("De band Zwolle-Lünen.", [("Zwolle", "Zwolle"), ("Lünen", "Lünen")]),
        ("De raad van Best vergadert in Best.", [("Best", "Best"), ("Best", "Best")]),
        ("STEDENBAND ZWOLLE EN LÜNEN", [("ZWOLLE", "Zwolle"), ("LÜNEN", "Lünen")]),
    ],
)
def test_places_are_found_under_their_canonical_name(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Best wel een goed idee.",
        "Bergen papier lagen op tafel.",
        "De heer Van Bergen (PvdA) vraagt het woord.",
        "President Washington tekende.",
        "Mevrouw Van Dongen bedankt de griffier.",
    ],
)
def test_a_word_or_surname_is_no_place(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("De provincie Groningen besloot.", "provincie"),
        ("De gemeente Utrecht besloot.", "gemeente"),
        ("In Groningen, Friesland en Drenthe speelt dit niet.", "provincie"),
        ("In Groningen en Assen speelt dit niet.", "gemeente"),
        ("De provincies Groningen en Drenthe besloten.", "provincie"),
    ],
)
def test_the_word_before_tells_city_from_province(text, kind):
    assert kinds(text)[0] == kind


def test_the_country_beside_a_name_decides_which_place_it_is():
    [found, _] = mentions("Een delegatie uit Bergen in Noorwegen.", "PLACE")
    assert found.entity.country == "NO"


def test_a_foreign_province_is_not_the_city_it_is_named_after():
    [found] = [
        m for m in mentions("De provincie Teruel in Spanje.", "PLACE") if "Teruel" in m.surface
    ]
    assert found.entity.kind == "provincie"


def test_an_abbreviation_is_learnt_from_the_paper():
    text = "De Stichting Vrienden van Lublin (SVL) bestaat lang.\n\nDe SVL vergadert."
    names = {(m.surface, m.entity.name) for m in mentions(text, "ORG")}
    assert ("SVL", "Stichting Vrienden van Lublin") in names


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        (
            "Wij spraken met het Ministerie van Buitenlandse Zaken.",
            "Ministerie van Buitenlandse Zaken",
        ),
        ("De Stichting Jumelage Losser regelt dat.", "Stichting Jumelage Losser"),
        ("Een bezoek aan de Technische Universiteit Delft.", "Technische Universiteit Delft"),
        ("De Poolse ambassade zond een brief.", "Poolse ambassade"),
        ("Het bedrijf Kuipers Holding opende.", "Kuipers Holding"),
    ],
)
def test_an_organisation_is_found_by_register_or_form(text, surface):
    assert surface in [m.surface for m in mentions(text, "ORG")]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Burgemeester Van Rossum opent.", "Van Rossum"),
        ("Daarop zei Willemien de Vries iets.", "Willemien de Vries"),
        ("De heer J.P. Jansen vraagt.", "J.P. Jansen"),
        ("Toen kwam Wang Xiaoming binnen.", "Wang Xiaoming"),
    ],
)
def test_a_person_is_found_by_title_first_name_or_initials(text, surface):
    assert surface in [m.surface for m in mentions(text, "PER")]


def test_a_surname_alone_is_the_person_introduced_before():
    text = "Burgemeester Willemien Kuipers sprak.\n\nDaarna dankte Kuipers de gasten."
    found = mentions(text, "PER")
    assert [m.entity.name for m in found] == ["Willemien Kuipers", "Willemien Kuipers"]


def test_a_day_takes_the_year_named_before_it():
    text = "In 2009 kwam de delegatie op 3 mei aan."
    assert [m.value for m in mentions(text, "DATE")] == ["2009", "2009-05-03"]


@pytest.mark.parametrize(
    ("text", "owner", "reason"),
    [
        (
            "Het college van burgemeester en wethouders van Winterswijk besluit over Bocholt.",
            "Winterswijk",
            "letterhead",
        ),
        (
            "# Gemeente Deventer\n\nOnderwerp: de band met Tartu en het bezoek van Zwolle.",
            "Deventer",
            "letterhead",
        ),
        (
            "Gedeputeerde Staten van Overijssel antwoorden de gemeente Zwolle.",
            "Overijssel",
            "letterhead",
        ),
        (
            "GEMEENTE KAPELLE\n\nDe raad, gelet op de brief van gedeputeerde staten van Zeeland.",
            "Kapelle",
            "letterhead",
        ),
        (
            "BESLUITENLIJST B&W HOORN - OPENBAAR\n\nEr schrijft de raad van Wognum.",
            "Hoorn",
            "letterhead",
        ),
        (
            "Onderwerp: de raad van Lochem\n\nAldus burgemeester en wethouders van Zutphen.",
            "Zutphen",
            "sender",
        ),
    ],
)
def test_the_owner_of_a_paper_is_who_signs_or_heads_it_and_what_says_so_is_kept(
    text, owner, reason
):
    made = document(text)
    found = find_owner(made, RECOGNISER.find(made))
    assert (found.entity.name, found.reason) == (owner, reason)


def test_the_owner_that_the_source_names_need_not_stand_in_the_paper():
    made = document("Onze zusterstad bestaat 800 jaar.", owner="Zuidlaren")
    found = find_owner(made, RECOGNISER.find(made))
    assert (found.entity.name, found.reason) == ("Zuidlaren", "source")


def test_an_adjective_of_a_country_is_no_part_of_a_place_that_the_pipeline_sees():
    sees = Seen({"Poolse Toruń": "ORG", "Kluunpolder": "PLACE"})
    tagged = Recogniser(places=load_places(), organisations=load_organisations(), nlp=sees)
    made = document("Een brief van het Poolse Toruń over de Kluunpolder.")
    found = {m.surface: m for m in tagged.find(made)}
    assert found["Toruń"].entity.country == "PL"
    assert found["Kluunpolder"].label == "PLACE" and found["Kluunpolder"].entity is None


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "Zwolle",
                "Lünen",
                "gemeente",
                "Universiteit",
                "van",
                "en",
                "(",
                ")",
                "ABC",
                "1985",
                "de heer",
                "Jansen",
                "Best",
                ".",
                "'s",
                "Wang",
                "Li",
                "provincie",
                "China",
            ]
        ),
        max_size=25,
    )
)
def test_mentions_never_overlap_and_quote_the_text(words):
    made = document(" ".join(words) or "leeg")
    found = RECOGNISER.find(made)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(made.text[m.span.start : m.span.end] == m.surface for m in found)
