"""Two runs of `copydesk fix` on one tree at once: what either says it has mended stays mended."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLES = 200
AS_IT_IS = ["-m", "lint"]
TWO_FAULTS = b"<p>Ferry %d hit the the wall.</p>\n<p>It took a hour.</p>\n"
MENDS = {"doubled-word": (b"the the", b"the"), "a-an": (b"a hour", b"an hour")}
# The runs wait for one another before they write the first article, which both have read; and there
# is time between the last look at a file and its change: without a lock another run would come in.
SLOW = """
import os, sys, time
import lint.writing
from lint.cli import main
replace, opened = os.replace, lint.writing._open_beside
place, runs = sys.argv[1], int(sys.argv[2])
def met(folder):
    lint.writing._open_beside = opened
    open(os.path.join(place, str(os.getpid())), "x").close()
    while len(os.listdir(place)) < runs:
        time.sleep(0.001)
    return opened(folder)
lint.writing._open_beside = met
os.replace = lambda *names: (time.sleep(0.003), replace(*names))
sys.exit(main(sys.argv[3:]))
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


@pytest.mark.parametrize("slow", [False, True])
def test_two_runs_that_mend_different_faults_lose_nothing(
    quick_folder: Path, tmp_path: Path, slow: bool, counted: Callable[[int, str], None]
) -> None:
    program = ["-c", SLOW, str(tmp_path), "2"] if slow else AS_IT_IS
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
    if slow:
        assert any(not_written.values()), "the two never met: then nothing is proved"
    assert _ended(_begin(quick_folder, ",".join(MENDS), AS_IT_IS)) == set()
    for name, data in old.items():
        wanted = data.replace(b"the the", b"the").replace(b"a hour", b"an hour")
        assert (quick_folder / name).read_bytes() == wanted, name
    assert sorted(path.name for path in quick_folder.iterdir()) == sorted(old)
    counted(ARTICLES, "articles that two runs mended at once")


def test_two_runs_that_mend_the_same_faults_agree(
    quick_folder: Path, tmp_path: Path, counted: Callable[[int, str], None]
) -> None:
    program = ["-c", SLOW, str(tmp_path), "3"]
    for number in range(ARTICLES):
        (quick_folder / f"{number}.html").write_bytes(TWO_FAULTS % number)
    runs = [_begin(quick_folder, "doubled-word", program) for _ in range(3)]
    assert [_ended(run) for run in runs] == [set(), set(), set()]
    for number in range(ARTICLES):
        wanted = (TWO_FAULTS % number).replace(b"the the", b"the")
        assert (quick_folder / f"{number}.html").read_bytes() == wanted
    assert len(list(quick_folder.iterdir())) == ARTICLES
    counted(ARTICLES, "articles that two runs mended at once")
