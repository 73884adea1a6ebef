"""What a common noun says of the organisation it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reference.organisations import KINDS, find_noun


@pytest.mark.parametrize(
    ("word", "kind", "is_compound"),
    [
        ("school", "knowledge_institution", False),
        ("Zeevaartschool", "knowledge_institution", True),
        ("jongerenraad", "association", True),
        ("Partnerschaftsverein", "association", True),
        ("múzeum", "other", False),
    ],
)
def test_a_noun_tells_the_kind(word, kind, is_compound):
    noun = find_noun(word)
    assert noun is not None
    assert (noun.kind, noun.is_compound) == (kind, is_compound)


def test_the_longest_ending_decides():
    assert find_noun("raadhuis").kind == "none"


def test_an_ordinary_word_names_no_organisation():
    assert find_noun("brief") is None


@given(st.text(max_size=30))
def test_any_word_is_of_a_known_kind_or_none(word):
    noun = find_noun(word)
    assert noun is None or noun.kind in {*KINDS, "none"}
