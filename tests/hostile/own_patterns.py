"""Copydesk's own patterns, wherever they are, and how each is used."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import lint
from lint.patterns import LazyPattern

SEARCHING = frozenset(["search", "finditer", "findall", "split", "sub", "subn"])
ANCHORED = frozenset(["match", "fullmatch"])


class Own(NamedTuple):
    """A pattern of ours: where it is, and by which methods it is used."""

    name: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


def _modules() -> Iterator[Any]:
    for module in pkgutil.walk_packages(lint.__path__, "lint."):
        if not module.name.endswith("__main__") and ".build_" not in module.name:
            yield importlib.import_module(module.name)


def _patterns_in(value: Any, name: str, depth: int = 0) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, LazyPattern):
        yield name, re.compile(*value._made_of)
    elif depth > 3:
        return
    elif isinstance(value, dict):
        yield from _patterns_in([*value.keys(), *value.values()], name, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _patterns_in(each, name, depth + 1)
    elif isinstance(value, type) and value.__module__.startswith("lint."):
        for each in list(vars(value).values()):
            yield from _patterns_in(each, name, depth + 1)


def _uses(module: Any) -> dict[str, set[str]]:
    """Which attributes a module asks its names for: ``_WORD.search`` gives "search"."""
    uses: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses.setdefault(node.value.id, set()).add(node.attr)
    return uses


def _written_inside(module: Any) -> Iterator[Own]:
    """Patterns that functions hand to ``re`` as a text: ``re.search(r"…", text)``."""
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).startswith("re.")
            and isinstance(node.args[0], ast.Constant)
        ):
            name = f"{module.__name__.removeprefix('lint.')}:{node.lineno}"
            method = ast.unparse(node.func).removeprefix("re.")
            yield Own(name, re.compile(node.args[0].value), frozenset([method]))


def own_patterns() -> list[Own]:
    """Every pattern that a module, class or table of ours holds, or a function hands to ``re``."""
    patterns: dict[re.Pattern[Any], str] = {}
    methods: dict[re.Pattern[Any], set[str]] = {}
    for module in _modules():
        uses = _uses(module)
        for name, value in list(vars(module).items()):
            for _, pattern in _patterns_in(value, name):
                patterns.setdefault(pattern, f"{module.__name__.removeprefix('lint.')}.{name}")
                methods.setdefault(pattern, set()).update(uses.get(name, ()))
    every = SEARCHING | ANCHORED
    inside = [own for module in _modules() for own in _written_inside(module)]
    named = [
        # One that is handed on by another name may be used in any way.
        Own(name, pattern, frozenset(methods[pattern] & every or every))
        for pattern, name in sorted(patterns.items(), key=lambda item: item[1])
    ]
    return [*named, *(own for own in inside if own.methods & every)]
