"""Finds that overlap: the rule that says which stands."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Document, Mention, Span
from extractors.entities.merging import merge_finds

TEXT = "De Universiteit van Amsterdam werkt met Groningen Seaports samen in 2019."
PAPER = Document(id="p", name="p", text=TEXT)


def find(name: str, label: str, score: float, method: str) -> Mention:
    start = TEXT.index(name)
    evidence = PAPER.evidence(Span(start, start + len(name)))
    return Mention(label=label, evidence=evidence, score=score, method=method)


def kept(*finds: Mention) -> list[tuple[str, str, str]]:
    return sorted((m.surface, m.label, m.method) for m in merge_finds(finds))


def test_a_longer_name_stands_before_a_place_inside_it():
    university = find("Universiteit van Amsterdam", "ORG", 0.8, "pattern")
    assert kept(find("Amsterdam", "PLACE", 1.0, "gazetteer"), university) == [
        ("Universiteit van Amsterdam", "ORG", "pattern")
    ]


def test_a_weak_guess_does_not_stand_before_a_register():
    guess = find("Groningen Seaports", "PER", 0.3, "pattern")
    assert kept(find("Groningen", "PLACE", 0.9, "gazetteer"), guess) == [
        ("Groningen", "PLACE", "gazetteer")
    ]


def test_two_that_agree_outweigh_a_third_and_the_better_link_is_kept():
    agreed = [find("Groningen Seaports", "ORG", 0.6, m) for m in ("model", "pattern")]
    assert kept(find("Groningen Seaports", "PER", 0.75, "model"), *agreed) == [
        ("Groningen Seaports", "ORG", "pattern")
    ]


FINDS = st.builds(
    lambda start, length, label, score, method: Mention(
        label=label,
        evidence=PAPER.evidence(Span(start, start + length)),
        score=score,
        method=method,
    ),
    st.integers(0, 50),
    st.integers(1, 20),
    st.sampled_from(["PER", "PLACE", "ORG"]),
    st.floats(0.1, 1.0),
    st.sampled_from(["gazetteer", "pattern", "model"]),
)


@given(st.lists(FINDS, max_size=12), st.randoms())
def test_none_overlap_and_the_order_of_arrival_says_nothing(finds, random):
    found = merge_finds(finds)
    spans = sorted(m.span for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    mixed = list(finds)
    random.shuffle(mixed)
    assert sorted(m.span for m in merge_finds(mixed)) == spans
