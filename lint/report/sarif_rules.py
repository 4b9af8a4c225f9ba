"""The rules of a run as SARIF describes them, and texts as SARIF messages hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from lint.linter import in_general
from lint.report.shown import visible
from lint.rulebook import Rule

_LONGEST: Final = 1_024  # characters that GitHub shows of a description
_PROBLEM_SEVERITY: Final = {"error": "error", "warning": "warning", "note": "recommendation"}
_PRECISION: Final = {"error": "high", "warning": "medium", "note": "low"}


def describe_rules(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Describe every rule that was applied, in order, whether it found something or not."""
    return [_describe(rule) for rule in rules]


def plain_message(text: str) -> str:
    """Make a text safe as a plain text message.

    Braces are doubled, since they mark placeholders (section 3.11.5); brackets and backslashes are
    escaped, since they mark links (3.11.6); angle brackets, which might read as HTML in a viewer
    that renders Markdown, give way to their look-alikes.
    """
    text = visible(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("<", "‹").replace(">", "›")


def _describe(rule: Rule) -> dict[str, Any]:
    do = in_general(rule.do)
    text = f"{rule.title}. {rule.why} {do}"
    markdown = f"**{_markdown(rule.title)}**\n\n{_markdown(rule.why)}\n\n{_markdown(do)}"
    if rule.source:
        text += f" Source: {rule.source}."
        markdown += f"\n\n*Source: {_markdown(rule.source)}*"
    markdown += f"\n\n`copydesk explain {rule.id}` shows examples."
    is_off = rule.severity == "off"  # no level of SARIF's
    severity = "note" if is_off else rule.severity
    name = "".join(part.capitalize() for part in rule.id.split("-"))
    return {
        "id": rule.id,
        # A name that only repeats the id is no name (section 3.49.7).
        **({"name": name} if "-" in rule.id else {}),
        "shortDescription": {"text": rule.title[:_LONGEST]},
        "fullDescription": {"text": f"{rule.title}. {rule.why}"[:_LONGEST]},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": severity, **({"enabled": False} if is_off else {})},
        "properties": {
            "tags": ["editorial", rule.group],
            "precision": rule.precision or _PRECISION[severity],
            "problem.severity": _PROBLEM_SEVERITY[severity],
        },
    }


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
