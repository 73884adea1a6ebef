"""Who plays a part: the organisations that a paper names, and the governments that it shows acting.

An organisation counts by being named in the story (not in a citation or a table of contents); a
government only where a sentence sets it beside a government of the other country, or shows it
acting ("de gemeente X", "burgemeester van X"): a town that is merely where something lies is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.records import Actor, Document, Entity, Evidence, Mention
from extractors.actors.naming import country_beside, named
from extractors.actors.offices import find_offices
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence

_OFTEN = 3  # sentences from which a government plays a part, whatever they say


@dataclass(slots=True)
class _Gathered:
    """What was seen of one actor while going through the paper."""

    entity: Entity
    surfaces: list[str] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    evidences: list[Evidence] = field(default_factory=list)
    acts: bool = False

    def note(self, sentence: Sentence, surface: str, *, acts: bool, country: str = "") -> None:
        """Adds one mention of it."""
        self.surfaces.append(surface)
        self.acts = self.acts or acts
        if country:
            self.countries[country] += 1
        if sentence.evidence not in self.evidences:
            self.evidences.append(sentence.evidence)


def find_actors(
    document: Document, sentences: Sequence[Sentence], *, owner: Entity | None = None
) -> tuple[Actor, ...]:
    """Every actor once, most often named first, with the sentences that name it."""
    del document  # the sentences carry it
    seen: dict[str, _Gathered] = {}
    for sentence in sentences:
        for entity, surface, country in _organisations(sentence):
            gathered = seen.setdefault(entity.id, _Gathered(entity))
            gathered.note(sentence, surface, country=country, acts=True)
        for mention in sentence.labelled("PLACE"):
            if mention.context in ("body", "heading", "footnote") and _is_government(mention):
                assert mention.entity is not None
                gathered = seen.setdefault(mention.entity.id, _Gathered(mention.entity))
                gathered.note(sentence, mention.surface, acts=_acts(sentence, mention, owner))
    kept = [_actor(g) for g in _joined(seen) if g.acts or len(g.evidences) >= _OFTEN]
    return tuple(sorted(kept, key=lambda actor: (-actor.mentions, actor.entity.id)))


def _organisations(sentence: Sentence) -> Iterator[tuple[Entity, str, str]]:
    """Each organisation in a sentence: what it is, as written, country by its neighbours."""
    for mention in sentence.labelled("ORG", "PROG"):
        if mention.entity is None or mention.context in ("citation", "toc"):
            continue
        entity = named(mention.entity)
        if entity is not None:
            yield entity, mention.surface, country_beside(sentence, mention)
    yield from find_offices(sentence)


def _is_government(mention: Mention) -> bool:
    entity = mention.entity
    return entity is not None and (entity.is_dutch_government or entity.is_foreign_government)


def _acts(sentence: Sentence, mention: Mention, owner: Entity | None) -> bool:
    entity = mention.entity
    assert entity is not None
    if owner is not None and entity.id == owner.id:
        return True
    before = sentence.document.text[sentence.span.start : mention.span.start].rstrip()
    if any(m.end == len(before) for m in _acting(before)):
        return True
    if any(m.start == 0 and m.end < len(mention.surface) for m in _acting(mention.surface)):
        return True  # "gemeente X" is one mention
    others = sentence.foreign_governments if entity.country == "NL" else sentence.dutch_governments
    return bool(others) and matcher("actor_relations").has(sentence.text, "tie")


def _acting(text: str) -> tuple[CueMatch, ...]:
    return matcher("actor_relations").find(text, "acting")


def _joined(seen: dict[str, _Gathered]) -> list[_Gathered]:
    """Longer forms of a name ("Groningse Stichting X") put to the shorter."""
    order = sorted(seen.values(), key=lambda g: (len(g.entity.name), g.entity.id))
    kept: list[_Gathered] = []
    for gathered in order:
        home = next((k for k in kept if _is_longer(gathered.entity, k.entity)), None)
        if home is None:
            kept.append(gathered)
            continue
        home.surfaces.extend(gathered.surfaces)
        home.countries.update(gathered.countries)
        home.evidences.extend(e for e in gathered.evidences if e not in home.evidences)
    return kept


def _is_longer(entity: Entity, shorter: Entity) -> bool:
    """One word more in front: the adjective of the town or country that an organisation is of."""
    long, short = entity.name.split(), shorter.name.split()
    loose = entity.id.startswith("name:") and not shorter.id.startswith(("cbs:", "geonames:"))
    if not loose or len(short) < 2 or len(long) != len(short) + 1:
        return False
    return [w.casefold() for w in long[1:]] == [w.casefold() for w in short] and long[0].endswith(
        "e"
    )


def _actor(gathered: _Gathered) -> Actor:
    entity = gathered.entity
    country = entity.country
    if not country and gathered.countries:
        country = max(sorted(gathered.countries), key=gathered.countries.__getitem__)
    local = entity.is_dutch_government or entity.is_foreign_government
    written = {s for s in gathered.surfaces if s not in (entity.name, entity.abbreviation)}
    return Actor(
        entity=replace(
            entity,
            name=_name(entity),
            kind="local_government" if local else entity.kind or "other",
            country=country,
            other_names=tuple(sorted(written)),
        ),
        mentions=len(gathered.surfaces),
        evidences=tuple(gathered.evidences),
    )


def _name(entity: Entity) -> str:
    """A Dutch place acts as its government: "Gemeente Zwolle"."""
    return (
        f"{entity.kind.capitalize()} {entity.name}" if entity.is_dutch_government else entity.name
    )
