"""What `copydesk fix` must not write it leaves as it was: bytes, inode, neighbours; exit code 2."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import lint.cli.work
from lint.cli import main

BAD = b"<p>It hit the the wall.</p>"
LARGE = BAD + b"<p>It was a wall, and stood.</p>\n" * 2_000  # 66 KB
FIX = [sys.executable, "-m", "lint", "fix", "-q", "--isolated", "--select", "doubled-word"]


def _state(folder: Path) -> dict[str, tuple[object, ...]]:
    found: dict[str, tuple[object, ...]] = {}
    for path in sorted(folder.iterdir()):
        about = path.lstat()
        what = path.read_bytes() if path.is_file() else b""
        found[path.name] = (what, about.st_ino, about.st_mode, about.st_mtime_ns)
    return found


def _fix(folder: Path, *names: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "COPYDESK_CACHE_DIR": ""}
    return subprocess.run(
        [*FIX, *names], cwd=folder, env=environment, capture_output=True, check=False, timeout=60, **more
    )  # fmt: skip


def _symbolic_link(folder: Path) -> str:
    (folder / "other.txt").write_bytes(BAD)
    (folder / "a.html").symlink_to("other.txt")
    return "a symbolic link"


def _hard_link(folder: Path) -> str:
    (folder / "a.html").write_bytes(BAD)
    os.link(folder / "a.html", folder / "other.txt")
    return "a hard link"


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "a.html")
    return "not a regular file"


def _folder(folder: Path) -> str:
    (folder / "a.html").mkdir()
    return "no articles in this folder"


def _guess(folder: Path) -> str:
    (folder / "a.html").write_bytes(BAD + b"<p>caf\xe9</p>")
    return "its encoding is a guess"


@pytest.mark.parametrize("obstacle", [_symbolic_link, _hard_link, _pipe, _folder, _guess])
def test_what_is_no_plain_article_is_untouched(
    tmp_path: Path, obstacle: Callable[[Path], str], counted: Callable[[int, str], None]
) -> None:
    reason = obstacle(tmp_path)
    before = _state(tmp_path)
    done = _fix(tmp_path, "a.html")
    assert done.returncode == 2
    assert f"copydesk: a.html: {reason}" in done.stderr.decode().replace("not written: ", "")
    assert _state(tmp_path) == before
    counted(1, "obstacles at which a fix leaves everything as it was")


def _without_privilege() -> None:
    """Make root one whom permissions bind, from the next program on (Linux: prctl, capabilities)."""
    drop, override, search = 24, 1, 2
    for capability in (override, search):
        if ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0):
            os._exit(77)


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "reason"),
    [(0o755, 0o444, "no permission to write"), (0o555, 0o644, "permission denied")],
)
def test_what_may_not_be_written_is_untouched(
    quick_folder: Path,
    folder_mode: int,
    file_mode: int,
    reason: str,
    counted: Callable[[int, str], None],
) -> None:
    (quick_folder / "a.html").write_bytes(BAD)
    (quick_folder / "a.html").chmod(file_mode)
    quick_folder.chmod(folder_mode)
    before = _state(quick_folder)
    try:
        more = {"preexec_fn": _without_privilege} if os.geteuid() == 0 else {}
        done = _fix(quick_folder, "a.html", **more)
    finally:
        quick_folder.chmod(0o755)
    if done.returncode == 77:
        pytest.skip("root keeps its privileges here")
    assert done.returncode == 2
    assert f"a.html: not written: {reason}" in done.stderr.decode()
    assert _state(quick_folder) == before
    counted(1, "obstacles at which a fix leaves everything as it was")


def test_a_limit_on_the_size_of_files_leaves_the_old_one(
    tmp_path: Path, counted: Callable[[int, str], None]
) -> None:
    (tmp_path / "a.html").write_bytes(LARGE)
    before = _state(tmp_path)
    limit = (50_000, 50_000)
    done = _fix(
        tmp_path, "a.html", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    )
    assert done.returncode == 2
    assert b"a.html: not written: file too large" in done.stderr
    assert _state(tmp_path) == before
    counted(1, "obstacles at which a fix leaves everything as it was")


# In a namespace of its own a process may mount a disk, and nobody else sees it.
FULL = """
mount -t tmpfs -o size=100k tmpfs disk && cp a.html disk/ && cd disk || exit 77
stat -c '%i %Y %a' a.html > ../before
"$@"; code=$?
stat -c '%i %Y %a' a.html | cmp - ../before && cmp a.html ../a.html && [ "$(ls -A)" = a.html ] || exit 1
exit $code
"""


def test_a_full_disk_leaves_the_old_one(
    tmp_path: Path, counted: Callable[[int, str], None]
) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare")
    (tmp_path / "a.html").write_bytes(LARGE)
    (tmp_path / "disk").mkdir()
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", FULL, "sh", *FIX, "a.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    if done.returncode == 77 or b"unshare" in done.stderr:
        pytest.skip("no disk can be mounted here")
    assert done.returncode == 2, done.stderr
    assert b"a.html: not written: no space left on device" in done.stderr
    counted(1, "obstacles at which a fix leaves everything as it was")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_article_that_changes_meanwhile_is_untouched(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    jobs: str,
    counted: Callable[[int, str], None],
) -> None:
    real = lint.cli.work.fix_text
    theirs = b"<p>It hit the the pier.</p>"

    def slow(source: Any, *rest: Any, **more: Any) -> Any:
        if source.path == "b.html":
            Path("b.html").write_bytes(theirs)
        return real(source, *rest, **more)

    monkeypatch.chdir(tmp_path)
    for name in ("a.html", "b.html", "c.html"):
        Path(name).write_bytes(BAD)
    monkeypatch.setattr(lint.cli.work, "fix_text", slow)
    assert main(["fix", "-q", "--isolated", "--jobs", jobs]) == 2
    assert "b.html: not written: it changed while it was being checked" in capfd.readouterr().err
    assert Path("b.html").read_bytes() == theirs
    assert (
        Path("a.html").read_bytes() == Path("c.html").read_bytes() == BAD.replace(b"the ", b"", 1)
    )
    assert sorted(os.listdir()) == ["a.html", "b.html", "c.html"]  # noqa: PTH208
    counted(1, "obstacles at which a fix leaves everything as it was")


def test_a_pipe_that_nobody_reads_does_not_hold_a_run_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    (tmp_path / "b.html").write_bytes(BAD)
    timer = threading.Timer(30, os._exit, (1,))
    timer.start()
    done = _fix(tmp_path, "a.html", "b.html")
    timer.cancel()
    assert done.returncode == 2
    assert (tmp_path / "b.html").read_bytes() == b"<p>It hit the wall.</p>"
