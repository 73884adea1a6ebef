"""What all tests share: where the material is that cannot be given away, and tools loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes is for benchmarks to say: a busy machine must fail no test.
settings.register_profile("stedenband", deadline=None)
settings.load_profile("stedenband")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the report and its gold; tests that need it skip without."""
    if not (SHARED / "report").is_dir():
        pytest.skip("needs ../shared (the report and its gold), which is not given away")
    return SHARED


@pytest.fixture(scope="session")
def tools():
    """The tools of an analysis, as a run loads them."""
    from extractors.analyse import load_tools

    return load_tools()


@pytest.fixture(scope="session")
def samples_run(tmp_path_factory):
    """The output folder of a run on the sample papers, as `make run` makes it."""
    from flows.run import run_papers
    from flows.settings import Settings

    out = tmp_path_factory.mktemp("samples") / "uit"
    result = run_papers((), Settings(out=str(out), runner="here"))
    assert result.exit_code == 0
    return out
