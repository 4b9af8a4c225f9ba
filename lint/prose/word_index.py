"""What a newsroom's archive says of words: a sorted file that is searched without reading it.

The first line counts the articles: ``{"articles": 1200}``. Then come, sorted by their bytes, pairs
of words with the number of articles in which one seemed to be written for the other (``{"pair":
"off of", "articles": 12}``), and words that no dictionary has, with the number of articles that
have them. All are counts of articles: two files are added up line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from lint.prose.sorted_lines import Lines, lines_with, open_lines
from lint.tuples import NamedTuple

ARTICLES, PAIR, WORD = "articles", "pair", "word"
_KINDS: Final = (ARTICLES, PAIR, WORD)
_LONGEST: Final = 400  # bytes of a line: what is longer was not made by copydesk


class Count(NamedTuple):
    """In how many articles a PAIR ("off of") or a WORD stands; ARTICLES counts them all."""

    kind: str
    text: str
    articles: int


class CountLineError(ValueError):
    """A line that is no count; the message says so."""


def place(kind: str, text: str) -> bytes:
    """What the lines are sorted by."""
    return f'{{"{kind}": "{text}"'.encode() if kind != ARTICLES else b""


def written(count: Count) -> str:
    """Write a count as a line."""
    fields = {} if count.kind == ARTICLES else {count.kind: count.text}
    return json.dumps({**fields, ARTICLES: count.articles}, ensure_ascii=False) + "\n"


def read_count(line: bytes) -> Count:
    """Read a line. Raises CountLineError."""
    try:
        fields = json.loads(line) if len(line) <= _LONGEST else None
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict) or type(fields.get(ARTICLES)) is not int:
        raise CountLineError("no count of words")
    (kind, text), *others = (*((k, v) for k, v in fields.items() if k != ARTICLES), (ARTICLES, ""))
    is_sound = kind in _KINDS and isinstance(text, str) and fields[ARTICLES] > 0
    if not is_sound or len(others) > 1 or not line.startswith(place(kind, text)):
        raise CountLineError("no count of words")
    return Count(kind, text, fields[ARTICLES])


def added(counts: Iterable[Count]) -> Iterator[Count]:
    """Add up counts of one thing that follow one another; they come sorted by place."""
    current: Count | None = None
    for count in counts:
        if current is not None and current[:2] == count[:2]:
            current = current._replace(articles=current.articles + count.articles)
            continue
        if current is not None:
            yield current
        current = count
    if current is not None:
        yield current


class WordIndex(NamedTuple):
    """An open file of counts, and how many articles were counted."""

    lines: Lines
    articles: int

    def count_of(self, kind: str, text: str) -> int:
        """In how many articles a pair or word stands; 0 if it is not there, or its line damaged."""
        for line in lines_with(self.lines, place(kind, text)):
            try:
                return read_count(line).articles
            except CountLineError:
                return 0  # `copydesk train` says what is wrong with a file
        return 0


def open_word_index(path: str) -> WordIndex:
    """Map a file into memory, anew when it changed. Raises OSError, CountLineError."""
    about = Path(path).stat()
    return _opened(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=4)
def _opened(path: str, _time: int, _size: int) -> WordIndex:
    lines = open_lines(Path(path))
    first = read_count(bytes(lines[: max(0, lines.find(b"\n"))]))
    if first.kind != ARTICLES:
        raise CountLineError("no count of words")
    return WordIndex(lines, first.articles)
