"""The fuzz target for developers does what it says, with atheris or without."""

from __future__ import annotations

import subprocess
import sys

import fuzz
import pytest
from mutating import mutated, seeds

from lint.finding import Checked


def test_the_target_takes_any_input() -> None:
    pool = seeds()
    for data in (
        b"",
        b"\x00",
        b"<p>It hit the the wall.</p>",
        *(mutated(n, pool) for n in range(50)),
    ):
        fuzz.one_input(data)


def test_the_target_fails_where_an_answer_is_unsound(monkeypatch: pytest.MonkeyPatch) -> None:
    def unsound(*_: object) -> Checked:
        raise AssertionError("a span that is nowhere")

    monkeypatch.setattr(fuzz, "check_soundly", unsound)
    with pytest.raises(AssertionError, match="a span that is nowhere"):
        fuzz.one_input(b"<p>x</p>")


def test_without_atheris_one_line_says_what_to_install() -> None:
    code = "import runpy, sys; sys.modules['atheris'] = None; sys.argv = [sys.argv[1]]; "
    code += "runpy.run_path(sys.argv[0], run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", code, fuzz.__file__], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == b"this needs atheris: pip install atheris (wheels: Linux)\n"
