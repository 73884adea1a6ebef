"""One paper at an address, fetched with care.

Only http and https; only so many bytes, redirects, seconds and tries; and, unless it is allowed,
never from a private, loopback or link-local address. So that a name cannot mean one thing when it
is checked and another when it is connected to, the connection is made to the very address that
was checked. (With private addresses allowed, the system's own proxy settings are followed.)
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote

import httpx

from corpus.errors import SourceError
from corpus.records.document import SourceItem
from corpus.sources.addresses import public_address

REDIRECTS = 5
TRIES = 3  # the first and two more
AGENT = "stedenband (reads public council papers)"


@dataclass(frozen=True, slots=True)
class _Answer:
    headers: httpx.Headers
    url: httpx.URL
    data: bytes = b""
    target: str = ""  # where it sends the asker instead


class WebSource:
    """The paper at `url`; `max_bytes`, `timeout_s` (silence) and `total_s` bound its fetching."""

    def __init__(  # noqa: PLR0913 - limits are the point of this class; all but the address are by name
        self,
        url: str,
        *,
        allow_private: bool,
        max_bytes: int = 200_000_000,
        timeout_s: float = 30.0,
        total_s: float = 300.0,
        pause_s: float = 1.0,
    ) -> None:
        self._url = url
        self._allow_private = allow_private
        self._max_bytes = max_bytes
        self._timeout_s = timeout_s
        self._total_s = total_s
        self._pause_s = pause_s

    def items(self) -> Iterator[SourceItem | SourceError]:
        """The one paper, or the error that says why it could not be had."""
        try:
            yield self._fetch()
        except SourceError as error:
            yield error

    def _fetch(self) -> SourceItem:
        with httpx.Client(timeout=self._timeout_s, trust_env=self._allow_private) as client:
            answer = self._follow(client, self._checked(self._url))
        return SourceItem(
            name=_name(answer),
            data=answer.data,
            media_type=answer.headers.get("content-type", "").partition(";")[0].strip().lower(),
            origin=self._url,
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def _follow(self, client: httpx.Client, url: httpx.URL) -> _Answer:
        for _ in range(REDIRECTS + 1):
            answer = self._patiently(client, url)
            if not answer.target:
                return answer
            url = self._checked(str(url.join(answer.target)))
        raise SourceError(self._url, f"it redirects more than {REDIRECTS} times", "Check it.")

    def _patiently(self, client: httpx.Client, url: httpx.URL) -> _Answer:
        wrong = ""
        for attempt in range(TRIES):
            if attempt:
                time.sleep(self._pause_s * attempt)
            try:
                return self._ask(client, url)
            except _TryAgainError as error:
                wrong = str(error)
            except httpx.TimeoutException:
                wrong = f"no answer within {self._timeout_s:g} seconds"
            except httpx.TransportError as error:
                wrong = f"the connection failed ({error})"
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise SourceError(self._url, f"the answer is broken ({error})") from error
        raise SourceError(self._url, f"{wrong}; tried {TRIES} times", "Try again later.")

    def _ask(self, client: httpx.Client, url: httpx.URL) -> _Answer:
        with closing(client.send(self._request(client, url), stream=True)) as response:
            status = response.status_code
            if status >= 500:
                raise _TryAgainError(f"the server answered {status}")
            if status >= 400:
                remedy = "Check the address, and whether the paper is public."
                raise SourceError(self._url, f"the server answered {status}", remedy)
            if response.has_redirect_location:
                return _Answer(response.headers, url, target=response.headers["location"])
            return _Answer(response.headers, url, data=self._body(response))

    def _request(self, client: httpx.Client, url: httpx.URL) -> httpx.Request:
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        if self._allow_private:
            return client.build_request("GET", url, headers=headers)
        # Pinned: the socket goes to the address that was checked, the name to TLS and Host.
        pinned = url.copy_with(host=public_address(url.host, subject=self._url))
        headers["Host"] = url.netloc.decode("ascii")
        name = {"sni_hostname": url.raw_host.decode("ascii")}
        return client.build_request("GET", pinned, headers=headers, extensions=name)

    def _body(self, response: httpx.Response) -> bytes:
        said = response.headers.get("content-length", "")
        if said.isdigit():
            self._check_size(int(said))
        data, until = bytearray(), time.monotonic() + self._total_s
        for chunk in response.iter_bytes(65_536):
            data += chunk
            self._check_size(len(data))
            if time.monotonic() > until:
                raise SourceError(self._url, f"it took more than {self._total_s:g} seconds")
        return bytes(data)

    def _check_size(self, size: int) -> None:
        if size > self._max_bytes:
            reason = f"it is larger than {self._max_bytes / 1_000_000:g} MB"
            raise SourceError(self._url, reason, "Raise max_megabytes to read it.")

    def _checked(self, address: str) -> httpx.URL:
        try:
            url = httpx.URL(address)
        except httpx.InvalidURL as error:
            raise SourceError(self._url, f"this is no address ({error})", "Check it.") from error
        if url.scheme not in ("http", "https") or not url.host:
            reason = f"only http and https are fetched, not {url.scheme or 'this'}"
            raise SourceError(self._url, reason, "Save the paper and give its file instead.")
        if url.userinfo:
            raise SourceError(url.host, "addresses that hold a password are not taken")
        return url


class _TryAgainError(Exception):
    """An answer that may be another the next time."""


def _name(answer: _Answer) -> str:
    """What the server calls the file, else the last part of the address, else the host."""
    header = Message()
    header["Content-Disposition"] = answer.headers.get("content-disposition", "")
    said = header.get_filename() or ""
    for given in (said, unquote(answer.url.path)):
        last = PurePosixPath(given.replace("\\", "/")).name
        name = "".join(sign for sign in last if sign.isprintable()).strip(" .")
        if name:
            return name
    return answer.url.host
