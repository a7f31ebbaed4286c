from __future__ import annotations

import io
import sys
import zipfile

import pytest

from newsdiff.errors import SourceError
from newsdiff.load import docx as format_docx

docx = pytest.importorskip("docx", reason="reading .docx needs the extra newsdiff[docx]")
from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls  # noqa: E402


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(document):
    (article,) = format_docx.read("a.docx", saved(document))
    return article


@pytest.fixture
def document():
    made = docx.Document()
    made.add_paragraph("पुल खुल गया।")
    return made


def test_paragraphs_and_tables_in_their_order(document):
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["City", "Visitors", "Lorn", "4,000"], strict=True):  # noqa: SLF001
        cell.text = text
    document.add_paragraph("It cost\n68 million euros.")
    assert read(document).text == "पुल खुल गया।\nCity | Visitors\nLorn | 4,000\nIt cost\n68 million euros."


def test_headers_and_footers_are_no_part_of_it(document):
    document.sections[0].header.paragraphs[0].text = "The Daily Lorn"
    document.sections[0].footer.paragraphs[0].text = "page 1"
    assert read(document).text == "पुल खुल गया।"


def test_changes_are_read_as_accepted(document):
    run = "<w:r><w:t>{}</w:t></w:r>"
    document.element.body[0].extend(
        [
            parse_xml(f'<w:del {nsdecls("w")} w:id="1">{run.replace("w:t>", "w:delText>").format("five")}</w:del>'),
            parse_xml(f'<w:moveFrom {nsdecls("w")} w:id="2">{run.format("moved")}</w:moveFrom>'),
            parse_xml(f'<w:ins {nsdecls("w")} w:id="3">{run.format("six")}</w:ins>'),
            parse_xml(f"<w:hyperlink {nsdecls('w')}>{run.format(' bridges')}</w:hyperlink>"),
        ]
    )
    assert read(document).text == "पुल खुल गया।six bridges"


def test_the_title_is_what_is_set_as_one(document):
    document.core_properties.title = "Template of the desk"
    assert read(document).title is None
    document.core_properties.title = "पुल खुल गया।"
    assert read(document).title == "पुल खुल गया।"
    document.add_heading("Bridge\nopen", 0)
    assert read(document).title == "Bridge open"


def archive(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


REFUSED = {
    "empty": (b"", "empty", "empty"),
    "no text": (saved(docx.Document()), "no_text", "body"),
    "cut off": (saved(docx.Document())[:900], "damaged", "damaged"),
    "no document": (b"Only text.", "damaged", "no Word document"),
    "a table of numbers": (archive(xl__workbook_xml="<a/>"), "binary", "another office document"),
    "broken inside": (archive(word__document_xml="<a>"), "damaged", "damaged"),
    "locked": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
    "old": (b"\xd0\xcf\x11\xe0" + bytes(500), "binary", "old Word format"),
    "a bomb": (archive(word__document_xml=bytes(100_000_001)), "too_large", "100,000,000 bytes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told(name):
    data, code, words = REFUSED[name]
    with pytest.raises(SourceError) as error:
        format_docx.read("a.docx", data)
    assert error.value.code == code
    assert words in str(error.value)


def test_without_its_package_the_mend_is_told(monkeypatch, document):
    data = saved(document)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(SourceError) as error:
        format_docx.read("a.docx", data)
    assert error.value.code == "missing_extra"
    assert "pip install 'newsdiff[docx]'" in str(error.value)
