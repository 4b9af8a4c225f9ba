"""TOML values into a check's Options: every key, type and value is checked, its place named."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Collection, Hashable, Iterable, Mapping
from functools import cache
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from lint.checks import Check
from lint.rulebook.model import RuleError, near, quoted

_USUAL: dict[Any, Any] = {
    "bool": bool,
    "int": int,
    "str": str,
    "tuple[str, ...]": tuple[str, ...],
    "Mapping[str, str]": Mapping[str, str],
}


def make_options(check: Check, settings: Any, place: str) -> Any:
    """Make a check's Options of TOML values. Raises RuleError, naming ``place`` and the key."""
    if not isinstance(settings, Mapping):
        raise RuleError(f"{place}: “options” must be a table")
    hints = _hints(cast(Hashable, check.Options))
    names = {name.replace("_", "-"): name for name in check.Options._fields}
    known_keys(settings, names, f"{place}: options")
    values = {
        names[key]: _typed(value, hints[names[key]], f"{place}: option “{key}”")
        for key, value in settings.items()
    }
    options = check.Options(**values)
    for problem in getattr(check, "problems", lambda _: ())(options):
        raise RuleError(f"{place}: {problem}")
    return options


@cache
def _hints(options: Any) -> dict[str, Any]:
    # The usual types are looked up: to evaluate them all took a tenth of the start.
    written: dict[str, str] = options.__annotations__
    try:
        return {name: _USUAL.get(hint) or _choice(hint) for name, hint in written.items()}
    except ValueError:
        return get_type_hints(options)


def _choice(hint: str) -> Any:
    """Read ``Literal["a", "b"]``. Raises ValueError for any other type."""
    if not hint.startswith("Literal["):
        raise ValueError(hint)
    return Literal[literal_eval(f"({hint[8:-1]},)")]


def known_keys(table: Iterable[str], known: Collection[str], place: str) -> None:
    """Raise RuleError for a key that is not known, with a near match."""
    for key in table:
        if key not in known:
            raise RuleError(f"{place}: unknown key {quoted(key)}{near(key, known)}")


def one_of(value: Any, known: Collection[str], place: str) -> None:
    """Raise RuleError for a value that is not one of the known."""
    if not isinstance(value, str) or value not in known:
        listed = ", ".join(each for each in known if each)
        raise RuleError(f"{place} must be one of {listed}; it is {quoted(value)}")


def texts(value: Any, place: str) -> tuple[str, ...]:
    """Read a list of texts. Raises RuleError.

    A text over several lines is a list of single words: quicker to type, and to parse, than a long
    array. A text on one line is one word: a phrase must not fall apart unseen.
    """
    if isinstance(value, str) and ("\n" in value or len(value.split()) == 1):
        return tuple(value.split())
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise RuleError(f'{place} must be a list of texts, as in ["one", "another one"]')
    return tuple(value)


def _typed(value: Any, hint: Any, place: str) -> Any:
    if get_origin(hint) is Literal:
        one_of(value, get_args(hint), place)
        return value
    if hint is bool or hint is str:
        if not isinstance(value, hint):
            raise RuleError(f"{place} must be {'true or false' if hint is bool else 'a text'}")
        return value
    if hint in (int, float):
        if isinstance(value, bool) or not isinstance(value, int | hint):
            raise RuleError(f"{place} must be a {'whole ' if hint is int else ''}number")
        return value
    if get_origin(hint) is tuple:
        return texts(value, place)
    if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
        raise RuleError(f"{place} must be a table of texts")
    return dict(value)
