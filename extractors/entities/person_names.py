"""Persons: by title ("wethouder Jansen"), first name, initials, Chinese order; then by surname."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.records import Entity
from corpus.records.text import slug
from corpus.reference.tables import read_rows

_CAP = r"[A-ZÀ-Þ][\w'’]*[a-zà-ÿ](?:-[A-ZÀ-Þ]?[\w'’]*[a-zà-ÿ])?"
_PARTICLES = (
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Tt]e|'t|in|op"
    r"|[Vv]on|[Ll]e|[Ll]a|[Ee]l|[Aa]l)\s)*"
)
_SURNAME = rf"{_PARTICLES}{_CAP}(?:-{_CAP})?"
_INITIALS = r"(?:[A-Z]\.\s?){1,5}(?:\([A-Z][a-z]+\)\s)?"
# Mandarin in pinyin: an optional initial, a final; one or two syllables make a given name.
_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:i[ao]ng|[iu]ang|[iu]an|iao|iong|[aeiu]ng|ong|"
    r"[aeiu]n|[aeo]i|[ao]u|i[aeu]|u[aeio]|ao|[aeiouü])r?"
)
_GIVEN = rf"(?=[A-Z])(?i:{_SYLLABLE}-?(?:{_SYLLABLE})?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person's name in a text: offsets, full name, and the part by which he is named later."""

    start: int
    end: int
    name: str
    surname: str
    score: float


def find_persons(text: str, is_known: Callable[[str], bool]) -> Iterator[Person]:
    """Every full or titled name; `is_known` says that a name is a place or an organisation."""
    for pattern, score, by_title in _patterns():
        for match in pattern.finditer(text):
            name = match["name"]
            surname = match["surname"]
            # "ambassadeur in Zuid-Afrika", "burgemeester van Zwolle" name the place.
            bare = surname.rsplit(" ", 1)[-1]
            if is_known(name) or (by_title and surname[0].islower() and is_known(bare)):
                continue
            yield Person(
                start=match.start("name"),
                end=match.end("name"),
                name=name,
                surname=surname,
                score=score,
            )


def find_surnames(text: str, persons: Mapping[str, str]) -> Iterator[Person]:
    """Later namings of `persons` (surname → full name) by surname alone."""
    for surname, name in persons.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}s?(?![\w-])", text):
            yield Person(
                start=match.start(), end=match.end(), name=name, surname=surname, score=0.6
            )


def title_length(name: str) -> int:
    """How many characters of a name are title or function ("drs. P. de Vries": 5).

    What a pipeline tags may begin with them; the contract's mention does not.
    """
    found = _leading_titles().match(name)
    return found.end() if found else 0


@cache
def _leading_titles() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:{_names('person_titles')})\s+)+(?=\S)")


def person_entity(name: str) -> Entity:
    """The person of that name: no register has him."""
    return Entity(id=f"name:{slug(name)}", name=name, kind="person")


def _names(table: str) -> str:
    names = sorted((row["name"] for row in read_rows(table)), key=lambda n: (-len(n), n))
    return "|".join(re.escape(name) for name in names)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float, bool], ...]:
    titles, first, chinese = (
        _names("person_titles"),
        _names("first_names"),
        _names("surnames_chinese"),
    )
    middle = rf"(?:(?:[A-Z]\.|{first})\s)*"
    rows = (
        (rf"(?<![\w-])(?P<name>(?P<surname>(?:{chinese}))\s{_GIVEN})(?![\w-])", 0.8, False),
        (
            rf"(?<![\w-])(?P<name>(?:{first})(?:-(?:{first}))?\s{middle}(?P<surname>{_SURNAME}))(?!\w)",
            0.8,
            False,
        ),
        (rf"(?<!\w)(?P<name>{_INITIALS}(?P<surname>{_SURNAME}))(?!\w)", 0.8, False),
        (
            (
                rf"(?<!\w)(?i:{titles})\s(?:(?i:{titles})\s)*"
                rf"(?P<name>(?:{_INITIALS})?(?:(?:{first})\s)?(?P<surname>{_SURNAME}))(?!\w)"
            ),
            0.8,
            True,
        ),
    )
    return tuple((re.compile(pattern), score, by_title) for pattern, score, by_title in rows)
