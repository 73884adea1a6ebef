"""Which Dutch government a paper comes from: said by its source, its letterhead, its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from corpus.records import Document, Entity, Mention, OwnerReason
from corpus.records.text import slug
from corpus.reference.places import load_places
from extractors.entities.gazetteer import is_shouted
from extractors.patterns import matcher

_TOP, _HEAD = 400, 1_500  # characters of letterhead, and of it with reference block and greeting
_CLOSING = 800  # characters of the end, where a paper is signed
_SHARE = 0.5  # of all namings of Dutch governments that one must have to be taken for the owner
_NAME = re.compile(r"[^\W\d_][\w'\u2019-]*(?:\s?\([a-z.]+\))?")
_CAPITALS = re.compile(r"[^a-z\u00df-\u00ff]+(?![\w])")  # what stands before the first small letter
_TELLING = 6  # letters of a name from which it is no ordinary word in a file's name
_LONGEST = 6  # words in the name of a municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose paper it is, and what says so."""

    entity: Entity
    reason: OwnerReason


def find_owner(document: Document, mentions: Sequence[Mention]) -> Owner | None:
    """The municipality or province whose paper this is, or None where it is nobody's for sure.

    In that order: the source's own word; the letterhead ("Gemeente X", "De raad van X" that begins
    a passage at the top); a telling phrase ("burgemeester en wethouders van X") near the top or
    the end; "gemeente X" near the top; the one government in the first passage; the one in the
    file's name that the paper speaks of; the one that it is about; a telling phrase elsewhere.
    """
    dutch = [m for m in mentions if m.entity and m.entity.is_dutch_government]
    ends = [m for m in dutch if _is_at_ends(document, m)]
    # A paper of one passage has no head: what it names first is what it is about.
    first: OwnerReason = "letterhead" if len(document.passages) > 1 else "text"
    ways: tuple[tuple[OwnerReason, Callable[[], Entity | None]], ...] = (
        ("source", lambda: _by_source(document, dutch)),
        ("letterhead", lambda: _by_top(document, dutch)),
        ("letterhead", lambda: _by_first_passage(document, shouted=True)),
        ("sender", lambda: _by_phrase(document, ends)),
        ("letterhead", lambda: _by_head(dutch)),
        (first, lambda: _by_first_passage(document)),
        ("file_name", lambda: _by_file_name(document, dutch)),
        ("text", lambda: _by_share(document, dutch)),
        ("sender", lambda: _by_phrase(document, dutch)),
        ("file_name", lambda: _by_file_name_alone(document)),
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


def _is_at_ends(document: Document, mention: Mention) -> bool:
    start = mention.span.start
    return start <= _HEAD or start >= len(document.text) - _CLOSING


def _by_top(document: Document, dutch: Sequence[Mention]) -> Entity | None:
    """The government with whose name or office the first passages begin."""
    starts = {passage.start for passage in document.passages}
    for mention in dutch:
        if mention.span.start > _TOP:
            break
        phrase = _phrase_before(document, mention)
        begins = mention.span.start - phrase if phrase is not None else mention.span.start
        if begins in starts and (phrase is not None or _is_titled(mention)):
            return mention.entity
    return None


def _phrase_before(document: Document, mention: Mention) -> int | None:
    """How many characters before a name the phrase begins that says that it is the owner's."""
    before = document.text[max(0, mention.span.start - 90) : mention.span.start]
    kinds = ("phrase", "council") if mention.span.start <= _TOP else ("phrase",)
    match = matcher("owner").find(before, *kinds)
    closing = [m for m in match if m.end >= len(before.rstrip())]
    return len(before) - closing[0].start if closing else None


def _is_titled(mention: Mention) -> bool:
    return re.match(r"(?:gemeente|provincie) ", mention.surface, re.IGNORECASE) is not None


def _by_phrase(document: Document, dutch: Sequence[Mention]) -> Entity | None:
    found: Counter[Entity] = Counter()
    for mention in dutch:
        if mention.entity and _phrase_before(document, mention) is not None:
            found[mention.entity] += 1
    return _most(found)


def _by_head(dutch: Sequence[Mention]) -> Entity | None:
    return next((m.entity for m in dutch if m.span.start <= _HEAD and _is_titled(m)), None)


def _by_first_passage(document: Document, *, shouted: bool = False) -> Entity | None:
    """The one government in the first passage, in whatever case: "COMMISSIE FINANCIËN DEN HELDER".

    The register alone looks here: a name in capitals among others may be no mention.
    """
    if not document.passages or document.passages[0].end > _TOP:
        return None
    first = document.text_of(document.passages[0])
    if shouted:
        capitals = _CAPITALS.match(first)
        first = capitals[0] if capitals and is_shouted(capitals[0]) else ""
    words = list(_NAME.finditer(first))
    names = _governments_by_name()
    found: list[Entity] = []
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            name = first[words[at].start() : words[at + size - 1].end()]
            if name[0].isupper() and name.casefold() in names:
                found.append(names[name.casefold()])
                at += size - 1
                break
        at += 1
    return found[0] if len(set(found)) == 1 else None


@cache
def _governments_by_name() -> dict[str, Entity]:
    """Municipalities and provinces by name; a name of both is the municipality's."""
    ranked = sorted(load_places().dutch(), key=lambda e: (e.kind == "gemeente", e.id))
    return {entity.name.casefold(): entity for entity in ranked}


def _by_file_name(document: Document, dutch: Sequence[Mention]) -> Entity | None:
    """ "tiel-memo-2025.md": a griffie often puts its own name there."""
    name = f"-{slug(PurePath(document.name).stem)}-"
    named = {m.entity for m in dutch if m.entity and f"-{slug(m.entity.name)}-" in name}
    municipalities = {e for e in named if e.kind == "gemeente"}
    return next(iter(municipalities or named)) if len(municipalities or named) == 1 else None


def _by_file_name_alone(document: Document) -> Entity | None:
    """The one municipality in the file's name, of a paper that says nothing of whose it is."""
    name = f"-{slug(PurePath(document.name).stem)}-"
    slugs = {
        slug(entity.name): entity
        for entity in _governments_by_name().values()
        if entity.kind == "gemeente" and len(entity.name) >= _TELLING
    }
    named = [said for said in slugs if f"-{said}-" in name]
    # "leidschendam-voorburg" names neither Leidschendam nor Voorburg.
    whole = [said for said in named if not any(said != other and said in other for other in named)]
    return slugs[whole[0]] if len(whole) == 1 else None


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
