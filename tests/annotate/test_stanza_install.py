from __future__ import annotations

import json
import os

import pytest

from newsdiff.annotate import EngineOptions, stanza, stanza_install
from newsdiff.annotate.stanza_install import install, lacking, open_source
from newsdiff.annotate.stanza_models import installed_models, release
from newsdiff.errors import EngineError
from tests.model_server import folder_files, needs_stanza, serving, tiny_models, versioned

pytestmark = pytest.mark.xdist_group("stanza")

NER = "/hi/ner/ilner.pt"


@pytest.fixture(autouse=True)
def _alone(monkeypatch):
    for name in [name for name in os.environ if name.lower().endswith("_proxy") or name.startswith("STANZA_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(stanza_install, "_PAUSE", 0)


@pytest.fixture
def server():
    with serving(tiny_models()) as made:
        yield made


def quiet(_name, _here, _whole):
    pass


def fetch(server, folder, code="hi", progress=quiet):
    source = open_source(server.address)
    return install(source.models(code), source, folder, progress)


def files(folder):
    return {f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()}


def test_what_a_language_needs_is_fetched_and_no_more(server, tmp_path):
    steps = []
    assert fetch(server, tmp_path, progress=lambda *step: steps.append(step)) == 3
    wanted = {"/hi/tokenize/hdtb.pt", NER, "/hi/forward_charlm/news.pt"}
    assert files(tmp_path) == {*wanted, "/resources.json"}
    assert all((tmp_path / name[1:]).read_bytes() == server.files[name] for name in wanted)
    assert [models.code for models in installed_models(tmp_path)] == ["hi"]
    assert steps[-1][1] == steps[-1][2] == len(server.files[f"/hi/{steps[-1][0]}"])


def test_what_is_here_is_not_fetched_again(server, tmp_path):
    fetch(server, tmp_path)
    server.asked.clear()
    assert fetch(server, tmp_path) == 0
    assert server.got(".pt") == []


def test_a_damaged_file_is_fetched_again(server, tmp_path):
    fetch(server, tmp_path)
    (tmp_path / NER[1:]).write_bytes(b"other")
    source = open_source(server.address)
    assert [file.name for file in lacking(source.models("hi"), tmp_path)] == ["ner/ilner.pt"]
    assert fetch(server, tmp_path) == 1
    assert (tmp_path / NER[1:]).read_bytes() == server.files[NER]


@pytest.mark.parametrize("code", ["zh", "zh-hans"])
def test_a_language_by_our_code_and_by_theirs(server, tmp_path, code):
    fetch(server, tmp_path, code)
    assert [models.code for models in installed_models(tmp_path)] == ["zh"]


def test_a_transfer_that_breaks_off_goes_on(server, tmp_path):
    server.cuts[NER] = [100_000, 50_000]
    assert fetch(server, tmp_path) == 3
    assert server.got(NER) == [None, "bytes=100000-", "bytes=150000-"]
    assert (tmp_path / NER[1:]).read_bytes() == server.files[NER]


@needs_stanza
def test_one_that_breaks_off_for_good_goes_on_with_the_next_command(server, tmp_path):
    server.cuts[NER] = [70_000, 0, 0]
    with pytest.raises(EngineError, match=r"broke off at 70,000 of .* bytes; run the command again"):
        fetch(server, tmp_path)
    assert installed_models(tmp_path) == ()
    assert stanza.serves("hi", EngineOptions(tmp_path))
    with pytest.raises(EngineError, match=r"lack .*\.pt; run: newsdiff models install hi"):
        stanza.find_models("hi", EngineOptions(tmp_path))
    server.asked.clear()
    fetch(server, tmp_path)
    assert server.got(NER) == ["bytes=70000-"]
    assert not list(tmp_path.rglob("*.part"))


def test_a_server_without_ranges_begins_anew(server, tmp_path):
    server.ranges = False
    server.cuts[NER] = [70_000]
    fetch(server, tmp_path)
    assert (tmp_path / NER[1:]).read_bytes() == server.files[NER]


def test_a_part_of_another_file_is_thrown_away(server, tmp_path):
    server.cuts[NER] = [70_000, 0, 0]
    with pytest.raises(EngineError):
        fetch(server, tmp_path)
    (part,) = tmp_path.rglob("*.part")
    part.write_bytes(b"x" * 70_000)
    fetch(server, tmp_path)
    assert (tmp_path / NER[1:]).read_bytes() == server.files[NER]


def test_a_part_that_is_whole_needs_no_more_bytes(server, tmp_path):
    server.cuts[NER] = [70_000, 0, 0]
    with pytest.raises(EngineError):
        fetch(server, tmp_path)
    (part,) = tmp_path.rglob("*.part")
    part.write_bytes(server.files[NER])
    fetch(server, tmp_path)
    assert (tmp_path / NER[1:]).read_bytes() == server.files[NER]


def test_a_wrong_checksum_is_refused(server, tmp_path):
    server.files[NER] = b"something else"
    with pytest.raises(EngineError, match="another checksum"):
        fetch(server, tmp_path)
    assert not (tmp_path / NER[1:]).exists()
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(("statuses", "asked"), [([503, 503], 3), ([404], 1), ([503, 503, 503], 3)])
def test_a_server_that_fails_is_asked_again_and_one_that_refuses_is_not(server, tmp_path, statuses, asked):
    server.statuses[NER] = list(statuses)
    if asked == len(statuses):
        with pytest.raises(EngineError, match=str(statuses[0])):
            fetch(server, tmp_path)
    else:
        fetch(server, tmp_path)
    assert len(server.got(NER)) == asked


def test_a_language_without_a_tagger_is_refused(server):
    source = open_source(server.address)
    for code in ("xx", "tlh", "../it"):
        with pytest.raises(EngineError, match="it does in hi, it, zh"):
            source.models(code)


def test_the_list_goes_on_telling_the_truth_about_other_languages(server, tmp_path):
    fetch(server, tmp_path)
    before = json.loads((tmp_path / "resources.json").read_text())
    entries = json.loads(server.files["/resources.json"])
    entries["hi"]["ner"]["ilner"]["md5"] = "0" * 32
    server.files["/resources.json"] = json.dumps(entries).encode()
    fetch(server, tmp_path, "it")
    after = json.loads((tmp_path / "resources.json").read_text())
    assert after["hi"] == before["hi"]
    assert [models.code for models in installed_models(tmp_path)] == ["hi", "it"]


def test_sizes_are_asked_for_without_fetching(server):
    source = open_source(server.address)
    models = source.models("it")
    assert source.size(models, models.every_file) == sum(
        len(server.files[f"/it/{file.name}"]) for file in models.every_file
    )
    assert server.got(".pt") == []
    del server.files["/it/ner/fbk.pt"]
    assert source.size(models, models.every_file) is None


def test_names_alone(server, tmp_path):
    source = open_source(server.address)
    models = source.models("it").for_names()
    assert install(models, source, tmp_path, quiet) == 4
    assert not (tmp_path / "it" / "depparse").exists()
    (whole,) = installed_models(tmp_path)
    assert not whole.usable(tmp_path).grammar
    assert not whole.lacks_grammar(tmp_path)
    assert install(source.models("it"), source, tmp_path, quiet) == 4
    assert whole.usable(tmp_path).grammar == (("pos", "combined"), ("lemma", "combined"), ("depparse", "combined"))


def test_half_of_the_grammar_is_told_from_none(server, tmp_path):
    server.cuts["/it/depparse/combined.pt"] = [1000, 0, 0]
    with pytest.raises(EngineError, match="broke off"):
        fetch(server, tmp_path, "it")
    (models,) = installed_models(tmp_path)
    assert models.lacks_grammar(tmp_path)
    assert not models.usable(tmp_path).grammar


def test_where_stanza_itself_fetches(tmp_path):
    with serving(versioned(tiny_models())) as server:
        pattern = server.address + "/models/{lang}/{filename}"
        source = open_source(None, {"STANZA_RESOURCES_URL": server.address, "STANZA_MODEL_URL": pattern})
        install(source.models("hi"), source, tmp_path, quiet)
        entries = json.loads(server.files[f"/resources_{release()}.json"]) | {"url": pattern}
        server.files[f"/resources_{release()}.json"] = json.dumps(entries).encode()
        said = open_source(None, {"STANZA_RESOURCES_URL": server.address})
    assert said.pattern == pattern
    assert [models.code for models in installed_models(tmp_path)] == ["hi"]


def test_behind_a_proxy(server, tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", server.address)
    server.files |= {f"/stanza{path}": data for path, data in server.files.items()}
    source = open_source("http://models.invalid/stanza")
    install(source.models("hi"), source, tmp_path, quiet)
    assert {path for _, path, _ in server.asked if path.endswith(NER)} == {f"http://models.invalid/stanza{NER}"}


BROKEN = [(b"<html>", "is no list"), (b"[]", "is no list"), (b'{"hi": {"packages": 3}}', "cannot be read")]


@pytest.mark.parametrize(("data", "message"), BROKEN)
def test_a_list_that_is_none(server, data, message):
    server.files["/resources.json"] = data
    with pytest.raises(EngineError, match=message):
        open_source(server.address).models("hi")


@pytest.mark.parametrize("name", ["../../evil", "a/b", ".hidden", ""])
def test_a_list_cannot_lead_out_of_the_folder(server, tmp_path, name):
    entries = json.loads(server.files["/resources.json"])
    entries["hi"]["ner"] = {name: {"md5": "0" * 32}}
    entries["hi"]["packages"]["default"]["ner"] = name
    server.files["/resources.json"] = json.dumps(entries).encode()
    with pytest.raises(EngineError):
        fetch(server, tmp_path)
    assert files(tmp_path) == set()


def test_a_model_without_a_checksum_is_not_fetched(server, tmp_path):
    entries = json.loads(server.files["/resources.json"])
    entries["hi"]["ner"]["ilner"]["md5"] = ""
    server.files["/resources.json"] = json.dumps(entries).encode()
    with pytest.raises(EngineError, match="no checksum"):
        fetch(server, tmp_path)
    assert files(tmp_path) == set()


@pytest.mark.parametrize("mirror", ["ftp://localhost/x", "file:///etc", "/srv/models", "http://127.0.0.1:9"])
def test_a_mirror_that_cannot_be(mirror):
    with pytest.raises(EngineError, match=r"http or https|could not be reached"):
        open_source(mirror)


def test_a_folder_that_cannot_be_written(server, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="cannot be written"):
        fetch(server, tmp_path / "file")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_real_models_work_once_they_are_fetched(stanza_folder, tmp_path):
    options = EngineOptions(tmp_path)
    with serving(folder_files(stanza_folder)) as server:
        for code in ("it", "hi"):
            fetch(server, tmp_path, code)
    for models in installed_models(tmp_path):
        stanza.check(models, options)
    (tmp_path / "it" / "ner" / "tiny.pt").write_bytes(b"damaged")
    with pytest.raises(EngineError, match="damaged"):
        stanza.check(stanza.find_models("it", options), options)
