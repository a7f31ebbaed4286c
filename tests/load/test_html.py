from __future__ import annotations

import datetime as dt

import pytest

from newsdiff.errors import SourceError
from newsdiff.load.html import looks_like, read

pytest.importorskip("trafilatura", exc_type=ImportError)

PAGE = """<!DOCTYPE html>
<html lang="it-IT"><head><meta charset="{encoding}"><title>Il ponte | Giornale</title>
<meta property="article:published_time" content="2026-01-31T08:00:00+01:00"></head>
<body><nav><a href="/">Pagina iniziale</a> <a href="/sport">Sport</a></nav>
<article><h1>Il ponte è aperto</h1>
<p>Il sindaco ha detto che il ponte è costato più di cinque milioni di euro, e che la città è contenta.</p>
<p>Alla cerimonia c'erano milleduecento persone; il prossimo ponte sarà costruito fra tre anni, forse quattro.</p>
</article><footer>Tutti i diritti riservati</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_a_page_gives_its_article(encoding):
    (article,) = read("a.html", PAGE.format(encoding=encoding).encode(encoding))
    assert "più di cinque milioni di euro" in article.text
    assert "Sport" not in article.text
    assert (article.language, article.published) == ("it", dt.date(2026, 1, 31))
    assert (article.title or "").startswith("Il ponte")


def test_a_page_without_an_article_is_told():
    with pytest.raises(SourceError) as error:
        read("a.html", b"<html><body></body></html>")
    assert error.value.code == "no_text"


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"<!doctype HTML>\n<html>", True),
        (b"\xef\xbb\xbf  <html lang=de>", True),
        (b'<?xml version="1.0"?><html>', True),
        (b"<b>Not a page", False),
        (b"He wrote <html> once.", False),
        (b"", False),
    ],
)
def test_looks_like(data, answer):
    assert looks_like(data) is answer
