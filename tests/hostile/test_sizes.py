"""Shapes and sizes that nobody writes: the time grows with the length only, or one line says no.

Each runs through the command, from the file to the report. `--long` adds what takes minutes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.cli import main
from lint.files import LARGEST

MILLION = 1_000_000
FAULT = b"<p>It hit the the wall.</p>"
# Ten times as long may take twenty times as long: what is quadratic takes a hundred times.
GROWTH = 20
SLACK = 0.5  # seconds, start included
SECONDS = 30.0  # of processor time, at the most; on an idle machine a tenth of it


def _check(page: bytes, capsys: pytest.CaptureFixture[str]) -> tuple[float, str]:
    """The processor time of a check of one page, and the report."""
    path = Path("a.html")
    path.write_bytes(page)
    began = time.process_time()
    code = main(["check", "--isolated", "--output-format", "concise", "a.html"])
    seconds = time.process_time() - began
    output, errors = capsys.readouterr()
    assert code in (0, 1)
    assert errors == ""
    return seconds, output


@pytest.fixture
def grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Callable[[int], bytes], int], str]:
    """Check pages of a tenth of a size and of all of it; give the report of the larger."""
    monkeypatch.chdir(tmp_path)

    def run(page: Callable[[int], bytes], size: int) -> str:
        small, _ = _check(page(size // 10), capsys)
        large, output = _check(page(size), capsys)
        assert large < min(GROWTH * small + SLACK, SECONDS)
        return output

    return run


@pytest.mark.parametrize(
    ("tag", "depth"),
    [*((b"div", 10**power) for power in range(7)), (b"b", MILLION), (b"ul", 100_000)],
)
def test_nesting(
    tag: bytes,
    depth: int,
    grows: Callable[[Callable[[int], bytes], int], str],
    counted: Callable[[int, str], None],
) -> None:
    output = grows(
        lambda size: (
            FAULT + b"<%s>" % tag * size + b"<p>It saw saw it.</p>" + b"</%s>" % tag * size
        ),
        depth,
    )
    assert "doubled-word [*] “the” stands twice" in output
    # What lies too deep for its role to be known is read all the same, or it is said.
    assert "“saw” stands twice" in output or "their roles are unknown" in output
    assert ("their roles are unknown" in output) == (depth > 2_048)
    counted(1, f"shapes of up to {MILLION:,} pieces that are checked in linear time")


@pytest.mark.parametrize(
    ("piece", "size", "is_told"),
    [
        (b"<a ", MILLION, True),
        (b"<!--", MILLION, True),
        (b"&", MILLION, False),
        (b"<", MILLION, False),
        (b"</", MILLION, True),
        (b"<a href='", MILLION, True),
        (b"<![CDATA[", MILLION, False),
        (b"<script>", MILLION, True),
        (b"<svg>", 100_000, False),
        (b"&#x2019;", 100_000, False),
        (b"<p>", 200_000, False),
        (b"<table><td>", 50_000, False),
        (b"]]>", 20_000, False),
        (b"<img alt='a'>", 20_000, False),
        (b"<p>It hit the the wall.", 10_000, False),
    ],
)
def test_pieces_again_and_again(
    piece: bytes,
    size: int,
    is_told: bool,
    grows: Callable[[Callable[[int], bytes], int], str],
    long: bool,
    counted: Callable[[int, str], None],
) -> None:
    size = MILLION if long and len(piece) < 20 else size
    output = grows(lambda count: FAULT + piece * count, size)
    assert "doubled-word [*] “the” stands twice" in output
    assert ("never closes; nothing after it was checked" in output) == is_told
    counted(1, f"shapes of up to {MILLION:,} pieces that are checked in linear time")


@pytest.mark.parametrize("kind", ["letters", "words", "many", "the same"])
def test_attributes(
    kind: str,
    grows: Callable[[Callable[[int], bytes], int], str],
    counted: Callable[[int, str], None],
) -> None:
    pages: dict[str, tuple[Callable[[int], bytes], int]] = {
        "letters": (lambda size: b'<img alt="' + b"x" * size + b'">', 10 * MILLION),
        "words": (lambda size: b'<img alt="' + b"wall fell " * (size // 10) + b'">', 10 * MILLION),
        "many": (lambda size: b"<p %s>" % b" ".join(b"a%d=x" % at for at in range(size)), 100_000),
        "the same": (lambda size: b"<p %s>" % (b"a=x " * size), 100_000),
    }
    page, size = pages[kind]
    output = grows(lambda count: FAULT + page(count), size)
    assert "doubled-word [*] “the” stands twice" in output
    counted(1, f"shapes of up to {MILLION:,} pieces that are checked in linear time")


RUN = """
import sys
from pathlib import Path
from lint.cli import main
code = main(sys.argv[1:])
most = Path("/proc/self/status")  # Linux: the most memory that was in use, in kilobytes
if most.exists():
    sys.stderr.write(most.read_text().split("VmHWM:")[1].split()[0] + "\\n")
sys.exit(code)
"""


@pytest.mark.parametrize("name", ["a.html", "-"])
def test_a_file_of_100_mb_is_refused_in_one_line_without_being_read(
    tmp_path: Path, name: str, counted: Callable[[int, str], None]
) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.write(FAULT)
        file.truncate(100 * MILLION)
    began = time.monotonic()
    with (tmp_path / "a.html").open("rb") as given:
        done = subprocess.run(
            [sys.executable, "-c", RUN, "check", "--isolated", name],
            cwd=tmp_path, stdin=given, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert time.monotonic() - began < SECONDS
    assert done.returncode == 2
    said, *memory = done.stderr.splitlines()
    assert re.fullmatch(rf"copydesk: {name}: larger than {LARGEST // MILLION} MB\b.*", said)
    assert all(int(each) < 150_000 for each in memory), "the limit is there to spare memory, too"
    counted(1, "files of 100 MB refused in one line")


def test_a_file_at_the_limit_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], long: bool
) -> None:
    if not long:
        pytest.skip("takes a minute; --long runs it")
    monkeypatch.chdir(tmp_path)
    line = b"<p>The ferry came in at noon, and the harbour master saw it from the wall.</p>\n"
    page = FAULT + line * ((LARGEST - len(FAULT)) // len(line))
    _, output = _check(page, capsys)
    assert "doubled-word" in output
