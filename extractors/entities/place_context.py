"""What the text around a name says of the place it may stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.reference.cues import load_cues
from corpus.reference.places import Places
from extractors.entities.gazetteer import Hit
from extractors.patterns import matcher

_NEAR = 60  # characters before a name that are looked at
_INSIDE = re.compile(
    r"(?:,| in| te|; Land:)? ?\(?(?:in (?:het )?)?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
)
_SIGN = re.compile(r" ?\((?P<sign>[A-Z][A-Za-z]{0,3})\.?[,;)]|;? Land: (?P<land>[A-Z]{1,3})\b")
_AND = re.compile(r", | en | of |, en |-| \u2013 |\u2013")
_OFTEN = 3  # mentions of a country from which it is what the paper is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What surrounds one name."""

    kind: str = ""  # gemeente, provincie, district: said by the word before
    part_start: int | None = None  # where a kind word that belongs to the mention starts
    beside: frozenset[str] = frozenset()  # countries said of the name itself: "het Duitse X"
    province: str = ""  # a name that may be the province it lies in
    passage: frozenset[str] = frozenset()  # countries named in the passage
    document: frozenset[str] = frozenset()  # countries that the paper names often
    named: frozenset[str] = frozenset()  # countries that it names at all
    of_ties: bool = False  # the paper speaks of ties somewhere
    foreign_cue: bool = False  # the passage speaks of ties, delegations …
    partner: bool = False  # "stedenband met", "Partner:" just before; in brackets behind a town
    place_word: bool = False  # "in", "naar" … just before
    company: bool = False  # "Rowman & X", "X & Zonen"
    person_word: bool = False  # "de heer", "minister" … just before
    acts: bool = False  # "heeft", "ondertekent" … just behind: a government is speaking
    starts: bool = False  # first word of a sentence
    listed: bool = False  # another name of the register stands beside it in an enumeration
    runs_on: bool = False  # a capitalised word that is no known name follows


@dataclass(frozen=True, slots=True)
class _Compiled:
    kinds: tuple[tuple[str, bool, re.Pattern[str]], ...]
    place: re.Pattern[str]
    partner: re.Pattern[str]
    acts: re.Pattern[str]
    person: re.Pattern[str]


@cache
def _compiled() -> _Compiled:
    cues = load_cues("place_context")

    def before(kind: str, *, case: bool = False) -> re.Pattern[str]:
        one = "|".join(cue.pattern for cue in cues if cue.kind == kind)
        return re.compile(rf"(?:^|(?<=\W))(?:{one})\s*$", 0 if case else re.IGNORECASE)

    kinds = tuple(
        (
            cue.kind,
            cue.note == "part",
            re.compile(rf"(?:^|(?<=\W))(?P<word>{cue.pattern})(?P<colon>:)?\s+$", re.IGNORECASE),
        )
        for cue in cues
        if cue.kind in ("gemeente", "provincie", "district")
    )
    acts = "|".join(cue.pattern for cue in cues if cue.kind == "acts_after")
    return _Compiled(
        kinds=kinds,
        place=before("place_before"),
        partner=before("partner_before"),
        acts=re.compile(rf" (?:{acts})\b"),
        person=before("person_before", case=True),
    )


def context_of(
    text: str,
    hits: Sequence[Hit],
    index: int,
    *,
    countries: tuple[frozenset[str], frozenset[str]],
    places: Places,
) -> Context:
    """The context of `hits[index]` in `text`; `countries` are those of passage and document."""
    hit = hits[index]
    before = text[max(0, hit.start - _NEAR) : hit.start]
    kind, part = _kind(before, hit.start)
    if not kind:
        kind = _kind_of_list(text, hits, index) or _kind_of_neighbours(text, hits, index, places)
    after = text[hit.end : hit.end + 60]
    following = hits[index + 1].start if index + 1 < len(hits) else -1
    runs_on = re.match(r" (?=[A-Z])", after) is not None and following != hit.end + 1
    return Context(
        kind=kind,
        part_start=part,
        beside=_beside(before, after, places),
        province=_province_beside(after),
        passage=countries[0],
        document=countries[1],
        foreign_cue=matcher("place_context").has(text, "foreign"),
        partner=_is_partner(text, hits, index, places),
        place_word=_compiled().place.search(before) is not None,
        person_word=_compiled().person.search(before) is not None,
        company=before.endswith("& ") or after.startswith(" &"),
        acts=_compiled().acts.match(after) is not None,
        starts=re.search(r"(?:^|[.!?:]['\"”’]?\s+|\n)['\"“‘]?$", before) is not None,
        listed=_is_listed(text, hits, index),
        runs_on=runs_on,
    )


def _kind(before: str, at: int) -> tuple[str, int | None]:
    for kind, is_part, pattern in _compiled().kinds:
        if match := pattern.search(before):
            inside = is_part and not match["colon"]
            return kind, at - len(before) + match.start("word") if inside else None
    return "", None


