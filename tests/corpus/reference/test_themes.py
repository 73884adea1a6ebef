"""The taxonomy that ships, and one of a user's own."""

import pytest

from corpus.errors import ReferenceDataError
from corpus.reference.themes import ThemeLexicon, load_lexicon, load_themes

# The closed list of the contract.
IDS = {
    "agrofood", "hightech", "ict_smart_city", "life_sciences_health", "logistics", "ecommerce",
    "water", "energy", "environment", "urban_development", "finance", "trade_investment",
    "creative_industry", "culture", "sport", "education_science", "tourism", "public_safety",
    "governance", "political_influence", "human_rights", "mobility",
}  # fmt: skip


def test_the_taxonomy_has_the_themes_of_the_contract():
    assert {theme.id for theme in load_themes()} == IDS


@pytest.mark.parametrize("theme", load_themes(), ids=lambda t: t.id)
def test_each_theme_says_what_it_means_what_not_and_how_it_is_told(theme):
    assert theme.nl
    assert theme.en
    assert theme.means
    assert theme.not_meant
    assert theme.examples
    assert len(theme.words) >= 100


def test_colours_differ():
    colours = [theme.colour for theme in load_themes()]
    assert len(set(colours)) == len(colours)


def test_a_hit_says_where_which_theme_and_whether_it_carries_it():
    text = "Een markt voor pootaardappelen."
    hits = [(text[h.start : h.end], t, s) for h, t, s in load_lexicon().hits(text)]
    assert ("pootaardappelen", "agrofood", True) in hits
    assert ("markt", "trade_investment", False) in hits


@pytest.fixture
def own(tmp_path):
    def write(text):
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_users_own_file_works_the_same_way(own):
    path = own('[kermis]\nnl = "Kermis"\nwords = "kermis*, *molen, suikerspin"\n')
    (theme,) = load_themes(path)
    assert (theme.id, theme.en, theme.words) == (
        "kermis",
        "Kermis",
        ("kermis*", "*molen", "suikerspin"),
    )
    hits = ThemeLexicon(themes=(theme,)).hits("De draaimolen op de kermis.")
    assert [hit.pattern for hit, _, _ in hits] == ["*molen", "kermis*"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no themes"),
        ("[kermis]\nen = 'Fair'\n", "kermis.*nl"),
        ("[kermis]\nnl = 'Kermis'\nwords = 'ker*mis'\n", r"ker\*mis"),
        ("[kermis", "own.toml"),
    ],
)
def test_a_file_that_is_no_taxonomy_is_refused_with_the_reason(own, text, why):
    with pytest.raises(ReferenceDataError, match=why):
        load_themes(own(text))
