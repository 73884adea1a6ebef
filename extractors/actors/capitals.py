"""Capitalised names that nothing else explains: "Irado", "De Weezenlanden", "DCMR"; and names in
quotes behind the word for a programme: 'het project "Zorg zonder grens"'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.records import Entity, Mention
from corpus.records.text import slug
from corpus.reference.places import load_places
from extractors.actors.candidate import Find, Occurrence, plain_name
from extractors.actors.described import NAME_RUN
from extractors.actors.marked import is_starter, is_titled, noun_in, of_kind, person_titles
from extractors.entities.gazetteer import is_shouted
from extractors.patterns import matcher
from extractors.sentences import Sentence

_RUN = re.compile(rf"(?<![\w.]){NAME_RUN}")
_ENDS = (".", ":", ";", "!", "?", "\n", "•", "*", ">", "|", "“", '"')
_SEAT = re.compile(r" (?:uit|te) [A-Z]")
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_QUOTED = re.compile(
    r"\b(?:programma|project|actie|campagne|fonds|noemer|vlag|titel|naam|manifestatie)\w* (?:van )?"
    r"[\"“„‘'«](?P<name>[A-ZÀ-Þ][^\"”“’'»„()\n]{2,50})[\"”“’'»]"
)
_STREET = re.compile(
    r"(?:straat|weg|laan|plein|kade|gracht|dijk|steeg|singel|polder|markt|brug|meer|kanaal|"
    r"wijk|buurt|week|dag|feest|nota|brief|motie|akkoord|regeling|verordening|begroting)$"
)
_GUESS = 0.3


def find_quoted(sentence: Sentence, kept: Sequence[Find]) -> Iterator[Find]:
    """Programmes by their name in quotes."""
    at = sentence.span.start
    for match in _QUOTED.finditer(sentence.text):
        start, end = match.span("name")
        if any(f.start < at + end and at + start < f.end for f in kept):
            continue
        name = plain_name(match["name"])
        yield Find(
            occurrence=Occurrence(
                sentence=sentence, start=at + start, end=at + end, source="quoted", score=_GUESS
            ),
            entity=Entity(id=f"name:{slug(name)}", name=name, kind="programme"),
        )


def find_capitals(sentence: Sentence, kept: Sequence[Find]) -> Iterator[Find]:
    """The capitalised names of a sentence that overlap no find and no sure mention."""
    text, at = sentence.text, sentence.span.start
    if is_shouted(text):
        return
    taken = [(f.start - at, f.end - at) for f in kept]
    sure = [m for m in sentence.mentions if not _is_guess(m, text[: m.span.start - at])]
    places = [(m.span.start - at, m.span.end - at) for m in sure if m.label == "PLACE"]
    taken += [(m.span.start - at, m.span.end - at) for m in sure if m.label != "PLACE"]
    for run in _RUN.finditer(text):
        start, end = _without_starter(text, *run.span())
        if any(s < end and start < e for s, e in taken) or not _is_name(text, start, end):
            continue
        if text[start:end].casefold() in _small_words(sentence.document.text):
            continue  # the paper writes it small elsewhere: an ordinary word
        inner = [(s, e) for s, e in places if s < end and start < e]
        # "Kennispark Twente", "Friese Eilanden Raad": a place inside a longer name.
        if inner and not _is_longer(text, (start, end), inner):
            continue
        label = next((m.label for m in sentence.mentions if _meets(m, at + start, at + end)), "")
        yield Find(
            occurrence=Occurrence(
                sentence=sentence,
                start=at + start,
                end=at + end,
                source="capital",
                score=_GUESS,
                how="around_place" if inner else label.lower(),
            ),
            entity=of_kind(_entity(text[start:end]), noun_in(text[start:end])),
            noun=noun_in(text[start:end]),
        )


@lru_cache(4)
def _small_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\w-])[a-zà-ÿ][\w'’-]+", text))


def _entity(name: str) -> Entity:
    return Entity(id=f"name:{slug(name)}", name=name, kind="other")


def _without_starter(text: str, start: int, end: int) -> tuple[int, int]:
    """ "Het St. Jansdal" without its article."""
    first, _, rest = text[start:end].partition(" ")
    return (start + len(first) + 1, end) if rest and is_starter(first) else (start, end)


def _meets(mention: Mention, start: int, end: int) -> bool:
    return mention.span.start < end and start < mention.span.end


def _is_guess(mention: Mention, before: str) -> bool:
    """A place that no register has, a person without title: the pipeline may be wrong."""
    if mention.method != "model":
        return False
    if mention.label == "PLACE":
        return mention.entity is None
    return mention.label == "PER" and not is_titled(before)


def _is_longer(text: str, span: tuple[int, int], inner: Sequence[tuple[int, int]]) -> bool:
    """Whether a run is a name of its own around one place: more than a title or an adjective."""
    (start, end), (left, right) = span, inner[0]
    if len(inner) != 1 or not (start <= left and right <= end):
        return False
    before, after = text[start:left], text[right:end]
    own = [w for w in (before + after).split() if w[0].isupper() and not _is_ordinary(w)]
    return bool(own) and not matcher("actor_relations").has(before, "acting")


def _is_ordinary(word: str) -> bool:
    """A title, a place, an adjective, a word that begins sentences: no name of its own."""
    lower = word.casefold()
    known = lower in load_places().adjectives() or bool(load_places().lookup(word))
    return known or lower in person_titles() or is_starter(lower)


def _is_name(text: str, start: int, end: int) -> bool:
    """Not the first word of a sentence, nor one letter, a title with a name, or an adjective."""
    name, before = text[start:end], text[:start].rstrip(" ")
    first, *rest = name.split()
    if first.casefold() in person_titles() or is_titled(before) or _STREET.search(name):
        return False
    if before.endswith("(") and text[end:].lstrip(" .!").startswith(")") and not name.isupper():
        return False  # "(Gelach.)"
    adjectives = load_places().adjectives()
    if len(rest) < 2 and first.casefold() in adjectives:
        return False
    opens = not before or before.endswith(_ENDS) or before.endswith((" -", "\n-"))
    if opens and not rest:
        return bool(_ACRONYM.fullmatch(name) or _SEAT.match(text, end))
    return len(name) > 1
