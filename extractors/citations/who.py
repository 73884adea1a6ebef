"""Who wrote or published a source: persons, bodies, newspapers."""

from __future__ import annotations

import re
from functools import cache

from corpus.reference.organisations import load_organisations
from corpus.reference.tables import read_rows
from extractors.patterns import matcher

_INITIALS = r"(?:[A-ZÀ-Þ]\.[ -]?)+(?:(?:van|de|der|den|ter|ten|von|te|'t|la|le) ?)*"
_SURNAME = (
    r"(?:(?:van|de|der|den|ter|ten|von|te|het|'t) ){0,3}"
    r"[A-ZÀ-Þ][\w'\u2019-]+(?: [A-ZÀ-Þ][\w'\u2019-]+)?"
)
_ROLE = r"(?:\s*\((?:red|eds?|samenst|hrsg)\.?\))?"
_BY_INITIALS = re.compile(rf"{_INITIALS}[A-ZÀ-Þ][\w'\u2019-]+(?: [A-ZÀ-Þ][\w'\u2019-]+)?{_ROLE}")
_INVERTED = re.compile(rf"{_SURNAME}, {_INITIALS}")
_ONLY_INITIALS = re.compile(rf"{_INITIALS}{_ROLE}")
_AND = re.compile(r"\s+(?:en|and|&|met)\s+")
_MOST_WORDS = 6  # of the name of a body that no register has


def is_body(name: str) -> bool:
    """Whether a name is that of a body that publishes: by its first word, or a known one."""
    opening = matcher("citations").first(name, "body")
    return (opening is not None and opening.start == 0) or bool(load_organisations().lookup(name))


def is_periodical(name: str) -> bool:
    """Whether a name is that of a newspaper or journal: a known one, or by its words."""
    known = load_organisations().lookup(name)
    if known and known[0].kind == "media":
        return True
    if not name or not name[0].isupper() or ". " in name or ": " in name:
        return False
    return len(name.split()) <= _MOST_WORDS and matcher("citations").has(name, "periodical")


def is_person(name: str) -> bool:
    """Whether a name is that of one or more persons: by initials or a known first name."""
    names = [part.strip() for part in _AND.split(re.sub(r"\s+e\.a\.?$", "", name))]
    return bool(name) and all(_is_one_person(part) for part in names if part)


def part_author(head: list[str], *, referred: bool) -> tuple[str, list[str]]:
    """The authors that stand first, and the rest; no authors where nothing there is one.

    `referred` says that a place, a publisher or an archive stands behind, so that any name that
    stands first and alone is an author's.
    """
    if len(head) < 2:
        return "", head
    for count in range(min(len(head) - 1, 4), 1, -1):
        # "Smit, T." and "Brouwer, T., & Haan, M. de": surname and initials are parts of their own.
        if (
            all(
                _ONLY_INITIALS.fullmatch(part) if index % 2 else _is_surname(part)
                for index, part in enumerate(head[:count])
            )
            and count % 2 == 0
        ):
            return ", ".join(head[:count]), head[count:]
    first = head[0]
    if is_person(first) or is_body(first) or "e.a." in first:
        return first, head[1:]
    words = first.split()
    named = (
        len(words) <= _MOST_WORDS and first[:1].isupper() and first[-1] not in "?!'\"\u2019\u201d"
    )
    opens = any(m.start == 0 for m in matcher("citations").find(first, "policy", "meeting"))
    if referred and named and not opens:
        return first, head[1:]
    return "", head


def _is_one_person(name: str) -> bool:
    if _BY_INITIALS.fullmatch(name) or _INVERTED.fullmatch(name):
        return True
    words = name.split()
    return 1 < len(words) <= 5 and words[0] in _first_names() and words[-1][:1].isupper()


def _is_surname(part: str) -> bool:
    return re.fullmatch(_SURNAME, re.sub(r"^(?:&|en|and)\s+", "", part)) is not None


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row["name"] for row in read_rows("first_names"))
