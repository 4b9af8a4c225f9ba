"""The commands check and fix: files in, a report out, corrections written where asked for."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Generator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli.arguments import ArgumentError
from lint.cli.jobs import in_order, workers_for
from lint.cli.progress import Progress
from lint.cli.settings import SETTINGS_ERRORS, configuration
from lint.cli.streams import complain, emit, emit_bytes, terminal_width, wants_color
from lint.cli.work import Outcome, Setup, died, digest_of, open_desk, work_on
from lint.files import Exclude, FileError, Found, find_articles, read_bytes
from lint.finding import Finding, Report
from lint.report import ReportOptions, render
from lint.rulebook.remembered import cache_folder
from lint.version import __version__
from lint.writing import take_away_leftovers, write_output

if TYPE_CHECKING:
    from lint.cli.cache import Cache
    from lint.cli.changes import Changes

_WORTH_A_CACHE = 8  # files: fewer are checked as soon as a database is opened
_MACHINE_FORMATS = ("json", "sarif")


def run_check(options: Namespace) -> int:
    """Check or fix what the options name; give the exit code."""
    try:
        config = configuration(options)
        run = _Run(Setup(options, config))
        if options.diff_base is not None:
            run.changes = _changes(options)
    except (*SETTINGS_ERRORS, ArgumentError) as error:
        complain(str(error))
        return 2
    gc.freeze()
    gc.enable()
    return run.run()


class _Run:
    def __init__(self, setup: Setup) -> None:
        self.options = setup.options
        self.config = setup.config
        self.setup = setup
        open_desk.cache_clear()  # rules may have changed since this process last ran
        self.book = open_desk(setup).book
        self.mended: list[Finding] = []
        self.diffs: list[str] = []
        self.output: bytes | None = None  # standard input, corrected
        self.changes: Changes | None = None  # None: every line counts
        self.problems: list[tuple[str, str]] = []

    def run(self) -> int:
        paths = self.options.paths or ["."]
        if "-" in paths and len(paths) > 1:
            complain("“-”: standard input is checked alone; name no other path with it")
            return 2
        found = self._find(paths)
        wanted = [each for each in found if not each.excluded]
        files = []
        for outcome in self._outcomes(wanted):
            checked = outcome.checked
            files.append(checked if self.changes is None else self.changes.only(checked))
            self.mended.extend(outcome.mended)
            self.diffs.extend([outcome.diff] if outcome.diff else [])
            self.output = outcome.output
            self.problems += [(outcome.checked.path, each) for each in outcome.problems]
        for path, problem in self.problems:
            complain(f"{path}: {problem}")
        report = Report(tuple(files), self.book.rules, len(self.mended))
        for checked in report.errors:
            complain(f"{checked.path}: {checked.error}")
        # A hook whose files are all excluded has nothing to do; else nothing checked is a failure.
        return self._finish(report, self._code(report) if wanted or not found else 0)

    def _find(self, paths: Sequence[str]) -> Sequence[Found]:
        if paths == ["-"]:
            return [Found("-")]
        exclude = [Exclude(str(self.config.root), each) for each in self.config.exclude]
        exclude += [Exclude(str(Path.cwd()), each) for each in self.options.exclude]
        found = list(find_articles(paths, exclude, force_exclude=self.options.force_exclude))
        return found if self.changes is None else [_changed(self.changes, each) for each in found]

    def _outcomes(self, files: Sequence[Found]) -> Iterator[Outcome]:
        """Do the work that no earlier run has done; outcomes come in the order of the files."""
        cache = self._cache(len(files))
        if cache is None:
            yield from self._worked(files, digests=False)
            return
        known = [_recalled(cache, found) for found in files]
        missing = [each for each, had in zip(files, known, strict=True) if had is None]
        fresh = self._worked(missing, digests=True)
        for had in known:
            outcome = next(fresh) if had is None else had
            if had is None:
                cache.remember(outcome.digest, outcome.checked)
            yield outcome
        fresh.close()
        cache.close()

    def _cache(self, files: int) -> Cache | None:
        """What earlier runs found; none where little is to be gained, or articles are changed."""
        folder = None if self.options.no_cache else cache_folder()
        if files < _WORTH_A_CACHE or folder is None or self.options.fix or self.options.diff:
            return None
        from lint.cli.cache import open_cache, run_key

        desk = open_desk(self.setup)
        try:
            run = run_key(desk.book, desk.layouts, self._inputs())
        except OSError:
            return None
        return open_cache(folder, run, [rule.id for rule in desk.book.rules])

    def _worked(self, files: Sequence[Found], *, digests: bool) -> Generator[Outcome, None, None]:
        """Do the work, in as many processes as pay."""
        if self.options.fix and not self.options.diff:
            articles = [each.path for each in files if not each.error and each.path != "-"]
            for folder in {os.path.split(path)[0] for path in articles}:
                take_away_leftovers(folder)
        progress = Progress(len(files), quiet=self.options.quiet)
        work = partial(work_on, self.setup, digests=digests)
        workers = workers_for(self.options.jobs, [found.path for found in files])
        try:
            for batch in in_order(work, files, workers=workers, lost=died):
                progress.add(len(batch))
                yield from batch
        finally:
            progress.clear()

    def _inputs(self) -> list[Path]:
        """Files that decide findings, besides articles and rules."""
        indexes = (self.config.names_index, self.config.words_index)
        return [each for each in indexes if each]

    def _code(self, report: Report) -> int:
        fail_on = self.options.fail_on or self.config.fail_on
        code = report.exit_code(fail_on)
        if self.options.diff and code < 2:
            code = int(bool(self.diffs))
        if self.problems or not any(not each.error for each in report.files):
            code = 2
        return 0 if code == 1 and self.options.exit_zero else code

    def _finish(self, report: Report, code: int) -> int:
        if self.options.diff:
            from lint.cli.diff import logged, shown, would_fix

            text = "".join(self.diffs)
            if sys.stdout.isatty():
                text = shown(text)
            elif os.environ.get("GITHUB_ACTIONS") == "true":
                text = logged(text)
            emit(text)
            if self.diffs and not self.options.quiet:
                complain(would_fix(len(self.mended), len(self.diffs)))
            return code
        file = self.options.output_file
        name = self.options.output_format
        to_stderr = self.output is not None
        if self.output is not None:
            if sys.stdout.isatty():  # bytes for a program, for a person what they say
                from lint.cli.diff import shown

                emit(shown(self.output.decode("utf-8", "backslashreplace")))
            else:
                emit_bytes(self.output)
        is_terminal = not file and (sys.stderr if to_stderr else sys.stdout).isatty()
        wanted = ReportOptions(
            color=wants_color(self.options.color, is_terminal=is_terminal, environment=os.environ),
            width=terminal_width(),
            show_suppressed=self.options.show_suppressed,
            statistics=self.options.statistics,
            quiet=self.options.quiet,
            exit_code=code,
            version=__version__,
            category=self.options.category,
            root=str(Path.cwd()),
        )
        text = render(report, name, wanted)
        # Escapes of lone surrogates (bytes of a file name) are good JSON as well.
        data = text.encode("utf-8", "backslashreplace")
        if file:
            return self._write_report(file, data, report, code)
        if to_stderr:
            _emit_to_stderr(text)
        elif name in _MACHINE_FORMATS and not is_terminal:
            emit_bytes(data)
        else:
            emit(text)
        return code

    def _write_report(self, file: str, data: bytes, report: Report, code: int) -> int:
        from lint.report.plain import summary

        try:
            write_output(file, data)
        except FileError as error:
            complain(f"{file}: {error}")
            return 2
        if not self.options.quiet:
            for line in summary(report):
                _emit_to_stderr(line + "\n")
        return code


def _changes(options: Namespace) -> Changes:
    """Ask git for the changes of a run. Raises ArgumentError."""
    from lint.cli.changes import ChangesError, read_changes

    if options.fix or options.diff:
        raise ArgumentError("--diff-base says what to report; a file is corrected as a whole")
    if "-" in options.paths:
        raise ArgumentError("--diff-base takes files: git knows nothing of standard input")
    try:
        return read_changes(options.diff_base)
    except ChangesError as error:
        raise ArgumentError(str(error)) from None


def _changed(changes: Changes, found: Found) -> Found:
    """Leave a file out in which nothing changed."""
    if found.error or changes.has(found.path):
        return found
    if not changes.covers(found.path):
        return found._replace(error="lies outside the git repository of --diff-base")
    return found._replace(excluded=Path(found.path).is_file())


def _recalled(cache: Cache, found: Found) -> Outcome | None:
    if found.error:
        return None
    try:
        data = read_bytes(found.path)
    except FileError:
        return None
    checked = cache.recall(digest_of(data), data, found.path)
    return None if checked is None else Outcome(checked)


def _emit_to_stderr(text: str) -> None:
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
