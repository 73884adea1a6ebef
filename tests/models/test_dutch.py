"""Which Dutch pipeline is used, and where it ends a sentence."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ModelMissing
from models.dutch import EMBEDDED, load_dutch


def split(text):
    return [text[start:end] for start, end in load_dutch(EMBEDDED).sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["De raad besluit.", "De heer Jansen stemt tegen."],
        ["Burgemeester drs. P. de Vries sprak.", "Hij bleef kort."],
        ["Aldus dhr. A.B. van der Meer c.s. in de raad.", "Men ging uiteen."],
        ["Dat kost ca. 3.500 euro.", "Is dat veel?", "Nee!"],
        ["Hij zei: ‘Dat kan niet.’", "Zij zweeg."],
        ["Zie art. 12, lid 3, van de verordening.", "Het is duidelijk."],
    ],
)
def test_a_full_stop_ends_a_sentence_but_not_an_abbreviation(sentences):
    assert split(" ".join(sentences)) == sentences


@given(st.text("Aa b.!?\n\"'(", max_size=120))
def test_sentences_stand_in_order_and_lose_no_letter(text):
    spans = load_dutch(EMBEDDED).sentences(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    left_out = text
    for start, end in reversed(spans):
        left_out = left_out[:start] + left_out[end:]
    assert left_out.strip() == ""


def test_the_pipeline_says_which_it_is_and_why():
    pipeline = load_dutch(EMBEDDED)
    assert (pipeline.name, pipeline.reason) == (EMBEDDED, "the settings ask for it")


def test_a_pipeline_that_is_not_there_is_asked_for_in_vain_and_the_remedy_is_said():
    with pytest.raises(ModelMissing, match="stedenband model install"):
        load_dutch("nl_core_news_nergens")
