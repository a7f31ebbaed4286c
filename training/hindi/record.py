"""What the torch model gives for some texts, written down for the tests of the numpy one."""

from __future__ import annotations

from pathlib import Path

from newsdiff.semantics.taught import read_items
from training.hindi.train import Model, encode_texts

COMPONENTS = 24


def record(model: Model, path: Path) -> None:
    """Write the first components of each text's vector behind it, in a file of lines ``text<TAB>numbers``."""
    texts = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    rows = encode_texts(model, [tuple(read_items(text)) for text in texts])
    lines = (
        f"{text}\t{' '.join(f'{x:.4f}' for x in row[:COMPONENTS])}\n" for text, row in zip(texts, rows, strict=True)
    )
    path.write_text("".join(lines), encoding="utf-8")
