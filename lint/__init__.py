"""Copydesk: checks the HTML of news articles against editorial conventions."""

from __future__ import annotations

from lint.version import __version__ as __version__

TYPE_CHECKING = False  # as checkers of types read it; to import typing takes as long as --version
if TYPE_CHECKING:
    from typing import Any

    from lint.desk import check_file, check_text, fix_text
    from lint.finding import Checked, Finding, Report
    from lint.rulebook import Rule, Rulebook, load_rules

__all__ = [
    "Checked",
    "Finding",
    "Report",
    "Rule",
    "Rulebook",
    "check_file",
    "check_text",
    "fix_text",
    "load_rules",
]

# Where each public name lives: imported when first asked for, so that --version is quick.
_HOMES = {
    "Checked": "lint.finding",
    "Finding": "lint.finding",
    "Report": "lint.finding",
    "Rule": "lint.rulebook",
    "Rulebook": "lint.rulebook",
    "check_file": "lint.desk",
    "check_text": "lint.desk",
    "fix_text": "lint.desk",
    "load_rules": "lint.rulebook",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
