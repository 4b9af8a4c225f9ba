"""The README's workflow, run with git: a pull request from a fork can switch nothing off."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

README = Path(__file__).parent.parent.parent / "README.md"
CONFIGURATION = """
rule-folders = ["house-rules"]
[rules.doubled-word]
severity = "error"
"""
RULE = """
title    = "What is coming is not upcoming"
severity = "error"
check    = "pattern"
message  = "Write “coming”"
why      = "The short word says as much."
do       = "Write “coming”."
options  = { pattern = "upcoming" }
[[bad]]
html = '<p>The ⟦upcoming⟧ vote.</p>'
[[good]]
html = '<p>The coming vote.</p>'
"""
OFF = '[rules.doubled-word]\nseverity = "off"\n'
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


def _steps() -> list[str]:
    """The shell steps of the README's workflow, without installation and upload."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    workflow = yaml.safe_load(next(block for block in blocks if "runs-on" in block))
    steps = [step["run"] for step in workflow["jobs"]["articles"]["steps"] if "run" in step]
    return [step for step in steps if "pip install" not in step]


class _Desk:
    """A newsroom's repository, and a clone of it with a pull request checked out."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.clone, self.tools = folder / "origin", folder / "clone", folder / "tools"
        self.environment = {
            "PATH": f"{self.tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "GITHUB_BASE_REF": "main",
            "COPYDESK_CACHE_DIR": "",
            **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }  # fmt: skip
        self.tools.mkdir()
        (self.tools / "copydesk").write_text(f'#!/bin/sh\nexec {sys.executable} -m lint "$@"\n')
        (self.tools / "copydesk").chmod(0o755)
        self.origin.mkdir()
        (self.origin / "articles").mkdir()
        (self.origin / "house-rules" / "words").mkdir(parents=True)
        (self.origin / "articles" / "a.html").write_text("<p>The wall fell.</p>", "utf-8")
        (self.origin / "copydesk.toml").write_text(CONFIGURATION, "utf-8")
        (self.origin / "house-rules" / "words" / "upcoming.toml").write_text(RULE, "utf-8")
        self.git("init", "-q", "-b", "main", at=self.origin)
        self.commit(self.origin)
        self.git("clone", "-q", "--depth=1", f"file://{self.origin}", str(self.clone), at=folder)
        self.git("checkout", "-q", "-b", "pull", at=self.clone)
        bad = "<p>It hit the the wall before the upcoming vote.</p>"
        (self.clone / "articles" / "b.html").write_text(bad, "utf-8")

    def git(self, *arguments: str, at: Path) -> None:
        subprocess.run(["git", *arguments], cwd=at, env=self.environment, check=True)

    def commit(self, at: Path) -> None:
        self.git("add", "-A", at=at)
        self.git("commit", "-q", "-m", "A change", at=at)

    def run(self, step: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "-e", "-c", step]
        return subprocess.run(
            command, cwd=self.clone, env=self.environment, capture_output=True, text=True, check=False
        )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> _Desk:
    return _Desk(tmp_path)


def _switched_off(clone: Path) -> None:
    (clone / "copydesk.toml").write_text(OFF, "utf-8")


def _no_fail(clone: Path) -> None:
    (clone / "copydesk.toml").write_text('fail-on = "never"\nignore = ["doubled-word"]\n', "utf-8")


def _rule_gone(clone: Path) -> None:
    shutil.rmtree(clone / "house-rules")
    (clone / "copydesk.toml").write_text(OFF, "utf-8")


def _other_file(clone: Path) -> None:
    (clone / "copydesk.toml").unlink()
    (clone / "pyproject.toml").write_text('[tool.copydesk]\nignore = ["doubled-word"]\n', "utf-8")


def _rule_changed(clone: Path) -> None:
    rule = RULE.replace('pattern = "upcoming"', 'pattern = "upcomingg"')
    rule = rule.replace("upcoming⟧", "upcomingg⟧")
    (clone / "house-rules" / "words" / "upcoming.toml").write_text(rule, "utf-8")
    (clone / "copydesk.toml").write_text('rule-folders = ["house-rules"]\n' + OFF, "utf-8")


def _rule_added(clone: Path) -> None:
    """A rule file that the configuration of the base branch cannot load would stop the check."""
    (clone / "house-rules" / "words" / "odd.toml").write_text("severity = 1\n", "utf-8")
    (clone / "copydesk.toml").write_text(OFF, "utf-8")


def _links(clone: Path) -> None:
    (clone / "elsewhere.toml").write_text(OFF, "utf-8")
    (clone / "copydesk.toml").unlink()
    (clone / "copydesk.toml").symlink_to("elsewhere.toml")
    shutil.rmtree(clone / "house-rules")
    (clone / "house-rules").symlink_to("articles")


@pytest.mark.parametrize(
    "trick",
    [_switched_off, _no_fail, _rule_gone, _other_file, _rule_changed, _rule_added, _links],
)
def test_a_fork_switches_nothing_off(
    desk: _Desk, trick: Callable[[Path], None], counted: Callable[[int, str], None]
) -> None:
    trick(desk.clone)
    desk.commit(desk.clone)
    prepare, check, upload = _steps()
    naive = desk.run(check.replace(" --config copydesk.toml", ""))
    assert (naive.returncode, "doubled-word" in naive.stdout) == (0, False), "then it is no trick"
    assert desk.run(prepare).returncode == 0
    done = desk.run(check)
    assert done.returncode == 1
    commands = re.findall(r"^::error file=articles/b\.html,.*title=copydesk (\S+?)::", done.stdout, re.MULTILINE)  # fmt: skip
    assert sorted(commands) == ["doubled-word", "upcoming"]
    assert "::" not in done.stderr
    assert desk.run(upload).returncode == 0
    assert (desk.clone / "copydesk.sarif").read_text("utf-8").count('"ruleId"') == 2
    counted(1, "tricks of a pull request from a fork that do not work")


def test_the_readme_runs_what_is_tried_here() -> None:
    prepare, check, upload = _steps()
    assert prepare.startswith("git fetch")
    for step in (check, upload):
        assert shlex.split(step)[:4] == ["copydesk", "check", "--config", "copydesk.toml"]
