from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest
import yaml

from newsdiff import config as settings
from newsdiff.config import Config, default_file, find_files, load_config
from newsdiff.errors import SettingsError
from newsdiff.model import Finding, Reason
from newsdiff.render import FORMATS


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_args, **_options: tmp_path / "own")
    (tmp_path / "own").mkdir()
    (tmp_path / "work" / "deep").mkdir(parents=True)


def load(tmp_path, *, environment=None, path=None, **overrides):
    return load_config(path, overrides, folder=tmp_path / "work" / "deep", environment=environment or {})


def keys(kind, above=""):
    for field in fields(kind):
        hint = get_type_hints(kind)[field.name]
        if is_dataclass(hint):
            yield from keys(hint, f"{above}{field.name}.")
        else:
            yield f"{above}{field.name}", field


def test_every_default_stands_in_the_file_and_only_there():
    said = yaml.safe_load(default_file().read_text(encoding="utf-8"))
    for key, field in keys(Config):
        node = said
        for part in key.split("."):
            assert part in node, key
            node = node[part]
        assert field.default is MISSING, key
        assert field.default_factory is MISSING, key


def test_every_setting_has_a_comment():
    lines = default_file().read_text(encoding="utf-8").splitlines()
    for key, _ in keys(Config):
        name = key.rpartition(".")[2]
        at = next(n for n, line in enumerate(lines) if line.strip().startswith(f"{name}:"))
        assert lines[at - 1].strip().startswith("#"), key


def test_every_format_is_allowed_and_named_in_the_file(tmp_path):
    text = default_file().read_text(encoding="utf-8")
    for entry in FORMATS:
        assert load(tmp_path, format=entry.name).format == entry.name
        assert entry.name in text


def test_kinds_are_those_that_there_are():
    kinds = pytest.importorskip("newsdiff.kinds")
    assert {kind.name for kind in kinds.KINDS} <= set(settings.KINDS)


def test_stronger_layers_win(tmp_path):
    (tmp_path / "own" / "config.yaml").write_text("engine: stanza\nkinds: [date]\nfail_on: variation\nlanguage: de\n")
    (tmp_path / "work" / "config.yaml").write_text("kinds: [money]\nmin_confidence: 0.2\nlanguage: it\n")
    found = load(tmp_path, environment={"NEWSDIFF_MIN_CONFIDENCE": "0.3", "NEWSDIFF_LANGUAGE": "hi"}, language="ar")
    assert (found.engine, found.fail_on) == ("stanza", "variation")
    assert (found.kinds, found.min_confidence, found.language) == (("money",), 0.3, "ar")


def test_the_nearest_file_counts_alone(tmp_path):
    (tmp_path / "work" / "config.yaml").write_text("language: it\nquiet: true\n")
    (tmp_path / "work" / "deep" / "config.yaml").write_text("language: hi\n")
    found = load(tmp_path)
    assert (found.language, found.quiet) == ("hi", False)


def test_the_defaults_are_not_read_as_the_user_s_own():
    assert default_file() not in find_files(default_file().parent)
    assert default_file() not in find_files(default_file().parent / "newsdiff")


def test_a_named_file_replaces_those_that_would_be_found(tmp_path):
    (tmp_path / "work" / "config.yaml").write_text("language: it\n")
    (tmp_path / "other.yaml").write_text("quiet: true\n")
    other = tmp_path / "other.yaml"
    assert (load(tmp_path, path=other).language, load(tmp_path, path=other).quiet) == (None, True)
    assert load(tmp_path, environment={"NEWSDIFF_CONFIG": str(other)}).quiet is True
    with pytest.raises(SettingsError, match="none\\.yaml: cannot be read"):
        load(tmp_path, path=Path("none.yaml"))


def test_variables_and_options_are_texts(tmp_path):
    environment = {
        "NEWSDIFF_KINDS": "money, date",
        "NEWSDIFF_LIMITS_BYTES": "1_000",
        "NEWSDIFF_QUIET": "yes",
        "NEWSDIFF_ENGINE": "",
        "OTHER": "x",
    }
    found = load(tmp_path, environment=environment, published="2026-01-31", verdicts=["discrepancy"], engine=None)
    assert (found.kinds, found.limits.bytes, found.quiet) == (("money", "date"), 1000, True)
    assert (found.published, found.verdicts, found.engine) == (dt.date(2026, 1, 31), ("discrepancy",), "auto")


def test_aliases(tmp_path):
    (tmp_path / "work" / "config.yaml").write_text("aliases:\n  World Health Organization: [WHO, OMS]\n")
    assert load(tmp_path).aliases == {"World Health Organization": ("WHO", "OMS")}


@pytest.mark.parametrize(
    ("environment", "overrides", "message"),
    [
        (
            {},
            {"engine": "stansa"},
            "--engine: expected one of auto, embedded, stanza, got 'stansa' (did you mean stanza?)",
        ),
        ({}, {"kinds": ["cash"]}, "--kind: expected one of person, organization"),
        ({}, {"min_confidence": "2"}, "--min-confidence: expected 0 to 1, got 2"),
        ({}, {"published": "31.1.2026"}, "--published: expected a day such as 2026-01-31, got '31.1.2026'"),
        ({"NEWSDIFF_FAIL_ON": "x"}, {}, "NEWSDIFF_FAIL_ON: expected one of never, discrepancy, variation, got 'x'"),
        ({"NEWSDIFF_ENGIN": "x"}, {}, "NEWSDIFF_ENGIN: no such variable (did you mean NEWSDIFF_ENGINE?)"),
    ],
)
def test_wrong_settings(tmp_path, environment, overrides, message):
    with pytest.raises(SettingsError) as error:
        load(tmp_path, environment=environment, **overrides)
    assert message in str(error.value)


def test_a_wrong_file_is_told_with_file_line_and_key(tmp_path):
    (tmp_path / "work" / "config.yaml").write_text("quiet: true\n\nengin: auto\n")
    with pytest.raises(SettingsError, match=r"work.config\.yaml:3: engin: no such key \(did you mean engine\?\)"):
        load(tmp_path)


def finding(kind="money", verdict="discrepancy", confidence=0.5):
    return Finding("x-1", kind, verdict, confidence, "", Reason("", ""), (), ())


def test_what_is_admitted(tmp_path):
    assert load(tmp_path).admits(finding())
    assert not load(tmp_path, kinds=["date"]).admits(finding())
    assert not load(tmp_path, verdicts=["agreement"]).admits(finding())
    assert load(tmp_path, min_confidence="0.5").admits(finding())
    assert not load(tmp_path, min_confidence="0.51").admits(finding())


@pytest.mark.parametrize(
    ("fail_on", "verdicts"),
    [("never", []), ("discrepancy", ["discrepancy"]), ("variation", ["discrepancy", "variation"])],
)
def test_what_fails(tmp_path, fail_on, verdicts):
    found = load(tmp_path, fail_on=fail_on)
    every = ("discrepancy", "unclear", "variation", "agreement", "single_source")
    assert [verdict for verdict in every if found.fails(finding(verdict=verdict))] == verdicts
