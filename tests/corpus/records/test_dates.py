"""EDTF values: parse, order, overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records.dates import first_year, parse_edtf, split_date

years = st.integers(1600, 2099)


@pytest.mark.parametrize(
    "text", ["", "19", "1985-13", "1985-02-30", "2001/1999", "mei", "198X-01-40"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(text)


@given(years, years)
def test_an_interval_holds_both_its_years(one, other):
    first, last = sorted((one, other))
    date = parse_edtf(f"{first}/{last}")
    assert date.years.start == first
    assert date.years[-1] == last


@given(years, years)
def test_two_years_overlap_only_when_they_are_one(one, other):
    assert parse_edtf(str(one)).overlaps(parse_edtf(str(other))) == (one == other)


def test_a_decade_overlaps_its_years_only():
    assert parse_edtf("198X").overlaps(parse_edtf("1989-12"))
    assert not parse_edtf("198X").overlaps(parse_edtf("1990"))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1985", ("1985", "", "")),
        ("1994-09", ("1994", "9", "")),
        ("2011-05-27", ("2011", "5", "27")),
        ("1980/1983", ("1980-1983", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_date_fills_the_cells_of_the_events_table(text, cells):
    assert split_date(text) == cells


def test_the_first_year_of_what_is_no_date_is_unknown():
    assert first_year("ooit") is None
