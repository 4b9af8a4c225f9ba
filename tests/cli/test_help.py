"""What ``--help`` prints."""

from __future__ import annotations

import pytest

from lint.cli.arguments import COMMANDS, HELP, parse


def _lines(command: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    with pytest.raises(SystemExit):
        parse(command, ["--help"])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_fits_a_terminal(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = _lines(command, capsys)
    assert any("--preset NAME" in line for line in lines)
    assert [line for line in lines if len(line) > 80] == []


def test_the_help_of_all_fits_a_terminal() -> None:
    assert [line for line in HELP.splitlines() if len(line) > 80] == []
