"""The report station: a Report into text, in one of several formats; pure functions."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from lint.finding import Report
from lint.report.options import ReportOptions

#: Every output format, and the module whose ``render`` makes it; imported when it is asked for.
FORMATS: Final = {
    "text": "plain",
    "concise": "concise",
    "json": "machine",
    "sarif": "sarif",
    "github": "github",
}

__all__ = ["FORMATS", "ReportOptions", "render"]


def render(report: Report, output_format: str, options: ReportOptions | None = None) -> str:
    """Render a report; raises KeyError for a format that is not in FORMATS."""
    module = import_module(f"lint.report.{FORMATS[output_format]}")
    text: str = module.render(report, options or ReportOptions())
    return text
