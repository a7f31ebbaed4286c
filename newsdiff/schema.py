"""Typed YAML: a file read into a frozen dataclass, or an error that names file, line, key and what is allowed.

The type annotations of the dataclass are the schema. Understood are ``str``, ``int``, ``float``, ``bool``, ``date``,
``Literal``, ``X | None``, ``tuple[X, ...]``, ``dict[str, X]``, dataclasses of these, and ``Annotated[X, OneOf(...)]`` and
``Annotated[X, Within(...)]``. Scalars are read by the type that is asked for, so a word such as ``no`` stays a word
where a word is wanted.
"""

from __future__ import annotations

import datetime as dt
import math
import types
from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cache, reduce
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from newsdiff.errors import SettingsError
from newsdiff.layers import compose, is_text, lay_over, split, where

T = TypeVar("T")
_hints = cache(get_type_hints)
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True)
class OneOf:
    """The values that a text may take, where they are known only when the program runs."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Within:
    """The least and the greatest value of a number, both allowed."""

    low: float
    high: float = math.inf


def read(paths: Sequence[Path], kind: type[T], *, join_lists: bool = True) -> T:
    """Read YAML files into ``kind``, each laid over the one before it.

    Mappings merge key by key, scalars of a later file win, and so do its lists unless ``join_lists``.
    Raises ``SettingsError``.
    """
    return build([compose(path) for path in paths], kind, join_lists=join_lists)


def build(layers: Sequence[yaml.Node], kind: type[T], *, join_lists: bool = False) -> T:
    """Read layers (see `newsdiff.layers`) into ``kind``, each laid over the one before it. Raises ``SettingsError``."""
    empty: yaml.Node = yaml.MappingNode("tag:yaml.org,2002:map", [])
    merged = reduce(lambda under, over: lay_over(under, over, join_lists=join_lists), layers, empty)
    value: T = _build(merged, kind, "")
    return value


def _build(node: yaml.Node, kind: Any, key: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if _is_null(node):
            return None
        (inner,) = [option for option in get_args(kind) if option is not types.NoneType]
        return _build(node, inner, key)
    if origin is Annotated:
        inner, rule = get_args(kind)
        return _check(_build(node, inner, key), rule, node, key)
    if is_dataclass(kind):
        return _build_dataclass(node, kind, key)
    if origin is tuple:
        return _build_list(node, get_args(kind)[0], key)
    if origin is dict:
        if _is_empty(node):
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise SettingsError(f"{where(node, key)}: expected a mapping, got {_shown(node)}")
        return {name.value: _build(value, get_args(kind)[1], _join(key, name.value)) for name, value in node.value}
    if not isinstance(node, yaml.ScalarNode):
        raise SettingsError(f"{where(node, key)}: expected {_allowed(kind)}, got {_shown(node)}")
    return _scalar(node, kind, key)


def _build_list(node: yaml.Node, kind: Any, key: str) -> tuple[Any, ...]:
    if _is_empty(node):
        return ()
    if isinstance(node, yaml.ScalarNode) and is_text(node):
        return tuple(_build(part, kind, key) for part in split(node))
    if not isinstance(node, yaml.SequenceNode):
        raise SettingsError(f"{where(node, key)}: expected a list such as [{_shown(node).strip(chr(39))}]")
    return tuple(_build(item, kind, f"{key}[{at}]") for at, item in enumerate(node.value))


def _build_dataclass(node: yaml.Node, kind: Any, key: str) -> Any:
    if _is_empty(node):
        node = yaml.MappingNode(node.tag, [], node.start_mark, node.end_mark)
    if not isinstance(node, yaml.MappingNode):
        raise SettingsError(f"{where(node, key)}: expected a mapping of settings, got {_shown(node)}")
    hints = _hints(kind, include_extras=True)
    known = {field.name: field for field in fields(kind)}
    values: dict[str, Any] = {}
    for name, value in node.value:
        if name.value not in known:
            raise SettingsError(
                f"{where(name, _join(key, name.value))}: no such key{_nearest(name.value, list(known))}; "
                f"allowed here: {', '.join(sorted(known))}"
            )
        values[name.value] = _build(value, hints[name.value], _join(key, name.value))
    missing = [
        field.name
        for field in known.values()
        if field.name not in values and field.default is MISSING and field.default_factory is MISSING
    ]
    if missing:
        raise SettingsError(f"{where(node, key)}: the key {_join(key, missing[0])} is missing")
    try:
        return kind(**values)
    except ValueError as error:
        raise SettingsError(f"{where(node, key)}: {error}") from error


def _check(value: Any, rule: Any, node: yaml.Node, key: str) -> Any:
    if isinstance(rule, OneOf) and value not in rule.values:
        raise SettingsError(
            f"{where(node, key)}: expected one of {', '.join(rule.values)}, got {value!r}"
            f"{_nearest(value, list(rule.values))}"
        )
    if isinstance(rule, Within) and not rule.low <= value <= rule.high:
        limits = f"{rule.low:g} or more" if rule.high == math.inf else f"{rule.low:g} to {rule.high:g}"
        raise SettingsError(f"{where(node, key)}: expected {limits}, got {value:g}")
    return value


def _scalar(node: yaml.ScalarNode, kind: Any, key: str) -> Any:
    text = node.value
    if kind is str:
        return text
    if get_origin(kind) is Literal:
        return _check(text, OneOf(get_args(kind)), node, key)
    if kind is bool and text.lower() in _TRUTH:
        return _TRUTH[text.lower()]
    if kind in (int, float, dt.date):
        try:
            return dt.date.fromisoformat(text) if kind is dt.date else kind(text.replace("_", ""))
        except ValueError:
            pass
    raise SettingsError(f"{where(node, key)}: expected {_allowed(kind)}, got {text!r}")


def _allowed(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(map(str, get_args(kind)))
    words = {
        str: "text",
        int: "a whole number",
        float: "a number",
        bool: "true or false",
        dt.date: "a day such as 2026-01-31",
    }
    return words.get(kind, str(kind))


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(word.lower(), known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value in ("", "null", "~") and not node.style


def _shown(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return repr(node.value)
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
