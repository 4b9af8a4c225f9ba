"""The command train: what a newsroom's archive says of words, for the rules that ask."""

from __future__ import annotations

import heapq
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, NamedTuple

from lint.article import read_article
from lint.article.layout import Layout, load_layouts
from lint.checks.likely_word import Options, doubted_pairs
from lint.checks.misspelling import unknown_words
from lint.cli.jobs import cores, in_order
from lint.cli.settings import SETTINGS_ERRORS, all_rules, configuration
from lint.cli.streams import complain, emit
from lint.config import Config
from lint.desk import builtin_layouts
from lint.document import read_document
from lint.files import Exclude, FileError, Found, find_articles, read_bytes
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
from lint.source import SourceError, decode
from lint.writing import write_output

_MOST: Final = 100_000  # counts held in memory; then they go into a file of their own
_SUFFIX: Final = ".jsonl"


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
    layouts = _layouts(own)
    return [_read(options, layouts, each) for each in files]


@lru_cache(1)  # a process loads them once
def _layouts(own: tuple[Path, ...]) -> tuple[Layout, ...]:
    return (*load_layouts(own), *builtin_layouts())


def _read(options: Options, layouts: Sequence[Layout], found: Found) -> Read:
    if found.error:
        return Read(found.path, error=found.error)
    try:
        source = decode(read_bytes(found.path), found.path)
        article = read_article(read_document(source), layouts).in_languages(("en",))
    except (FileError, SourceError) as error:
        return Read(found.path, error=str(error))
    pairs = tuple(sorted(set(doubted_pairs(article, options))))
    return Read(found.path, pairs, tuple(sorted(set(unknown_words(article)))))


def _lost(found: Found) -> list[Read]:
    return [Read(found.path, error="a process died while it read this file")]


def _run(options: Namespace, config: Config, work: partial[list[Read]], stack: ExitStack) -> int:
    paths = options.paths or ["."]
    runs: list[Iterator[Count]] = []
    for path in paths:
        if path.endswith(_SUFFIX):
            try:  # read until the run ends: the stack closes it
                file = stack.enter_context(Path(path).open("rb"))  # noqa: SIM115
            except OSError as error:
                raise _RunError(f"{path}: cannot be read: {error.strerror}") from None
            runs.append(_lines(file, path))
    held: Counter[tuple[str, str]] = Counter()
    is_sound = True
    for read in _articles(options, config, work):
        if read.error:
            complain(f"{read.path}: {read.error}")
            is_sound = False
            continue
        held[ARTICLES, ""] += 1
        held.update((PAIR, pair) for pair in read.pairs)
        held.update((WORD, word) for word in read.words)
        if len(held) > _MOST:
            runs.append(_put_by(held, stack))
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


def _articles(options: Namespace, config: Config, work: partial[list[Read]]) -> Iterator[Read]:
    exclude = [Exclude(str(config.root), each) for each in config.exclude]
    named = [path for path in options.paths or ["."] if not path.endswith(_SUFFIX)]
    files = list(find_articles(named, exclude))
    workers = options.jobs or min(cores(), 1 + len(files) // 50)
    for batch in in_order(work, files, workers=workers, lost=_lost):
        yield from batch


def _put_by(held: Counter[tuple[str, str]], stack: ExitStack) -> Iterator[Count]:
    # Read until the run ends: the stack closes it, and then it is gone.
    file = stack.enter_context(TemporaryFile())  # noqa: SIM115
    file.writelines(written(each).encode() for each in _sorted(held))
    file.seek(0)
    return _lines(file, "a file put by")


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
