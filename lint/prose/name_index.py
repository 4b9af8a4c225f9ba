"""The index of an archive's names: a sorted file, one name a line, searched without reading it.

A line is a JSON object that begins with its key, ``{"name": "bashar jaafari", …``. Lines are sorted
by their bytes, so that a name is found by halving, and two indexes merge like two sorted lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from lint.patterns import lazy_pattern
from lint.prose.pinyin import are_two
from lint.prose.same_name import ENDING, OTHER, OUTLINE, initials, likeness
from lint.prose.sorted_lines import Lines, block_with, lines_with, open_lines
from lint.tuples import NamedTuple

_KEYS: Final = frozenset(["name", "articles", "first", "last", "forms", "others"])
_HEAD: Final = '{"name": "'
# A name with its articles, as copydesk writes them; of a line that a person wrote, the name only.
_COUNTED = lazy_pattern(r'^\{"name": "([^"]*)"(?:, "articles": ([0-9]{1,9}),)?', re.MULTILINE)


class Entry(NamedTuple):
    """A name: its key, the number of articles that have it, and of those that have each form.

    ``first`` and ``last`` are the days of publication between which it stands, as in "2017-03-14";
    empty where no article is dated. ``others`` are keys of names that look alike and are other
    people's: written by a person who reviewed the index.
    """

    name: str
    articles: int
    first: str
    last: str
    forms: Mapping[str, int]
    others: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """The form that most articles have; of equals, the first in the alphabet."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))


class IndexLineError(ValueError):
    """A line that is no entry of an index; the message says why."""


def written(entry: Entry) -> str:
    """Write an entry as a line."""
    import json

    fields: dict[str, Any] = {
        "name": entry.name,
        "articles": entry.articles,
        "first": entry.first,
        "last": entry.last,
        "forms": dict(sorted(entry.forms.items())),
    }
    if entry.others:
        fields["others"] = sorted(set(entry.others))
    return json.dumps(fields, ensure_ascii=False) + "\n"


def read_entry(line: bytes) -> Entry:
    """Read a line. Raises IndexLineError."""
    import json

    try:
        fields = json.loads(line)
        name, articles, forms = fields["name"], fields["articles"], fields["forms"]
        first, last = fields.get("first", ""), fields.get("last", "")
        others = tuple(fields.get("others", ()))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise IndexLineError("no name of an index") from None
    numbers = [articles, *(forms.values() if isinstance(forms, dict) else [""])]
    if (
        not fields.keys() <= _KEYS
        or not all(isinstance(each, str) for each in (name, first, last, *others))
        or not all(type(each) is int and each > 0 for each in numbers)
        or not forms
        or not line.startswith(f'{_HEAD}{name}"'.encode())
    ):
        raise IndexLineError("no name of an index")
    return Entry(name, articles, first, last, forms, others)


def place(name: str) -> bytes:
    """What the lines of an index are sorted by."""
    return f'{_HEAD}{name}"'.encode()


def merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Add up the entries of one name that follow one another; entries come sorted by place."""
    current: Entry | None = None
    for entry in entries:
        if current is not None and current.name == entry.name:
            current = _sum(current, entry)
            continue
        if current is not None:
            yield current
        current = entry
    if current is not None:
        yield current


def _sum(one: Entry, other: Entry) -> Entry:
    forms = dict(one.forms)
    for form, count in other.forms.items():
        forms[form] = forms.get(form, 0) + count
    return Entry(
        one.name,
        one.articles + other.articles,
        min(one.first or other.first, other.first or one.first),
        max(one.last, other.last),
        forms,
        tuple(sorted({*one.others, *other.others})),
    )


def index_of(forms: Mapping[str, int], key: Mapping[str, str]) -> bytes:
    """Make an index in memory of forms with their articles; ``key`` gives each form's key."""
    entries = [Entry(key[form], count, "", "", {form: count}) for form, count in forms.items()]
    ordered = sorted(entries, key=lambda entry: place(entry.name))
    return "".join(map(written, merged(ordered))).encode()


def open_index(path: str) -> Lines:
    """Map an index into memory, anew when it changed. Raises OSError."""
    about = Path(path).stat()
    return _opened(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=4)
def _opened(path: str, _time: int, _size: int) -> Lines:
    return open_lines(Path(path))


def find(index: Lines, name: str) -> Entry | None:
    """Find a name by its key. Raises IndexLineError for a damaged line."""
    return next((read_entry(line) for line in lines_with(index, place(name))), None)


def nearest(index: Lines, name: str, articles: int) -> Entry | None:
    """Find the name in most articles, at least ``articles``, that ``name`` may be misspelt for.

    All their words but one are the same, the first among them, and that one is alike; or they are
    the same letters, divided in another way. Raises IndexLineError for a damaged line.
    """
    parts = name.split(" ")
    near = _joined(parts)
    for at in range(1, len(parts)):
        head = f"{_HEAD}{' '.join(parts[:at])} "
        for letter in initials(parts[at][0]):
            block = block_with(index, f"{head}{letter}".encode()).decode("utf-8", "replace")
            near += [
                other
                for other, count in _COUNTED.findall(block)
                if (not count or int(count) >= articles) and _is_near(parts, other.split(" "), at)
            ]
    best: Entry | None = None
    for other in near:
        entry = find(index, other)
        if entry is not None and entry.articles >= max(articles, best.articles + 1 if best else 0):
            best = entry
    return best


def _is_near(parts: list[str], words: list[str], at: int) -> bool:
    if words == parts:
        return False
    if "".join(words) == "".join(parts):
        return True
    return words[:at] + words[at + 1 :] == parts[:at] + parts[at + 1 :] and is_misspelling(
        parts[0], parts[at], words[at]
    )


def is_misspelling(first: str, one: str, other: str) -> bool:
    """Tell whether two surnames behind one first name are alike enough to be one."""
    return likeness(one, other) not in (OTHER, OUTLINE, ENDING) and not are_two(first, one, other)


def _joined(parts: list[str]) -> list[str]:
    """List what is left of a name when two of its words are written as one."""
    return [
        " ".join([*parts[:at], parts[at] + parts[at + 1], *parts[at + 2 :]])
        for at in range(len(parts) - 1 if len(parts) > 2 else 0)
    ]
