"""Organisations that are named by what they are: "de zeevaartschool", "zeilclub Het Anker",
"de agrarische school in Blaj", "het Spitalul Judeţean".

A noun of the register of kinds (corpus.reference.organisations), the adjectives before it, and
what stands behind it: a name, a name in quotes, or the place where it is. No name recogniser
marks these, for most begin with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.reference.organisations import Noun, find_noun
from corpus.reference.places import load_places
from corpus.reference.tables import read_rows

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W\d_][\w'’]*(?:[-–/&][\w'’]+)*")
_CAPITAL = (
    r"(?:(?:[A-ZÀ-Þ]\.){2,}|(?:St|Dr|Mgr)\. [A-ZÀ-Þ]|[A-ZÀ-ÞČŠŽŁŚĐİŞ])"
    r"[\w'’&./]*(?:[-–][\w'’]+)*(?<![.])"
)
_LINK = (
    r"(?:van de|van der|van den|van het|van|voor de|voor|de|het|der|des|den|of|for|du|la|le|"
    r"und|met)"
)
NAME_RUN = rf"{_CAPITAL}(?: (?:{_LINK} )?{_CAPITAL})*(?: [-–] {_CAPITAL})?(?: \d{1, 3}(?!\w))?"
_QUOTED = re.compile(r"\s+[\"“„‘'«](?P<name>[^\"”“’'»„()\n]{2,50})[\"”“’'»]")
_NAMED = re.compile(rf"\s+(?P<name>{NAME_RUN})")
_AND = re.compile(rf" (?:en|&|und|and) {_CAPITAL}(?: {_CAPITAL})*")
_SITED = re.compile(rf"\s+(?:van|te|in|uit|voor|bij)\s+(?:(?:de|het|den)\s+)?(?P<name>{NAME_RUN})")
_STARTS = re.compile(
    r"(?:^|\s)(?:Aan|Van|De|Het|Een|Betreft|Onderwerp|Datum|In|Op|Bij|Met|Voor|Jaarverslag)$"
)
_BEFORE = re.compile(r"(?P<word>(?:St|Dr|Mgr|Prof)\.|[\w'’-]+)\s$")
# Small words of other languages that run on behind a foreign noun: "Střední škola technická".
_RUNS_ON = re.compile(r"(?: [a-zà-ž]*[áčďěíňřšťúůýžąćęłńśźżăâîșțőűğışç][a-zà-ž]*)+")
_COUNCILS = ("college", "dienst", "bureau")  # written small and alone: the council's own
_JOINS_AND = ("ministry", "state_organ", "local_government", "company")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A description in a text: offsets into it; `name` is the proper name inside, if any."""

    start: int
    end: int
    noun: Noun
    core: int  # where the noun begins: before it stand adjectives
    name: str = ""
    place: str = ""  # where it is said to be: "school in [Blaj]"
    quoted: bool = False
    noun_end: int = 0
    is_proper: bool = False  # written with a capital, not at the head of a sentence


def find_described(text: str) -> tuple[Described, ...]:
    """The descriptions in `text`, in order, none overlapping, the longer where two do."""
    found: list[Described] = []
    for word in _WORD.finditer(text):
        noun = find_noun(word.group())
        if noun is None or noun.kind == "none":
            continue
        if found and word.start() < found[-1].end:
            continue
        described = _described(text, word, noun)
        if described is not None:
            found.append(described)
    return tuple(found)


def _described(text: str, word: re.Match[str], noun: Noun) -> Described | None:
    start = _start(text, word.start(), noun)
    if noun.word == "gemeente" and not _is_church(text[start : word.start()]):
        return None
    end, name, place, quoted = _behind(text, word.end(), noun)
    if noun.language != "nl" and (more := _RUNS_ON.match(text, end)):
        end = more.end()
    if word.group() in _COUNCILS and not name:
        return None
    capital = text[start].isupper() and not _opens(text, start)
    parted = bool(name) or start < word.start()
    # A foreign noun that is written small, or stands alone, is mostly a Dutch word.
    german = noun.language == "de" and noun.is_compound and text[word.start()].isupper()
    if noun.language != "nl" and not (capital and parted) and not german:
        return None
    if not (parted or place or noun.is_compound or capital):
        return None
    return Described(
        start=start,
        end=end,
        noun=noun,
        core=word.start(),
        name=name,
        place=place,
        quoted=quoted,
        noun_end=word.end(),
        is_proper=capital,
    )


