"""The work on each article of a run, here or in another process: checked, corrected, told."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from functools import lru_cache

from lint.article.layout import Layout
from lint.cli.settings import chosen_layouts, chosen_rules
from lint.config import Config
from lint.desk import FixError, check_bytes, check_text, fix_text
from lint.files import LARGEST, FileError, Found, read_bytes
from lint.finding import Checked, Finding
from lint.fixes import chosen_fix
from lint.rulebook import Rulebook
from lint.source import Source
from lint.tuples import NamedTuple
from lint.writing import write_bytes

_TRACEBACK = "COPYDESK_TRACEBACK"


class Outcome(NamedTuple):
    """What became of one article.

    ``mended`` are the findings that were corrected, or would be by the patch ``diff``;
    ``problems`` say why a correction was not written. ``output`` is standard input, corrected.
    ``digest`` stands for the bytes that were checked, where it was asked for.
    """

    checked: Checked
    mended: tuple[Finding, ...] = ()
    diff: str = ""
    problems: tuple[str, ...] = ()
    output: bytes | None = None
    digest: bytes = b""


class Setup:
    """The options and the configuration of a run: what another process needs to do its work."""

    def __init__(self, options: Namespace, config: Config) -> None:
        self.options = options
        self.config = config._replace(rules=dict(config.rules))  # a proxy cannot be sent
        self._key = repr((sorted(vars(options).items()), self.config))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Setup) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(1)  # a process works for one run; one that was forked finds its parent's desk here
def open_desk(setup: Setup) -> Desk:
    """Load rules and layouts for a run. Raises RuleError, ConfigError and LayoutError."""
    config = setup.config
    return Desk(setup, chosen_rules(setup.options, config), tuple(chosen_layouts(config)))


def work_on(setup: Setup, batch: Sequence[Found], *, digests: bool = False) -> list[Outcome]:
    """Do the work on some articles; one that cannot be checked gives a Checked with an error."""
    desk = open_desk(setup)
    return [desk.work_on(found, digests=digests) for found in batch]


def died(found: Found) -> list[Outcome]:
    """Give the outcome of an article at which the process that worked on it died."""
    return [
        Outcome(
            Checked(
                found.path,
                error="the process that checked it died (perhaps for want of memory); "
                "try it alone with --jobs 1",
            )
        )
    ]


def digest_of(data: bytes) -> bytes:
    """Give a digest that stands for the bytes of an article."""
    from hashlib import blake2b  # loads OpenSSL: only where many articles are checked

    return blake2b(data, digest_size=20).digest()


class Desk:
    """Where the articles of a run are worked on, with its rules and layouts."""

    def __init__(self, setup: Setup, book: Rulebook, layouts: tuple[Layout, ...]) -> None:
        self.options = setup.options
        self.book = book
        self.layouts = layouts

    def work_on(self, found: Found, *, digests: bool = False) -> Outcome:
        """Check one file, correct it where asked for; whatever happens, it is told."""
        if found.error:
            return Outcome(Checked(found.path, error=found.error))
        name = found.path
        if name == "-" and self.options.stdin_filename:
            name = self.options.stdin_filename
        data: bytes | None = None
        is_input = found.path == "-" and self.options.fix and not self.options.diff
        try:
            data = _read_input() if found.path == "-" else read_bytes(found.path)
            outcome = self._work(data, found.path, name)
            if digests:
                outcome = outcome._replace(digest=digest_of(data))
        except FileError as error:
            outcome = Outcome(Checked(name, error=str(error)))
        except Exception as error:
            if os.environ.get(_TRACEBACK) == "1":
                raise
            kind = type(error).__name__
            problem = f"copydesk stumbled ({kind}); please report it with this file"
            outcome = Outcome(Checked(name, error=problem))
        if is_input and outcome.output is None:  # whatever goes wrong, what came in goes out
            outcome = outcome._replace(output=data)
        return outcome

    def _work(self, data: bytes, place: str, name: str) -> Outcome:
        checked = check_bytes(data, name, self.book, layouts=self.layouts)
        if not (self.options.fix or self.options.diff):
            return Outcome(checked)
        source = checked.source
        unsafe = self.options.unsafe_fixes
        if source is None or not any(chosen_fix(each, unsafe=unsafe) for each in checked.findings):
            return Outcome(checked)
        text, mended, problem = self._corrected(source)
        new = data
        if not problem and text != source.text:
            try:
                new = source.encode(text)
            except UnicodeEncodeError as error:
                lacking = error.object[error.start]
                problem = f"not written: {source.encoding} has no “{lacking}”; use UTF-8"
        if problem or new == data:
            return Outcome(checked, problems=(problem,) if problem else ())
        if self.options.diff:
            from lint.cli.diff import unified

            return Outcome(checked, mended, unified(name, source.text, text))
        if place != "-":
            try:
                write_bytes(place, data, new)
            except FileError as error:
                return Outcome(checked, problems=(str(error),))
        after = Source(text, name, encoding=source.encoding, bom=source.bom)
        checked = check_text(after, self.book, layouts=self.layouts)
        return Outcome(checked, mended, output=new if place == "-" else None)

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


def _read_input() -> bytes:
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileError(f"larger than {LARGEST // 1_000_000} MB")
    return data
