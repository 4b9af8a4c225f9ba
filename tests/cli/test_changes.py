"""--diff-base: findings on changed lines only, in real git repositories."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from lint.cli import main
from lint.cli.changes import Changes, _changed
from lint.finding import Checked, Finding
from lint.source import Source, Span

BAD = "<p>It hit the the wall.</p>\n"
GOOD = "<p>It hit the wall.</p>\n"


def _git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        check=True,
        capture_output=True,
    )


def _commit() -> None:
    _git("add", "-A")
    _git("commit", "-q", "-m", "x")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.chdir(tmp_path)
    _git("init", "-q", "-b", "main")
    (tmp_path / "old.html").write_text(BAD * 5, "utf-8")
    (tmp_path / "same.html").write_text(BAD, "utf-8")
    _commit()
    _git("checkout", "-q", "-b", "work")
    return tmp_path


def _found(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["check", "--isolated", "--select", "doubled-word", "--output-format", "json",
                 "--diff-base", "main", *arguments])  # fmt: skip
    report = json.loads(capsys.readouterr().out)
    return code, [
        f"{file['path']}:{each['place']['line']}"
        for file in report["files"]
        for each in file["findings"]
    ]


def test_nothing_changed_is_nothing_found(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _found(capsys) == (0, [])
    assert _found(capsys, "same.html") == (0, [])


def test_changed_lines_committed_or_not_and_new_files_count(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [BAD] * 5
    lines[1] = "<p>They hit the the gate.</p>\n"
    (repository / "old.html").write_text("".join(lines), "utf-8")
    (repository / "new.html").write_text(BAD, "utf-8")
    _commit()
    lines[3] = "<p>We hit the the road.</p>\n"
    (repository / "old.html").write_text("".join(lines), "utf-8")
    (repository / "fresh.html").write_text(BAD, "utf-8")
    assert _found(capsys) == (1, ["fresh.html:1", "new.html:1", "old.html:2", "old.html:4"])
    assert _found(capsys, "old.html", "same.html") == (1, ["old.html:2", "old.html:4"])


def test_a_file_that_was_moved_is_not_new(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "deep").mkdir()
    _git("mv", "old.html", "deep/moved it.html")
    path = repository / "deep" / "moved it.html"
    path.write_text(path.read_text("utf-8") + "<p>The the end.</p>\n", "utf-8")
    _git("add", "-A")
    assert _found(capsys) == (1, ["deep/moved it.html:6"])


def test_what_the_base_did_since_is_not_ours(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _git("checkout", "-q", "main")
    (repository / "old.html").write_text(GOOD * 5, "utf-8")
    _commit()
    _git("checkout", "-q", "work")
    assert _found(capsys) == (0, [])


@pytest.mark.parametrize(
    ("ranges", "kept"),
    [
        ([(2, 2)], ["a"]),
        ([(3, 3)], ["ab"]),  # lines were deleted between the two of "ab"
        ([(4, 4)], ["ab"]),
        ([(5, 5)], []),
        ([(6, 8)], ["c"]),
        ([(1, 1), (7, 7), (40, 60)], []),
        ([(2, 2), (4, 6)], ["a", "ab", "c"]),
        (None, ["a", "ab", "c"]),
    ],
)
def test_a_finding_counts_if_its_lines_touch_what_changed(
    tmp_path: Path, ranges: list[tuple[int, int]] | None, kept: list[str]
) -> None:
    source = Source("a\nb\nc\n", str(tmp_path / "x.html"))
    findings = tuple(
        Finding(name, "error", "m", Span(start, end))
        for name, start, end in (("a", 0, 2), ("ab", 0, 3), ("c", 4, 5))
    )
    if ranges == [(2, 2)]:
        findings = (findings[0], findings[2])
    changes = Changes(str(tmp_path.resolve()), {"x.html": ranges})
    checked = changes.only(Checked(source.path, source, findings))
    assert [each.rule for each in checked.findings] == kept


def test_names_of_any_letters_and_lines_that_look_like_a_patch(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = 'Zoë "and" tab\t\\.html'
    (repository / name).write_text(GOOD + BAD, "utf-8")
    _commit()
    _git("branch", "-f", "main")
    tricks = "++ b/same.html\n-- a/same.html\n@@ -1 +1 @@\ndiff --git a/same.html b/same.html\n"
    (repository / name).write_text(GOOD + BAD + tricks + BAD, "utf-8")
    assert _found(capsys) == (1, [f"{name}:7"])


def test_a_lone_carriage_return_ends_no_line_for_git(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository / "mac.html"
    path.write_bytes(b"<p>One.\rTwo.</p>\n" + BAD.encode())
    _commit()
    _git("branch", "-f", "main")
    path.write_bytes(b"<p>One.\rTwo.</p>\n" + BAD.encode() + b"<p>The the end.</p>")
    assert _found(capsys) == (1, ["mac.html:4"])


def test_attributes_and_configuration_run_nothing_and_hide_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = f"touch {repository}/owned; cat"
    _git("config", "diff.evil.textconv", run)
    _git("config", "diff.evil.command", run)
    _git("config", "diff.external", run)
    _git("config", "diff.noprefix", "true")
    _git("config", "diff.interHunkContext", "9")
    _git("config", "core.fsmonitor", run)
    (repository / ".gitattributes").write_text("*.html diff=evil\nsame.html -diff\n", "utf-8")
    (repository / "same.html").write_text(BAD + BAD, "utf-8")
    assert _found(capsys) == (1, ["same.html:2"])
    assert not (repository / "owned").exists()


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("nowhere", "knows no revision “nowhere”"),
        ("--output=owned", "is no revision"),
        ("", "is no revision"),
        ("HEAD:old.html", "knows no revision"),
    ],
)
def test_a_revision_that_is_not_there_is_one_line(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: str, says: str
) -> None:
    assert main(["check", "--isolated", f"--diff-base={revision}"]) == 2
    captured = capsys.readouterr()
    assert says in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_outside_a_repository_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["check", "--isolated", "--diff-base", "main"]) == 2
    err = capsys.readouterr().err
    assert "not a git repository" in err
    assert err.count("\n") == 1


def test_a_file_of_no_repository_is_named(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    stray = tmp_path_factory.mktemp("other") / "stray.html"
    stray.write_text(BAD, "utf-8")
    assert main(["check", "--isolated", "--diff-base", "main", str(stray)]) == 2
    assert "outside the git repository" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--fix"], ["--diff"], ["-"]])
def test_what_makes_no_sense_together_is_refused(
    repository: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["check", "--diff-base", "main", *arguments]) == 2
    assert "--diff-base" in capsys.readouterr().err


def test_hunks_become_half_lines() -> None:
    patch = (
        b"diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n"
        b"@@ -3 +3,2 @@ <p>\n-a\n+b\n+c\n@@ -9,2 +10,0 @@\n-d\n-e\n"
    )
    assert _changed(patch) == {"x": [(6, 8), (21, 21)]}
