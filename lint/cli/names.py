"""The command names: an archive's names into an index, and names that look like others in one."""

from __future__ import annotations

import heapq
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final

from lint.checks.name_index import Options, full_names
from lint.cli.archive import COUNTS, archived, each_read
from lint.cli.name_runs import IndexFileError, by_name, put_names_by, read_index, resorted
from lint.cli.settings import SETTINGS_ERRORS, all_rules, configuration
from lint.cli.streams import complain, emit
from lint.config import Config
from lint.files import FileError, Found
from lint.prose.name_index import Entry, merged, written
from lint.prose.name_pairs import (
    LETTERS,
    SURNAME,
    Pair,
    first_name_pairs,
    surname,
    surname_pairs,
)
from lint.report.shown import begun, visible
from lint.tuples import NamedTuple
from lint.writing import write_output

_MOST: Final = 50_000  # names held in memory; then they go into a file of their own
_MOST_SHOWN: Final = 5  # articles of a name


class Read(NamedTuple):
    """The names of one article: its forms by key, and the day that it was published."""

    path: str
    day: str = ""
    names: tuple[tuple[str, frozenset[str]], ...] = ()
    error: str = ""


class _RunError(Exception):
    """What keeps a run from its end; one line."""


def run_names(options: Namespace) -> int:
    """Build an index, or look for names that may be one; give the exit code."""
    try:
        config = configuration(options)
        rule = all_rules(options, config)["name-index"]
        plain = rule.options._replace(archive="", seen={})  # a proxy cannot be sent
        work = partial(read_names, plain, config.layouts)
        with ExitStack() as stack:
            run = _Run(options, config, work, stack)
            return run.build() if options.action == "build" else run.check()
    except (*SETTINGS_ERRORS, _RunError, IndexFileError, FileError) as error:
        complain(str(error))
        return 2


def read_names(options: Options, own: tuple[Path, ...], files: Sequence[Found]) -> list[Read]:
    """Read the names of articles, by ``own`` layouts, too; what cannot be read has an error."""
    return [_read(options, own, each) for each in files]


def _read(options: Options, own: tuple[Path, ...], found: Found) -> Read:
    try:
        article = archived(found, own)
    except FileError as error:
        return Read(found.path, error=str(error))
    names: dict[str, set[str]] = {}
    for _, name in full_names(article, options):
        names.setdefault(name.key, set()).add(name.form)
    day = article.published.isoformat() if article.published else ""
    ordered = tuple((key, frozenset(forms)) for key, forms in sorted(names.items()))
    return Read(found.path, day, ordered)


def _lost(found: Found, problem: str) -> Read:
    return Read(found.path, error=problem)


class _Run:
    def __init__(
        self,
        options: Namespace,
        config: Config,
        work: partial[list[Read]],
        stack: ExitStack,
    ) -> None:
        self.options = options
        self.config = config
        self.work = work
        self.stack = stack
        self.failed = False

    def build(self) -> int:
        file = self.options.output_file
        lines = [written(entry) for entry in self._entries(self.options.paths or ["."])]
        if self.failed:
            complain(f"{file}: not written; leave out what cannot be read")
            return 2
        write_output(file, "".join(lines).encode())
        emit(f"{len(lines)} names in {visible(file)}\n")
        return 0

    def check(self) -> int:
        paths = self.options.paths
        index = self.options.index or (None if paths else self.config.names_index)
        if not index and not paths:
            raise _RunError("no index here; name one with --index, or the articles to read")
        pairs = self._pairs([str(index)] if index else paths)
        where = self._where({pair.rarer.name for pair in pairs}, paths)
        if self.options.output_format == "json":
            from lint.report.machine import written as as_json

            emit(as_json({"version": 1, "pairs": [_facts(pair, where) for pair in pairs]}))
        else:
            for pair in pairs:
                emit("".join(_told(pair, where)))
            emit(f"{len(pairs)} name{'' if len(pairs) == 1 else 's'} to look at\n")
        if self.failed:
            return 2
        return int(bool(pairs) and not self.options.exit_zero)

    def _pairs(self, paths: Sequence[str]) -> list[Pair]:
        """The names that may be one: by their first names, then by their surnames."""
        everything = put_names_by(self._entries(paths), self.stack)
        pairs = list(first_name_pairs(everything()))
        known = {(pair.rarer.name, pair.usual.name) for pair in pairs}
        entries = resorted(everything(), _by_surname, _MOST, self.stack)
        pairs += [
            pair
            for pair in surname_pairs(entries)
            if (pair.rarer.name, pair.usual.name) not in known
        ]
        return sorted(pairs, key=lambda pair: (by_name(pair.rarer), by_name(pair.usual)))

    def _entries(self, paths: Sequence[str]) -> Iterator[Entry]:
        """The names of indexes and articles together, sorted; memory stays bounded."""
        runs = [read_index(path, self.stack) for path in paths if path.endswith(COUNTS)]
        held: dict[str, Entry] = {}
        for read in self._articles(paths):
            for key, forms in read.names:
                new = Entry(key, 1, read.day, read.day, dict.fromkeys(forms, 1))
                held[key] = next(merged([held[key], new])) if key in held else new
            if len(held) > _MOST:
                runs.append(put_names_by(sorted(held.values(), key=by_name), self.stack)())
                held = {}
        runs.append(iter(sorted(held.values(), key=by_name)))
        return merged(heapq.merge(*runs, key=by_name))

    def _articles(self, paths: Sequence[str]) -> Iterator[Read]:
        for read in each_read(self.work, paths, self.options, self.config, _lost):
            if read.error:
                complain(f"{read.path}: {read.error}")
                self.failed = True
            else:
                yield read

    def _where(self, names: set[str], paths: Sequence[str]) -> dict[str, list[str]]:
        """The articles that have some names, as far as articles are named."""
        where: dict[str, list[str]] = {}
        if names:
            for read in self._articles(paths):
                for key, _ in read.names:
                    if key in names:
                        where.setdefault(key, []).append(read.path)
        return where


def _by_surname(entry: Entry) -> tuple[str, bytes]:
    return surname(entry), by_name(entry)


def _told(pair: Pair, where: dict[str, list[str]]) -> Iterator[str]:
    rarer, usual = pair.rarer, pair.usual
    yield visible(
        f"“{rarer.form}” ({_count(rarer)}), “{usual.form}” ({_count(usual)}): one name?\n"
    )
    yield f"  the same {_evidence(pair)}; most articles write “{visible(usual.form)}”\n"
    articles = where.get(rarer.name, [])
    for path in articles[:_MOST_SHOWN]:
        yield f"  {begun(visible(path))}\n"
    if len(articles) > _MOST_SHOWN:
        yield f"  … and {len(articles) - _MOST_SHOWN} more\n"


def _evidence(pair: Pair) -> str:
    if pair.evidence == LETTERS:
        return "letters, divided in another way"
    if pair.evidence == SURNAME:
        people = f"{pair.people or 'nobody'} else here"
        return f"surname, which {people} {'have' if pair.people > 1 else 'has'}"
    return pair.evidence


def _count(entry: Entry) -> str:
    return f"{entry.articles} article{'' if entry.articles == 1 else 's'}"


def _facts(pair: Pair, where: dict[str, list[str]]) -> dict[str, object]:
    return {
        "form": pair.rarer.form,
        "articles": pair.rarer.articles,
        "majority": pair.usual.form,
        "majority-articles": pair.usual.articles,
        "evidence": pair.evidence,
        "found-in": where.get(pair.rarer.name, []),
    }
