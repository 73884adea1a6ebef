"""Which Dutch government a paper comes from: said by its source, its letterhead, its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from corpus.records import Document, Entity, Mention, OwnerReason
from corpus.records.text import slug
from corpus.reference.places import load_places
from extractors.patterns import matcher

_HEAD = 1_500  # characters of letterhead and reference block
_SHARE = 0.5  # of all namings of Dutch governments that one must have to be taken for the owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose paper it is, and what says so."""

    entity: Entity
    reason: OwnerReason


def find_owner(document: Document, mentions: Sequence[Mention]) -> Owner | None:
    """The municipality or province whose paper this is, or None where it is nobody's for sure.

    In that order: the source's own word, a telling phrase ("college van burgemeester en wethouders
    van X"), a letterhead ("Gemeente X" near the top), the one government in the file's name that
    the paper speaks of, and the one government that it is about.
    """
    dutch = [m for m in mentions if m.entity and m.entity.is_dutch_government]
    ways: tuple[tuple[OwnerReason, Callable[[], Entity | None]], ...] = (
        ("source", lambda: _by_source(document, dutch)),
        ("sender", lambda: _by_phrase(document, dutch)),
        ("letterhead", lambda: _by_head(dutch)),
        ("file_name", lambda: _by_file_name(document, dutch)),
        ("text", lambda: _by_share(document, dutch)),
    )
    found = ((way(), reason) for reason, way in ways)
    return next((Owner(entity=entity, reason=reason) for entity, reason in found if entity), None)


def _by_source(document: Document, dutch: Sequence[Mention]) -> Entity | None:
    """What the source names, as the paper names it too, else as the register knows it."""
    if not document.owner:
        return None
    places = load_places()
    registered = [places.get(document.owner), *(c.entity for c in places.lookup(document.owner))]
    entities = (*(m.entity for m in dutch), *(e for e in registered if e and e.is_dutch_government))
    return next((e for e in entities if e and document.owner in (e.id, e.name)), None)


def _by_phrase(document: Document, dutch: Sequence[Mention]) -> Entity | None:
    found: Counter[Entity] = Counter()
    for mention in dutch:
        before = document.text[max(0, mention.span.start - 90) : mention.span.start]
        match = matcher("owner").find(before, "phrase")
        if match and match[-1].end >= len(before.rstrip()):
            assert mention.entity is not None
            found[mention.entity] += 1
    return _most(found)


def _by_head(dutch: Sequence[Mention]) -> Entity | None:
    for mention in dutch:
        if mention.span.start > _HEAD:
            break
        if re.match(r"(?:gemeente|provincie) ", mention.surface, re.IGNORECASE):
            return mention.entity
    return None


def _by_file_name(document: Document, dutch: Sequence[Mention]) -> Entity | None:
    """ "tiel-memo-2025.md": a griffie often puts its own name there."""
    name = f"-{slug(PurePath(document.name).stem)}-"
    named = {m.entity for m in dutch if m.entity and f"-{slug(m.entity.name)}-" in name}
    municipalities = {e for e in named if e.kind == "gemeente"}
    return next(iter(municipalities or named)) if len(municipalities or named) == 1 else None


def _by_share(document: Document, dutch: Sequence[Mention]) -> Entity | None:
    if not document.kind or document.kind in ("rapport", "report"):
        return None
    counts = Counter(m.entity for m in dutch if m.entity and m.context != "citation")
    best = _most(counts)
    return best if best and counts[best] > _SHARE * counts.total() else None


def _most(found: Counter[Entity]) -> Entity | None:
    if not found:
        return None
    return max(found.items(), key=lambda pair: (pair[1], pair[0].id))[0]
