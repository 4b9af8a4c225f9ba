"""Which lines of which files changed since a revision, as git says; nothing but git is asked.

The repository may be hostile: no shell, external diff, text conversion or hook is run, and no
attribute makes an article pass for binary.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_right
from contextlib import suppress
from typing import Final

from lint.finding import Checked
from lint.source import Source, Span
from lint.tuples import NamedTuple

_GIT: Final = (
    "git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
)  # fmt: skip
_DIFF: Final = (
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=0",
    "--inter-hunk-context=0", "--find-renames", "--no-relative", "--ignore-submodules=all",
    "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d",
)  # fmt: skip
_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))")
_LETTERS: Final = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))
_LONGEST: Final = 200  # characters of git's own words on what went wrong

# Half lines: line n, from 1, is 2n, and 2n + 1 the border behind it, where lines were deleted.
_Range = tuple[int, int]


class ChangesError(Exception):
    """What changed cannot be told; one line says why."""


class Changes(NamedTuple):
    """What changed in the repository at ``root``: per file the ranges of lines, None for all."""

    root: str
    files: dict[str, list[_Range] | None]

    def has(self, path: str) -> bool:
        """Tell whether a file is new or changed."""
        return self._key(path) in self.files

    def covers(self, path: str) -> bool:
        """Tell whether a file lies in the repository at all."""
        return self._key(path).partition(os.sep)[0] != os.pardir

    def only(self, checked: Checked) -> Checked:
        """Give a file with those of its findings whose lines touch a changed line."""
        ranges = self.files.get(self._key(checked.path), [])
        source = checked.source
        # Git counts lines by bytes: in UTF-16 it finds others than there are.
        if source is None or ranges is None or source.encoding.startswith("utf-16"):
            return checked
        ends = _line_ends(source)
        kept = tuple(each for each in checked.findings if _touches(each.span, ends, ranges))
        return checked._replace(findings=kept)

    def _key(self, path: str) -> str:
        folder, name = os.path.split(os.path.abspath(path))
        return os.path.relpath(os.path.join(os.path.realpath(folder), name), self.root)


def read_changes(revision: str) -> Changes:
    """Ask git what changed since this branch left ``revision``, uncommitted and new files included.

    Raises ChangesError without git, outside a repository, and for a revision that is not there.
    """
    if not revision or revision.startswith("-") or "\0" in revision:
        raise ChangesError(f"--diff-base: “{revision}” is no revision")
    root = os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\r\n"))
    try:
        named = _git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    except ChangesError:
        raise ChangesError(
            f"--diff-base: git knows no revision “{revision}”; a shallow clone may lack it"
        ) from None
    base = os.fsdecode(named.strip())
    with suppress(ChangesError):  # no common ancestor, as in a shallow clone
        base = os.fsdecode(_git("merge-base", base, "HEAD").strip()) or base
    files = _changed(_git(*_DIFF, base, "--"))
    new = _git("-C", root, "ls-files", "--others", "--exclude-standard", "-z")
    files.update((os.path.normpath(os.fsdecode(name)), None) for name in new.split(b"\0") if name)
    return Changes(os.path.realpath(root), files)


def _git(*arguments: str) -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    environment.pop("GIT_EXTERNAL_DIFF", None)
    try:
        done = subprocess.run(
            [*_GIT, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
            check=False,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ChangesError(f"--diff-base: git cannot be run: {reason}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise ChangesError(f"--diff-base: {said[:_LONGEST] or 'git failed'}")
    return done.stdout


def _changed(patch: bytes) -> dict[str, list[_Range] | None]:
    """Read a patch without context: its lines end at a line feed, nowhere else."""
    files: dict[str, list[_Range] | None] = {}
    ranges: list[_Range] = []
    is_new = in_header = False
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):
            ranges, is_new, in_header = [], False, True
        elif in_header and line.startswith(b"--- "):
            is_new = line == b"--- /dev/null"
        elif in_header and line.startswith(b"+++ "):
            name = _unquoted(line[4:].removesuffix(b"\t"))
            files[os.path.normpath(os.fsdecode(name.removeprefix(b"b/")))] = (
                None if is_new else ranges
            )
        elif hunk := _HUNK.match(line):  # what is added or taken begins with + or -
            in_header = False
            start, count = int(hunk[1]), int(hunk[2] or 1)
            ranges.append((2 * start, 2 * (start + count - 1)) if count else (2 * start + 1,) * 2)
    return files


def _unquoted(name: bytes) -> bytes:
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(
        lambda each: bytes([int(each[1], 8) if each[1] else _LETTERS.get(each[2][0], each[2][0])]),
        name[1:-1],
    )


def _line_ends(source: Source) -> list[int]:
    """Offsets behind each line feed: as git counts lines, and a lone CR ends none."""
    ends, at = [], source.text.find("\n")
    while at >= 0:
        ends.append(at + 1)
        at = source.text.find("\n", at + 1)
    return ends


def _touches(span: Span, ends: list[int], ranges: list[_Range]) -> bool:
    first = bisect_right(ends, span.start) + 1
    last = bisect_right(ends, max(span.start, span.end - 1)) + 1
    number = bisect_right(ranges, (2 * last, 2 * last)) - 1
    # The last range that begins before the finding's end: the ranges are in order and apart.
    if number + 1 < len(ranges) and ranges[number + 1][0] <= 2 * last:
        number += 1
    return number >= 0 and ranges[number][1] >= 2 * first
