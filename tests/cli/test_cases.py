"""The command line, held to cases in data files: arguments and files in, output and code out.

A case is a TOML file in ``cases/``: ``args``, optional ``stdin``, ``[files]`` (name = content),
``[env]``; what is expected is ``status``, ``stdout`` and ``stderr`` (whole; left out: empty), or
``stdout-has`` and ``stderr-has`` (lists of parts), and ``[after]`` (files as the run leaves them).
"""

from __future__ import annotations

import io
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from lint.cli import main

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
_KEYS = frozenset(
    "why args stdin files env status stdout stderr stdout-has stderr-has after".split()
)


def test_there_are_cases() -> None:
    assert len(CASES) > 30


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_case_runs_as_its_file_says(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    case = tomllib.loads(path.read_text("utf-8"))
    assert case.keys() <= _KEYS
    _prepare(case, tmp_path, monkeypatch)
    try:
        status = main(case["args"])
    except SystemExit as leaving:  # --help
        status = int(leaving.code or 0)
    sys.stdout.flush()
    captured = capfdbinary.readouterr()
    stdout, stderr = captured.out.decode("utf-8"), captured.err.decode("utf-8")
    for stream, text in (("stdout", stdout), ("stderr", stderr)):
        parts = case.get(f"{stream}-has")
        if parts is None:
            assert text == case.get(stream, "")
        for part in parts or ():
            assert part in text
    assert status == case["status"]
    for name, content in case.get("after", {}).items():
        assert (tmp_path / name).read_bytes().decode("utf-8") == content


def _prepare(case: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COPYDESK_OUTPUT_FORMAT", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("COPYDESK_TRACEBACK", raising=False)
    for name, value in case.get("env", {}).items():
        monkeypatch.setenv(name, value)
    for name, content in case.get("files", {}).items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode("utf-8"))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(case.get("stdin", "").encode())))