def _behind(text: str, at: int, noun: Noun) -> tuple[int, str, str, bool]:
    """Where the description ends, the name and the place behind the noun, whether in quotes."""
    if match := _QUOTED.match(text, at):
        return match.end(), match["name"], "", True
    if match := _NAMED.match(text, at):
        name, end = match["name"], match.end()
        if over := _STARTS.search(name):  # "Rekenkamer Utrecht Aan de raad"
            name, end = name[: over.start()], end - len(name) + over.start()
        if not name:
            return at, "", "", False
        joined = _AND.match(text, end)
        if joined and noun.kind in _JOINS_AND and not _is_place(name):
            end, name = joined.end(), text[match.start("name") : joined.end()]
        return end, name, "", False
    match = _SITED.match(text, at)
    if match and not _is_organisation(match["name"]):
        place = _first_place(match["name"])
        return match.start("name") + len(place), "", place, False
    return at, "", "", False  # "het kenniscentrum van de Fryske Akademy" are two organisations


def _start(text: str, at: int, noun: Noun) -> int:
    """Where the description begins: the adjectives and capitals before the noun are part of it."""
    start = at
    for _ in range(4):
        before = _BEFORE.search(text[:start])
        if before is None:
            break
        word = before["word"]
        capital = word[0].isupper()
        if capital and _opens(text, before.start()) and not _is_adjective(word):
            break
        if (
            capital
            and word not in _starters()
            and (text[at].isupper() or noun.language != "nl" or _is_adjective(word))
        ):
            start = before.start()
            continue
        if word in _adjectives():
            start = before.start()
            continue
        break
    return start


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a line or a list item begins there."""
    before = text[:at].rstrip(" ")
    if before.endswith(("St.", "Dr.", "Mgr.", "Prof.")):
        return False
    return not before or before[-1] in ".:;!?\n•*>" or before.endswith((" -", "\n-", "|"))


def _is_adjective(word: str) -> bool:
    lower = word.casefold()
    if lower in load_places().adjectives() or lower in _adjectives():
        return True
    return any(c.kind == "adjective" for c in load_places().lookup(word)) or (
        lower.endswith(("se", "er", "sche")) and len(lower) > 5
    )


def _is_organisation(name: str) -> bool:
    nouns = (find_noun(word) for word in name.split())
    return any(noun is not None and noun.kind != "none" for noun in nouns)


def _first_place(name: str) -> str:
    """ "Shanghai" of "Shanghai Rotterdam": two places that stand side by side are two."""
    words = name.split()
    if len(words) > 1 and not _is_place(name) and _is_place(words[0]) and _is_place(words[-1]):
        return words[0]
    return name


def _is_place(name: str) -> bool:
    # A village is no government, and often a word: "waterschap Veen en Duin".
    return any(c.entity.kind != "plaats" for c in load_places().lookup(name)[:1])


def _is_church(before: str) -> bool:
    rows = read_rows("organisation_adjectives")
    words = before.casefold().split()
    return any(row["word"] in words for row in rows if row["church"] == "yes")


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("organisation_adjectives"))


@cache
def _starters() -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("sentence_starters"))


def inner_names(described: Described, text: str) -> Iterator[str]:
    """Shorter forms of the name that the text holds: "Bella Voce" of "Koor Bella Voce"."""
    whole = text[described.start : described.end]
    if described.name and not _is_place(described.name):
        yield described.name
    if described.core > described.start:
        yield whole
        core = text[described.core : described.end]
        if " " in core or described.noun.is_compound:  # "Association" is nobody's name
            yield core
    if described.quoted:
        yield re.sub(r"[\"“„”‘’«»]", "", whole)
