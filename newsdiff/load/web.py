"""Web addresses: fetching a page within a limit of time and size."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from email.message import Message

from newsdiff.errors import SourceError

_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "newsdiff (compares what articles claim; reads one page for one person)",
    "Accept": "text/html, application/xhtml+xml, application/json;q=0.9, text/plain;q=0.8, application/pdf;q=0.7, */*;q=0.5",
    "Accept-Encoding": "gzip, identity",
}


def fetch(address: str, *, max_bytes: int, timeout: float | None) -> tuple[bytes, str | None, str]:
    """Fetch a page: its bytes, the encoding that its header declares, and its type, such as text/html.

    Raises ``SourceError`` with the code fetch_failed or too_large.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    try:
        request = urllib.request.Request(address, headers=_HEADERS)  # noqa: S310 - the opener speaks http(s) alone
        with _opener().open(request, timeout=timeout) as response:
            headers: Message = response.headers
            data = _read(response, headers.get("Content-Encoding", ""), max_bytes, deadline)
    except urllib.error.HTTPError as error:
        with error:
            raise SourceError("fetch_failed", f"the server answered {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        reason = error.reason.strerror if isinstance(error.reason, OSError) else error.reason
        raise SourceError("fetch_failed", f"could not be fetched: {reason or error.reason}") from error
    except TimeoutError as error:
        raise SourceError("fetch_failed", f"no answer within {timeout:g} seconds") from error
    except (OSError, ValueError, http.client.HTTPException, zlib.error) as error:
        raise SourceError("fetch_failed", f"could not be fetched: {error}") from error
    return data, headers.get_content_charset(), headers.get_content_type()


def _opener() -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener


def _read(response: object, coding: str, max_bytes: int, deadline: float | None) -> bytes:
    unpack = zlib.decompressobj(wbits=47) if coding.lower() in ("gzip", "x-gzip", "deflate") else None
    parts: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):  # type: ignore[attr-defined]
        part = unpack.decompress(chunk, max_bytes + 1 - size) if unpack else chunk
        parts.append(part)
        size += len(part)
        if size > max_bytes:
            raise SourceError("too_large", f"the page is larger than the limit of {max_bytes:,} bytes (limits.bytes)")
        if deadline is not None and time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(parts)
