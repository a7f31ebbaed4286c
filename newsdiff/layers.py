"""YAML files as layers: read with file and line at every node, and laid one over the other.

What belongs here: getting from files (or from single texts, such as an environment variable) to one tree of nodes.
What the tree may say is the business of `schema`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from newsdiff.errors import SettingsError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAPPING, _SEQUENCE, _SCALAR = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"

Text = str | Sequence[str]


def compose(path: Path) -> yaml.Node:
    """Read a YAML file. An empty file is an empty mapping. Raises ``SettingsError``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SettingsError(f"{path}:{line}: is not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{path}: is not valid YAML: {str(error).splitlines()[0]}") from error
    if node is None:
        node = yaml.MappingNode(_MAPPING, [])
    _sign(node, str(path), set())
    return node


def from_texts(texts: Mapping[tuple[str, ...], tuple[Text, str]]) -> yaml.Node:
    """Make a layer of single settings: the path of each key, its value as text (or texts), and where it was said."""
    root = yaml.MappingNode(_MAPPING, [])
    branches: dict[tuple[str, ...], yaml.MappingNode] = {(): root}
    for path, (text, origin) in texts.items():
        for depth in range(1, len(path)):
            if path[:depth] not in branches:
                branches[path[:depth]] = yaml.MappingNode(_MAPPING, [])
                branches[path[: depth - 1]].value.append((_text(path[depth - 1], origin), branches[path[:depth]]))
        branches[path[:-1]].value.append((_text(path[-1], origin), _text(text, origin)))
    return root


def lay_over(under: yaml.Node, over: yaml.Node, *, join_lists: bool) -> yaml.Node:
    """Merge two layers: mappings key by key; lists are joined, or the upper one wins; the upper scalar wins."""
    if isinstance(under, yaml.MappingNode) and isinstance(over, yaml.MappingNode):
        merged = {key.value: (key, value) for key, value in under.value}
        for key, value in over.value:
            below = merged.get(key.value)
            merged[key.value] = (key, lay_over(below[1], value, join_lists=join_lists) if below else value)
        return _like(over, yaml.MappingNode(over.tag, list(merged.values()), over.start_mark, over.end_mark))
    if join_lists and isinstance(under, yaml.SequenceNode) and isinstance(over, yaml.SequenceNode):
        joined = [*under.value, *over.value]
        return _like(over, yaml.SequenceNode(over.tag, joined, over.start_mark, over.end_mark))
    return over


def where(node: yaml.Node, key: str) -> str:
    """Name the place of a node, for the head of an error: file, line and key, or the option it came from."""
    origin = getattr(node, "newsdiff_origin", "")
    if node.start_mark is None:
        return origin or key
    return f"{origin}:{node.start_mark.line + 1}: {key or 'the file'}"


def is_text(node: yaml.Node) -> bool:
    """Whether the node came from one text (a variable or an option) and not from a file."""
    return node.start_mark is None


def split(node: yaml.ScalarNode) -> list[yaml.Node]:
    """Take the text of one node for a list, its items parted by commas."""
    return [_text(part.strip(), getattr(node, "newsdiff_origin", "")) for part in node.value.split(",") if part.strip()]


def _text(text: Text, origin: str) -> yaml.Node:
    if isinstance(text, str):
        node: yaml.Node = yaml.ScalarNode(_SCALAR, text)
    else:
        node = yaml.SequenceNode(_SEQUENCE, [_text(item, origin) for item in text])
    node.newsdiff_origin = origin  # type: ignore[attr-defined]
    return node


def _sign(node: yaml.Node, path: str, seen: set[int]) -> None:
    """Mark every node with its file (the C parser knows only the text), and refuse keys that cannot be settings."""
    if id(node) in seen:
        return
    seen.add(id(node))
    node.newsdiff_origin = path  # type: ignore[attr-defined]
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for key, value in node.value:
            _sign(key, path, seen)
            if not isinstance(key, yaml.ScalarNode):
                raise SettingsError(f"{path}:{key.start_mark.line + 1}: a key must be a word")
            if key.value in names:
                raise SettingsError(f"{path}:{key.start_mark.line + 1}: {key.value}: stands twice; keep one of them")
            names.add(key.value)
            _sign(value, path, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _sign(item, path, seen)


def _like(model: yaml.Node, node: yaml.Node) -> yaml.Node:
    node.newsdiff_origin = getattr(model, "newsdiff_origin", "")  # type: ignore[attr-defined]
    return node
