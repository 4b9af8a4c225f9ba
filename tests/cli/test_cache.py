"""The cache of findings: the same report with and without it, whatever is in its place."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import lint.cli.work
from lint.cli import main
from lint.cli.cache import run_key
from lint.rulebook import load_rules

FILES = 12


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.html").write_text(
            f'<p>{number} “quotes” hit the the wall, said "Ms Vale" of it on 31 June 2024.</p>'
            "<p>An odd-looking untruth. It took a hour and &ldquo;a apple&rdquo;.</p>",
            "utf-8",
        )
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that were really checked."""
    seen: list[str] = []
    real = lint.cli.work.check_bytes

    def spy(data: bytes, path: str, *rest: Any, **more: Any) -> object:
        seen.append(path)
        return real(data, path, *rest, **more)

    monkeypatch.setattr(lint.cli.work, "check_bytes", spy)
    return seen


def _run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", "--isolated", "--jobs", "1", "--output-format", "json", *arguments])
    return (code, *capfd.readouterr())


def _place() -> Path:
    return Path(os.environ["COPYDESK_CACHE_DIR"]) / "checked.sqlite"


def test_what_did_not_change_is_not_checked_again(
    articles: Path, checked: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    plain = _run(capfd, "--no-cache")
    assert not _place().exists()
    checked.clear()
    assert _run(capfd) == plain
    assert len(checked) == FILES
    assert _run(capfd) == plain
    assert len(checked) == FILES
    (articles / "3.html").write_text("<p>It took a hour.</p>", "utf-8")
    changed = _run(capfd)
    assert checked[FILES:] == ["3.html"]
    assert changed == _run(capfd, "--no-cache")
    assert '"a-an"' in changed[1]


def test_another_name_for_the_same_bytes_is_reported_under_its_own(
    articles: Path, checked: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    _run(capfd)
    (articles / "3.html").rename(articles / "new.html")
    checked.clear()
    assert '"path": "new.html"' in _run(capfd)[1]
    assert checked == []


@pytest.mark.parametrize(
    "arguments", [("--ignore", "doubled-word"), ("--preset", "ap"), ("--select", "doubled-word")]
)
def test_other_rules_are_other_findings(
    articles: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    _run(capfd)
    assert _run(capfd, *arguments) == _run(capfd, *arguments, "--no-cache")


def test_the_key_changes_with_code_and_with_what_else_is_read(tmp_path: Path) -> None:
    book, index = load_rules(), tmp_path / "index"
    index.write_bytes(b"one")
    keys = [
        run_key(book, ()),
        run_key(book, (), [index]),
        run_key(book.select(["doubled-word"]), ()),
    ]
    index.write_bytes(b"two")
    keys.append(run_key(book, (), [index]))
    assert len(set(keys)) == len(keys)
    assert run_key(book, ()) == run_key(load_rules(), ())


def _foreign(place: Path) -> None:
    with sqlite3.connect(place) as database:
        database.execute("CREATE TABLE letters (text)")
        database.execute("INSERT INTO letters VALUES ('keep me')")
    database.close()


def _lying(place: Path) -> None:
    """Entries of the right form that say what cannot be."""
    with sqlite3.connect(place) as database:
        says = '[[["doubled-word","error","m",[7,99999],[],[],"","","","","",null]],[]]'
        database.execute("UPDATE checked SET said = ?", (says,))
        database.execute("UPDATE checked SET said = ? WHERE rowid % 3 = 0", ("[" * 100_000,))
        database.execute("UPDATE checked SET said = ? WHERE rowid % 3 = 1", (b"\x00",))
    database.close()


@pytest.mark.parametrize(
    "damage", ["text", "cut", "empty", "folder", "foreign", "lying", "trigger"]
)
def test_a_damaged_or_foreign_cache_is_passed_over(
    articles: Path, capfd: pytest.CaptureFixture[str], damage: str
) -> None:
    plain = _run(capfd, "--no-cache")
    assert _run(capfd) == plain
    place = _place()
    if damage == "text":
        place.write_bytes(b"this is no database, whatever it may be called\n" * 500)
    elif damage == "cut":
        place.write_bytes(place.read_bytes()[:-5000])
    elif damage == "empty":
        place.write_bytes(b"")
    elif damage == "folder":
        place.unlink()
        place.mkdir()
    elif damage == "foreign":
        place.unlink()
        _foreign(place)
    elif damage == "lying":
        _lying(place)
    else:
        with sqlite3.connect(place) as database:
            database.execute(
                "CREATE TRIGGER t AFTER INSERT ON checked BEGIN DELETE FROM checked; END"
            )
        database.close()
    assert _run(capfd) == plain
    assert _run(capfd) == plain
    if damage == "foreign":
        with sqlite3.connect(place) as database:
            assert database.execute("SELECT text FROM letters").fetchall() == [("keep me",)]
        database.close()


def test_a_locked_cache_is_passed_over(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    plain = _run(capfd)
    monkeypatch.setattr("lint.cli.cache._WAIT", 0.01)
    database = sqlite3.connect(_place(), isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    assert _run(capfd) == plain
    database.execute("ROLLBACK")
    database.close()


def test_eight_processes_at_once_agree(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    plain = _run(capfd, "--no-cache")
    command = [sys.executable, "-m", "lint", "check", "--isolated", "--output-format", "json"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(8)
    ]
    for run in runs:
        out, err = run.communicate(timeout=120)
        assert (run.returncode, out.decode(), err.decode()) == plain
    with sqlite3.connect(_place()) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM checked").fetchone() == (FILES,)
    database.close()


def test_fix_takes_nothing_from_the_cache(
    articles: Path, checked: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    _run(capfd)
    checked.clear()
    main(["fix", "--unsafe-fixes", "--isolated", "--jobs", "1"])
    assert len(checked) == FILES
    assert "the the" not in (articles / "1.html").read_text("utf-8")
    capfd.readouterr()
    after = _run(capfd)
    assert after == _run(capfd, "--no-cache")
    assert '"doubled-word"' not in after[1]


def test_few_articles_open_no_database(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _run(capfd, "1.html", "2.html")
    assert not _place().exists()


def test_the_longest_unused_entries_go_first(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _run(capfd)
    with sqlite3.connect(_place()) as database:
        database.execute("UPDATE checked SET day = 1")
    database.close()
    monkeypatch.setattr("lint.cli.cache._MOST", FILES + 3)
    for number in range(FILES):
        (articles / f"{number}.html").write_text(f"<p>{number} others.</p>", "utf-8")
    _run(capfd)
    with sqlite3.connect(_place()) as database:
        days = [day for (day,) in database.execute("SELECT day FROM checked ORDER BY day")]
    database.close()
    assert len(days) == FILES + 3
    assert days.count(1) == 3
