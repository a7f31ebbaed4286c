from __future__ import annotations

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from newsdiff.errors import SourceError
from newsdiff.load import load
from newsdiff.load.sources import is_address
from newsdiff.load.web import fetch

TEXT = "Die Brücke ist offen."


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        match self.path:
            case "/text":
                self.answer(TEXT.encode("cp1252"), "text/plain; charset=windows-1252")
            case "/zip":
                self.answer(gzip.compress(TEXT.encode()), "text/plain", ("Content-Encoding", "gzip"))
            case "/bomb":
                self.answer(gzip.compress(b"x" * 1_000_000), "text/plain", ("Content-Encoding", "gzip"))
            case "/image":
                self.answer(b"\x89PNG", "image/png")
            case "/slow":
                time.sleep(1)
            case "/json":
                self.answer(b'[{"text": "One."}, {"text": "Two."}, {}]', "application/json")
            case "/unnamed":
                self.answer(b'[{"text": "One."}]', "application/octet-stream")
            case "/moved":
                self.send_response(302)
                self.send_header("Location", "/text")
                self.end_headers()
            case "/trap":
                self.send_response(302)
                self.send_header("Location", "file:///etc/hostname")
                self.end_headers()
            case _:
                self.send_error(404)

    def answer(self, data, kind, *headers):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args):
        pass


@pytest.fixture(scope="module")
def site():
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("path", ["/text", "/moved"])
def test_a_page_is_fetched(site, path):
    assert fetch(site + path, max_bytes=1000, timeout=5) == (TEXT.encode("cp1252"), "windows-1252", "text/plain")


def test_a_packed_page_is_unpacked(site):
    assert fetch(site + "/zip", max_bytes=1000, timeout=5)[0] == TEXT.encode()


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("/none", "fetch_failed", "404"),
        ("/bomb", "too_large", "limit of 1,000 bytes"),
        ("/trap", "fetch_failed", ""),
    ],
)
def test_what_cannot_be_had_is_told(site, path, code, words):
    with pytest.raises(SourceError) as error:
        fetch(site + path, max_bytes=1000, timeout=5)
    assert error.value.code == code
    assert words in str(error.value)


def test_a_server_that_does_not_answer_is_told(site):
    with pytest.raises(SourceError, match=r"within 0\.1 seconds|timed out") as error:
        fetch(site + "/slow", max_bytes=1000, timeout=0.1)
    assert error.value.code == "fetch_failed"


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[bad", "http://", "http://a b/"])
def test_a_wrong_address_is_told(address):
    with pytest.raises(SourceError) as error:
        fetch(address, max_bytes=1000, timeout=5)
    assert error.value.code == "fetch_failed"


def test_an_address_is_a_source(site):
    articles, skipped = load([site + "/text", site + "/none"], max_bytes=1000, timeout=5)
    assert [(article.source, article.text) for article in articles] == [(site + "/text", TEXT)]
    assert [item.source for item in skipped] == [site + "/none"]


def test_the_type_of_a_page_tells_its_format_or_else_its_bytes(site):
    articles, skipped = load([site + "/json", site + "/unnamed", site + "/image"], max_bytes=1000)
    assert [article.source for article in articles] == [site + "/json#1", site + "/json#2", site + "/unnamed"]
    assert [(item.source, item.reason.code) for item in skipped] == [
        (site + "/image", "binary"),
        (site + "/json#3", "bad_record"),
    ]


def test_is_address():
    assert is_address("HTTPS://example.org/x")
    assert not any(map(is_address, ["http.txt", "ftp://example.org", "file:///x", "-"]))
