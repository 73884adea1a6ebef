"""Abbreviations that a paper explains itself: "Naam (AFK)", "AFK (Naam)", "hierna: AFK".

The long form is found with the algorithm of Schwartz and Hearst (2003, "A simple algorithm for
identifying abbreviation definitions in biomedical text"): the abbreviation's letters in order,
from the right, the first of them at the start of a word.
"""

from __future__ import annotations

import re

_BRACKETED = re.compile(
    r"(?P<before>[^()\n]{3,160}?)\s*\((?:hierna(?: te noemen| genoemd)?:?\s*|afgekort:?\s*)?"
    r"['\"“‘]?(?P<inside>[A-Z][A-Za-z&/-]{1,11})['\"”’]?\)"
)


def learn_abbreviations(text: str) -> dict[str, str]:
    """The long form of each abbreviation that `text` explains.

    >>> learn_abbreviations("de Stichting Vrienden van Lublin (SVL) en anderen")
    {'SVL': 'Stichting Vrienden van Lublin'}
    """
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        short = match["inside"]
        if sum(c.isupper() for c in short) < 2:
            continue
        if long := long_form(short, match["before"]):
            found.setdefault(short, long)
    return found


def long_form(short: str, before: str) -> str:
    """The end of `before` that `short` abbreviates, or empty where there is none."""
    words = before.split()
    window = " ".join(words[-min(len(short) + 5, len(short) * 2 + 2) :])
    at, letters = len(window), [c.lower() for c in short if c.isalnum()]
    for index in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not _fits(window, at, letters[index], first=index == 0):
            at -= 1
        if at < 0:
            return ""
    long = window[at:].strip()
    # A long form is more than a word, starts with a capital, and is not the abbreviation again.
    fits = " " in long and long[0].isupper() and short not in long.split()
    return long if fits else ""


def _fits(window: str, at: int, letter: str, *, first: bool) -> bool:
    if window[at].lower() != letter:
        return False
    return not first or at == 0 or not window[at - 1].isalnum()
