"""What the tests of the outputs share: three small papers, read and analysed for real."""

from __future__ import annotations

import pytest

from corpus.records import SourceItem
from extractors.analyse import analyse
from extractors.text.reading import read_document
from outputs.merge import merge

LETTERS = {
    "zwolle-1992.txt": "Gemeente Zwolle\nDatum: 3 mei 1992\n\n"
    "Zwolle heeft sinds 1974 een stedenband met Lünen in Duitsland. In 1991 bezocht een "
    "delegatie uit Lünen onze stad om de nieuwe riolering en de dijken te bekijken.",
    "zwolle-2012.txt": "Gemeente Zwolle\nDatum: 4 juni 2012\n\n"
    "De stedenband met Lünen in Duitsland, aangegaan in 1978, is in 2011 beëindigd.",
    "almelo-2014.txt": "Gemeente Almelo\nDatum: 5 juni 2014\n\n"
    "Almelo heeft een jumelage met Iserlohn. <script>alert('x')</script> In 2013 schonk "
    'Iserlohn in Duitsland een orgel aan de kerk van Almelo; =HYPERLINK("http://x") stond erbij.',
}


@pytest.fixture(scope="session")
def analyses(tools):
    """The analysis of each letter."""
    return tuple(
        analyse(read_document(SourceItem(name=name, data=text.encode())), tools)
        for name, text in LETTERS.items()
    )


@pytest.fixture(scope="session")
def dataset(analyses):
    """What the letters say together."""
    return merge(analyses)
