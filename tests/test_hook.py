"""The hook: a real `pre-commit run` in a real repository, its environment built offline.

The environment of the hook is what `language: python` makes of this project: pre-commit clones a
repository of it and pip installs it. Without a network pip takes the dependencies from those that
this Python has (links to them, on PYTHONPATH), and builds with the hatchling that is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
BAD = "<p>It hit the the wall.</p>\n"
GOOD = "<p>It hit the wall.</p>\n"
_SHIPPED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "lint", "rules")
_OURS = ("copydesk-", "_copydesk", "__editable__", "pip", "setuptools", "_virtualenv")

pytest.importorskip("pre_commit")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def _call(
    *command: str, folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _git(*arguments: str, folder: Path, environment: dict[str, str]) -> str:
    done = _call("git", *arguments, folder=folder, environment=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Nothing of this machine's configuration, no network for pip, one cache for all tests here."""
    home = tmp_path_factory.mktemp("home")
    libraries = tmp_path_factory.mktemp("libraries")
    for place in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for each in Path(place).iterdir():
            if not each.name.startswith(_OURS):
                (libraries / each.name).symlink_to(each)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PRE_COMMIT_COLOR": "never",
        "PYTHONPATH": str(libraries),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this the wrong way round: 0 means "no isolation"
        "PIP_CONFIG_FILE": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@courier.example",
        "GIT_COMMITTER_NAME": "Desk",
        "GIT_COMMITTER_EMAIL": "desk@courier.example",
    }


@pytest.fixture(scope="module")
def hooks(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]
) -> tuple[Path, str]:
    """A repository of this project as it is now, and its only revision."""
    folder = tmp_path_factory.mktemp("copydesk")
    for name in _SHIPPED:
        if (PROJECT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(PROJECT / name, folder / name, ignore=ignore)
        else:
            shutil.copy(PROJECT / name, folder / name)
    _git("init", "-q", folder=folder, environment=environment)
    _git("add", ".", folder=folder, environment=environment)
    _git("commit", "-q", "-m", "copydesk", folder=folder, environment=environment)
    return folder, _git("rev-parse", "HEAD", folder=folder, environment=environment)


@pytest.fixture
def newsroom(tmp_path: Path, hooks: tuple[Path, str], environment: dict[str, str]) -> Path:
    """A repository of articles that uses the hooks."""
    place, revision = hooks
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {place}\n  rev: {revision}\n"
        "  hooks:\n  - id: copydesk\n  - id: copydesk-fix\n",
        "utf-8",
    )
    _git("init", "-q", folder=tmp_path, environment=environment)
    return tmp_path


def _articles(folder: Path, files: dict[str, str], environment: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    _git("add", ".", folder=folder, environment=environment)


def _hook(name: str, folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    done = _call(
        sys.executable,
        "-m",
        "pre_commit",
        "run",
        name,
        "--all-files",
        "--verbose",
        folder=folder,
        environment=environment,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_hook_passes_on_clean_articles_of_any_name(
    newsroom: Path, environment: dict[str, str]
) -> None:
    names = ("a.html", "two words.html", "é.HTM", "desk/-dash.html")
    _articles(newsroom, {**dict.fromkeys(names, GOOD), "notes.txt": BAD}, environment)
    code, output = _hook("copydesk", newsroom, environment)
    assert code == 0, output
    assert "Passed" in output
    assert "4 files checked, nothing found." in output


def test_the_hook_fails_on_a_flawed_article_and_names_it(
    newsroom: Path, environment: dict[str, str]
) -> None:
    _articles(newsroom, {"a.html": GOOD, "é two.html": BAD}, environment)
    code, output = _hook("copydesk", newsroom, environment)
    assert code == 1, output
    assert "exit code: 1" in output
    assert "é two.html:1:15: error doubled-word" in output
    assert (newsroom / "é two.html").read_text("utf-8") == BAD


def test_the_fixing_hook_mends_the_article_and_fails_once(
    newsroom: Path, environment: dict[str, str]
) -> None:
    _articles(newsroom, {"a.html": BAD}, environment)
    code, output = _hook("copydesk-fix", newsroom, environment)
    assert code == 1, output
    assert "files were modified by this hook" in output
    assert (newsroom / "a.html").read_text("utf-8") == GOOD
    _git("add", ".", folder=newsroom, environment=environment)
    assert _hook("copydesk-fix", newsroom, environment)[0] == 0


def test_a_file_name_cannot_pass_for_an_option(newsroom: Path, environment: dict[str, str]) -> None:
    _articles(newsroom, {"--exit-zero.html": GOOD, "a.html": GOOD}, environment)
    code, output = _hook("copydesk", newsroom, environment)
    assert code == 1, output
    assert "exit code: 2" in output
    assert "“--exit-zero.html” is a file, but reads as an option" in output


def test_the_hook_leaves_out_what_the_configuration_excludes(
    newsroom: Path, environment: dict[str, str]
) -> None:
    (newsroom / "copydesk.toml").write_text('exclude = ["drafts"]\n', "utf-8")
    _articles(newsroom, {"drafts/a.html": BAD}, environment)
    code, output = _hook("copydesk", newsroom, environment)
    assert code == 0, output
    _articles(newsroom, {"desk/a.html": BAD}, environment)
    code, output = _hook("copydesk", newsroom, environment)
    assert code == 1, output
    assert "desk/a.html:1:15: error" in output
    assert "drafts/a.html" not in output
