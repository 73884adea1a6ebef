"""A sentence with its names as slots: "⟦a0⟧ valt onder ⟦a1⟧ en zit in ⟦p2⟧".

What makes patterns of relations simple: glosses in brackets, articles and adjectives before names
are left out, and a pronoun or "het bedrijf" at the head of a sentence is the actor that the
sentence before was about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.records import Actor, Entity, Mention
from corpus.reference.places import load_places
from extractors.entities.gazetteer import Gazetteer
from extractors.sentences import Sentence

_SLOT = re.compile(r"⟦([aph])(\d+)⟧")
_LEAST = 3  # letters of a name that is looked for as it is written
_NOTE = re.compile(r"[*_“”\"„]|(?<=[⟧\w.,])\[\^?\w+\]")
_ARTICLE = r"\b(?:[Dd]e|[Hh]et|[Ee]en|[Dd]en|[Dd]er|[Tt]he|zijn|haar|hun)"
_BEFORE = re.compile(rf"{_ARTICLE}(?: [\w-]+(?:e|s))?(?: [\w-]+e)? (?=⟦a)|{_ARTICLE} (?=⟦)")
_GLOSS = re.compile(r"⟦([aph]\d+)⟧ ?\(((?:[^()⟦]*⟦\1⟧)+[^()⟦]*|[^()⟦]*)\)")
_ASIDE = re.compile(r" [–-] [^–⟦]*?(?:⟦[^–]*?)?? [–-] ")
_POSSESSIVE = re.compile(r"(?<=⟧)['’]?s\b")
_KIND = (
    r"(?:organisatie|stichting|vereniging|instelling|bedrijf|comité|school|universiteit|"
    r"hogeschool|museum|ziekenhuis|onderneming|instituut|club|koor|werkgroep|platform|fonds|dienst)"
)
_VERB = (
    r"(?:is|was|wordt|werd|heeft|had|valt|viel|staat|stond|werkt|werkte|richt|richtte|sluit|sloot|"
    r"tekent|tekende|onderhoudt|onderhield|coördineert|zit|zetelt|zoekt|organiseert|organiseerde|"
    r"vestigde|opende|opent|ondertekende|ondertekent|runt|beheert|leidt|trad|nam)"
)
_HEAD = re.compile(
    rf"^(?:[Hh]et|[Dd]eze|[Dd]it|[Dd]ie)(?= {_VERB}\b)|"
    rf"^(?:[Dd]e|[Hh]et|[Dd]eze|[Dd]it|[Dd]ie|[Oo]nze) (?P<noun>{_KIND})(?= )"
)
_GENERAL = ("organisatie", "instelling", "onderneming", "bedrijf")
_INVERTED = re.compile(rf"(?<=\b)(?P<verb>{_VERB}) (?P<pronoun>het|deze)(?= )")
# A capital word just before, not the first of the sentence: part of a longer name.
_INSIDE = re.compile(r"\w.* (?!(?:De|Het|Een|Gemeente|Provincie) )[A-Z][a-z]+ $", re.DOTALL)
_ABOUT = re.compile(r"\b(?:is|was|heet|zijn) ⟦a(\d+)⟧")


@dataclass(frozen=True, slots=True)
class Slotted:
    """A sentence with slots; `fillers[n]` is what slot n stands for."""

    text: str
    fillers: tuple[Entity, ...]
    topic: Entity | None  # the actor that the next sentence may call "het"


class Slotter:
    """Puts slots into the sentences of one paper."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._by_name: dict[str, Entity] = {}
        ranked = sorted(actors, key=lambda a: (-a.mentions, a.entity.id))
        self._ranked = tuple(actor.entity for actor in ranked)
        for entity in self._ranked:
            for name in (entity.name, entity.abbreviation, *entity.other_names):
                if len(name) >= _LEAST and not load_places().lookup(name):
                    self._by_name.setdefault(name, entity)
        self._names = Gazetteer(self._by_name)
        self._governments: Mapping[str, Entity] = {
            a.entity.id: a.entity for a in actors if a.entity.kind == "local_government"
        }

    def slot(self, sentence: Sentence, topic: Entity | None) -> Slotted:
        """The sentence with slots; `topic` is what the sentence before was about."""
        fillers: list[Entity] = []
        text, at = "", 0
        for start, end, letter, entity in self._spans(sentence):
            text += f"{sentence.text[at:start]}⟦{letter}{_number(fillers, entity)}⟧"
            at = end
        text = _plain(text + sentence.text[at:])
        text = self._resolved(text, fillers, topic)
        return Slotted(text, tuple(fillers), _topic(text, fillers) or topic)

    def _resolved(self, text: str, fillers: list[Entity], topic: Entity | None) -> str:
        """The text with a slot for "het", "het bedrijf", "de stichting" at its head."""
        head = _HEAD.match(text)
        noun = head["noun"] if head else None
        if noun and noun.casefold() not in _GENERAL:
            topic = self._called(noun.casefold(), topic)
        if topic is None:
            return text
        slot = f"⟦a{_number(fillers, topic)}⟧"
        if head:
            return slot + text[head.end() :]
        return _INVERTED.sub(rf"\g<verb> {slot}", text, count=1)

    def _called(self, noun: str, topic: Entity | None) -> Entity | None:
        """The actor that "de stichting" means: the topic if it is one, else the most named."""
        if topic is not None and noun in topic.name.casefold():
            return topic
        return next((e for e in self._ranked if noun in e.name.casefold().split()), None)

    def _spans(self, sentence: Sentence) -> list[tuple[int, int, str, Entity]]:
        found: list[tuple[int, int, str, Entity]] = [
            (hit.start, hit.end, "a", self._by_name[hit.name])
            for hit in self._names.find(sentence.text)
            if not _INSIDE.search(sentence.text[: hit.start])
        ]
        offset = sentence.span.start
        for mention in sentence.labelled("PLACE", "PER"):
            start, end = mention.span.start - offset, mention.span.end - offset
            if mention.entity is None or any(s < end and start < e for s, e, *_ in found):
                continue
            found.append((start, end, *self._other(mention, mention.entity)))
        return sorted(found, key=lambda span: span[:2])

    def _other(self, mention: Mention, entity: Entity) -> tuple[str, Entity]:
        if mention.label == "PER":
            return "h", entity
        return "p", self._governments.get(entity.id, entity)


def _number(fillers: list[Entity], entity: Entity) -> int:
    """The slot of an entity: the same one every time."""
    for number, filler in enumerate(fillers):
        if filler.id == entity.id:
            return number
    fillers.append(entity)
    return len(fillers) - 1


def _plain(text: str) -> str:
    """Without signs, glosses, asides, articles: what patterns need not know."""
    text = " ".join(_NOTE.sub("", text).split())
    text = _POSSESSIVE.sub("", text)
    text = _BEFORE.sub("", text)
    text = _GLOSS.sub(r"⟦\1⟧", text)
    return _ASIDE.sub(" ", text)


def _topic(text: str, fillers: Sequence[Entity]) -> Entity | None:
    """What a sentence is about: "… is ⟦a1⟧", else the first actor in it."""
    if about := _ABOUT.search(text):
        return fillers[int(about[1])]
    first = re.search(r"⟦a(\d+)⟧", text)
    return fillers[int(first[1])] if first else None
