"""Files: what a walk finds, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.files import (
    LARGEST,
    Exclude,
    FileError,
    find_articles,
    read_bytes,
)

not_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _make(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>Words.</p>", "utf-8")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _found(*paths: str, **more: object) -> list[str]:
    return [each.path for each in find_articles(paths, **more) if not each.excluded]  # type: ignore[arg-type]  # free keywords


def test_a_walk_finds_html_in_sorted_order_and_skips_what_is_no_article(folder: Path) -> None:
    _make("b.html", "a/z.HTM", "a/y.xhtml", "a/notes.txt", "é ü.html", "-x.html")
    _make(".git/a.html", ".hidden.html", "node_modules/a.html", "c.html.bak")
    Path("link.html").symlink_to("b.html")
    assert _found(".") == ["-x.html", "b.html", "é ü.html", "a/y.xhtml", "a/z.HTM"]
    assert _found("a") == ["a/y.xhtml", "a/z.HTM"]
    assert _found("a/") == ["a/y.xhtml", "a/z.HTM"]


def test_a_file_that_is_named_is_taken_whatever_its_suffix_and_only_once(folder: Path) -> None:
    _make("a.txt", "b/c.html")
    assert _found("a.txt", "./a.txt", "b", "b/c.html") == ["a.txt", "b/c.html"]


def test_a_link_in_a_circle_does_not_trap_a_walk(folder: Path) -> None:
    _make("a/b.html")
    Path("a/loop").symlink_to("..")
    assert _found(".") == ["a/b.html"]


def test_a_folder_without_articles_is_an_error(folder: Path) -> None:
    Path("empty").mkdir()
    (found,) = find_articles(["empty"])
    assert "no articles" in found.error


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("draft*.html", ["a/b.html", "a/wp/c.html"]),
        ("wp", ["draft-1.html", "a/b.html"]),
        ("a/wp", ["draft-1.html", "a/b.html"]),
        ("./a/wp/", ["draft-1.html", "a/b.html"]),
        ("a/*.html", ["draft-1.html"]),
        ("wp/*", ["draft-1.html", "a/b.html", "a/wp/c.html"]),
        ("*.HTML", ["draft-1.html", "a/b.html", "a/wp/c.html"]),
    ],
)
def test_patterns_exclude_files_and_folders_of_a_walk(
    folder: Path, pattern: str, left: list[str]
) -> None:
    _make("draft-1.html", "a/b.html", "a/wp/c.html")
    assert _found(".", exclude=[Exclude(str(folder), pattern)]) == left


def test_a_named_file_is_excluded_only_by_force(folder: Path) -> None:
    _make("a.html")
    exclude = [Exclude(str(folder), "a.html")]
    assert _found("a.html", exclude=exclude) == ["a.html"]
    (found,) = find_articles(["a.html"], exclude, force_exclude=True)
    assert found.excluded


def test_a_missing_file_is_refused(folder: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        read_bytes("a.html")
    with pytest.raises(FileError):
        read_bytes("a\0.html")


def test_a_pipe_a_device_and_a_folder_are_refused_without_waiting(folder: Path) -> None:
    os.mkfifo("pipe.html")
    for path in ("pipe.html", "/dev/zero"):
        with pytest.raises(FileError, match="not a regular file"):
            read_bytes(path)
    with pytest.raises(FileError, match="a folder"):
        read_bytes(".")


def test_a_file_above_the_limit_is_refused(folder: Path) -> None:
    with Path("big.html").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(FileError, match="larger than 20 MB"):
        read_bytes("big.html")
    os.truncate("big.html", LARGEST)
    assert len(read_bytes("big.html")) == LARGEST


@not_root
def test_a_file_without_permission_is_refused(folder: Path) -> None:
    _make("a.html")
    Path("a.html").chmod(0)
    with pytest.raises(FileError, match="cannot be read: permission denied"):
        read_bytes("a.html")
