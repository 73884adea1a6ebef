"""Names compared and folded: the one place that says when two spellings are the same word."""

from __future__ import annotations

import re
import unicodedata


def fold(name: str) -> str:
    """Lower case without accents, apostrophes made straight, runs of space made one.

    >>> fold("Xi’an  en Fryslân")
    "xi'an en fryslan"
    """
    straight = name.replace("\u2019", "'").replace("\u2018", "'").replace("\u2011", "-")
    parted = unicodedata.normalize("NFKD", straight)
    bare = "".join(c for c in parted if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", bare).strip().casefold()


def slug(name: str) -> str:
    """A name as it may stand in an id, a file name or an address.

    >>> slug("Capelle aan den IJssel")
    'capelle-aan-den-ijssel'
    """
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-_")
