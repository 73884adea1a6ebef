"""Offices that no name recogniser marks: "de Turkse ambassadeur" stands for the Turkish embassy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.records import Entity
from corpus.records.text import slug
from corpus.reference.places import load_places
from extractors.patterns import matcher
from extractors.sentences import Sentence

_ADJECTIVE = re.compile(r"(?<!\w)([A-Z][\w-]+) $")


def find_offices(sentence: Sentence) -> Iterator[tuple[Entity, str, str]]:
    """Each office in a sentence: the body it stands for, as written, its country."""
    taken = [m.span for m in sentence.labelled("ORG", "PROG")]
    for match in matcher("actor_kinds").find(sentence.text, "office"):
        adjective = _ADJECTIVE.search(sentence.text[: match.start])
        country = load_places().adjectives().get(adjective[1].lower(), "") if adjective else ""
        at = sentence.span.start + match.start
        if not adjective or not country or any(span.start <= at < span.end for span in taken):
            continue
        name = f"{adjective[1]} {match.cue.note}"
        entity = Entity(id=f"name:{slug(name)}", name=name, kind="embassy", country=country)
        yield entity, f"{adjective[1]} {sentence.text[match.start : match.end]}", country
