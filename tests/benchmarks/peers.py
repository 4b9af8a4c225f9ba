"""Other checkers of English text, run as programs where they are installed, over many texts at once.

Each function takes texts and gives the alerts of each. The texts go into one file, parted by empty
lines, so that a program's start is paid once.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from planted import Alert

# Harper's kinds that are advice on style, not errors; "Spelling" has a column of its own.
_ADVICE = frozenset("Readability Style Formatting Capitalization Enhancement Redundancy".split())
Found = list[tuple[int, int, str, str]]


class Peer(NamedTuple):
    """A program, by the names it may have, and how it is run: text and dialect ("us", "uk", "au", "ca", "in") to alerts."""

    name: str
    programs: tuple[str, ...]
    run: Callable[[str, str, str], Found]


def installed(peer: Peer) -> str | None:
    """The path of a peer's program, beside this Python or on the PATH; None if there is none."""
    beside = str(Path(sys.executable).parent)
    found = (shutil.which(each, path=path) for path in (beside, None) for each in peer.programs)
    return next(filter(None, found), None)


def alerts_of(peer: Peer, program: str, texts: Sequence[str], dialects: Sequence[str]) -> list[list[Alert]]:  # fmt: skip
    """Run a peer over texts, those of one dialect together; give the alerts of each text."""
    results: list[list[Alert]] = [[] for _ in texts]
    for dialect in sorted(set(dialects)):
        chosen = [number for number, each in enumerate(dialects) if each == dialect]
        starts, whole = [], ""
        parts = []
        at = 0
        for number in chosen:
            starts.append(at)
            parts.append(texts[number])
            at += len(texts[number]) + 2
        whole = "\n\n".join(parts) + "\n"
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "texts.txt"
            file.write_text(whole, "utf-8", newline="")
            found = peer.run(program, str(file), dialect)
        for start, end, rule, kind in found:
            place = bisect_right(starts, start) - 1
            number = chosen[place]
            begin, length = starts[place], len(texts[number])
            if start - begin < length:
                results[number].append(Alert(start - begin, min(end - begin, length), rule, kind))
    return results


def _output(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    return done.stdout


def _harper(program: str, file: str, dialect: str) -> Found:
    options = ["--format", "json", "--quiet", "--dialect", dialect]
    lints = json.loads(_output([program, "lint", *options, file]))[0]["lints"]
    return [
        (each["span"]["char_start"], each["span"]["char_end"], each["rule"], each["kind"])
        for each in lints
    ]


def _lines(file: str) -> tuple[list[str], list[int]]:
    lines = Path(file).read_text("utf-8").split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return lines, starts


def _codespell(program: str, file: str, _: str) -> Found:
    lines, starts = _lines(file)
    after: dict[tuple[int, str], int] = {}
    found: Found = []
    for match in re.finditer(r":(\d+): (.+?) ==> ", _output([program, file])):
        number, word = int(match[1]) - 1, match[2]
        column = lines[number].find(word, after.get((number, word), 0))
        if column >= 0:
            after[number, word] = column + len(word)
            start = starts[number] + column
            found.append((start, start + len(word), word.lower(), ""))
    return found


def _typos(program: str, file: str, dialect: str) -> Found:
    locale = {"uk": "en-gb", "au": "en-au", "ca": "en-ca"}.get(dialect, "en")
    lines, starts = _lines(file)
    found: Found = []
    options = ["--format", "json", "--locale", locale, "--isolated"]
    for line in _output([program, *options, file]).splitlines():
        row = json.loads(line)
        if row.get("type") == "typo":
            number = row["line_num"] - 1
            before = lines[number].encode()[: row["byte_offset"]].decode("utf-8", "ignore")
            start = starts[number] + len(before)
            found.append((start, start + len(row["typo"]), row["typo"].lower(), ""))
    return found


def _proselint(program: str, file: str, _: str) -> Found:
    _, starts = _lines(file)
    found: Found = []
    for match in re.finditer(r":(\d+):(\d+): ([\w.]+): (.*)", _output([program, "check", file])):
        start = starts[int(match[1]) - 1] + int(match[2]) - 1
        word = re.search(r"'(.+?)'", match[4])
        found.append((start, start + (len(word[1]) if word else 6), match[3], ""))
    return found


#: The peers.
PEERS = (
    Peer("Harper", ("harper-cli", "harper"), _harper),
    Peer("proselint", ("proselint",), _proselint),
    Peer("codespell", ("codespell",), _codespell),
    Peer("typos", ("typos",), _typos),
)


def columns(peer: Peer, alerts: Iterable[Alert]) -> dict[str, list[Alert]]:
    """Name a peer's alerts as columns: Harper's are its errors, with and without spelling."""
    if peer.name != "Harper":
        return {peer.name: list(alerts)}
    loud = [each for each in alerts if each.severity not in _ADVICE]
    return {
        "Harper": [each for each in loud if each.severity != "Spelling"],
        "Harper+spelling": loud,
    }
