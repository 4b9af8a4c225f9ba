"""The difference between an article and its corrected form, as a patch."""

from __future__ import annotations

from lint.report.shown import begun, unmarked, visible


def unified(path: str, old: str, new: str) -> str:
    """Give the difference of two texts as a patch; lines end at a line feed, nowhere else."""
    from difflib import unified_diff  # only a run that shows a difference pays

    name = visible(path)
    lines = unified_diff(_lines(old), _lines(new), name, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def shown(text: str) -> str:
    """Make a patch safe for a terminal; what is piped to a program stays as it is."""
    return "\n".join(visible(line.removesuffix("\r")) for line in text.split("\n"))


def logged(text: str) -> str:
    """Make a patch safe for the log of a GitHub workflow.

    Only in a line that the runner would read as a command is anything changed.
    """
    return "\n".join(_logged(line) for line in text.split("\n"))


def _logged(line: str) -> str:
    body = line.removesuffix("\r")  # any other CR ends a line for the runner, too
    return begun(unmarked(body.replace("\r", "\\x0d"))) + line[len(body) :]


def would_fix(findings: int, files: int) -> str:
    """Say how much a patch mends."""
    return (
        f"{findings} finding{'' if findings == 1 else 's'} in "
        f"{files} file{'' if files == 1 else 's'} would be fixed"
    )


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
