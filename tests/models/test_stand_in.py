"""`nl_core_news_lg` where it is installed: a stand-in with its name and labels, used end to end."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import pytest

from models.labels import BRIDGE

ONTONOTES = [
    "CARDINAL",
    "DATE",
    "EVENT",
    "FAC",
    "GPE",
    "LANGUAGE",
    "LAW",
    "LOC",
    "MONEY",
    "NORP",
    "ORDINAL",
    "ORG",
    "PERCENT",
    "PERSON",
    "PRODUCT",
    "QUANTITY",
    "TIME",
    "WORK_OF_ART",
]

PAPER = """GEMEENTE ZWOLLE
Raadsbrief, 5 maart 2019

De stedenband van Zwolle met Vologda bestaat sinds 1988. Namens Sampskib BV sprak Pjotr Dewulf.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder on the path with a package named nl_core_news_lg, as spaCy makes its own."""
    folder = tmp_path_factory.mktemp("pakketten")
    code = f"""
        import spacy
        from spacy.training import Example
        nlp = spacy.blank("nl")
        nlp.add_pipe("tok2vec"); nlp.add_pipe("tagger").add_label("N")
        told = Example.from_dict(nlp.make_doc("brief"), {{"tags": ["N"]}})
        nlp.initialize(lambda: [told])
        ruler = nlp.add_pipe("entity_ruler", name="ner", config={{"overwrite_ents": True}})
        ruler.add_patterns([
            {{"label": "ORG", "pattern": "Sampskib BV"}},
            {{"label": "PERSON", "pattern": "Pjotr Dewulf"}},
            {{"label": "GPE", "pattern": "Vologda"}},
            {{"label": "NORP", "pattern": "Raadsbrief"}},
        ])
        nlp.meta.update(lang="nl", name="core_news_lg", version="3.8.0")
        nlp.to_disk(r"{folder}/nl_core_news_lg/data")
    """
    (folder / "nl_core_news_lg").mkdir()
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True)
    (folder / "nl_core_news_lg" / "__init__.py").write_text(
        "from pathlib import Path\n"
        "from spacy.util import load_model_from_path\n"
        "def load(**overrides):\n"
        "    return load_model_from_path(Path(__file__).parent / 'data', **overrides)\n"
    )
    about = folder / "nl_core_news_lg-3.8.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: nl_core_news_lg\nVersion: 3.8.0\n"
    )
    return folder


def stedenband(folder, *words, cwd):
    code = "import sys; from flows.cli import main; sys.argv[0] = 'stedenband'; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(folder), "HOME": str(cwd)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_large_pipeline_is_picked_up_bridged_and_used(installed, tmp_path):
    paper = tmp_path / "brief.txt"
    paper.write_text(PAPER)
    ran = stedenband(installed, "run", paper, "--out", tmp_path / "uit", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "nl_core_news_lg 3.8.0 (nl_core_news_lg is installed)" in ran.stderr
    mentions = (tmp_path / "uit" / "tables" / "mentions.csv").read_text()
    assert "Sampskib BV,ORG" in mentions
    assert "Pjotr Dewulf,PER" in mentions
    assert "NORP" not in mentions and "GPE" not in mentions
    assert "Zwolle" in (tmp_path / "uit" / "tables" / "ties.csv").read_text()


@pytest.mark.slow
def test_which_pipeline_is_in_use_is_said(installed, tmp_path):
    ran = stedenband(installed, "model", "info", "--json", cwd=tmp_path)
    facts = json.loads(ran.stdout)
    assert facts[0]["model"] == "nl_core_news_lg"
    assert facts[0]["note"] == "nl_core_news_lg is installed"


def test_every_label_of_the_large_pipeline_is_bridged_or_left_out_on_purpose():
    left_out = {label for label in ONTONOTES if label not in BRIDGE}
    assert left_out == {
        "CARDINAL", "LANGUAGE", "LAW", "MONEY", "NORP", "ORDINAL", "PERCENT", "PRODUCT",
        "QUANTITY", "TIME", "WORK_OF_ART",
    }  # fmt: skip
    assert {b.label for b in BRIDGE.values()} == {"PER", "PLACE", "ORG", "PROG", "DATE"}
