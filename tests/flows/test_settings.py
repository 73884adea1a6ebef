"""Settings: where they come from, and what is said of wrong ones."""

import tomllib
from dataclasses import fields

import pytest

from corpus.errors import SettingsError
from flows.settings import Settings, load_settings
from tests.conftest import ROOT


def test_the_file_of_the_project_lists_every_setting_with_its_default():
    listed = tomllib.loads((ROOT / "stedenband.toml").read_text(encoding="utf-8"))
    defaults = {f.name: getattr(Settings(), f.name) for f in fields(Settings)}
    assert {k: tuple(v) if isinstance(v, list) else v for k, v in listed.items()} == defaults


def test_the_command_line_goes_before_the_environment_before_the_file(tmp_path):
    file = tmp_path / "s.toml"
    file.write_text('out = "uit"\nworkers = 2\nbatch = 3\n')
    environment = {"STEDENBAND_WORKERS": "4", "STEDENBAND_BATCH": "5"}
    settings = load_settings(file, environment=environment, batch=6)
    assert (settings.out, settings.workers, settings.batch) == ("uit", 4, 6)


def test_an_unknown_setting_is_named_with_the_nearest_one(tmp_path):
    file = tmp_path / "s.toml"
    file.write_text("wrokers = 2\n")
    with pytest.raises(SettingsError, match=r"s\.toml.*`wrokers`.*`workers`"):
        load_settings(file, environment={})


@pytest.mark.parametrize("given", [{"runner": "spark"}, {"workers": "veel"}, {"workers": -1}])
def test_a_value_that_cannot_be_is_refused(given):
    with pytest.raises(SettingsError):
        load_settings(environment={}, **given)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    file = tmp_path / "kapot.toml"
    file.write_text("out = ")
    with pytest.raises(SettingsError, match=r"kapot\.toml"):
        load_settings(file, environment={})
