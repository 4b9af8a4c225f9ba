"""What a person or a program wants of a report."""

from __future__ import annotations

from lint.tuples import NamedTuple


class ReportOptions(NamedTuple):
    """How to render: ``width`` in columns, ``category`` tells SARIF runs of one commit apart.

    ``exit_code`` is what the run ends with, ``version`` copydesk's own, ``root`` the folder of the
    run, to which SARIF's paths are relative.
    """

    color: bool = False
    width: int = 80
    show_suppressed: bool = False
    statistics: bool = False
    quiet: bool = False
    exit_code: int = 0
    version: str = ""
    category: str = ""
    root: str = ""
