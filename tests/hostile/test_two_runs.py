"""Two runs of `copydesk fix` on one tree at once: what either says it has mended stays mended."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLES = 200
TWO_FAULTS = b"<p>Ferry %d hit the the wall.</p>\n<p>It took a hour.</p>\n"
MENDS = {"doubled-word": (b"the the", b"the"), "a-an": (b"a hour", b"an hour")}
# Time between the last look at a file and its change, where without a lock another run would
# come in each time.
SLOW = """
import os, sys, time
real = os.replace
os.replace = lambda *names: (time.sleep(0.003), real(*names))
from lint.cli import main
sys.exit(main(sys.argv[1:]))
"""


def _begin(folder: Path, rules: str, program: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, *program, "fix", "--isolated", "--unsafe-fixes", "--select", rules]
    command += ["--fail-on", "never", "--jobs", "1", "--output-format", "concise"]
    return subprocess.Popen(
        command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def _ended(run: subprocess.Popen[str]) -> set[str]:
    """The articles that a run says it has not written."""
    _, errors = run.communicate(timeout=120)
    lines = [line for line in errors.splitlines() if line]
    assert all("not written: it changed while it was being checked" in line for line in lines)
    assert run.returncode == (2 if lines else 0)
    return {line.split(": ")[1] for line in lines}


@pytest.mark.parametrize("program", [["-m", "lint"], ["-c", SLOW]], ids=["as it is", "slow"])
def test_two_runs_that_mend_different_faults_lose_nothing(
    quick_folder: Path, program: list[str], counted: Callable[[int, str], None]
) -> None:
    old = {f"{number}.html": TWO_FAULTS % number for number in range(ARTICLES)}
    for name, data in old.items():
        (quick_folder / name).write_bytes(data)
    both = [(rule, _begin(quick_folder, rule, program)) for rule in MENDS]
    not_written = {rule: _ended(run) for rule, run in both}
    for name, data in old.items():
        wanted = data
        for rule, (wrong, mended) in MENDS.items():
            if name not in not_written[rule]:
                wanted = wanted.replace(wrong, mended)
        assert (quick_folder / name).read_bytes() == wanted, name
    if "-c" in program:
        assert any(not_written.values()), "the two never met: then nothing is proved"
    assert _ended(_begin(quick_folder, ",".join(MENDS), program)) == set()
    for name, data in old.items():
        wanted = data.replace(b"the the", b"the").replace(b"a hour", b"an hour")
        assert (quick_folder / name).read_bytes() == wanted, name
    assert sorted(path.name for path in quick_folder.iterdir()) == sorted(old)
    counted(ARTICLES, "articles that two runs mended at once")


def test_two_runs_that_mend_the_same_faults_agree(
    quick_folder: Path, counted: Callable[[int, str], None]
) -> None:
    for number in range(ARTICLES):
        (quick_folder / f"{number}.html").write_bytes(TWO_FAULTS % number)
    runs = [_begin(quick_folder, "doubled-word", ["-c", SLOW]) for _ in range(3)]
    assert [_ended(run) for run in runs] == [set(), set(), set()]
    for number in range(ARTICLES):
        wanted = (TWO_FAULTS % number).replace(b"the the", b"the")
        assert (quick_folder / f"{number}.html").read_bytes() == wanted
    assert len(list(quick_folder.iterdir())) == ARTICLES
    counted(ARTICLES, "articles that two runs mended at once")
