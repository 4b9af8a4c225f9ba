"""Folders of TOML into a Rulebook (types first; loading is being written)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule says of one case of its check; empty fields take the rule's own."""

    severity: str = ""
    message: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of HTML that a rule must report (``marks``: exactly where) or must let be.

    ``html`` is without the marks ⟦ ⟧; ``marks`` are (start, end) in it. ``fixed`` is what the
    rule's fix must make of it, None if nothing. ``options`` override the rule's own, for this
    example.
    """

    html: str
    marks: tuple[tuple[int, int], ...] = ()
    fixed: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what to check, with which options, and what to tell people."""

    id: str
    group: str
    title: str
    severity: str  # "error", "warning", "note" or "off"
    check: str  # a name in CHECKS
    message: str  # with {placeholders} from the check's VALUES
    why: str
    do: str
    source: str = ""
    languages: tuple[str, ...] = ("en",)  # of the blocks that it sees; ("*",) for all
    options: Any = None  # the check's Options
    cases: Mapping[str, Case] = field(default_factory=dict)
    precision: str = ""
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    path: str = ""

    @property
    def fixable(self) -> bool:
        """Whether some bad example shows a fix."""
        return any(example.fixed is not None for example in self.bad)
