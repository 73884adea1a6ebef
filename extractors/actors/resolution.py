"""Names of one actor in a paper brought together: the short form, the abbreviation, the spelling
with or without "van". The score says how sure a joining is; below `JOINED` names stay apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records.text import fold
from corpus.reference.places import load_places
from extractors.actors.candidates import Candidate

JOINED = 0.6
_LOOSE = frozenset(("van", "de", "het", "der", "den", "te", "in", "the", "of", "een", "'t"))


_BRACKET = re.compile(r"['’]?s?\s?\((?P<inside>[^()]{2,160})\)")
_GLOSS = re.compile(
    r"(?:^|,? )(?:of|hierna(?: te noemen| genoemd)?:?|afgekort(?: tot| als)?:?|kortweg|"
    r"ook(?: wel)?(?: bekend als)?|in het Engels:?|voorheen)(?= )| genoemd$"
)
_SHORT = re.compile(r"[A-Z][\w&/.-]{0,10}[A-Z][\w.]{0,2}")


def join_names(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with those that are one actor made one, in their old order.

    The longest name is kept; the shorter ones become other names of it.
    """
    _read_glosses(candidates)
    kept: list[Candidate] = []
    order = sorted(candidates, key=lambda c: (-_weight(c), -len(c.entity.name), c.entity.id))
    for candidate in order:
        scored = [(same_actor(home, candidate), home) for home in kept]
        score, home = max(scored, key=lambda pair: pair[0], default=(0.0, candidate))
        if score < JOINED:
            kept.append(candidate)
            continue
        home.occurrences.extend(candidate.occurrences)
        home.others.extend(o for o in candidate.others if o not in home.others)
        home.others.append(candidate.entity.name)
    for candidate in kept:
        candidate.occurrences.sort(key=lambda o: (o.start, o.end))
    return tuple(sorted(kept, key=lambda c: (c.occurrences[0].start, c.entity.id)))


def _read_glosses(candidates: Sequence[Candidate]) -> None:
    """Notes the names that a paper gives in brackets: "Verenigd Front (*United Front* of UFWD)"."""
    for candidate in candidates:
        for occurrence in candidate.occurrences:
            document = occurrence.sentence.document
            behind = document.text[occurrence.end : occurrence.end + 200]
            bracket = _BRACKET.match(behind)
            for name in _glossed(bracket["inside"]) if bracket else ():
                if name not in candidate.others and name != candidate.entity.name:
                    candidate.others.append(name)


def _glossed(inside: str) -> list[str]:
    """The names in a bracket that says another name; none where it says something else."""
    plain = re.sub(r"[*_\"“”]", "", inside).strip()
    parts = [part.strip(" ,") for part in _GLOSS.split(plain)]
    names = [part for part in parts if part[:1].isupper() and len(part) > 1]
    told = len(parts) > 1 or all(_SHORT.fullmatch(name) for name in names)
    return names if told and len(names) == len([p for p in parts if p]) else []


def same_actor(longer: Candidate, shorter: Candidate) -> float:
    """How sure it is (0..1) that `shorter` is another name of `longer`."""
    long, short = longer.entity.name, shorter.entity.name
    both = shorter.entity.id.startswith("org:") and longer.entity.id.startswith("org:")
    if both and shorter.entity.id != longer.entity.id:
        return 0.0  # the register tells them apart
    if "party_organ" in (longer.entity.kind, shorter.entity.kind):
        return 1.0 if _letters(long) == _letters(short) else 0.0
    if _words(long) == _words(short):
        return 0.95
    if _known(longer) & _known(shorter) or _letters(short) == _letters(long):
        return 0.9
    if load_places().lookup(short):
        return 0.0  # "Zwolle" is not "Hogeschool Zwolle"
    return _shared(longer, shorter)


def _shared(longer: Candidate, shorter: Candidate) -> float:
    """By the words the two have in common, where the shorter is the end of the longer."""
    long, short = longer.entity.name.split(), shorter.entity.name.split()
    tail = [w.casefold() for w in long[-len(short) :]] == [w.casefold() for w in short]
    if not tail or len(long) <= len(short):
        return 0.0
    before = long[: -len(short)]
    if shorter.noun is None and longer.noun is not None and short[0][0].isupper():
        return 0.8  # "Hogeschool Windesheim", "Windesheim"
    if len(before) == 1 and before[0].endswith("e"):
        return 0.75  # "Groningse Stichting X", "Stichting X"
    return 0.3


def _known(candidate: Candidate) -> frozenset[str]:
    """Every name that the paper or the register gives it, folded; not what is but a place."""
    entity = candidate.entity
    names = (entity.name, entity.abbreviation, *entity.other_names, *candidate.others)
    return frozenset(fold(name) for name in names if name and not load_places().lookup(name))


def _weight(candidate: Candidate) -> int:
    return int(candidate.entity.id.startswith("org:"))


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(name))) - _LOOSE


def _letters(name: str) -> str:
    return re.sub(r"\W", "", fold(name))
