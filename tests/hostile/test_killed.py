"""`copydesk fix` under `kill -9`: every article is old or new, and the next run leaves none behind."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import killing
import pytest

LANES = 2  # at once, with a folder each
KILLS, MANY_KILLS = 500, 10_000
STEPS = ["open", "fchmod", "write", "fsync", "replace", "close"]


def test_every_article_is_old_or_new_whenever_a_run_is_killed(
    quick_folder: Path, long: bool, counted: Callable[[int, str], None]
) -> None:
    kills = MANY_KILLS if long else KILLS
    processes = []
    for lane in range(LANES):
        folder = quick_folder / str(lane)
        folder.mkdir()
        command = [sys.executable, killing.__file__, str(folder), str(kills // LANES), str(lane)]
        processes.append(subprocess.Popen(command, stdout=subprocess.PIPE))
    counts = sum((Counter(json.loads(each.communicate()[0])) for each in processes), Counter[str]())
    articles = LANES * killing.ARTICLES
    assert counts["killed"] == kills
    assert counts["broken"] == counts["missing"] == 0
    assert counts["caught writing"] > kills // 4
    assert counts["left behind"] > 0, "else it is not known whether they are taken away"
    assert counts["new at the end"] == articles
    assert counts["left at the end"] == 0
    counted(kills, f"kills of a fix that was at {articles:,} articles")


DYING = """
import os, signal, sys
import lint.writing
from lint.cli import main
step, when = sys.argv[1:]
real, opened = getattr(os, step), lint.writing._open_beside
def dies(*given):
    if when == "after":
        real(*given)
    os.kill(os.getpid(), signal.SIGKILL)
def armed(folder):
    setattr(os, step, dies)
    return opened(folder)
lint.writing._open_beside = armed
main(["fix", "-q", "--isolated", "a.html"])
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_run_that_dies_at_a_step_of_writing_leaves_the_old_or_the_new(
    tmp_path: Path, step: str, when: str, counted: Callable[[int, str], None]
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>It hit the the wall.</p>")
    path.chmod(0o640)
    command = [sys.executable, "-c", DYING, step, when]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == -9
    is_new = step == "close" or (step, when) == ("replace", "after")
    assert path.read_bytes() == b"<p>It hit the %swall.</p>" % (b"" if is_new else b"the ")
    left = sorted(each.name for each in tmp_path.iterdir())
    assert len(left) == (1 if is_new or (step, when) == ("open", "before") else 2)
    command = [sys.executable, "-m", "lint", "fix", "-q", "--isolated", "a.html"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    assert path.read_bytes() == b"<p>It hit the wall.</p>"
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]
    assert path.stat().st_mode & 0o777 == 0o640
    counted(1, "kills at a given step of writing")
