"""Whether a page's text layer is text: letters that are no words come from a font without a map."""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
from spacy.lang.nl.stop_words import STOP_WORDS as DUTCH

_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
_VOWEL = re.compile(r"[aeiouyà-öø-ÿ]", re.IGNORECASE)
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}", re.IGNORECASE)
# Running Dutch has 45 % of such words, a list of names some 5 %, a text in a broken font under 1 %.
_COMMON_LEAST = 0.02
_WORDLIKE_LEAST = 0.85
_ENOUGH = 2000  # characters: more tell no more
_TELLING = 30  # words: of fewer it cannot be told
_UNMAPPED_MOST = 0.5


def is_garbage(text: str, unmapped: float = 0.0) -> bool:
    """Whether text is letters without words; `unmapped` is the share that the font cannot name.

    >>> is_garbage("De raad besluit een stedenband aan te gaan met Lünen. " * 5)
    False
    >>> is_garbage("Gh uddg ehvoxlw hhq vwhghqedqg ddq wh jddq phw Oüqhq. " * 5)
    True
    """
    if unmapped > _UNMAPPED_MOST:
        return True
    words = _WORD.findall(text[:_ENOUGH])
    if len(words) < _TELLING:
        return False
    common = sum(word.lower() in _common_words() for word in words)
    if common >= _COMMON_LEAST * len(words):
        return False
    wordlike = sum(bool(_VOWEL.search(w)) and not _CLUSTER.search(w) for w in words)
    return wordlike < _WORDLIKE_LEAST * len(words)


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for word in DUTCH | ENGLISH if len(word) > 1)
