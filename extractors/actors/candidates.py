"""Everything in a paper that may be an actor: each name once, with all its places.

What the recogniser marks (organisations, programmes), offices, descriptions, political groups, and
capitalised names that nothing else explains. Whether a candidate is an actor is for the classifier
(models.actor_classifier) to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.records import Entity, Mention
from corpus.records.text import slug
from corpus.reference.organisations import Noun, find_noun
from corpus.reference.places import load_places
from corpus.reference.tables import read_rows
from extractors.actors.described import Described, find_described, inner_names
from extractors.actors.naming import named
from extractors.actors.offices import find_offices
from extractors.actors.parties import find_parties, party_row
from extractors.entities.gazetteer import is_shouted
from extractors.entities.names import capital_runs
from extractors.patterns import matcher
from extractors.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place where a candidate is named; offsets into the paper's text."""

    sentence: Sentence
    start: int
    end: int
    source: str  # model, gazetteer, pattern, learnt, described, party, office, capital
    score: float = 1.0
    described: Described | None = None
    how: str = ""  # of a party: register, speaker, faction

    @property
    def surface(self) -> str:
        return self.sentence.document.text[self.start : self.end]


@dataclass(slots=True)
class Candidate:
    """A name that may be an actor's, and where it stands."""

    entity: Entity
    occurrences: list[Occurrence] = field(default_factory=list)
    others: list[str] = field(default_factory=list)  # shorter forms of its name
    noun: Noun | None = None
    place: str = ""


_Find = tuple[Occurrence, Entity, Noun | None, tuple[str, ...], str]


def find_candidates(sentences: Sequence[Sentence], owner: Entity | None) -> tuple[Candidate, ...]:
    """Every candidate once, in order of its first place."""
    found: dict[str, Candidate] = {}
    for sentence in sentences:
        for occurrence, entity, noun, others, place in _in_sentence(sentence, owner):
            candidate = found.setdefault(entity.id, Candidate(entity, noun=noun, place=place))
            candidate.occurrences.append(occurrence)
            candidate.others.extend(o for o in others if o not in candidate.others)
    return tuple(found.values())


def _in_sentence(sentence: Sentence, owner: Entity | None) -> Iterator[_Find]:
    """The finds in a sentence, none overlapping: parties, then the longest."""
    finds = [*_parties(sentence, owner), *_marked(sentence), *_offices(sentence)]
    finds.extend(_descriptions(sentence, owner))
    finds.sort(key=lambda f: (f[0].source != "party", -(f[0].end - f[0].start), f[0].start))
    kept: list[_Find] = []
    for find in finds:
        clash = [k for k in kept if k[0].start < find[0].end and find[0].start < k[0].end]
        if not clash:
            kept.append(find)
        elif len(clash) == 1 and clash[0][0].source == "described" != find[0].source:
            kept[kept.index(clash[0])] = _both(clash[0], find)
    kept.extend(_capitals(sentence, kept))
    yield from sorted(kept, key=lambda f: f[0].start)


def _both(described: _Find, inner: _Find) -> _Find:
    """A description with a name in it that the recogniser marks too: "stichting [Raster]"."""
    occurrence, entity, noun, others, place = described
    known = inner[1].id.startswith("org:")
    same = inner[0].start >= occurrence.start and inner[0].end == occurrence.end
    if known and same:
        return inner[0], inner[1], noun, (occurrence.surface, *others), place
    core = occurrence.start + (
        occurrence.described.core - occurrence.described.start if occurrence.described else 0
    )
    if (
        same and inner[2] is not None and inner[0].start > core
    ):  # "koor Harmonie Eintracht": the name says what it is itself
        return inner[0], inner[1], inner[2], (occurrence.surface, *others), place
    score = max(inner[0].score, 0.6) if same else occurrence.score
    how = "with_" + inner[0].source if same else "around"
    return replace(occurrence, score=score, how=how), entity, noun, others, place


