"""The commands check and fix: files in, a report out, corrections written where asked for."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from lint.article.layout import Layout
from lint.cli.diff import shown, unified, would_fix
from lint.cli.settings import SETTINGS_ERRORS, chosen_layouts, chosen_rules, configuration
from lint.cli.streams import complain, emit, emit_bytes, terminal_width, wants_color
from lint.config import Config
from lint.desk import FixError, check_bytes, check_text, fix_text
from lint.files import (
    LARGEST,
    Exclude,
    FileError,
    Found,
    find_articles,
    read_bytes,
    write_bytes,
    write_output,
)
from lint.finding import Checked, Finding, Report
from lint.fixes import chosen_fix
from lint.report import ReportOptions, render
from lint.rulebook import Rulebook
from lint.source import Source
from lint.version import __version__

_TRACEBACK = "COPYDESK_TRACEBACK"
_MACHINE_FORMATS = ("json", "sarif")


def run_check(options: Namespace) -> int:
    """Check or fix what the options name; give the exit code."""
    try:
        config = configuration(options)
        run = _Run(options, config, chosen_rules(options, config), chosen_layouts(config))
    except SETTINGS_ERRORS as error:
        complain(str(error))
        return 2
    gc.freeze()
    gc.enable()
    return run.run()


class _Run:
    def __init__(
        self, options: Namespace, config: Config, book: Rulebook, layouts: Sequence[Layout]
    ) -> None:
        self.options = options
        self.config = config
        self.book = book
        self.layouts = layouts
        self.mended: list[Finding] = []
        self.diffs: list[str] = []
        self.output: bytes | None = None  # standard input, corrected
        self.failed = False

    def run(self) -> int:
        paths = self.options.paths or ["."]
        if "-" in paths and len(paths) > 1:
            complain("“-”: standard input is checked alone; name no other path with it")
            return 2
        files, nothing_left = [], True
        for found in self._find(paths):
            nothing_left = nothing_left and found.excluded
            if not found.excluded:
                files.append(self._guard(found))
        report = Report(tuple(files), self.book.rules, len(self.mended))
        for checked in report.errors:
            complain(f"{checked.path}: {checked.error}")
        # A hook whose files are all excluded has nothing to do; else nothing checked is a failure.
        return self._finish(report, 0 if nothing_left else self._code(report))

    def _find(self, paths: Sequence[str]) -> Sequence[Found]:
        if paths == ["-"]:
            return [Found("-")]
        exclude = [Exclude(str(self.config.root), each) for each in self.config.exclude]
        exclude += [Exclude(str(Path.cwd()), each) for each in self.options.exclude]
        return list(find_articles(paths, exclude, force_exclude=self.options.force_exclude))

    def _guard(self, found: Found) -> Checked:
        """Check one file; whatever happens, the others still have their turn."""
        if found.error:
            return Checked(found.path, error=found.error)
        path = found.path
        if path == "-" and self.options.stdin_filename:
            path = self.options.stdin_filename
        try:
            return self._check(found.path, path)
        except FileError as error:
            return Checked(path, error=str(error))
        except Exception as error:
            if os.environ.get(_TRACEBACK) == "1":
                raise
            name = type(error).__name__
            return Checked(
                path, error=f"copydesk stumbled ({name}); please report it with this file"
            )

    def _check(self, place: str, name: str) -> Checked:
        data = _read_input() if place == "-" else read_bytes(place)
        if place == "-" and self.options.fix and not self.options.diff:
            self.output = data  # whatever goes wrong, what came in goes out
        checked = check_bytes(data, name, self.book, layouts=self.layouts)
        if not (self.options.fix or self.options.diff):
            return checked
        if checked.source is None:
            return checked
        unsafe = self.options.unsafe_fixes
        text, problem = checked.source.text, ""
        mended: tuple[Finding, ...] = ()
        if any(chosen_fix(finding, unsafe=unsafe) for finding in checked.findings):
            text, mended, problem = self._corrected(checked.source)
        new = data
        if not problem and text != checked.source.text:
            try:
                new = checked.source.encode(text)
            except UnicodeEncodeError as error:
                lacking = error.object[error.start]
                problem = f"not written: {checked.source.encoding} has no “{lacking}”; use UTF-8"
        if problem:
            self._complain(name, problem)
        if self.options.diff:
            if new != data:
                self.diffs.append(unified(name, checked.source.text, text))
                self.mended.extend(mended)
            return checked
        if place == "-":
            self.output = new
        elif new != data:
            try:
                write_bytes(place, data, new)
            except FileError as error:
                self._complain(name, str(error))
                return checked
        if new == data:
            return checked
        self.mended.extend(mended)
        source = checked.source
        after = Source(text, name, encoding=source.encoding, bom=source.bom)
        return check_text(after, self.book, layouts=self.layouts)

    def _corrected(self, source: Source) -> tuple[str, tuple[Finding, ...], str]:
        """The corrected text, the findings mended, and why nothing was corrected, if so."""
        if source.guessed:
            return source.text, (), "not written: its encoding is a guess; save it as UTF-8"
        try:
            text, mended = fix_text(
                source, self.book, unsafe=self.options.unsafe_fixes, layouts=self.layouts
            )
        except FixError as error:
            return source.text, (), f"{error}; please report it with this file"
        return text, mended, ""

    def _complain(self, path: str, problem: str) -> None:
        complain(f"{path}: {problem}")
        self.failed = True

    def _code(self, report: Report) -> int:
        fail_on = self.options.fail_on or self.config.fail_on
        code = report.exit_code(fail_on)
        if self.options.diff and code < 2:
            code = int(bool(self.diffs))
        if self.failed or not any(not each.error for each in report.files):
            code = 2
        return 0 if code == 1 and self.options.exit_zero else code

    def _finish(self, report: Report, code: int) -> int:
        if self.options.diff:
            text = "".join(self.diffs)
            if sys.stdout.isatty():
                text = shown(text)
            emit(text)
            if self.diffs and not self.options.quiet:
                complain(would_fix(len(self.mended), len(self.diffs)))
            return code
        file = self.options.output_file
        name = self.options.output_format
        to_stderr = self.output is not None
        if self.output is not None:
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


def _read_input() -> bytes:
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileError(f"larger than {LARGEST // 1_000_000} MB")
    return data


def _emit_to_stderr(text: str) -> None:
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
