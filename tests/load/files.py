"""Files of formats that are not text, made for the tests."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

LOCKED = b"<</Filter /Standard /V 1 /R 2 /Length 40 /P -1 /O <%s> /U <%s>>>" % (b"41" * 32, b"42" * 32)
A4 = (595, 842)


def text_at(left: float, bottom: float, text: str, *, size: float = 11, said: str | None = None) -> str:
    """A line of a page; every glyph is half as wide as ``size``. ``said`` is what a span around it says it reads."""
    codes = "".join(f"{ord(character):04X}" for character in text)
    shown = f"BT /F1 {size} Tf {left} {bottom} Td <{codes}> Tj ET"
    if said is None:
        return shown
    return f"/Span <</ActualText <FEFF{said.encode('utf-16-be').hex().upper()}>>> BDC {shown} EMC"


def column(
    lines: Sequence[str], *, left: float = 72, top: float = 760, size: float = 11, step: float = 14
) -> list[str]:
    """Lines one below the other."""
    return [text_at(left, top - at * step, line, size=size) for at, line in enumerate(lines)]


def pdf(
    *pages: Sequence[str],
    title: str | None = None,
    encrypt: bytes | None = None,
    known: bool = True,
    image: bool = False,
) -> bytes:
    """A PDF with pages of `text_at`; ``known`` tells whether it says which letters its glyphs are."""
    characters = sorted({chr(code) for page in pages for code in _codes("".join(page))})
    chars = "\n".join(f"<{ord(c):04X}> <{c.encode('utf-16-be').hex()}>" for c in characters)
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(characters)} beginbfchar\n{chars}\nendbfchar endcmap end end"
    )
    objects: list[bytes] = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"",
        b"<</Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R]%s>>"
        % (b" /ToUnicode 5 0 R" if known else b""),
        (
            b"<</Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 500 /FontDescriptor 6 0 R"
            b" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>>"
        ),
        _stream(unicode_map.encode()),
        b"<</Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200>>",
        b"<</Title %s>>" % (b"<FEFF%s>" % title.encode("utf-16-be").hex().encode() if title else b"()"),
        _stream(
            b"\xff", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
    ]
    kids = []
    for page in pages:
        drawn = "\n".join([*page, "q 500 0 0 700 40 40 cm /I1 Do Q"] if image or not page else page)
        objects.append(_stream(drawn.encode("latin-1")))
        objects.append(
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources <</Font <</F1 3 0 R>> /XObject <</I1 8 0 R>>>>>>" % (*A4, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type /Pages /Count %d /Kids [%s]>>" % (len(kids), b" ".join(kids))
    if encrypt:
        objects.append(encrypt)
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    locked = b" /Encrypt %d 0 R /ID [<00><00>]" % len(objects) if encrypt else b""
    out.write(
        b"trailer\n<</Size %d /Root 1 0 R /Info 7 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, locked, start)
    )
    return out.getvalue()


def _stream(data: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<</Length %d /Filter /FlateDecode %s>>\nstream\n%s\nendstream" % (len(packed), more, packed)


def _codes(drawn: str) -> set[int]:
    shown = [part.partition(">")[0] for part in drawn.split("Td <")[1:]]
    return {int(codes[at : at + 4], 16) for codes in shown for at in range(0, len(codes), 4)}
