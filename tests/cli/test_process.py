"""The command as a process: exit codes, pipes, signals, locales, and what goes wrong inside."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import lint.cli.work
from lint.cli import main
from lint.cli.streams import wants_color

COMMAND = [sys.executable, "-m", "lint"]
BAD = "<p>It hit the the wall.</p>"


def _environment(**more: str) -> dict[str, str]:
    kept = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    return {**kept, "PYTHONWARNINGS": "error", **more}


def _run(
    *arguments: str, folder: Path, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        env=_environment(**environment),
        check=False,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad one.html").write_text(BAD, "utf-8")
    (tmp_path / "good.html").write_text("<p>It hit the wall.</p>", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("name", "code"), [("good.html", 0), ("bad one.html", 1), ("no.html", 2)])
def test_the_exit_code_tells_clean_from_faults_from_failure(
    folder: Path, name: str, code: int
) -> None:
    done = _run("check", name, folder=folder)
    assert done.returncode == code
    assert (done.stderr == b"") == (code < 2)
    assert (b"doubled-word" in done.stdout) == (code == 1)


def test_the_installed_command_is_the_module(folder: Path) -> None:
    command = Path(sys.executable).parent / "copydesk"
    if not command.exists():
        pytest.skip("copydesk is not installed beside this Python")
    done = subprocess.run(
        [command, "bad one.html"], cwd=folder, capture_output=True, env=_environment(), check=False
    )
    assert done.stdout == _run("bad one.html", folder=folder).stdout
    assert done.returncode == 1


def test_standard_input_is_bytes_in_any_encoding(folder: Path) -> None:
    given = '<meta charset="windows-1252"><p>The caf\xe9 hit the the wall.</p>'.encode("cp1252")
    done = _run("fix", "-q", "-", folder=folder, given=given)
    assert done.stdout == given.replace(b"the the", b"the")
    assert done.returncode == 0


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_terminal_that_knows_ascii_only_is_no_failure(folder: Path, locale: str) -> None:
    text = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = _run("check", "bad one.html", folder=folder, **text)
    assert done.returncode == 1
    assert b"\\u201cthe\\u201d stands twice" in done.stdout
    assert done.stderr == b""


def test_machine_formats_are_utf8_whatever_the_locale(folder: Path) -> None:
    text = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = _run("check", "bad one.html", "--output-format=json", folder=folder, **text)
    report = json.loads(done.stdout.decode("utf-8"))
    assert report["files"][0]["findings"][0]["message"] == "“the” stands twice"


def test_a_file_name_that_is_no_text_is_reported_and_checked(folder: Path) -> None:
    name = os.fsencode(folder) + b"/\xff.html"
    try:
        Path(os.fsdecode(name)).write_text(BAD, "utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    done = _run("check", "--output-format=json", folder=folder)
    names = [each["path"] for each in json.loads(done.stdout.decode("utf-8"))["files"]]
    assert names == ["bad one.html", "good.html", "\udcff.html"]
    done = _run("check", "--output-format=concise", folder=folder)
    assert b"\\udcff.html:1:15: error doubled-word" in done.stdout
    assert done.returncode == 1


def test_a_reader_that_has_seen_enough_is_no_failure_to_speak_of(folder: Path) -> None:
    for number in range(400):
        (folder / f"{number}.html").write_text(BAD * 4, "utf-8")
    with subprocess.Popen(
        [*COMMAND, "check"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_interrupt_ends_the_run_quietly(folder: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "-"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        # A job in the background of a shell, as these tests may be, is born deaf to interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the run has begun to read.
        process.stdin.write(b" " * 1_000_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (130, b"", b"")


def test_a_pipe_among_the_paths_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "pipe.html")
    done = _run("check", "pipe.html", "bad one.html", folder=folder)
    assert b"pipe.html: not a regular file" in done.stderr
    assert b"doubled-word" in done.stdout
    assert done.returncode == 2


def test_a_mistake_of_ours_in_one_file_does_not_cost_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = lint.cli.work.check_bytes

    def stumble(data: bytes, path: str, *rest: Any, **more: Any) -> object:
        if path == "good.html":
            raise ZeroDivisionError("division by zero")
        return real(data, path, *rest, **more)

    monkeypatch.setattr(lint.cli.work, "check_bytes", stumble)
    monkeypatch.delenv("COPYDESK_TRACEBACK", raising=False)
    monkeypatch.chdir(folder)
    assert main(["check", "good.html", "bad one.html", "--isolated"]) == 2
    captured = capsys.readouterr()
    assert "doubled-word" in captured.out
    assert captured.err == (
        "copydesk: good.html: copydesk stumbled (ZeroDivisionError); "
        "please report it with this file\n"
    )
    monkeypatch.setenv("COPYDESK_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", "good.html", "--isolated"])


def test_a_guessed_encoding_is_checked_but_never_written(folder: Path) -> None:
    path = folder / "guess.html"
    path.write_bytes(b"<p>The caf\xe9 hit the the wall.</p>")
    done = _run("fix", "-q", "guess.html", folder=folder)
    assert path.read_bytes() == b"<p>The caf\xe9 hit the the wall.</p>"
    assert b"guess.html: not written: its encoding is a guess" in done.stderr
    assert b"doubled-word" in done.stdout
    assert done.returncode == 2


@pytest.mark.parametrize(
    "data",
    [
        BAD.encode("utf-8-sig"),
        BAD.encode("utf-16"),
        b"\r\n" + BAD.encode() + b"\r\r\n\n",
        '<meta charset="windows-1251"><p>Уфа</p>'.encode("cp1251") + BAD.encode(),
    ],
)
def test_fixing_changes_no_other_byte(folder: Path, data: bytes) -> None:
    path = folder / "a.html"
    path.write_bytes(data)
    path.chmod(0o640)
    assert _run("fix", "-q", "a.html", folder=folder).returncode == 0
    wide = data.startswith(b"\xff\xfe")
    wrong = " the".encode("utf-16-le") if wide else b" the"
    assert path.read_bytes() == data.replace(wrong * 2, wrong)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("choice", "is_terminal", "environment", "wanted"),
    [
        ("auto", False, {}, False),
        ("auto", True, {}, True),
        ("auto", True, {"TERM": "xterm-256color"}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_where_ruff_has_it(
    choice: str, is_terminal: bool, environment: dict[str, str], wanted: bool
) -> None:
    assert wants_color(choice, is_terminal=is_terminal, environment=environment) is wanted


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is full")
@pytest.mark.parametrize("output_format", ["text", "json", "sarif", "github"])
def test_a_full_disk_behind_standard_output_is_told_in_one_line(
    folder: Path, output_format: str
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", f"--output-format={output_format}"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            env=_environment(),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "copydesk: standard output: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_do_not_change_the_verdict(folder: Path, closed: str) -> None:
    command = " ".join([shlex.quote(each) for each in COMMAND])
    for arguments, code in (
        ("check 'bad one.html'", 1),
        ("check good.html", 0),
        ("check none.html", 2),
    ):
        done = subprocess.run(
            ["sh", "-c", f"{command} {arguments} {closed}"],
            cwd=folder,
            capture_output=True,
            env=_environment(),
            check=False,
        )
        assert done.returncode == code
        assert b"Traceback" not in done.stdout + done.stderr
