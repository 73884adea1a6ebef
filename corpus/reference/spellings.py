"""How Dutch papers spell foreign names: transcribed, without marks, with hyphens.

Used when the tables of places are made (`compile_places`) and when a name is looked up.
"""

from __future__ import annotations

import re
import unicodedata

_COMMA_BELOW = str.maketrans("şţŞŢ", "șțȘȚ")  # GeoNames writes Romanian with cedillas
_BARRED = str.maketrans("łŁđĐıøØðÐþÞ", "lLdDioOdDtT")  # letters that Unicode does not take apart
_WESTERN = frozenset("áéíóúàèìòùâêîôûäëïöüãõñçåÁÉÍÓÚÀÈÂÊÎÔÛÄËÏÖÜÇÅ")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})

# English transcription of Cyrillic → Dutch (Taalunie, "Transcriptie van Russische namen"), the
# longest first.
_TRANSCRIBED = (
    ("shch", "sjtsj"),
    ("zh", "zj"),
    ("kh", "ch"),
    ("ts", "ts"),
    ("ch", "tsj"),
    ("sh", "sj"),
    ("yu", "joe"),
    ("ya", "ja"),
    ("ye", "je"),
    ("yo", "jo"),
    ("ë", "jo"),
    ("iy", "i"),
    ("yy", "y"),
    ("ou", "oe"),
    ("u", "oe"),
)
_LETTERS = re.compile("|".join(latin for latin, _ in _TRANSCRIBED))
_VOWEL_Y = re.compile(r"(?<=[aeo])y\b|(?<=[aeo])y(?=[^aeiou])")


def dutch_transcription(english: str) -> str:
    """A Cyrillic name in Dutch transcription, from its English one; without the soft sign.

    >>> dutch_transcription("Chernobyl'"), dutch_transcription("Slavutych")
    ('Tsjernobyl', 'Slavoetytsj')
    """
    dutch = dict(_TRANSCRIBED)

    def written(match: re.Match[str]) -> str:
        lower = _VOWEL_Y.sub("j", match.group().lower())
        word = _LETTERS.sub(lambda m: dutch[m.group()], lower)
        return word[:1].upper() + word[1:] if match.group()[0].isupper() else word

    return re.sub(r"\w+", written, re.sub(r"['`’]", "", english))


def unmarked(name: str) -> str:
    """ "Wroclaw" for "Wrocław"; marks of Western languages stay: our typists have é, ö and ç."""
    return "".join(
        c if c in _WESTERN else unicodedata.normalize("NFKD", c)[0] for c in name.translate(_BARRED)
    )


def bare(name: str) -> str:
    """ "Nachod" for "Náchod": no marks at all."""
    plain = unicodedata.normalize("NFKD", name.translate(_BARRED).replace("ß", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def spellings(name: str) -> frozenset[str]:
    """A name as Dutch papers may write it: with hyphens or none, without marks, umlauts as ae.

    >>> sorted(spellings("Ibbenbüren"))
    ['Ibbenbueren', 'Ibbenburen', 'Ibbenbüren']
    """
    found = {name}
    if not name.isascii():
        comma = name.translate(_COMMA_BELOW)
        found |= {comma, unmarked(name), bare(name), bare(name.translate(_UMLAUTS))}
    found |= {n.replace(" ", "-") for n in found} | {n.replace("-", " ") for n in found}
    return frozenset(found)


_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`", "'"))


def straight(text: str) -> str:
    """The text with one kind of apostrophe."""
    return text if text.isascii() else text.translate(_APOSTROPHES)


def key(name: str) -> str:
    """One key for all `spellings` of a name, in capitals or not; several names may share it.

    >>> key("Ibbenbüren") == key("IBBENBUEREN")
    True
    """
    folded = name.lower() if name.isascii() else bare(straight(name)).lower()
    folded = folded.replace("-", " ")
    if "e" in folded:
        folded = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return folded
