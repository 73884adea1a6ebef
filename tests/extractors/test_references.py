"""Words that stand for a government named before."""

from __future__ import annotations

import pytest

from corpus.records import Entity
from extractors.references import find_references
from tests.build import sentences

OWNER = Entity(id="cbs:GM0193", name="Zwolle", kind="gemeente", country="NL")


def meant(text: str, owner: Entity | None = None) -> list[tuple[str, str]]:
    found = find_references(sentences(text), owner)
    return [(m.surface, m.entity.name) for refs in found for m in refs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Emmen|NL] is groot. De stad groeit.", [("De stad", "Emmen")]),
        ("[Emmen|NL] en [Lviv|UA] groeien. De stad is mooi.", []),
        (
            "[Emmen|NL] en [Lviv|UA] groeien. Beide steden zijn mooi.",
            [("Beide steden", "Emmen"), ("Beide steden", "Lviv")],
        ),
        (
            "[Emmen|NL] bezoekt [Lviv|UA]. De partnerstad is mooi.",
            [("De partnerstad", "Lviv")],
        ),
        ("Men bezoekt de partnerstad [Lviv|UA].", []),
        ("De stad groeit.", []),
    ],
)
def test_what_a_word_stands_for_is_told_by_the_sentence_before(text, expected):
    assert meant(text) == expected


def test_our_town_is_the_one_whose_paper_it_is():
    assert meant("Onze gemeente bestaat lang.", OWNER) == [("Onze gemeente", "Zwolle")]
    assert meant("De gemeente betaalt.", OWNER) == [("De gemeente", "Zwolle")]
    assert meant("Onze gemeente bestaat lang.") == []


def test_the_town_named_last_goes_before_the_owner():
    assert meant("[Emmen|NL] is groot. De gemeente betaalt.", OWNER) == [("De gemeente", "Emmen")]
