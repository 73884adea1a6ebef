"""Everything in a paper that may be an actor: each name once, with all its places.

What the recogniser marks (organisations, programmes), offices, descriptions, political groups, and
capitalised names that nothing else explains. Whether a candidate is an actor is for the classifier
(models.actor_classifier) to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.records import Entity
from corpus.records.text import slug
from extractors.actors.candidate import Candidate, Find, Occurrence, plain_name
from extractors.actors.capitals import find_capitals, find_quoted
from extractors.actors.described import Described, find_described, inner_names
from extractors.actors.marked import find_marked, is_titled, noun_in
from extractors.actors.offices import find_offices
from extractors.actors.parties import find_parties, party_row
from extractors.sentences import Sentence

# Of these the proper name alone is the name: "vrouwenkoor Cantate" is called Cantate.
_BARE_NAMED = ("koor", "club", "gezelschap", "orkest", "combinatie", "bedrijf", "vereniging")
_SURE = {"with": 0.6, "party": 0.9, "guess": 0.5}


def find_candidates(sentences: Sequence[Sentence], owner: Entity | None) -> tuple[Candidate, ...]:
    """Every candidate once, in order of its first place."""
    found: dict[str, Candidate] = {}
    for sentence in sentences:
        for find in _in_sentence(sentence, owner):
            entity = find.entity
            new = Candidate(entity, noun=find.noun, place=find.place)
            found.setdefault(entity.id, new).add(find)
    return tuple(found.values())


def _in_sentence(sentence: Sentence, owner: Entity | None) -> Iterator[Find]:
    """The finds in a sentence, none overlapping: parties, then the longest."""
    finds = [*_parties(sentence, owner), *find_marked(sentence), *_offices(sentence)]
    finds.extend(_descriptions(sentence, owner))
    finds.sort(key=lambda f: (f.occurrence.source != "party", f.start - f.end, f.start))
    kept: list[Find] = []
    for find in finds:
        clash = [k for k in kept if k.clashes(find)]
        if not clash:
            kept.append(find)
        elif len(clash) == 1 and clash[0].occurrence.described and not find.occurrence.described:
            kept[kept.index(clash[0])] = _both(clash[0], clash[0].occurrence.described, find)
    kept.extend(find_quoted(sentence, kept))
    kept.extend(find_capitals(sentence, kept))
    yield from sorted(kept, key=lambda f: f.start)


def _both(find: Find, described: Described, inner: Find) -> Find:
    """A description with a name in it that the recogniser marks too: "stichting [Raster]"."""
    occurrence = find.occurrence
    same = inner.start >= occurrence.start and inner.end == occurrence.end
    # "koor Harmonie Eintracht": the name says itself what it is.
    told = inner.noun is not None and inner.start > occurrence.start + (
        described.core - described.start
    )
    if same and (told or inner.entity.id.startswith("org:")):
        return replace(inner, others=(occurrence.surface, *find.others), place=find.place)
    score = max(inner.occurrence.score, _SURE["with"]) if same else occurrence.score
    how = f"with_{inner.occurrence.source}" if same else "around"
    return replace(find, occurrence=replace(occurrence, score=score, how=how))


def _parties(sentence: Sentence, owner: Entity | None) -> Iterator[Find]:
    at = sentence.span.start
    scope = f"~{owner.id}" if owner else ""  # the group in this council
    for party in find_parties(sentence.text):
        if not party.known and noun_in(party.name):
            continue  # "mevrouw Smit (Comité X)": someone who came to speak
        full = party_row(party.name).get("full", "")
        entity = Entity(
            id=f"name:{slug(party.name)}{scope}",
            name=party.name,
            kind="party_organ",
            country="NL",
            other_names=(full,) if full else (),
        )
        occurrence = Occurrence(
            sentence=sentence,
            start=at + party.start,
            end=at + party.end,
            source="party",
            score=_SURE["party"] if party.known else _SURE["guess"],
            how=party.how,
        )
        yield Find(occurrence=occurrence, entity=entity)


def _descriptions(sentence: Sentence, owner: Entity | None) -> Iterator[Find]:
    text, at = sentence.text, sentence.span.start
    people = [
        (m.span.start - at, m.span.end - at)
        for m in sentence.labelled("PER")
        if is_titled(text[: m.span.start - at])
    ]
    for described in find_described(text):
        is_person = any(s < described.end and described.core < e for s, e in people)
        if is_person and not described.quoted:
            continue  # "de heer Veldkapel" is no chapel
        name = _called(text, described)
        proper = described.name or described.place or any(c.isupper() for c in name)
        # "de brandweer" is another one in another town.
        scope = "" if proper or owner is None else f"~{owner.id}"
        occurrence = Occurrence(
            sentence=sentence,
            start=at + described.start,
            end=at + described.end,
            source="described",
            score=_SURE["guess"],
            described=described,
        )
        yield Find(
            occurrence=occurrence,
            entity=Entity(id=f"name:{slug(name)}{scope}", name=name, kind=described.noun.kind),
            noun=described.noun,
            others=tuple(inner_names(described, text)),
            place=described.place,
        )


def _called(text: str, described: Described) -> str:
    """What the organisation is called: without the adjective of its town before a proper name,
    without its town behind one."""
    whole = plain_name(text[described.start : described.end])
    if described.name:
        small = text[described.core].islower()
        if small and described.noun.word in _BARE_NAMED:
            return plain_name(described.name)
        return plain_name(text[described.core : described.end])
    if described.place and described.is_proper:
        return plain_name(text[described.start : described.noun_end])
    first, *rest = whole.split()
    adjectival = first.endswith("se") and len(rest) > 1 and all(w[0].isupper() for w in rest)
    return " ".join(rest) if adjectival and described.core > described.start else whole


def _offices(sentence: Sentence) -> Iterator[Find]:
    for entity, surface, _ in find_offices(sentence):
        start = sentence.text.find(surface)
        if start >= 0:
            at = sentence.span.start + start
            occurrence = Occurrence(
                sentence=sentence, start=at, end=at + len(surface), source="office"
            )
            yield Find(occurrence=occurrence, entity=entity)
