"""Which candidates are events, of which type, how surely: the learned decision and the rules.

The classifier weighs every feature; the cues of the rules are among them. The rules decide alone
where there is no classifier, and first in a paper that is nobody's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from extractors.events.candidates import Candidate
from extractors.events.features import features
from extractors.events.rules import rule_verdicts

# In a paper that is nobody's own: below the first a carried date is not believed whatever the cue,
# above the second an event is believed without one. Chosen on the report's gold.
_UNLIKELY, _SURE = 0.02, 0.6


class EventClassifier(Protocol):
    """What says whether features are an event's, how likely each type then is, and why."""

    @property
    def threshold(self) -> float: ...
    def chance(self, features: Mapping[str, float]) -> float: ...
    def types(self, features: Mapping[str, float]) -> dict[str, float]: ...
    def explain(self, features: Mapping[str, float], type_: str) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A candidate that is an event: its type, the probability that it is one, and why."""

    candidate: Candidate
    type: str
    confidence: float
    why: tuple[str, ...] = ()
    by_rule: bool = False


def decide(found: Iterable[Candidate], classifier: EventClassifier | None) -> tuple[Decided, ...]:
    """The candidates that are events, in order; of two readings of one date the surer."""
    best: dict[tuple[int, int, int], tuple[Decided, ...]] = {}
    for candidate in found:
        judged = _judged(candidate, classifier)
        place = (candidate.start, candidate.time.start, candidate.time.end)
        if judged and (place not in best or _chance(judged) > _chance(best[place])):
            best[place] = judged
    return tuple(item for judged in best.values() for item in judged)


def _chance(judged: Sequence[Decided]) -> float:
    return max(item.confidence for item in judged)


def _judged(candidate: Candidate, classifier: EventClassifier | None) -> tuple[Decided, ...]:
    """What one candidate tells: by what was learnt; by the rules where nothing was learnt, and
    beside it in a paper that is nobody's own, of which kind no paper was learnt from."""
    if classifier is None:
        return _by_rule(candidate)
    learnt = _learnt(candidate, classifier)
    if candidate.owner is not None:
        return learnt
    if candidate.time.how in ("own", "paper", "today"):
        return ()  # a study tells of others' past, not of its own day
    chance = classifier.chance(features(candidate))
    told = _by_rule(candidate) if candidate.time.is_said or chance >= _UNLIKELY else ()
    return told or (learnt if chance >= _SURE else ())


def _learnt(candidate: Candidate, classifier: EventClassifier) -> tuple[Decided, ...]:
    seen = features(candidate)
    chance = classifier.chance(seen)
    if chance < classifier.threshold:
        return ()
    shares = classifier.types(seen)
    type_ = max(sorted(shares), key=lambda name: round(shares[name], 6))
    return (
        Decided(
            candidate=candidate,
            type=type_,
            confidence=round(chance, 3),
            why=classifier.explain(seen, type_),
        ),
    )


def _by_rule(candidate: Candidate) -> tuple[Decided, ...]:
    return tuple(
        Decided(candidate=candidate, type=type_, confidence=confidence, by_rule=True)
        for type_, confidence in rule_verdicts(candidate)
    )
