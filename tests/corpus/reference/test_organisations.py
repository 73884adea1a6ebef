"""The register of organisations: what can be looked up, and that it is well made."""

from collections import Counter

import pytest

from corpus.reference.organisations import KINDS, load_organisations
from corpus.reference.tables import read_rows


@pytest.mark.parametrize(
    "name", ["VNG", "Vereniging van Nederlandse Gemeenten", "Vereniging Nederlandse Gemeenten"]
)
def test_an_organisation_is_found_by_name_abbreviation_and_other_name(name):
    assert [e.name for e in load_organisations().lookup(name)] == [
        "Vereniging van Nederlandse Gemeenten"
    ]


def test_an_unknown_name_stands_for_nothing():
    assert load_organisations().lookup("Vriendenkring Nergenshuizen") == ()


def test_every_surface_leads_to_an_organisation_that_bears_it():
    for surface, entity in load_organisations().surfaces():
        assert surface in (entity.name, entity.abbreviation, *entity.other_names)


def test_ids_are_unique_and_kinds_are_of_the_closed_list():
    found = {e.id: e for _, e in load_organisations().surfaces()}
    names = Counter(row["name"] for row in read_rows("organisations"))
    assert [name for name, count in names.items() if count > 1] == []
    assert {e.kind for e in found.values()} <= KINDS


def test_the_register_holds_programmes_too():
    assert [e.kind for e in load_organisations().lookup("Interreg")] == ["programme"]
