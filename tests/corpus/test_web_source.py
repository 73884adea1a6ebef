"""Papers from addresses, fetched from a real server on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from corpus.errors import SourceError
from corpus.records import SourceItem
from corpus.sources.addresses import is_public, public_address
from corpus.sources.web import WebSource


class Handler(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        kind, _, rest = self.path.removeprefix("/").partition("/")
        getattr(self, f"on_{kind}")(rest)

    def answer(self, status: int = 200, body: bytes = b"%PDF-1.4", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def on_paper(self, _rest: str) -> None:
        self.answer(Content_Type="application/pdf; charset=binary")

    def on_named(self, _rest: str) -> None:
        self.answer(Content_Disposition="attachment; filename*=UTF-8''motie%20z%C3%BCid.pdf")

    def on_sly(self, _rest: str) -> None:
        self.answer(Content_Disposition='attachment; filename="../../etc/passwd"')

    def on_hop(self, rest: str) -> None:
        left = int(rest)
        self.answer(302, b"", Location=f"/hop/{left - 1}" if left else "/paper/eind.pdf")

    def on_away(self, _rest: str) -> None:
        self.answer(302, b"", Location="file:///etc/passwd")

    def on_status(self, rest: str) -> None:
        self.answer(int(rest), b"")

    def on_shaky(self, _rest: str) -> None:
        self.answer(503 if len(self.server.asked) < 3 else 200)

    def on_large(self, _rest: str) -> None:
        self.answer(body=b"x" * 2000)

    def on_endless(self, _rest: str) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * 2000)

    def on_slow(self, _rest: str) -> None:
        time.sleep(0.4)
        self.answer()

    def log_message(self, *args: object) -> None:
        """Keep the terminal quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.asked = []
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


def fetch(server, path: str, **limits) -> SourceItem | SourceError:
    chosen = {"allow_private": True, "pause_s": 0.0, "max_bytes": 1000} | limits
    (found,) = WebSource(f"http://127.0.0.1:{server.server_port}{path}", **chosen).items()
    return found


def test_a_paper_comes_with_its_bytes_kind_origin_and_time(server):
    item = fetch(server, "/paper/raads%20brief.pdf?x=1")
    assert (item.name, item.data, item.media_type) == (
        "raads brief.pdf",
        b"%PDF-1.4",
        "application/pdf",
    )
    assert item.origin.endswith("/paper/raads%20brief.pdf?x=1")
    assert item.fetched_at.endswith("+00:00")


def test_the_servers_name_for_a_paper_goes_before_the_address(server):
    assert fetch(server, "/named/123").name == "motie züid.pdf"


def test_a_name_never_leads_out_of_its_folder(server):
    assert fetch(server, "/sly/1").name == "passwd"


def test_an_address_without_a_path_is_named_after_its_host(server):
    assert fetch(server, "/paper/").name == "paper"


def test_five_redirects_are_followed(server):
    assert fetch(server, "/hop/4").name == "eind.pdf"


def test_six_redirects_are_too_many(server):
    assert "redirects" in fetch(server, "/hop/5").reason


def test_a_redirect_never_leads_to_a_file(server):
    assert "only http and https" in fetch(server, "/away/1").reason


def test_a_paper_that_is_not_there_is_asked_for_once(server):
    found = fetch(server, "/status/404")
    assert "404" in found.reason
    assert found.remedy
    assert len(server.asked) == 1


def test_a_failing_server_is_asked_three_times(server):
    assert "503" in fetch(server, "/status/503").reason
    assert len(server.asked) == 3


def test_a_server_that_recovers_is_forgiven(server):
    assert fetch(server, "/shaky/nota.pdf").name == "nota.pdf"


@pytest.mark.parametrize("path", ["/large/1", "/endless/1"])
def test_a_paper_that_is_too_large_is_left(server, path):
    found = fetch(server, path)
    assert "larger" in found.reason
    assert "max_megabytes" in found.remedy


def test_a_silent_server_is_not_waited_for_longer_than_agreed(server):
    assert "no answer within 0.1 seconds" in fetch(server, "/slow/1", timeout_s=0.1).reason


def test_an_address_in_the_own_network_is_not_even_asked(server):
    found = fetch(server, "/paper/1", allow_private=False)
    assert "private network" in found.reason
    assert "allow_private" in found.remedy
    assert server.asked == []


def test_a_name_for_this_machine_is_seen_through(server):
    found = list(
        WebSource(f"http://localhost:{server.server_port}/paper/1", allow_private=False).items()
    )
    assert "private network" in found[0].reason


@pytest.mark.parametrize(
    "url", ["ftp://voorbeeld.nl/a.pdf", "http://", "http://[", "file:///etc/passwd"]
)
def test_what_is_no_web_address_is_refused(url):
    (found,) = WebSource(url, allow_private=True).items()
    assert isinstance(found, SourceError)


def test_a_password_in_an_address_is_refused_and_not_repeated():
    (found,) = WebSource("https://jan:geheim@voorbeeld.nl/a.pdf", allow_private=True).items()
    assert "geheim" not in str(found)


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "127.0.0.1", "169.254.169.254", "192.168.1.1", "::1", "fe80::1%eth0", "fd00::1",
     "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "0.0.0.0", "224.0.0.1"],
)  # fmt: skip
def test_addresses_that_are_not_of_the_open_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["145.131.132.73", "2a00:1450:400e:80f::200e", "64:ff9b::9183:8449"]
)
def test_addresses_of_the_open_internet(address):
    assert is_public(address)


def test_an_open_address_stands_for_itself():
    assert public_address("145.131.132.73", subject="x") == "145.131.132.73"
