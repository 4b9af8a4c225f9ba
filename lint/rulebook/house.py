"""A house's list of names, ``<group>/house.toml``: the form of each, its variants, a note.

A table is a name: ``["Hillary Clinton"]`` with ``variants = ["Hilary Clinton"]`` and a ``note``.
The list of a newsroom's own folder of rules is added to copydesk's: what it names as a form is
right there, and what it names as a variant gets its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from lint.patterns import lazy_pattern
from lint.rulebook.model import RuleError, near, quoted
from lint.rulebook.reading import HOUSE_LIST, read_text, read_toml, rule_files
from lint.tuples import NamedTuple

#: The rule that the lists belong to, and the option that takes them.
HOUSE_RULE: Final = "name-house"
HOUSE_OPTION: Final = "names"
_KEYS: Final = ("variants", "note")
_BARE = lazy_pattern(r"^\[([^]\"'\[\n]+)\]", re.MULTILINE)
_UNEVEN = lazy_pattern(r"^\s|\s$|\s\s|[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class HouseName(NamedTuple):
    """A name: the form that the house writes, others that are met, and what to know of it."""

    form: str
    variants: tuple[str, ...] = ()
    note: str = ""


def read_house_list(path: Path) -> tuple[HouseName, ...]:
    """Read a list, strictly. Raises RuleError: file, line, what is wrong, what to do."""
    try:
        table = read_toml(path)
    except RuleError as error:
        bare = (each for each in _BARE.findall(read_text(path)) if len(each.split()) > 1)
        hint = "".join(f"; put {quoted(each)} between quotes" for each in islice(bare, 1))
        raise RuleError(f"{error}{hint}") from None
    if "check" in table:
        raise RuleError(f"{path}: this name is kept for a list of names; call the rule otherwise")
    names = tuple(_name(form, entry, path) for form, entry in table.items())
    forms = {name.form for name in names}
    owners: dict[str, str] = {}
    for form, variants, _ in names:
        for variant in variants:
            owner = owners.setdefault(variant, form)
            if owner != form:
                wrong = f"stands under {quoted(owner)} already; keep it where it belongs"
            elif variant in forms:
                wrong = "is a form of this list; make it no variant, or take out its own entry"
            else:
                continue
            raise RuleError(f"{_place(path, form, variant)}: {quoted(variant)} {wrong}")
    return names


def house_lists(folders: Iterable[Path]) -> list[tuple[Path, tuple[HouseName, ...]]]:
    """Read the lists of folders of rules, in order. Raises RuleError."""
    return [
        (path, read_house_list(path))
        for folder in folders
        for path in rule_files(folder)
        if path.name == HOUSE_LIST
    ]


def settings_of(path: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Read what a list changes in rules, as a configuration would: a form for each variant.

    A form gets an empty text, which takes away what an earlier list may say against it. Raises
    RuleError.
    """
    names = read_house_list(path)
    option = {name.form: "" for name in names}
    option.update((variant, name.form) for name in names for variant in name.variants)
    return {HOUSE_RULE: {HOUSE_OPTION: option}}


def _name(form: str, entry: Any, path: Path) -> HouseName:
    place = _place(path, form)
    if not isinstance(entry, Mapping):
        raise RuleError(f'{place}: a name is a table of its own: write ["…"], variants below it')
    for key, value in entry.items():
        if key in _KEYS:
            continue
        if isinstance(value, Mapping):
            raise RuleError(f'{place}: put the whole name between quotes, as in ["U. Thant"]')
        hint = near(key, _KEYS) or f"; a name has {' and '.join(_KEYS)}"
        raise RuleError(f"{_place(path, form, key)}: unknown key {quoted(key)}{hint}")
    variants, note = entry.get("variants", []), entry.get("note", "")
    if not isinstance(variants, list) or not all(isinstance(each, str) for each in variants):
        raise RuleError(
            f'{_place(path, form, "variants")}: “variants” must be a list of texts, as in '
            '["One Form", "Another"]'
        )  # fmt: skip
    if not isinstance(note, str):
        raise RuleError(f"{_place(path, form, 'note')}: “note” must be a text")
    for number, written in enumerate((form, *variants)):
        if not any(each.isalpha() for each in written) or _UNEVEN.search(written):
            place = _place(path, form, written if number else "")
            raise RuleError(
                f"{place}: {quoted(written)} is no name; write it as it is printed, on one line, "
                "with single blanks"
            )
    for number, variant in enumerate(variants):
        if variant in variants[:number] or variant == form:
            first = "as its own form" if variant == form else "twice"
            raise RuleError(
                f"{_place(path, form, variant)}: {quoted(variant)} stands {first}; take one out"
            )
        if variant in form and re.search(rf"(?<!\w){re.escape(variant)}(?!\w)", form):
            raise RuleError(
                f"{_place(path, form, variant)}: the form {quoted(form)} contains {quoted(variant)}"
                ", and would be changed again and again; take the variant out"
            )
    return HouseName(form, tuple(variants), " ".join(note.split()))


def _place(path: Path, form: str, inside: str = "") -> str:
    """File and line of an entry, or of what stands in it: sought when something is wrong."""
    wanted = [f'["{form}"]', f"['{form}']", f"[{form}]"]
    lines = read_text(path).split("\n")
    for number, line in enumerate(lines):
        if line.replace(" ]", "]").replace("[ ", "[").strip().startswith(tuple(wanted)):
            below = range(number + 1, len(lines)) if inside else ()
            at = next((each for each in below if inside in lines[each]), number)
            return f"{path}: line {at + 1}"
    return f"{path}: {quoted(form)}"
