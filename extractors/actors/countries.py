"""The country of an actor's seat, as the text makes it clear."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from corpus.records import Entity
from corpus.reference.organisations import Noun
from corpus.reference.places import load_places
from corpus.reference.tables import read_rows
from extractors.actors.candidate import Candidate, Occurrence
from extractors.sentences import Sentence

_SEAT = re.compile(r",? (?:uit|in|te) (?:de |het )?")
_LAST_WORD = re.compile(r"(?<!\w)([A-Z][\w-]+) $")
# Bodies for something abroad that sit at home: "het Zimbabwe-comité", "Stichting Hulp Bosnië".
_FOR_ABROAD = frozenset(
    ("stichting", "comité", "comite", "komitee", "vereniging", "werkgroep", "platform", "beweging")
)


def country_of(candidate: Candidate, countries: frozenset[str], *, at_home: bool) -> str:
    """The country of an actor's seat: by the register, its neighbours, its name, its language.

    `countries`: those of the foreign governments that the paper names. `at_home`: the paper is a
    Dutch council's, in which a Dutch name is of the Netherlands where nothing says otherwise.
    """
    entity, noun = candidate.entity, candidate.noun
    if entity.country:
        return entity.country
    if entity.kind == "embassy":
        return _sender(candidate)
    said = Counter(c for o in candidate.occurrences if (c := _said(o)))
    if said:
        return max(sorted(said), key=said.__getitem__)
    # A register's row without country is of several, as the EU.
    home = "NL" if at_home and not entity.id.startswith("org:") else ""
    if noun is not None and noun.word in _FOR_ABROAD:
        return home
    return _in_name(entity.name, countries) or _by_language(noun, countries, home)


def _by_language(noun: Noun | None, countries: frozenset[str], home: str) -> str:
    """The one of the paper's countries where the noun's language is spoken; English names are
    borne at home, too."""
    spoken = _spoken().get(noun.language, ()) if noun else ()
    likely = [country for country in spoken if country in countries]
    if len(likely) == 1:
        return likely[0]
    return "" if noun and spoken and noun.language != "en" else home


@cache
def _spoken() -> dict[str, tuple[str, ...]]:
    return {row["language"]: tuple(row["countries"].split(";")) for row in read_rows("languages")}


def _sender(candidate: Candidate) -> str:
    """Whose embassy: "de Franse ambassade", "ambassadeur Maleisië"; without a word of it ours."""
    adjectives = load_places().adjectives()
    for occurrence in candidate.occurrences:
        before = _LAST_WORD.search(_before(occurrence))
        for word in (before[1] if before else "", *re.findall(r"[\w-]+", occurrence.surface)):
            if code := adjectives.get(word.casefold() if word[:1].isupper() else "", ""):
                return code
            lands = [c for c in load_places().lookup(word) if c.entity.kind == "land"]
            if lands:
                return lands[0].entity.country
    return "NL"


def _said(occurrence: Occurrence) -> str:
    """By an adjective before the name, a town behind it: "de Duitse X", "X uit Münster"."""
    text = occurrence.sentence.document.text
    before = _LAST_WORD.search(_before(occurrence))
    if before and (code := load_places().adjectives().get(before[1].casefold(), "")):
        return code
    for place in occurrence.sentence.labelled("PLACE"):
        behind = place.entity is not None and place.span.start >= occurrence.end
        if behind and _SEAT.fullmatch(text[occurrence.end : place.span.start]):
            return place.entity.country if place.entity else ""
    return ""


def _before(occurrence: Occurrence) -> str:
    sentence: Sentence = occurrence.sentence
    return sentence.document.text[sentence.span.start : occurrence.start]


def _in_name(name: str, countries: frozenset[str]) -> str:
    """By the places and adjectives in a name; a Dutch place in it outweighs a foreign one."""
    found: list[str] = []
    for word in re.findall(r"[^\W\d_][\w'’]+", name):
        if not word[0].isupper():
            continue
        if code := load_places().adjectives().get(word.casefold(), ""):
            found.append(code)
            continue
        places: list[Entity] = [c.entity for c in load_places().lookup(word) if c.prior > 0]
        known = [p.country for p in places if p.country == "NL" or p.country in countries]
        found.extend(known[:1])
    return "NL" if "NL" in found else found[0] if found else ""
