"""The theme taxonomy: closed list of themes with labels, colours and a lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.errors import ReferenceDataError
from corpus.reference.tables import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme; `words` are patterns that match at the start of a word, ignoring case."""

    id: str
    nl: str  # Dutch label
    en: str  # English label
    colour: str  # #rrggbb, for maps and site
    words: tuple[str, ...]


@cache
def load_themes() -> tuple[Theme, ...]:
    """The themes of `data/themes.toml`, in its order.

    Raises ReferenceDataError for a lexicon pattern that is no regular expression.
    """
    themes = tuple(
        Theme(id=name, nl=t["nl"], en=t["en"], colour=t["colour"], words=tuple(t["words"]))
        for name, t in read_toml("themes").items()
    )
    for theme in themes:
        try:
            lexicon(theme)
        except re.error as error:
            raise ReferenceDataError("themes.toml", f"[{theme.id}] {error}") from error
    return themes


def lexicon(theme: Theme) -> re.Pattern[str]:
    """The theme's lexicon as one pattern; each match is one hit.

    >>> by_id = {t.id: t for t in load_themes()}
    >>> lexicon(by_id["sport"]).findall("De voetbalclub won het toernooi.")
    ['voetbal', 'toernooi']
    """
    return re.compile(rf"(?<![\w-])(?:{'|'.join(theme.words)})", re.IGNORECASE)
