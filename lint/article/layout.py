"""Layouts: where the parts of an article are in one publisher's markup, as TOML says."""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from lint.article import model
from lint.document import Document, Element
from lint.tuples import NamedTuple

_LARGEST: Final = 100_000  # bytes; a layout is a page of selectors
_STEP = re.compile(
    r"(?P<tag>[a-zA-Z][\w-]*|\*)?"
    r"(?P<rest>(?:[.#][\w-]+|\[[\w:-]+(?:[~^]?=\"?[^\"\[\]]*\"?)?\])*)"
)
_PART = re.compile(r"([.#])([\w-]+)|\[([\w:-]+)(?:([~^]?)=\"?([^\"\[\]]*)\"?)?\]")

#: Keys of a layout that list selectors, and the role that each gives.
ROLES: Final = {
    "headline": model.HEADLINE,
    "standfirst": model.STANDFIRST,
    "kicker": model.KICKER,
    "byline": model.BYLINE,
    "dateline": model.DATELINE,
    "caption": model.CAPTION,
    "credit": model.CREDIT,
    "related": model.RELATED,
    "correction": model.CORRECTION,
    "pull-quote": model.PULL_QUOTE,
}
_KEYS = frozenset([*ROLES, "title", "match", "root", "ignore"])


class LayoutError(ValueError):
    """A layout file that cannot be used; the message names file and key."""


class Step(NamedTuple):
    """One compound of a selector: a tag ("" for any) and tests (attribute, operator, value)."""

    tag: str
    tests: tuple[tuple[str, str, str], ...]
    is_child: bool = False  # of the step before: ">" stood between them


Selector = tuple[Step, ...]


class Layout(NamedTuple):
    """Selectors by key; a page has this layout if it has an element for each of ``match``.

    Roles are those of block-level elements: a line has one role.
    """

    name: str
    match: tuple[Selector, ...]
    root: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()
    roles: tuple[tuple[str, tuple[Selector, ...]], ...] = ()

    def fits(self, document: Document) -> bool:
        """Tell whether a document has this layout."""
        return all(next(select(document.root, [each]), None) is not None for each in self.match)


def load_layouts(paths: Sequence[Path]) -> tuple[Layout, ...]:
    """Read layout files and folders of them. Raises LayoutError, naming file and key.

    A link in a folder that leads out of it is refused.
    """
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        for file in sorted(path.glob("*.toml")):
            if file.is_symlink() and not _is_inside(file, path):
                raise LayoutError(f"{file}: leads out of the folder of layouts")
            files.append(file)
    return tuple(_read(path) for path in files)


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False


def parse_selector(text: str) -> Selector:
    """Parse ``tag.class#id[name=value]``, steps joined by blanks or ``>``. Raises ValueError."""
    steps: list[Step] = []
    is_child = False
    for word in text.replace(">", " > ").split():
        if word == ">":
            is_child = True
            continue
        match = _STEP.fullmatch(word)
        if not match or not word:
            raise ValueError(f"“{word}” is no selector such as div.caption or p[itemprop=name]")
        tests: list[tuple[str, str, str]] = []
        for mark, name, attribute, operator, value in _PART.findall(match["rest"]):
            if mark:
                tests.append(("class", "~", name) if mark == "." else ("id", "=", name))
            else:
                has_value = "=" in match["rest"] and (value or operator)
                tests.append((attribute.lower(), operator or ("=" if has_value else ""), value))
        tag = (match["tag"] or "").lower()
        steps.append(Step("" if tag == "*" else tag, tuple(tests), is_child))
        is_child = False
    if not steps or is_child or steps[0].is_child:
        raise ValueError(f"“{text}” is no selector")
    return tuple(steps)


def select(root: Element, selectors: Sequence[Selector]) -> Iterator[Element]:
    """Yield the elements that one of the selectors describes, in tree order."""
    tags = {selector[-1].tag for selector in selectors}
    wanted = tags if "" not in tags else set()
    for element in root.iter(*wanted) if wanted else root.iter():
        if any(_matches(element, selector) for selector in selectors):
            yield element


def _matches(element: Element, selector: Selector) -> bool:
    if not _fits(element, selector[-1]):
        return False
    current, is_child = element, selector[-1].is_child
    for step in reversed(selector[:-1]):
        parent = current.getparent()
        while parent is not None and not _fits(parent, step):
            if is_child:
                return False
            parent = parent.getparent()
        if parent is None:
            return False
        current, is_child = parent, step.is_child
    return True


def _fits(element: Element, step: Step) -> bool:
    if step.tag and element.tag != step.tag:
        return False
    for name, operator, value in step.tests:
        held = element.get(name)
        if held is None:
            return False
        if operator == "~" and value not in held.split():
            return False
        if (operator == "=" and held != value) or (operator == "^" and not held.startswith(value)):
            return False
    return True


def _read(path: Path) -> Layout:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe would never end
            raise LayoutError(f"{path}: not a regular file")
        if about.st_size > _LARGEST:
            raise LayoutError(f"{path}: larger than {_LARGEST} bytes")
        table = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LayoutError(f"{path}: {error}") from None
    except RecursionError:
        raise LayoutError(f"{path}: nested too deeply") from None
    for key in table:
        if key not in _KEYS:
            raise LayoutError(
                f"{path}: unknown key “{key}”; a layout has {', '.join(sorted(_KEYS))}"
            )
    if "match" not in table:
        raise LayoutError(
            f"{path}: “match” is missing: selectors that only this layout's pages have"
        )

    def selectors(key: str) -> tuple[Selector, ...]:
        value: Any = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise LayoutError(f"{path}: “{key}” must be a list of selectors")
        try:
            return tuple(parse_selector(each) for each in value)
        except ValueError as error:
            raise LayoutError(f"{path}: “{key}”: {error}") from None

    return Layout(
        path.stem,
        selectors("match"),
        selectors("root"),
        selectors("ignore"),
        tuple((kind, found) for key, kind in ROLES.items() if (found := selectors(key))),
    )
