"""What happened, in at most twelve words of the paper itself."""

from __future__ import annotations

import re

WORDS = 12
_LEADS = re.compile(
    r"^(?:daarnaast|ook|bovendien|vervolgens|daarbij|verder|in die tijd|prompt|en|maar|zo)\s+",
    re.IGNORECASE,
)


def wording(text: str, at: int) -> str:
    """The clause of `text` around offset `at`, cut to twelve words.

    >>> wording("In mei bezocht een delegatie Lublin, waarna men at.", 7)
    'In mei bezocht een delegatie Lublin'
    """
    edges = [
        0,
        *(m.end() for m in re.finditer(r"[;:]\s|,\s(?=(?:waar|die|dat|en|terwijl|maar)\b)", text)),
    ]
    start = max(edge for edge in edges if edge <= at)
    after = [edge for edge in edges if edge > at]
    clause = text[start : after[0] if after else len(text)].strip(" ,;:.")
    words = _LEADS.sub("", clause).split()
    cue = len(text[start:at].split())
    first = max(0, min(cue - WORDS // 2, len(words) - WORDS))
    return " ".join(words[first : first + WORDS]).strip(" ,;:.")
