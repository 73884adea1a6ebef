"""Annotations: read into rows, and refused where they are not what they should be."""

from __future__ import annotations

import pytest

from corpus.errors import ReferenceDataError
from corpus.gold import GoldAlias, GoldEvent, GoldTie, load_gold

TIES = "doc,nl_name,nl_kind,foreign_name,foreign_kind,foreign_country,status\n"


def test_a_row_keeps_what_it_says_and_is_empty_where_it_says_nothing(tmp_path):
    (tmp_path / "ties.csv").write_text(TIES + "a.pdf,Tiel, gemeente ,Leer,stad,DE,active\n")
    assert load_gold(tmp_path).ties == (
        GoldTie(
            doc="a.pdf",
            nl_name="Tiel",
            nl_kind="gemeente",
            foreign_name="Leer",
            foreign_kind="stad",
            foreign_country="DE",
            status="active",
        ),
    )


def test_a_list_in_a_cell_is_parted(tmp_path):
    head = "doc,year,month,day,type,nl_parties,foreign_parties,other_parties,themes,what\n"
    (tmp_path / "events.csv").write_text(head + "a.pdf,1999,5,,visit,Tiel; Ede,,,sport;water,\n")
    assert load_gold(tmp_path).events == (
        GoldEvent(
            doc="a.pdf",
            year="1999",
            month="5",
            type="visit",
            nl_parties=("Tiel", "Ede"),
            themes=("sport", "water"),
        ),
    )


def test_a_table_without_a_file_has_no_rows(tmp_path):
    (tmp_path / "aliases.csv").write_text("name,alias\nBergen,Mons\n")
    gold = load_gold(tmp_path)
    assert (gold.ties, gold.aliases) == ((), (GoldAlias(name="Bergen", alias="Mons"),))


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("a.pdf,Tiel,gemeente,Leer,stad,DE,\n", "status"),
        ("a.pdf,Tiel,gemeente,Leer,stad,DE\n", "too few"),
        ("a.pdf,Tiel,gemeente,Leer,stad,DE,active,x\n", "too many"),
    ],
)
def test_a_row_that_is_not_whole_is_refused_with_its_line(tmp_path, row, wrong):
    (tmp_path / "ties.csv").write_text(TIES + row)
    with pytest.raises(ReferenceDataError, match=wrong) as error:
        load_gold(tmp_path)
    assert "ties.csv, line 2" in str(error.value)


def test_a_column_that_is_not_known_is_refused(tmp_path):
    (tmp_path / "figures.csv").write_text("doc,what,value,color\na,b,1,red\n")
    with pytest.raises(ReferenceDataError, match="color"):
        load_gold(tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ReferenceDataError, match="no such folder"):
        load_gold(tmp_path / "weg")
