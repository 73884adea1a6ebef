"""Places that no register has, found by what is said of them: a country and a kind, or a partner.

"het Nicaraguaanse dorp San Pedro", "Dorog in Hongarije", "Landkreis Ammerland", "onze zusterstad
Kostelec" where one country is spoken of. What is found so once is that place in the whole paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.records import Document, Entity, Mention, Passage, Span
from corpus.records.text import slug
from corpus.reference.places import Places
from corpus.reference.tables import read_rows
from extractors.entities.names import mention_context

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]['’\w-]*[^\W_]"
_SMALL = r"an der|an|am|im|bei|de|del|de la|la|las|los|el|sur|upon|do|da|dos|di|nad|pod|y"
_NAME = rf"(?P<name>{_CAPITAL}(?:(?: (?:{_SMALL}))? {_CAPITAL}){{0,2}})(?![\w&])"
_COUNTRY = r"(?P<country>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
# What a sentence says before a place that is no kind: "in X", "een band met het Poolse X".
_TOWARDS = r"\b(?i:in|te|uit|naar|bij|vanuit|met|tussen|bezoek aan)"
_PERSON = re.compile(r"(?:\b[hH]eer|\b[mM]evrouw|\b[A-Z]\.)(?: (?:van|de|der|den))* $")
_SAID, _DIRECT, _BRACKETED, _PARTNER, _AGAIN = 0.75, 0.65, 0.6, 0.6, 0.55


@dataclass(frozen=True, slots=True)
class Described:
    """A stretch of a text that names a place which its words describe; offsets into that text."""

    start: int
    end: int
    entity: Entity
    score: float


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: str
    country: str
    in_name: bool


@dataclass(frozen=True, slots=True)
class _Compiled:
    kinds: Mapping[str, _Kind]  # by the name of its group
    patterns: tuple[tuple[re.Pattern[str], float], ...]


@cache
def _compiled() -> _Compiled:
    rows = read_rows("place_kinds")
    kinds = {
        f"k{at}": _Kind(row["kind"], row["country"], row["in_name"] == "yes")
        for at, row in enumerate(rows)
    }
    every = "|".join(f"(?P<k{at}>{row['word']})" for at, row in enumerate(rows))
    said = "|".join(f"(?P<k{at}>{r['word']})" for at, r in enumerate(rows) if r["country"])
    partner = "|".join(f"(?P<k{at}>{r['word']})" for at, r in enumerate(rows) if r["partner"])
    described = rf"\b(?P<adjective>[A-Z][\w-]+e) (?:[a-z][\w-]+ ){{0,2}}?(?:{every}) {_NAME}"
    return _Compiled(
        kinds,
        tuple(
            (re.compile(pattern), score)
            for pattern, score in (
                (described, _SAID),
                (rf"\b(?:{every}) {_NAME}(?:,| in| te)? \(?{_COUNTRY}", _SAID),
                (rf"\b(?:{said}) {_NAME}", _SAID),
                (rf"{_TOWARDS} het (?P<adjective>[A-Z][\w-]+e) {_NAME}", _DIRECT),
                (rf"{_TOWARDS} {_NAME} in {_COUNTRY}", _DIRECT),
                (rf"(?:^|{_TOWARDS} ){_NAME} \((?P<country>[A-Z][\w .-]{{0,24}})\)", _BRACKETED),
                (rf"\b(?:{partner}) {_NAME}", _PARTNER),
            )
        ),
    )


def with_described(
    document: Document,
    known: Sequence[Mention],
    places: Places,
    spoken_of: Mapping[int, frozenset[str]],
) -> tuple[Mention, ...]:
    """The `known` place mentions and those that the paper describes, in order, none overlapping.

    A description goes before a place of the register only where it names another country, or where
    its kind belongs to the name. `spoken_of`: for each passage, the countries it is likely about.
    """
    told = [
        (passage, found)
        for passage in document.passages
        for found in find_described(
            document.text_of(passage), places, spoken_of.get(passage.index, frozenset())
        )
    ]
    found = [_mention(document, passage, d) for passage, d in told]
    found = [m for m in found if not any(_stands(k, m) for k in _overlapping(m, known))]
    names = {m.entity.name: m.entity for m in found if m.entity}
    for passage in document.passages if names else ():
        again = find_again(document.text_of(passage), names)
        found += [_mention(document, passage, d) for d in again]
    return _apart(found, known)


def _overlapping(mention: Mention, others: Iterable[Mention]) -> list[Mention]:
    start, end = mention.span.start, mention.span.end
    return [o for o in others if o.span.start < end and start < o.span.end]


def _stands(known: Mention, told: Mention) -> bool:
    """Whether a place of the register stands against the description of one."""
    assert known.entity is not None
    assert told.entity is not None
    longer = known.span.start > told.span.start and known.span.end <= told.span.end
    other = known.entity.is_foreign_government and known.entity.country != told.entity.country
    return not (longer or other)


def _apart(found: Iterable[Mention], known: Sequence[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (-m.score, -len(m.span), m.span)):
        against = [k for k in _overlapping(mention, known) if _stands(k, mention)]
        if not against and not _overlapping(mention, kept):
            kept.append(mention)
    rest = [k for k in known if not _overlapping(k, kept)]
    return tuple(sorted((*kept, *rest), key=lambda m: m.span))


def _mention(document: Document, passage: Passage, found: Described) -> Mention:
    span = Span(passage.start + found.start, passage.start + found.end)
    return Mention(
        label="PLACE",
        evidence=document.evidence(span),
        entity=found.entity,
        score=found.score,
        method="pattern",
        context=mention_context(passage),
    )


def find_described(text: str, places: Places, spoken_of: frozenset[str]) -> Iterator[Described]:
    """The places that `text` describes; `spoken_of`: the countries that it or its paper names."""
    for pattern, score in _compiled().patterns:
        for match in pattern.finditer(text):
            kind = _kind(match)
            country = _country(match, kind, places, spoken_of)
            name = match["name"]
            if not country or country == "NL" or not _is_name(name, places):
                continue
            start = match.start("name")
            if kind.in_name:  # "Landkreis Ammerland"
                start = min(match.start(g) for g in _compiled().kinds if _group(match, g))
                name = text[start : match.end("name")]
            yield Described(start, match.end("name"), _entity(name, kind.kind, country), score)


def find_again(text: str, names: Mapping[str, Entity]) -> Iterator[Described]:
    """The places of `names` wherever else `text` names them."""
    for name, entity in names.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if _PERSON.search(text[: match.start()]):
                continue
            yield Described(match.start(), match.end(), entity, _AGAIN)


def _kind(match: re.Match[str]) -> _Kind:
    found = (kind for group, kind in _compiled().kinds.items() if _group(match, group))
    return next(found, _Kind("stad", "", False))


def _group(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _country(match: re.Match[str], kind: _Kind, places: Places, spoken_of: frozenset[str]) -> str:
    groups = match.groupdict()
    if adjective := groups.get("adjective"):
        return places.adjectives().get(adjective.lower(), "")
    if written := groups.get("country"):
        return _land(written, places)
    if kind.country:
        return kind.country
    return next(iter(spoken_of)) if len(spoken_of) == 1 else ""


def _land(written: str, places: Places) -> str:
    """The country that these words are, or the first of them is."""
    for words in (written, written.partition(" ")[0]):
        for candidate in places.lookup(words)[:1]:
            if candidate.entity.kind == "land":
                return candidate.entity.country
    return places.country_of_sign(written)


@cache
def _no_names() -> re.Pattern[str]:
    """Words that a name of a place does not have: of organisations, of persons, of time."""
    heads = "|".join(re.escape(row["word"]) for row in read_rows("organisation_heads"))
    return re.compile(rf"(?i)\b(?:{heads}|B\.?V|N\.?V|GmbH|AG|Ltd|SA|FC|SV|SC)\b")


def _is_name(name: str, places: Places) -> bool:
    first = name.partition(" ")[0]
    return (
        len(name) >= 4
        and not name.isupper()
        and first.lower() not in places.adjectives()
        and _no_names().search(name) is None
        and all(c.entity.kind not in ("land", "gebied") for c in places.lookup(name))
    )


def _entity(name: str, kind: str, country: str) -> Entity:
    id_ = f"name:{country.lower()}-{slug(name)}"
    return Entity(id=id_, name=name, kind=kind, country=country)
