"""Organisations named by what they are, and political groups: from the text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.actors.described import find_described
from extractors.actors.parties import find_parties


def found(text):
    return [text[d.start : d.end] for d in find_described(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wij spraken met de zeevaartschool.", ["zeevaartschool"]),
        ("Het waterschap Veen en Duin tekende.", ["waterschap Veen en Duin"]),
        ("Ook zeilclub Het Anker voer mee.", ["zeilclub Het Anker"]),
        ("De agrarische school in Altenburg kwam.", ["agrarische school in Altenburg"]),
        ("De hervormde gemeente van Goor schonk een klok.", ["hervormde gemeente van Goor"]),
        ("Het Heidecollege te Fulda schreef.", ["Heidecollege te Fulda"]),
        ("Onze werkgroep “Vrede nu” vergadert.", ["werkgroep “Vrede nu”"]),
        ("Een kenniscentrum van de Noorder Academie.", ["kenniscentrum", "Noorder Academie"]),
        ("De politie van Altenburg Goor bezocht.", ["politie van Altenburg"]),
    ],
)
def test_a_description_ends_where_the_name_does(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    ["De gemeente Goor sprak.", "Het college stemt in.", "De school is dicht.", "Op het stadhuis."],
)
def test_what_says_nobody_in_particular_is_no_description(text):
    assert found(text) == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_descriptions_and_groups_lie_in_the_text_in_order_and_apart(text):
    ends = 0
    for described in find_described(text):
        assert ends <= described.start <= described.core < described.end <= len(text)
        ends = described.end
    for party in find_parties(text):
        assert 0 <= party.start < party.end <= len(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mevrouw Smit (P.v.d.A.) vraagt het.", ["PvdA"]),
        ("De heer De Boer (Leefbaar Goor) ook.", ["Leefbaar Goor"]),
        ("Ingediend door: D66, Groen Links en SGP.", ["D66", "GroenLinks", "SGP"]),
        ("Namens de fractie van Dorpsbelangen.", ["Dorpsbelangen"]),
        ("Een motie van PSP-PPR-CPN.", ["PSP-PPR-CPN"]),
    ],
)
def test_groups_are_found_where_minutes_name_them(text, names):
    assert sorted(p.name for p in find_parties(text)) == sorted(names)
