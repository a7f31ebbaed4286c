"""Typed YAML: a file read into a frozen dataclass, or an error that names file, line, key and what is allowed.

The type annotations of the dataclass are the schema. Understood are ``str``, ``int``, ``float``, ``bool``,
``Literal``, ``X | None``, ``tuple[X, ...]``, ``dict[str, X]`` and dataclasses of these. Scalars are read by the type that
is asked for, so a word such as ``no`` stays a word where a word is wanted.
"""

from __future__ import annotations

import types
from collections.abc import Sequence
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from newsdiff.errors import SettingsError

T = TypeVar("T")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def read(paths: Sequence[Path], kind: type[T]) -> T:
    """Read YAML files into ``kind``, each laid over the one before it.

    Mappings merge key by key, lists are joined, scalars of a later file win. Raises ``SettingsError``.
    """
    merged: yaml.Node | None = None
    for path in paths:
        node = _compose(path)
        if node is not None:
            merged = node if merged is None else _lay_over(merged, node)
    if merged is None:
        merged = yaml.MappingNode("tag:yaml.org,2002:map", [])
    value: T = _build(merged, kind, "")
    return value


def parse_scalar(text: str, kind: Any, key: str, origin: str) -> Any:
    """Read one value given as text (an environment variable, an option). Lists are separated by commas."""
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return tuple(parse_scalar(part.strip(), item, key, origin) for part in text.split(",") if part.strip())
    return _scalar(text, kind, key, origin)


def _compose(path: Path) -> yaml.Node | None:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    loader = _LOADER(text)
    loader.name = str(path)
    try:
        node: yaml.Node | None = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SettingsError(f"{path}:{line}: is not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{path}: is not valid YAML: {error}") from error
    finally:
        loader.dispose()
    if node is not None:
        _name(node, str(path))
    return node


def _name(node: yaml.Node, path: str) -> None:
    """Mark every node with its file: the C parser knows only the text."""
    node.newsdiff_file = path  # type: ignore[attr-defined]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _name(key, path)
            _name(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _name(item, path)


def _lay_over(under: yaml.Node, over: yaml.Node) -> yaml.Node:
    if isinstance(under, yaml.MappingNode) and isinstance(over, yaml.MappingNode):
        merged = {key.value: (key, value) for key, value in under.value}
        for key, value in over.value:
            merged[key.value] = (key, _lay_over(merged[key.value][1], value) if key.value in merged else value)
        return _like(over, yaml.MappingNode(over.tag, list(merged.values()), over.start_mark, over.end_mark))
    if isinstance(under, yaml.SequenceNode) and isinstance(over, yaml.SequenceNode):
        joined = [*under.value, *over.value]
        return _like(over, yaml.SequenceNode(over.tag, joined, over.start_mark, over.end_mark))
    return over


def _like(model: yaml.Node, node: yaml.Node) -> yaml.Node:
    node.newsdiff_file = getattr(model, "newsdiff_file", "")  # type: ignore[attr-defined]
    return node


def _where(node: yaml.Node) -> str:
    line = node.start_mark.line + 1 if node.start_mark else 1
    return f"{getattr(node, 'newsdiff_file', '')}:{line}"


def _build(node: yaml.Node, kind: Any, key: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if isinstance(node, yaml.ScalarNode) and node.value in ("", "null", "~") and node.style is None:
            return None
        (inner,) = [option for option in get_args(kind) if option is not types.NoneType]
        return _build(node, inner, key)
    if is_dataclass(kind):
        return _build_dataclass(node, kind, key)
    if origin is tuple:
        if _is_empty(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise SettingsError(f"{_where(node)}: {key}: expected a list, got {_shown(node)}")
        return tuple(_build(item, get_args(kind)[0], f"{key}[{at}]") for at, item in enumerate(node.value))
    if origin is dict:
        if _is_empty(node):
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise SettingsError(f"{_where(node)}: {key}: expected a mapping, got {_shown(node)}")
        return {name.value: _build(value, get_args(kind)[1], f"{key}.{name.value}") for name, value in node.value}
    if not isinstance(node, yaml.ScalarNode):
        raise SettingsError(f"{_where(node)}: {key}: expected {_allowed(kind)}, got {_shown(node)}")
    return _scalar(node.value, kind, key, _where(node))


def _build_dataclass(node: yaml.Node, kind: Any, key: str) -> Any:
    if _is_empty(node):
        node = yaml.MappingNode("tag:yaml.org,2002:map", [], node.start_mark, node.end_mark)
    if not isinstance(node, yaml.MappingNode):
        raise SettingsError(f"{_where(node)}: {key or 'the file'}: expected a mapping of settings, got {_shown(node)}")
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}
    values: dict[str, Any] = {}
    for name, value in node.value:
        if name.value not in known:
            raise SettingsError(
                f"{_where(name)}: {_join(key, name.value)}: no such key; allowed here: {', '.join(sorted(known))}"
            )
        values[name.value] = _build(value, hints[name.value], _join(key, name.value))
    missing = [
        field.name
        for field in known.values()
        if field.name not in values and field.default is MISSING and field.default_factory is MISSING
    ]
    if missing:
        raise SettingsError(f"{_where(node)}: {_join(key, missing[0])}: is missing")
    try:
        return kind(**values)
    except ValueError as error:
        raise SettingsError(f"{_where(node)}: {key or 'the file'}: {error}") from error


def _scalar(text: str, kind: Any, key: str, origin: str) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        if text == "":
            return None
        (kind,) = [option for option in get_args(kind) if option is not types.NoneType]
    if kind is str:
        return text
    if get_origin(kind) is Literal and text in get_args(kind):
        return text
    if kind is bool and text.lower() in _TRUTH:
        return _TRUTH[text.lower()]
    if kind in (int, float):
        try:
            return kind(text.replace("_", ""))
        except ValueError:
            pass
    raise SettingsError(f"{origin}: {key}: expected {_allowed(kind)}, got {text!r}")


def _allowed(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(map(str, get_args(kind)))
    return {str: "text", int: "a whole number", float: "a number", bool: "true or false"}.get(kind, str(kind))


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == "" and node.style is None


def _shown(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return repr(node.value)
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
