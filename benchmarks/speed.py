"""How fast, how big, how soon: a cold run of the whole, warm analysis, start-up, peak memory.

    python benchmarks/speed.py [PAPER ...]

Without papers it measures on the samples. Each figure is the median of three. Results go to
standard output as a table with machine, date and commit; docs/measurements.md keeps them.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus" / "samples"
ROUNDS = 3


def main(papers: list[str]) -> None:
    papers = papers or [str(SAMPLES)]
    print(f"{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}, {os.cpu_count()} cores,", end=" ")
    print(f"Python {platform.python_version()}, {platform.machine()}")
    print(f"papers: {' '.join(Path(p).name for p in papers)}\n")
    rows = [
        ("stedenband --help", _median(lambda: _process(["--help"]))),
        ("cold run, whole process", _median(lambda: _cold(papers))),
        ("second run, nothing new", _second(papers)),
        *_warm(papers),
        ("peak memory of the run", f"{_peak():.0f} MB"),
    ]
    for name, value in rows:
        print(f"{name:<28} {value if isinstance(value, str) else f'{value:.2f} s'}")


def _median(measure) -> float:
    return statistics.median(measure() for _ in range(ROUNDS))


def _process(arguments: list[str]) -> float:
    start = time.perf_counter()
    command = [str(Path(sys.executable).parent / "stedenband"), *arguments]
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


def _cold(papers: list[str]) -> float:
    with tempfile.TemporaryDirectory() as out:
        return _process(["run", *papers, "--out", out])


def _second(papers: list[str]) -> float:
    with tempfile.TemporaryDirectory() as out:
        _process(["run", *papers, "--out", out])
        return _process(["run", *papers, "--out", out])


def _warm(papers: list[str]) -> list[tuple[str, float]]:
    from corpus.errors import UnreadablePaper
    from extractors.analyse import analyse, load_tools
    from extractors.text.reading import read_document
    from flows.gather import gather
    from flows.settings import Settings

    start = time.perf_counter()
    tools = load_tools()
    loading = time.perf_counter() - start
    items = gather(papers, Settings()).items
    reading, analysing = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        readings = []
        for item in items:
            try:
                readings.append(read_document(item))
            except UnreadablePaper as error:
                print(error, file=sys.stderr)
        reading.append(time.perf_counter() - start)
        start = time.perf_counter()
        for read in readings:
            analyse(read, tools)
        analysing.append(time.perf_counter() - start)
    return [
        ("loading the tools", loading),
        ("reading, warm", statistics.median(reading)),
        ("analysis, warm", statistics.median(analysing)),
    ]


def _peak() -> float:
    """Of the largest child process: the cold runs. Linux counts in kilobytes."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _commit() -> str:
    command = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main(sys.argv[1:])
