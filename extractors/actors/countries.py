"""The country of an actor's seat, as the text makes it clear."""

from __future__ import annotations

import re
from collections import Counter

from corpus.records import Entity
from corpus.reference.places import load_places
from extractors.actors.candidates import Candidate
from extractors.sentences import Sentence

_AFTER = re.compile(r",? (?:uit|in|te|van) (?:de |het )?")
_LAST_WORD = re.compile(r"(?<!\w)([A-Z][\w-]+) $")


def country_of(candidate: Candidate, owner: Entity | None) -> str:
    """The country of an actor's seat: by the register, its name, its neighbours, its language.

    A Dutch name in a Dutch council's paper is of the Netherlands where nothing says otherwise.
    """
    entity = candidate.entity
    if entity.country:
        return entity.country
    said = Counter(
        country
        for o in candidate.occurrences
        if (country := _country_said(o.sentence, o.start, o.end))
    )
    if said:
        return max(sorted(said), key=said.__getitem__)
    if candidate.noun is not None and candidate.noun.language not in ("nl", "fy", "en"):
        near = {
            m.entity.country
            for o in candidate.occurrences
            for m in o.sentence.foreign_governments
            if m.entity
        }
        return near.pop() if len(near) == 1 else ""
    registered = entity.id.startswith("org:")  # with no country: of several, as the EU
    return "NL" if owner is not None and not registered else ""


def _country_said(sentence: Sentence, start: int, end: int) -> str:
    """By an adjective in the name or before it, a place in it or behind it."""
    text = sentence.document.text
    adjectives = load_places().adjectives()
    before = _LAST_WORD.search(text[sentence.span.start : start])
    for word in (before[1] if before else "", *re.findall(r"[\w-]+", text[start:end])):
        if code := adjectives.get(word.casefold() if word[:1].isupper() else "", ""):
            return code
    for place in sentence.labelled("PLACE"):
        entity = place.entity
        if entity is None or not entity.country:
            continue
        inside = start <= place.span.start and place.span.end <= end
        behind = place.span.start > end and _AFTER.fullmatch(text[end : place.span.start])
        if inside or behind:
            return entity.country
    return ""
