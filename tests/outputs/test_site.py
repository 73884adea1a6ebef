"""The site and its maps, as a reader opens them."""

from __future__ import annotations

import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from outputs.maps import dots_of, periods_of, write_maps
from outputs.site.render import write_site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")  # fmt: skip


class Reader(HTMLParser):
    """Collects the ids, links and scripts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.tags.append(tag)
        self.ids.update(v for k, v in attrs if k == "id" and v)
        self.links.extend(v for k, v in attrs if k in ("href", "src") and v)
        assert not [k for k in said if k.startswith("on")], "no handlers in the page"


@pytest.fixture(scope="module")
def site(dataset, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    write_site(dataset, folder)
    return folder


def page(path):
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def test_a_fact_leads_to_the_sentence_it_came_from(site):
    index = page(site / "index.html")
    to_papers = [link for link in index.links if "#" in link and not link.startswith("#")]
    assert to_papers
    for link in to_papers:
        file, _, anchor = link.partition("#")
        assert anchor in page(site / file).ids


def test_every_link_of_the_site_stays_in_the_site(site):
    for file in site.rglob("*.html"):
        for link in page(file).links:
            path = link.partition("#")[0]
            assert "://" not in path
            assert not path or (file.parent / path).is_file(), f"{file.name} → {link}"


def test_what_a_paper_says_is_shown_and_never_run(site):
    texts = [f.read_text(encoding="utf-8") for f in site.rglob("*.html")]
    assert any("&lt;script&gt;alert" in text for text in texts)
    assert not any("<script>alert" in text for text in texts)


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt install chromium")
def test_a_browser_shows_the_ties_and_filters_them(site, tmp_path):
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         f"--user-data-dir={tmp_path}", "--dump-dom", (site / "index.html").as_uri()],
        capture_output=True, text=True, timeout=90, check=True,
    )  # fmt: skip
    assert "Lünen" in done.stdout
    assert "Iserlohn" in done.stdout


def test_there_is_a_map_for_each_period_as_svg_and_png(dataset, tmp_path):
    periods = periods_of(dataset)
    written = write_maps(dataset, tmp_path)
    assert periods
    assert {f.suffix for f in written} == {".svg", ".png"}
    assert len(written) == 2 * len(periods)
    assert [d.name for d in dots_of(dataset, periods[0])]


def test_a_map_is_the_same_bytes_each_time(dataset, tmp_path):
    first = {f.name: f.read_bytes() for f in write_maps(dataset, tmp_path / "a")}
    assert first == {f.name: f.read_bytes() for f in write_maps(dataset, tmp_path / "b")}