def _parties(sentence: Sentence, owner: Entity | None) -> Iterator[_Find]:
    at = sentence.span.start
    scope = f"~{owner.id}" if owner else ""
    for party in find_parties(sentence.text):
        row = party_row(party.name)
        entity = Entity(
            id=f"name:{slug(party.name)}{scope}",
            name=party.name,
            kind="party_organ",
            country="NL",
            other_names=(row["full"],) if row.get("full") else (),
        )
        occurrence = Occurrence(
            sentence=sentence,
            start=at + party.start,
            end=at + party.end,
            source="party",
            score=0.9 if party.known else 0.5,
            how=party.how,
        )
        yield occurrence, entity, None, (), ""


def _marked(sentence: Sentence) -> Iterator[_Find]:
    for mention in sentence.labelled("ORG", "PROG"):
        if mention.entity is None or mention.context in ("citation", "toc"):
            continue
        occurrence, entity = _of(sentence, mention), mention.entity
        if occurrence.end < mention.span.end:
            name = occurrence.surface
            entity = Entity(id=f"name:{slug(name)}", name=name, kind=entity.kind)
        known = named(entity)
        if known is not None:
            others = _inner(occurrence.surface)
            yield occurrence, known, _noun_in(known.name), others, ""


# Where a name that the recogniser marks too far ends: a new sentence, a label on the next line.
_NEXT = re.compile(r"(?P<stop>\.) (?:De|Het|Een|Dat|Dit|Wij|Er|In|Op)\b.*", re.DOTALL)
_OR = re.compile(r" of [A-Z]\w*[A-Z]\w*$")  # "Department of Commerce of DoC"
_LABEL = re.compile(r"\s*\n\s*[A-Z][\w ]*$")


def _trimmed(sentence: Sentence, mention: Mention) -> int:
    """Where the name really ends."""
    behind = sentence.document.text[mention.span.end : mention.span.end + 2].lstrip()
    if match := _OR.search(mention.surface):
        return mention.span.start + match.start()
    if match := _NEXT.search(mention.surface):
        # The stop of "D.D.R." belongs to it.
        inside = mention.surface[: match.start()].rsplit(" ", 1)[-1].count(".")
        return mention.span.start + match.start() + (1 if inside else 0)
    label = _LABEL.search(mention.surface)
    if label and behind.startswith(":"):
        return mention.span.start + label.start()
    return mention.span.end


def _of(sentence: Sentence, mention: Mention) -> Occurrence:
    return Occurrence(
        sentence=sentence,
        start=mention.span.start,
        end=_trimmed(sentence, mention),
        source=mention.method,
        score=mention.score,
    )


def _inner(surface: str) -> tuple[str, ...]:
    """Shorter forms of a marked name: "Fri Feti" of "Surinaamse vereniging Fri Feti"."""
    found = find_described(f"de {surface}")
    return tuple(inner_names(found[0], f"de {surface}")) if len(found) == 1 else ()


def _noun_in(name: str) -> Noun | None:
    nouns = [noun for word in name.split() if (noun := find_noun(word.strip("\"“”'.,")))]
    return nouns[0] if nouns else None


# A person for sure: "de heer Veldkapel" is no chapel.
_TITLED = re.compile(
    r"(?:heer|heren|mevrouw|mevr\.|mw\.|dhr\.|mejuffrouw|wethouder|burgemeester|dominee|ds\.|"
    r"notaris|pastoor|directeur|voorzitter|secretaris|raadslid|(?<![A-Z])[A-Z]\.) ?$",
    re.IGNORECASE,
)


def _descriptions(sentence: Sentence, owner: Entity | None) -> Iterator[_Find]:
    text, at = sentence.text, sentence.span.start
    people = [
        (m.span.start - at, m.span.end - at)
        for m in sentence.labelled("PER")
        if _TITLED.search(text[: m.span.start - at])
    ]
    for described in find_described(text):
        name = _plain(text[described.start : described.end])
        if (
            any(s < described.end and described.core < e for s, e in people)
            and not described.quoted
        ):
            continue
        proper = described.name or described.place or any(c.isupper() for c in name)
        scope = "" if proper or owner is None else f"~{owner.id}"
        if not proper and not described.noun.is_compound and described.core == described.start:
            continue
        entity = Entity(
            id=f"name:{slug(name)}{scope}", name=name, kind=described.noun.kind, country=""
        )
        occurrence = Occurrence(
            sentence=sentence,
            start=at + described.start,
            end=at + described.end,
            source="described",
            score=0.5,
            described=described,
        )
        yield (
            occurrence,
            entity,
            described.noun,
            tuple(inner_names(described, text)),
            described.place,
        )


