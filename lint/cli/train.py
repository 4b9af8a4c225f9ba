"""The command train: what a newsroom's archive says of words, for the rules that ask."""

from __future__ import annotations

import heapq
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO, Final

from lint.checks.likely_word import Options, doubted_pairs
from lint.checks.misspelling import unknown_words
from lint.cli.archive import COUNTS, archived, each_read, opened, put_by
from lint.cli.settings import SETTINGS_ERRORS, all_rules, configuration
from lint.cli.streams import complain, emit
from lint.config import Config
from lint.files import FileError, Found
from lint.prose.word_index import (
    ARTICLES,
    PAIR,
    WORD,
    Count,
    CountLineError,
    added,
    place,
    read_count,
    written,
)
from lint.tuples import NamedTuple
from lint.writing import write_output

_MOST: Final = 100_000  # counts held in memory; then they go into a file of their own


class Read(NamedTuple):
    """What one article has: pairs that are doubted, words that no dictionary has."""

    path: str
    pairs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    error: str = ""


class _RunError(Exception):
    """What keeps a run from its end; one line."""


def run_train(options: Namespace) -> int:
    """Count an archive; give the exit code."""
    try:
        config = configuration(options)
        rule = all_rules(options, config)["likely-word"]
        work = partial(read_words, rule.options._replace(archive=""), config.layouts)
        with ExitStack() as stack:
            return _run(options, config, work, stack)
    except (*SETTINGS_ERRORS, _RunError, FileError) as error:
        complain(str(error))
        return 2


def read_words(options: Options, own: tuple[Path, ...], files: Sequence[Found]) -> list[Read]:
    """Read articles, by ``own`` layouts, too; what cannot be read has an error."""
    return [_read(options, own, each) for each in files]


def _read(options: Options, own: tuple[Path, ...], found: Found) -> Read:
    try:
        article = archived(found, own)
    except FileError as error:
        return Read(found.path, error=str(error))
    pairs = tuple(sorted(set(doubted_pairs(article, options))))
    return Read(found.path, pairs, tuple(sorted(set(unknown_words(article)))))


def _lost(found: Found, problem: str) -> Read:
    return Read(found.path, error=problem)


def _run(options: Namespace, config: Config, work: partial[list[Read]], stack: ExitStack) -> int:
    paths = options.paths or ["."]
    runs = [_lines(opened(path, stack), path) for path in paths if path.endswith(COUNTS)]
    held: Counter[tuple[str, str]] = Counter()
    is_sound = True
    for read in each_read(work, paths, options, config, _lost):
        if read.error:
            complain(f"{read.path}: {read.error}")
            is_sound = False
            continue
        held[ARTICLES, ""] += 1
        held.update((PAIR, pair) for pair in read.pairs)
        held.update((WORD, word) for word in read.words)
        if len(held) > _MOST:
            runs.append(_held_by(held, stack))
            held = Counter()
    runs.append(iter(_sorted(held)))
    lines = [written(count) for count in added(heapq.merge(*runs, key=_place))]
    if not is_sound:
        complain(f"{options.output_file}: not written; leave out what cannot be read")
        return 2
    if not lines:
        raise _RunError("no article here")
    write_output(options.output_file, "".join(lines).encode())
    total = read_count(lines[0].encode()).articles
    emit(f"{total} articles, {len(lines) - 1} words and pairs in {options.output_file}\n")
    return 0


def _held_by(held: Counter[tuple[str, str]], stack: ExitStack) -> Iterator[Count]:
    return _lines(put_by(map(written, _sorted(held)), stack), "a file put by")


def _sorted(held: Counter[tuple[str, str]]) -> list[Count]:
    counts = [Count(kind, text, articles) for (kind, text), articles in held.items()]
    return sorted(counts, key=_place)


def _place(count: Count) -> bytes:
    return place(count.kind, count.text)


def _lines(file: IO[bytes], path: str) -> Iterator[Count]:
    last = b""
    for number, line in enumerate(file, 1):
        try:
            count = read_count(line)
        except CountLineError as problem:
            raise _RunError(f"{path}: line {number}: {problem}") from None
        here = _place(count)
        if (number == 1) != (count.kind == ARTICLES):
            raise _RunError(f"{path}: line {number}: the number of articles stands first, and once")
        if here < last or (here == last and number > 1):
            raise _RunError(f"{path}: line {number}: not in its place; sort by bytes")
        last = here
        yield count
