"""The patterns that an analyst writes, and what they are found in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reference.word_patterns import WordPatterns, plain, split_patterns

LETTERS = st.text(alphabet="abcdeéèk", min_size=1, max_size=8)


def found(text, *patterns):
    return [text[h.start : h.end] for h in WordPatterns(patterns=patterns).find(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("bank", "De bank, de banken en de zandbank.", ["bank"]),
        ("tomat*", "Tomaten van de trostomatenkweker.", ["Tomaten"]),
        ("*bouw", "Woningbouw en bouwen.", ["Woningbouw"]),
        ("*kwekerij*", "Twee boomkwekerijen.", ["boomkwekerijen"]),
        ("export*", "Er is geëxporteerd; exporteurs.", ["exporteurs"]),
        ("geexport*", "Er is geëxporteerd.", ["geëxporteerd"]),
        ("5g", "Een 5G-netwerk.", ["5G-netwerk"]),
        ("smart cit*", "Het Smart City-programma.", ["Smart City-programma"]),
        ("belt and road", "De Belt and road; een belt.", ["Belt and road"]),
        ("ruimtelijke ordening*", "Ruimtelijke, maar zonder ordening.", []),
    ],
)
def test_a_pattern_is_found_at_the_words_that_it_describes(pattern, text, words):
    assert found(text, pattern) == words


def test_patterns_are_found_in_order_of_the_text():
    assert found("Zorg, haven en zorg.", "haven*", "zorg") == ["Zorg", "haven", "zorg"]


@given(LETTERS, LETTERS, LETTERS)
def test_a_word_has_its_own_beginning_end_and_middle(before, middle, after):
    word = before + middle + after
    patterns = (f"{before}*", f"*{after}", f"*{middle}*", word)
    assert {h.pattern for h in WordPatterns(patterns=patterns).find(word)} == set(patterns)


@given(st.text(max_size=60))
def test_a_hit_lies_within_the_text(text):
    for hit in WordPatterns(patterns=("a*", "*e", "*i*", "de a*")).find(text):
        assert 0 <= hit.start < hit.end <= len(text)


def test_accents_and_capitals_do_not_matter():
    assert plain("Geëxporteerd’s") == "geexporteerd's"


@pytest.mark.parametrize("wrong", ["*", "in*side", "belt * road"])
def test_a_star_stands_at_the_end_of_a_word(wrong):
    with pytest.raises(ValueError, match="stands at"):
        split_patterns(wrong)
