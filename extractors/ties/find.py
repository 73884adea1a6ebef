"""All ties of a paper: each pair once, with all that is said of it.

Rules find and read (`ruled`); which pairs are tied, and how a tie stands, the relation classifier
decides, with the rules' verdict among what it weighs. Without a classifier the rules decide.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from corpus.records import Document, Entity, Tie
from corpus.records.dates import first_year
from corpus.records.facts import TieStatus
from extractors.sentences import Sentence
from extractors.ties.about import stands_among_ties
from extractors.ties.dating import course_of
from extractors.ties.features import Paper, Seen, features_of, features_of_paper
from extractors.ties.pairing import Pair
from extractors.ties.ruled import Found, ruled_status, ruled_ties
from extractors.ties.sightings import Candidate, find_candidates
from models.relation_classifier import TIE, RelationClassifier

_PLAIN = 0.6  # probability from which a tie needs no other word for ties around it
_UNDERSTOOD = 0.4  # confidence in a sentence that goes on about a tie without naming it


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A pair that may be tied: what is seen of it, and what the rules make of it.

    `candidate` and `seen` are None where only a rule knows the pair ("Gelderland: Arnhem (X)").
    """

    key: tuple[str, str]
    ruled: tuple[Found, ...]  # empty where the rules find no tie
    status: TieStatus | None  # what the rules read; None where they find no tie
    candidate: Candidate | None = None
    seen: Seen | None = None


def find_ties(
    document: Document,
    sentences: Sequence[Sentence],
    *,
    owner: Entity | None = None,
    judge: RelationClassifier | None = None,
) -> tuple[Tie, ...]:
    """The ties that the paper presents, by Dutch then foreign name.

    A tie's first evidence is the sentence that says it most surely. A tie that is only denied is
    left out; one that is only proposed has status `proposed`.
    """
    possible = possible_ties(document, sentences, owner=owner)
    if owner is None or document.owner_reason == "text":
        # Told in the third person, with both ends named: rules read that, and the classifier
        # learned of papers that speak for their own government (docs/measurements.md).
        judge = None
    ties = (_ruled_tie(p) if judge is None else _judged_tie(p, judge) for p in possible)
    return tuple(sorted((t for t in ties if t), key=lambda t: (t.nl.name, t.foreign.name, t.key)))


def possible_ties(
    document: Document, sentences: Sequence[Sentence], *, owner: Entity | None = None
) -> tuple[Possible, ...]:
    """Every pair that may be tied: what the classifier judges, and what it learns from."""
    ruled = ruled_ties(document, sentences, owner=owner)
    # A report tells of others' ties, whoever it comes from.
    own = owner.id if owner and document.kind not in ("rapport", "report") else ""
    stands = {key: ruled_status(items, own=key[0] == own) for key, items in ruled.items()}
    candidates = {c.key: c for c in find_candidates(sentences, owner)}
    paper = Paper(
        document=document,
        sentences=tuple(sentences),
        owner=owner,
        rivals=len({foreign for _, foreign in candidates}) - 1,
        ruled={key: _by_sentence(items, sentences) for key, items in ruled.items()},
        whole=features_of_paper(document),
    )
    return tuple(
        Possible(
            key=key,
            ruled=ruled.get(key, ()),
            status=stands.get(key),
            candidate=candidates.get(key),
            seen=features_of(candidates[key], paper) if key in candidates else None,
        )
        for key in (*candidates, *(key for key in ruled if key not in candidates))
    )


def _by_sentence(items: Sequence[Found], sentences: Sequence[Sentence]) -> dict[int, float]:
    """The rules' confidence by the start of the sentence that they rest on."""
    starts = [sentence.span.start for sentence in sentences]
    found: dict[int, float] = {}
    for item in items:
        start = starts[max(bisect_right(starts, item.evidence.start) - 1, 0)]
        found[start] = max(found.get(start, 0.0), item.confidence)
    return found


def _ruled_tie(possible: Possible) -> Tie | None:
    if possible.status is None:
        return None
    return _tie(possible.ruled, status=possible.status)


def _judged_tie(possible: Possible, judge: RelationClassifier) -> Tie | None:
    if possible.candidate is None or possible.seen is None:
        return _ruled_tie(possible)
    chances = judge.tie_probabilities(possible.seen.ties)
    surest = max(range(len(chances)), key=lambda index: chances[index])
    if chances[surest] < judge.ties.threshold or not (
        chances[surest] >= _PLAIN or _is_borne_out(possible)
    ):
        return None
    return _tie(
        (*_told(possible.candidate, chances, judge.ties.threshold), *possible.ruled),
        status=cast("TieStatus", judge.how_it_stands(possible.seen.courses, possible.status or "")),
        confidence=round(chances[surest], 3),
        why=judge.ties.explain(possible.seen.ties[surest], TIE),
    )


def _is_borne_out(possible: Possible) -> bool:
    """A rule found it, or it stands where the paper speaks of ties: papers that never do are not
    what the classifier learned of."""
    assert possible.candidate is not None
    return bool(possible.ruled) or any(
        stands_among_ties(s.sentence) for s in possible.candidate.sightings
    )


def _told(candidate: Candidate, chances: Sequence[float], least: float) -> Iterator[Found]:
    """The sightings that tell of the tie, and those that go on about how it went."""
    named = iter(chances)
    for sighting in candidate.sightings:
        chance = next(named) if sighting.foreign else 0.0
        course = course_of(sighting.sentence, sighting.at)
        if chance >= least or (sighting.foreign is None and course.says):
            yield Found(
                pair=Pair(candidate.nl, candidate.foreign, sighting.at),
                confidence=chance or _UNDERSTOOD,
                evidence=sighting.sentence.evidence,
                course=course,
            )


def _tie(
    items: Sequence[Found],
    *,
    status: TieStatus,
    confidence: float | None = None,
    why: tuple[str, ...] = (),
) -> Tie:
    ranked = sorted(items, key=lambda f: (-f.confidence, f.evidence.start))
    dated = sorted(
        (f.course.formed for f in items if f.course.formed and f.course.status != "proposed"),
        key=lambda d: ("~" in d, first_year(d) or 9999),
    )
    return Tie(
        nl=ranked[0].pair.nl,
        foreign=ranked[0].pair.foreign,
        formed=dated[0] if dated else "",
        formalised=next((f.course.formalised for f in ranked if f.course.formalised), ""),
        ended=next((f.course.ended for f in ranked if f.course.ended), ""),
        status=status,
        confidence=ranked[0].confidence if confidence is None else confidence,
        evidences=tuple(dict.fromkeys(f.evidence for f in ranked)),
        why=why,
    )
