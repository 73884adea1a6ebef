"""What may tell of relations with abroad, and what is a council's daily work."""

from extractors.abroad import Abroad
from tests.build import sentences

DAILY = "In 2021 koos de [Stichting Speelruimte|ORG] een bestuur. "
FAR = "Het bestek ligt ter inzage. " * 600
TOLD = f"[Zwolle|NL] bezocht [Lünen|DE] in 2008. {DAILY}{FAR}{DAILY}"


def told(marked, **options):
    every = sentences(marked)
    abroad = Abroad(every, **options)
    return [s.text[:12] for s in every if abroad.has(s.evidence)]


def test_in_a_paper_on_ties_what_stands_near_a_foreign_name_may_tell():
    found = told(TOLD, tells_of_ties=True)
    assert found[:2] == ["Zwolle bezoc", "In 2021 koos"]
    assert found.count("In 2021 koos") == 1, "what stands pages further does not"


def test_in_any_other_paper_a_sentence_must_name_it_itself():
    assert told(TOLD, tells_of_ties=False) == ["Zwolle bezoc"]


def test_a_word_for_a_tie_is_enough():
    found = told(f"De stedenband wordt in 2010 besproken. {FAR}", tells_of_ties=False)
    assert found == ["De stedenban"]


def test_a_short_paper_is_read_whole():
    assert told(DAILY, tells_of_ties=False) == ["In 2021 koos"]
