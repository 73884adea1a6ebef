"""What the name recogniser marks as organisation or programme, with its edges mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from corpus.records import Entity, Mention
from corpus.records.text import slug
from corpus.reference.organisations import Noun, find_noun
from corpus.reference.places import load_places
from corpus.reference.tables import read_rows
from extractors.actors.candidate import Find, Occurrence, plain_name
from extractors.actors.described import NAME_RUN, find_described, inner_names
from extractors.actors.naming import kind_of, named
from extractors.sentences import Sentence

# Where a name that is marked too far ends: a new sentence, the abbreviation, the next label.
_NEXT = re.compile(r"(?P<stop>\.) (?:De|Het|Een|Dat|Dit|Wij|Er|In|Op)\b.*", re.DOTALL)
_OR = re.compile(r" of [A-Z]\w*[A-Z]\w*$")  # "Department of Commerce of DoC"
_LABEL = re.compile(r"\s+[A-Z]\w*$")
_LOWER_LINK = re.compile(r"[A-ZÀ-Þ][\w'’-]+ (?:van de|van het|van|voor de|voor|der|of) $")


def find_marked(sentence: Sentence) -> Iterator[Find]:
    """Each marked name of a sentence, but those in citations and those that are none."""
    for mention in sentence.labelled("ORG", "PROG"):
        if mention.entity is None or mention.context in ("citation", "toc"):
            continue
        occurrence, entity = _occurrence(sentence, mention), mention.entity
        if (occurrence.start, occurrence.end) != (mention.span.start, mention.span.end):
            name = plain_name(occurrence.surface)
            entity = Entity(id=f"name:{slug(name)}", name=name, kind=entity.kind)
        known = named(entity)
        if known is None or _is_country(known.name):
            continue
        noun = noun_in(known.name)
        yield Find(
            occurrence=occurrence,
            entity=known if known.id.startswith("org:") else of_kind(known, noun),
            noun=noun,
            others=_inner(occurrence.surface),
        )


def of_kind(entity: Entity, noun: Noun | None) -> Entity:
    """The organisation with the kind that its noun tells, else the words of its name."""
    if noun is not None and noun.kind != "none":
        return replace(entity, kind=noun.kind)
    told = kind_of(entity.name)
    return replace(entity, kind=told) if entity.kind in ("", "other") else entity


def _is_country(name: str) -> bool:
    return any(c.entity.kind == "land" for c in load_places().lookup(name))


def is_titled(before: str) -> bool:
    """Whether what stands before a name makes it a person's for sure."""
    last = before.rstrip().rsplit(" ", 1)[-1].casefold()
    return last in person_titles() or re.search(r"(?<![A-Z])[A-Z]\. ?$", before) is not None


@cache
def person_titles() -> frozenset[str]:
    """Titles and functions before a surname, in small letters."""
    return frozenset(row["name"].casefold() for row in read_rows("person_titles"))


def is_starter(word: str) -> bool:
    """Whether a word begins sentences rather than names."""
    return word.casefold() in _starters()


@cache
def _starters() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in read_rows("sentence_starters"))


def _occurrence(sentence: Sentence, mention: Mention) -> Occurrence:
    start, end = mention.span.start, mention.span.end
    trimmed = start + _trimmed(sentence, mention)
    if trimmed == end and mention.method == "model":
        start, end = _widened(sentence, start, end)
    else:
        end = trimmed
    return Occurrence(
        sentence=sentence, start=start, end=end, source=mention.method, score=mention.score
    )


def _trimmed(sentence: Sentence, mention: Mention) -> int:
    """The length of the name without what runs on."""
    surface = mention.surface
    behind = sentence.document.text[mention.span.end : mention.span.end + 2].lstrip()
    if match := _OR.search(surface):
        return match.start()
    if match := _NEXT.search(surface):
        # The stop of "D.D.R." belongs to it.
        inside = surface[: match.start()].rsplit(" ", 1)[-1].count(".")
        return match.start() + (1 if inside else 0)
    if mention.method == "pattern" and (told := find_described(surface)):
        first = told[0]
        if first.start == 0 and first.place and surface[: first.end].endswith(first.place):
            return first.end  # "politie van Shanghai [Rotterdam]"
    label = _LABEL.search(surface)
    if label and behind.startswith(":") and " " in surface[: label.start()]:
        return label.start()
    return len(surface)


def _widened(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The whole run of capitals of which a part is marked: "[Vitens Evides] International", "Huis
    van de [Nederlandse Provincies]". Not over another mention, nor to a sentence's start."""
    at, text = sentence.span.start, sentence.text
    others = [m for m in sentence.mentions if not (start <= m.span.start < end)]
    more = re.match(rf" {NAME_RUN}", text[end - at :])
    if more and is_starter(more.group().split()[0]):
        more = None
    if more and not any(m.span.start < end + more.end() and end < m.span.end for m in others):
        end += more.end()
    before = _LOWER_LINK.search(text[: start - at])
    if before and _runs_on(text, before):
        left = at + before.start()
        if not any(m.span.start < start and left < m.span.end for m in others):
            start = left
    return start, end


def _runs_on(text: str, before: re.Match[str]) -> bool:
    """Whether the words before a name are part of it: no start of a sentence, no other body."""
    opens = before.start() == 0 or text[before.start() - 2 : before.start()] == ". "
    return not opens and find_noun(before.group().split()[0]) is None


def _inner(surface: str) -> tuple[str, ...]:
    """Shorter forms of a marked name: "Fri Feti" of "Surinaamse vereniging Fri Feti"."""
    found = find_described(f"de {surface}")
    return tuple(inner_names(found[0], f"de {surface}")) if len(found) == 1 else ()


def noun_in(name: str) -> Noun | None:
    """The first noun in a name that says what kind of organisation it is."""
    nouns = [noun for word in name.split() if (noun := find_noun(word.strip("\"“”'.,")))]
    return nouns[0] if nouns else None