def _is_partner(text: str, hits: Sequence[Hit], index: int, places: Places) -> bool:
    """Whether the words before call for a partner: of the name, or of the list that it is in."""
    first = index
    while first and _is_joined(text, hits[first - 1], hits[first]):
        first -= 1
    at = hits[first].start
    if _compiled().partner.search(text[max(0, at - _NEAR) : at]):
        return True
    town = first and text[hits[first - 1].end : at] == " (" and hits[first - 1]
    return bool(town) and "gemeente" in _dutch_kinds(hits[first - 1], places)


def _kind_of_list(text: str, hits: Sequence[Hit], index: int) -> str:
    """The kind that a plural word before a list of names gives to each of them."""
    first = index
    while first and _is_joined(text, hits[first - 1], hits[first]):
        first -= 1
    if first == index:
        return ""
    before = text[max(0, hits[first].start - _NEAR) : hits[first].start]
    kind, part = _kind(before, hits[first].start)
    return kind if part is None else ""


def _kind_of_neighbours(text: str, hits: Sequence[Hit], index: int, places: Places) -> str:
    """A name that may be a province is one beside sure ones: "Groningen en Drenthe"."""
    if "provincie" not in _dutch_kinds(hits[index], places):
        return ""
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(hits)]
    joined = [i for i in near if _is_joined(text, hits[min(i, index)], hits[max(i, index)])]
    only = any(_dutch_kinds(hits[i], places) == {"provincie"} for i in joined)
    towns = any(_dutch_kinds(hits[i], places) == {"gemeente"} for i in joined)
    return "provincie" if only and not towns else ""


def _dutch_kinds(hit: Hit, places: Places) -> set[str]:
    return {c.entity.kind for c in places.lookup(hit.name) if c.entity.is_dutch_government}


def _is_joined(text: str, left: Hit, right: Hit) -> bool:
    return _AND.fullmatch(text[left.end : right.start]) is not None


def _is_listed(text: str, hits: Sequence[Hit], index: int) -> bool:
    before = index > 0 and _is_joined(text, hits[index - 1], hits[index])
    following = hits[index + 1] if index + 1 < len(hits) else None
    return before or (
        following is not None
        and (
            _is_joined(text, hits[index], following)
            or text[hits[index].end : following.start] == " ("
        )
    )


def _beside(before: str, after: str, places: Places) -> frozenset[str]:
    """Countries said of the name: "het Duitse X", "X (Duitsland)", "X in Polen", "X (F)"."""
    found = {_described_before(before, places)}
    match = _INSIDE.match(after)
    if match:
        for name in (match["name"], match["name"].split(" ")[0]):
            found.update(_countries_of(name, places))
    if sign := _SIGN.match(after):
        found.add(places.country_of_sign(sign["sign"] or sign["land"]))
    described = re.match(r",? ?\(?(?:de|het|een) (?:[\w-]+ ){0,4}", after)
    for word in re.findall(r"[A-Z][\w-]+", after if described else ""):
        if code := places.adjectives().get(word.lower()):
            found.add(code)
            break
    return frozenset(found - {""})


def _described_before(before: str, places: Places) -> str:
    """ "de Duitse stad X": only words that a name can share its noun phrase with in between."""
    words = re.findall(r"[\w-]+", before)[-4:]
    for distance, word in enumerate(reversed(words)):
        if code := places.adjectives().get(word.lower()):
            return code
        if distance and word[:1].isupper():
            break
    return ""


def _countries_of(name: str, places: Places) -> set[str]:
    """The country that a name is, or that the region of that name lies in."""
    kinds = ("land", "provincie")
    return {c.entity.country for c in places.lookup(name)[:1] if c.entity.kind in kinds}


def _province_beside(after: str) -> str:
    """The name that may be a place's province: "Bergen in Limburg", "Hengelo (Gelderland)"."""
    match = _INSIDE.match(after)
    return match["name"] if match else ""


def countries_in(text: str, hits: Sequence[Hit], places: Places) -> Counter[str]:
    """How often each country is named in `text`, by noun or adjective."""
    found: Counter[str] = Counter()
    for hit in hits:
        found.update(c.entity.country for c in places.lookup(hit.name) if c.entity.kind == "land")
    adjectives: Mapping[str, str] = places.adjectives()
    for word in re.findall(r"\b[A-Z][\w-]+(?:s|e|ees)\b", text):
        small = word.lower()
        if code := adjectives.get(small) or adjectives.get(small.rpartition("-")[2]):
            found[code] += 1
    found.pop("NL", None)
    return found


def often(countries: Counter[str]) -> frozenset[str]:
    """The countries that a paper is about."""
    return frozenset(code for code, count in countries.items() if count >= _OFTEN)
