"""Writing: whole or not at all; nothing of anybody else's is harmed, nothing is left behind."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

import lint.writing
from lint.files import FileError
from lint.writing import take_away_leftovers, write_bytes, write_output

OLD = b"<p>Words.</p>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _make(name: str) -> None:
    Path(name).write_bytes(OLD)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("mode", [0o640, 0o755, 0o600])
def test_writing_keeps_the_mode_and_leaves_nothing_beside(folder: Path, mode: int) -> None:
    _make("a.html")
    Path("a.html").chmod(mode)
    write_bytes("a.html", OLD, b"new\r\n\xff")
    assert Path("a.html").read_bytes() == b"new\r\n\xff"
    assert stat.S_IMODE(Path("a.html").stat().st_mode) == mode
    assert _names(folder) == ["a.html"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Linux has extended attributes")
def test_writing_keeps_what_is_noted_beside_the_bytes(folder: Path) -> None:
    _make("a.html")
    try:
        os.setxattr("a.html", "user.desk", b"night")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    write_bytes("a.html", OLD, b"new")
    assert Path("a.html").read_bytes() == b"new"
    assert os.getxattr("a.html", "user.desk") == b"night"


def test_nothing_is_written_if_nothing_changed(folder: Path) -> None:
    _make("a.html")
    before = Path("a.html").stat()
    write_bytes("a.html", OLD, OLD)
    after = Path("a.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_writing_breaks_no_hard_link(folder: Path) -> None:
    Path("a.html").write_bytes(b"old")
    os.link("a.html", "b.html")
    with pytest.raises(FileError, match="hard link"):
        write_bytes("b.html", b"old", b"new")
    assert Path("a.html").read_bytes() == b"old"
    assert Path("a.html").samefile("b.html")


def test_writing_goes_through_no_symbolic_link(folder: Path) -> None:
    _make("a.html")
    Path("b.html").symlink_to("a.html")
    with pytest.raises(FileError, match="symbolic link"):
        write_bytes("b.html", OLD, b"new")
    assert Path("a.html").read_bytes() == OLD
    assert Path("b.html").is_symlink()


def test_a_file_that_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    _make("a.html")
    with pytest.raises(FileError, match="it changed"):
        write_bytes("a.html", b"<p>Other.</p>", b"new")
    assert Path("a.html").read_bytes() == OLD
    assert _names(folder) == ["a.html"]


@pytest.mark.parametrize(
    "error", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT]
)
@pytest.mark.parametrize("step", ["open", "fchmod", "write", "fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_beside(
    folder: Path, step: str, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    _make("a.html")
    monkeypatch.setattr(lint.writing.os, step, fail)
    with pytest.raises(FileError, match="not written: "):
        write_bytes("a.html", OLD, b"new")
    monkeypatch.undo()
    assert (folder / "a.html").read_bytes() == OLD
    assert _names(folder) == ["a.html"]


def test_a_disk_that_takes_a_little_at_a_time_gets_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(lint.writing.os, "write", lambda handle, data: real(handle, data[:7]))
    _make("a.html")
    write_bytes("a.html", OLD, b"new" * 100)
    assert Path("a.html").read_bytes() == b"new" * 100


def test_a_file_that_has_become_a_pipe_is_not_written(folder: Path) -> None:
    os.mkfifo("a.html")
    with pytest.raises(FileError, match="not a regular file"):
        write_bytes("a.html", OLD, b"new")
    assert stat.S_ISFIFO(Path("a.html").stat().st_mode)


def test_what_another_run_has_written_already_is_no_failure(folder: Path) -> None:
    Path("a.html").write_bytes(b"new")
    before = Path("a.html").stat().st_ino
    write_bytes("a.html", OLD, b"new")
    assert Path("a.html").stat().st_ino == before
    assert _names(folder) == ["a.html"]


def test_a_file_that_another_program_holds_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lint.writing, "_PATIENCE", 0.05)
    _make("a.html")
    with Path("a.html").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(FileError, match="another program holds it"):
            write_bytes("a.html", OLD, b"new")
        assert _names(folder) == ["a.html"]
    write_bytes("a.html", OLD, b"new")
    assert Path("a.html").read_bytes() == b"new"


@pytest.mark.parametrize("then", [b"other", b"new"])
def test_a_file_that_is_put_in_its_place_while_the_lock_is_awaited_is_seen(
    folder: Path, then: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is had on the old file, which has lost its name by then."""
    real = fcntl.flock

    def late(handle: int, how: int) -> None:
        if os.fstat(handle).st_ino == inode:
            Path("other").write_bytes(then)
            Path("other").rename("a.html")
        real(handle, how)

    _make("a.html")
    inode = Path("a.html").stat().st_ino
    monkeypatch.setattr(fcntl, "flock", late)
    if then == b"other":
        with pytest.raises(FileError, match="it changed"):
            write_bytes("a.html", OLD, b"new")
    else:
        write_bytes("a.html", OLD, b"new")
    assert Path("a.html").read_bytes() == then
    assert _names(folder) == ["a.html"]


