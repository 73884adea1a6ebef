"""Who plays a part in a paper.

Candidates are found by rules and the name recogniser (extractors.actors.candidates), names of one
actor are joined (resolution), and a trained linear classifier says which play a part. Governments
are the parties of ties; they are actors besides only in a study of many governments.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.records import Actor, Document, Entity, Event, Evidence, Tie
from extractors.abroad import Abroad
from extractors.actors.candidate import Candidate
from extractors.actors.candidates import find_candidates
from extractors.actors.countries import country_of
from extractors.actors.features import Surroundings, features_of, survey
from extractors.actors.governments import find_governments
from extractors.actors.naming import without_office
from extractors.actors.resolution import join_names
from extractors.sentences import Sentence
from models.actor_classifier import ACTOR
from models.linear import Features, LinearModel

# What is added to the log-odds in a study of many governments. The classifier learnt from councils'
# papers, half of which speak of other matters; a study speaks of foreign relations throughout, so
# that an organisation it names plays a part more often. Chosen on the one study there is.
_STUDY = 1.0
_MANY = 5  # Dutch governments from which a paper without an owner is a study of many


def find_actors(
    document: Document,
    sentences: Sequence[Sentence],
    *,
    owner: Entity | None = None,
    judge: LinearModel | None = None,
    facts: tuple[Sequence[Tie], Sequence[Event]] = ((), ()),
) -> tuple[Actor, ...]:
    """Every actor once, most often named first, with the sentences that name it.

    `judge` gives each candidate's probability of being an actor; without one all are believed.
    The governments of `facts`, the paper's ties and events, are actors too.
    """
    found = list(find_governments(sentences, *facts))
    is_study = owner is None and sum(a.entity.country == "NL" for a in found) >= _MANY
    abroad = Abroad(sentences, tells_of_ties=bool(facts[0]))
    for actor, features in possible_actors(document, sentences, owner):
        if judge is None:
            found.append(actor)
            continue
        if not any(abroad.has(evidence) for evidence in actor.evidences):
            continue
        sure = judge.probabilities(features)[ACTOR]
        sure = _shifted(sure, _STUDY) if is_study else sure
        if sure >= judge.threshold:
            why = judge.explain(features, ACTOR)
            found.append(replace(actor, confidence=round(sure, 3), why=why))
    return tuple(sorted(found, key=lambda actor: (-actor.mentions, actor.entity.id)))


def _shifted(probability: float, log_odds: float) -> float:
    """The probability after so much more evidence."""
    odds = probability * math.exp(log_odds)
    return odds / (1 - probability + odds)


def possible_actors(
    document: Document, sentences: Sequence[Sentence], owner: Entity | None
) -> Iterator[tuple[Actor, Features]]:
    """Every candidate as the actor it would be, with what speaks for and against it.

    What `find_actors` judges and what training learns from.
    """
    around = survey(document, sentences, owner)
    for candidate in join_names(find_candidates(sentences, owner)):
        yield _actor(candidate, around), features_of(candidate, around)


def _actor(candidate: Candidate, around: Surroundings) -> Actor:
    evidences: dict[Evidence, None] = {}
    for occurrence in candidate.occurrences:
        evidences.setdefault(occurrence.sentence.evidence)
    entity = candidate.entity
    written = [without_office(" ".join(o.surface.split())) for o in candidate.occurrences]
    name = _name(entity, written)
    names = {entity.name, *written, *candidate.others, *entity.other_names}
    others = names - {name, entity.abbreviation}
    return Actor(
        entity=replace(
            entity,
            name=name,
            kind=entity.kind or "other",
            country=country_of(candidate, around.countries, at_home=around.owner is not None),
            other_names=tuple(sorted(other for other in others if other)),
        ),
        mentions=len(candidate.occurrences),
        evidences=tuple(evidences),
    )


def _name(entity: Entity, written: Sequence[str]) -> str:
    """The name the paper itself uses, where it never writes the register's: its first full one,
    else the first."""
    if not entity.id.startswith("org:") or entity.name in written:
        return entity.name
    full = [name for name in written if " " in name and name != entity.abbreviation]
    return (full or written)[0]
