"""What the embedded pipeline is told of names: lists as hashes, the longest name first."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from models.name_features import FIRST, PERSON, PLACE, name_features, name_key, token_features

NAMES = {"Winterswijk": PLACE, "Jan de Vries": PERSON, "Jan": FIRST, "Noord-Brabant": PLACE}
ORDER = sorted((name_key(name), bits) for name, bits in NAMES.items())
KEYS = np.array([key for key, _ in ORDER], dtype="uint64")
BITS = np.array([bits for _, bits in ORDER], dtype="uint8")
NLP = spacy.blank("nl")  # noqa: TID251 - a tokenizer, no pipeline
WITHIN = 64


def features(text: str) -> list[int]:
    return token_features(NLP.make_doc(text), KEYS, BITS).tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan de Vries sprak", [PERSON, PERSON | WITHIN, PERSON | WITHIN, 0]),
        ("Jan sprak", [FIRST, 0]),
        ("in WINTERSWIJK", [0, PLACE]),
        ("Noord-Brabant", [PLACE]),
        ("winterswijk", [0]),
    ],
)
def test_a_token_has_the_lists_of_the_longest_name_that_covers_it(text, expected):
    assert features(text) == expected


@given(st.text("Jan deVris-' .W", max_size=40))
def test_every_token_has_one_number_whatever_the_text(text):
    assert len(features(text)) == len(NLP.make_doc(text))


def test_the_lists_travel_within_the_model():
    layer = name_features()
    layer.attrs["keys"], layer.attrs["bits"] = KEYS, BITS
    again = name_features().from_bytes(layer.to_bytes())
    assert again.attrs["keys"].tolist() == KEYS.tolist()
    doc = NLP.make_doc("Jan de Vries")
    assert again.predict([doc])[0].ravel().tolist() == [PERSON, PERSON | WITHIN, PERSON | WITHIN]
