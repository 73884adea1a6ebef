"""Chooses what a place name stands for: the register's prior, moved by the context.

The weights are set by hand on the report and on invented sentences (tests/extractors/entities);
`docs/measurements.md` says what they reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.records import Entity
from corpus.reference.places import Candidate
from extractors.entities.place_context import Context

ACCEPTED = 0.5  # from this score a name counts as a place
_SAME_KIND = {
    "gemeente": ("gemeente", "stad", "district"),
    "provincie": ("provincie",),
    "district": ("district", "stad"),
}
_WORDLIKE = 0.35  # "Best", "Weert", "Essen" at the start of a sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a name stands for, and how sure that is (0..1)."""

    entity: Entity
    score: float


def choose(
    candidates: Sequence[Candidate], context: Context, *, wordlike: bool = False
) -> Choice | None:
    """The likeliest of the candidates in this context, or None where no place is likely."""
    if (context.person_word or context.company) and not context.kind:
        return None
    # A country beside the name that has no place of this name says nothing of it: "Limburg
    # (Guangdong)" is a Dutch province with its partner.
    named = frozenset(c.entity.country for c in candidates)
    context = replace(context, beside=context.beside & named)
    scored = [
        (_score(candidate, context, wordlike=wordlike), candidate) for candidate in candidates
    ]
    if not scored:
        return None
    # Equal scores: the register's order (prior, then id), so that runs agree.
    score, best = max(scored, key=lambda pair: pair[0])
    entity = _as_said(best.entity, context)
    return Choice(entity, round(min(score, 0.99), 3)) if score >= ACCEPTED else None


def _as_said(entity: Entity, context: Context) -> Entity:
    """ "de provincie Teruel" is not the city: a foreign province is often named after one."""
    if entity.kind == "stad" and context.kind == "provincie":
        return replace(entity, id=f"{entity.id}~provincie", kind="provincie")
    return entity


def _score(candidate: Candidate, context: Context, *, wordlike: bool) -> float:
    entity = candidate.entity
    said = entity.country in context.beside
    score = _by_kind(candidate, context)
    if said and not (context.kind and score < ACCEPTED):
        score = max(score, 0.9) + candidate.prior / 20
        score += 0.05 if context.province and entity.province == context.province else 0.0
    elif context.beside and entity.kind not in ("land", "gebied"):
        score *= 0.5
    elif entity.country != "NL":
        score = _abroad(score, entity, context)
    spoken_of = context.kind or said or context.listed or context.partner or context.acts
    if wordlike and not spoken_of:
        score *= 1.0 if context.place_word and not context.starts else _WORDLIKE
    if context.runs_on and entity.kind not in ("land", "gebied"):
        score *= 0.7
    return score


def _by_kind(candidate: Candidate, context: Context) -> float:
    """The prior, after the word of kind that stands before the name ("de provincie ...")."""
    kind, prior = candidate.entity.kind, candidate.prior
    if not context.kind or kind in ("land", "gebied"):
        return prior
    if kind in _SAME_KIND[context.kind]:
        return max(prior, 0.9) + prior / 20
    if context.kind == "provincie" and kind == "district":
        return max(prior, 0.85)  # "de regio Alba", a Romanian district
    if context.kind == "provincie" and kind == "stad":
        return max(prior, 0.75)  # the province that is named after the city
    return prior * 0.3


def _abroad(score: float, entity: Entity, context: Context) -> float:
    """A foreign place is likelier where its country is spoken of, or ties and journeys are."""
    if entity.country in context.passage:
        score += (1 - score) * 0.4
    elif entity.country in context.document:
        score += (1 - score) * 0.3
    elif entity.country in context.named:
        score += (1 - score) * 0.2
    if context.partner:
        score += (1 - score) * 0.45
    elif context.foreign_cue or context.place_word:
        score += (1 - score) * 0.2
    elif context.of_ties:
        score += (1 - score) * 0.12
    return score