# Of these the proper name alone is the name: "vrouwenkoor Cantate" is called Cantate.
_BARE_NAMED = ("koor", "club", "gezelschap", "orkest", "combinatie", "bedrijf", "vereniging")


def _called(text: str, described: Described) -> str:
    """What the organisation is called: without the adjective of its town before a proper name."""
    whole = _plain(text[described.start : described.end])
    if described.core == described.start or described.name:
        small = text[described.core].islower()
        if described.name and small and described.noun.word in _BARE_NAMED:
            return _plain(described.name)
        return _plain(text[described.core : described.end]) if described.name else whole
    rest = whole.split()[1:]
    proper = len(rest) > 1 and all(w[0].isupper() for w in rest)
    return " ".join(rest) if proper and whole.split()[0].endswith("se") else whole


def _plain(surface: str) -> str:
    """The name without quotes and line ends; one in capitals written small."""
    name = re.sub(r"\s+", " ", re.sub(r"[\"“„”‘«»]|(?<!\w)['’]|['’](?!\w)", "", surface)).strip()
    return name.title() if is_shouted(name) and len(name) > 8 else name


def _offices(sentence: Sentence) -> Iterator[_Find]:
    for entity, surface, _ in find_offices(sentence):
        start = sentence.text.find(surface)
        if start < 0:
            continue
        at = sentence.span.start + start
        yield (
            Occurrence(sentence=sentence, start=at, end=at + len(surface), source="office"),
            entity,
            None,
            (),
            "",
        )


def _capitals(sentence: Sentence, kept: Sequence[_Find]) -> Iterator[_Find]:
    """Capitalised names that are nothing else: "Irado", "De Weezenlanden", "DCMR"."""
    text, at = sentence.text, sentence.span.start
    if is_shouted(text):
        return
    taken = [(f[0].start - at, f[0].end - at) for f in kept]
    guessed = {}
    for mention in sentence.mentions:
        span = (mention.span.start - at, mention.span.end - at)
        if _is_guess(mention, text[: span[0]]):
            guessed[span] = mention.label
        else:
            taken.append(span)
    for run in capital_runs(text):
        clash = [(s, e) for s, e in taken if s < run.end and run.start < e]
        # "Kennispark Twente": a place inside a longer name.
        inside = len(clash) == 1 and run.start < clash[0][0] and clash[0][1] == run.end
        if (clash and not (inside and _adds(text[run.start : clash[0][0]]))) or not _is_name(
            text, run.start, run.text
        ):
            continue
        label = next((lab for (s, e), lab in guessed.items() if s < run.end and run.start < e), "")
        entity = Entity(id=f"name:{slug(run.text)}", name=run.text, kind="other")
        occurrence = Occurrence(
            sentence=sentence,
            start=at + run.start,
            end=at + run.end,
            source="capital",
            score=0.3,
            how=label.lower() or ("around_place" if inside else ""),
        )
        yield occurrence, entity, None, (), ""


def _is_guess(mention: Mention, before: str) -> bool:
    """A place that no register has, a person without title: the pipeline may be wrong."""
    if mention.method != "model":
        return False
    if mention.label == "PLACE":
        return mention.entity is None
    return mention.label == "PER" and not _TITLED.search(before)


def _adds(before: str) -> bool:
    """Whether the words before a place make a name of their own with it."""
    words = before.split()
    titles = {row["word"].casefold() for row in read_rows("sentence_starters")}
    return all(w.casefold() not in titles and w[0].isupper() for w in words) and not matcher(
        "actor_relations"
    ).has(before, "acting")


_ENDS = (".", ":", ";", "!", "?", "\n", "•", "*", ">", "|", "“", '"')


def _is_name(text: str, start: int, name: str) -> bool:
    """Not the first word of a sentence, nor one letter, nor a place or its adjective."""
    before = text[:start].rstrip(" ")
    opens = not before or before.endswith(_ENDS) or before.endswith((" -", "\n-"))
    if opens and " " not in name:
        return False
    return len(name) > 1 and name.casefold() not in load_places().adjectives()
