"""The examples of a rule file: HTML in which ⟦ and ⟧ mark the fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from lint.patterns import lazy_pattern
from lint.rulebook.model import Example, RuleError, quoted
from lint.rulebook.options import known_keys

KEYS: Final = ("bad", "good")
_MARK = lazy_pattern("[⟦⟧]")


def read_examples(table: Mapping[str, Any], kind: str, path: str) -> Iterator[Example]:
    """Yield the ``bad`` or the ``good`` examples of a parsed rule file. Raises RuleError."""
    examples = table.get(kind, [])
    if not isinstance(examples, list) or not all(isinstance(each, Mapping) for each in examples):
        raise RuleError(f"{path}: “{kind}” must be [[{kind}]] tables")
    for number, example in enumerate(examples, 1):
        yield _example(example, f"{path}: [[{kind}]] {number}", is_bad=kind == "bad")


def _example(table: Mapping[str, Any], place: str, *, is_bad: bool) -> Example:
    known_keys(table, ("html", "fixed", "options") if is_bad else ("html", "options"), place)
    html, fixed, options = table.get("html"), table.get("fixed"), table.get("options", {})
    if not isinstance(html, str) or not html.strip():
        raise RuleError(f"{place}: “html” is missing: it must be a text")
    if not isinstance(options, Mapping):
        raise RuleError(f"{place}: “options” must be a table")
    plain, marks = _unmarked(html, place)
    if bool(marks) != is_bad:
        wanted = "marks the fault with ⟦ and ⟧" if is_bad else "has no ⟦ and ⟧"
        raise RuleError(f"{place}: this example {wanted}: {quoted(html)}")
    if fixed is not None and (not isinstance(fixed, str) or _MARK.search(fixed)):
        raise RuleError(f"{place}: “fixed” must be a text, without ⟦ and ⟧")
    if fixed == plain:
        raise RuleError(f"{place}: “fixed” is the same as “html”")
    return Example(plain, marks, fixed, options)


def _unmarked(html: str, place: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    found = list(_MARK.finditer(html))
    if "".join(mark[0] for mark in found) != "⟦⟧" * (len(found) // 2):
        raise RuleError(f"{place}: each ⟦ needs its ⟧, and none inside another: {quoted(html)}")
    # A mark's place in the text without marks: those before it do not count.
    places = [mark.start() - number for number, mark in enumerate(found)]
    return _MARK.sub("", html), tuple(zip(places[::2], places[1::2], strict=True))
