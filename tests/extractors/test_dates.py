"""Dates in Dutch sentences, and what they mean."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records.dates import is_edtf
from extractors.dates import find_dates


def edtf(text, reference=""):
    return [date.edtf for date in find_dates(text, reference=reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op 3 mei 1994", ["1994-05-03"]),
        ("in maart 2008", ["2008-03"]),
        ("sinds 1971", ["1971"]),
        ("van 2001-2006", ["2001/2006"]),
        ("1998-heden", ["1998/.."]),
        ("de jaren tachtig", ["198X"]),
        ("de jaren '90", ["199X"]),
        ("begin jaren '70", ["1970/1973"]),
        ("eind jaren zestig", ["1967/1969"]),
        ("het najaar van 2011", ["2011-09/2011-11"]),
        ("in het eerste kwartaal 2012", ["2012-01/2012-03"]),
        ("in de negentiende eeuw", ["18XX"]),
        ("d.d. 12-03-2015", ["2015-03-12"]),
        ("van 12 tot en met 18 mei 2010", ["2010-05-12/2010-05-18"]),
        ("in 2004 en 2005", ["2004", "2005"]),
        ("sinds '98", ["1998"]),
        ("eind 2008 en medio 2010", ["2008", "2010"]),
        ("het begin van de jaren tachtig", ["1980/1983"]),
        ("mei '14", ["2014-05"]),
        ("op 30-06-'86", ["1986-06-30"]),
    ],
)
def test_a_dutch_date_means_its_edtf_value(text, expected):
    assert edtf(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "een bedrag van € 2000",
        "2000 euro subsidie",
        "ruim 2000 bezoekers",
        "1985 inwoners",
        "kenmerk 2009-12345",
        "telefoon 020-2004567",
        "2011 AB Haarlem",
        "artikel 1999",
        "de 2000.5 meter",
    ],
)
def test_a_number_that_is_no_year_is_no_date(text):
    assert edtf(text) == []


def test_a_day_without_year_takes_that_of_the_paper():
    assert edtf("op 29 november", reference="2014-12-01") == ["2014-11-29"]


def test_last_year_is_counted_from_the_paper():
    assert edtf("vorig jaar", reference="2019-04") == ["2018"]


def test_last_year_without_a_dated_paper_is_no_date():
    assert edtf("vorig jaar") == []


@given(st.text(max_size=200), st.sampled_from(["", "2019", "1998-03-02"]))
def test_any_text_gives_dates_that_are_in_it_in_order_and_valid(text, reference):
    found = find_dates(text, reference=reference)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(not d.edtf or is_edtf(d.edtf) for d in found)
