"""What an organisation's name says: whose it is, of what kind, of which country."""

from __future__ import annotations

import re

from corpus.records import Entity
from corpus.records.text import slug
from corpus.reference.organisations import load_organisations
from extractors.patterns import CueMatch, matcher

_OR_SHORT = re.compile(r"(?P<long>.+) of (?P<short>[A-Z][\w-]*[A-Z]\w*)")


def named(entity: Entity) -> Entity | None:
    """The organisation itself, of what a mention stands for; None where the name is none.

    "President van de X" is X; "Ministry of Y of ZZ" is ZZ where the register knows it.
    """
    if any(known.id == entity.id for known in load_organisations().lookup(entity.name)):
        return None if _whole(entity.name, "none") else entity
    name = without_office(entity.name)
    if _whole(name, "none") or len(name) < 2:
        return None
    if known := _registered(name):
        return known
    kind = kind_of(name) if entity.kind in ("", "other") else entity.kind
    if name == entity.name:
        return _with(entity, kind=kind)
    return Entity(id=f"name:{slug(name)}", name=name, kind=kind, country=entity.country)


def kind_of(name: str) -> str:
    """The kind that the words of a name tell; `other` where they tell nothing."""
    kinds = {m.kind: m for m in matcher("actor_kinds").find(name) if m.end - m.start == len(name)}
    kinds = {kind: m for kind, m in kinds.items() if kind not in ("none", "of", "office")}
    # The table goes from the surest word to the least: "Bank X Foundation" is a bank.
    return min(kinds, key=lambda kind: _row(kinds[kind])) if kinds else "other"


def without_office(name: str) -> str:
    """ "Medewerkers van de X" without who of it is meant."""
    cue = matcher("actor_kinds").first(name, "of")
    return name[cue.end :].strip() if cue and cue.start == 0 else name


def _registered(name: str) -> Entity | None:
    parts = _OR_SHORT.fullmatch(name)
    for said in (name, *((parts["short"], parts["long"]) if parts else ())):
        if found := load_organisations().lookup(said):
            return found[0]
    return None


def _whole(name: str, kind: str) -> bool:
    return any(m.end - m.start == len(name) for m in matcher("actor_kinds").find(name, kind))


def _row(match: CueMatch) -> int:
    return int(match.cue.id.rsplit("-", 1)[-1])


def _with(entity: Entity, *, kind: str) -> Entity:
    return Entity(
        id=entity.id,
        name=entity.name,
        kind=kind,
        country=entity.country,
        province=entity.province,
        abbreviation=entity.abbreviation,
        other_names=entity.other_names,
    )