def test_a_file_system_without_locks_is_written_to_and_never_tidied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    _make("a.html")
    write_bytes("a.html", OLD, b"new")
    assert Path("a.html").read_bytes() == b"new"
    _make(LEFT)
    take_away_leftovers("")
    assert _names(folder) == [LEFT, "a.html"]


LEFT = ".copydesk-0123456789abcdef.tmp"


def test_what_a_killed_run_left_is_taken_away_and_nothing_else(folder: Path) -> None:
    kept = [
        ".copydesk-notes.tmp", ".copydesk-0123456789abcdef.tmp.html", ".copydesk-0123456789ABCDEF.tmp",
        "a.copydesk-0123456789abcdef.tmp", ".copydesk-0123456789abcdef", "a.html",
    ]  # fmt: skip
    for name in (LEFT, *kept):
        _make(name)
    odd = [f".copydesk-{number:016x}.tmp" for number in range(5)]
    Path(odd[0]).symlink_to("a.html")
    os.mkfifo(odd[1])
    Path(odd[2]).mkdir()
    _make(odd[3])
    os.link(odd[3], odd[4])
    take_away_leftovers(str(folder))
    assert _names(folder) == sorted([*kept, *odd])
    take_away_leftovers("no such folder")


def test_what_a_run_under_way_is_writing_is_not_taken_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    seen: list[list[str]] = []

    def tidied(handle: int) -> None:  # another run tidies between the writing and the change
        take_away_leftovers("")
        seen.append(_names(folder))
        real(handle)

    monkeypatch.setattr(lint.writing.os, "fsync", tidied)
    _make("a.html")
    write_bytes("a.html", OLD, b"new")
    assert len(seen[0]) == 2
    assert Path("a.html").read_bytes() == b"new"
    assert _names(folder) == ["a.html"]


def test_what_is_taken_away_before_it_is_held_is_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = fcntl.flock
    taken = []

    def late(handle: int, how: int) -> None:
        if not taken:
            taken.extend(name for name in _names(folder) if name != "a.html")
            Path(taken[0]).unlink()
        real(handle, how)

    _make("a.html")
    monkeypatch.setattr(fcntl, "flock", late)
    write_bytes("a.html", OLD, b"new")
    assert len(taken) == 1
    assert Path("a.html").read_bytes() == b"new"
    assert _names(folder) == ["a.html"]


def test_a_file_that_may_not_be_written_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make("a.html")
    monkeypatch.setattr(lint.writing.os, "access", lambda *_: False)
    with pytest.raises(FileError, match="no permission"):
        write_bytes("a.html", OLD, b"new")


def test_a_report_is_written_whole_with_the_usual_mode(folder: Path) -> None:
    write_output("r.json", b"{}")
    Path("plain").touch()
    assert Path("r.json").read_bytes() == b"{}"
    assert Path("r.json").stat().st_mode == Path("plain").stat().st_mode
    write_output("r.json", b"[]")
    assert Path("r.json").read_bytes() == b"[]"
    with pytest.raises(FileError, match="not written"):
        write_output("no/such/folder/r.json", b"{}")
    write_output("/dev/null", b"{}")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
