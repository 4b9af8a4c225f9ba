"""Findings: what copydesk tells people, and the report that carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lint.checks.hit import Fix, Related
from lint.patterns import lazy_pattern
from lint.source import Source, Span
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.rulebook import Rule

ERROR: Final = "error"
WARNING: Final = "warning"
NOTE: Final = "note"
SEVERITIES: Final = (ERROR, WARNING, NOTE)  # most severe first; SARIF's words
_BLANKS = lazy_pattern(r"\s+")


class Finding(NamedTuple):
    """One fault at one place.

    ``message`` says what, ``why`` and ``do`` why it matters and what to do. ``kind`` is the role of
    the block, ``excerpt`` the faulty text as a reader sees it, ``occurrence`` the how manieth of
    its rule it is in the article with that kind and excerpt, from 1. ``suppressed`` is the reason
    of the stet that lets it stand, None if none does: findings are marked, never dropped.
    """

    rule: str
    severity: str
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    why: str = ""
    do: str = ""
    kind: str = ""
    excerpt: str = ""
    occurrence: int = 1
    suppressed: str | None = None

    @property
    def fingerprint(self) -> str:
        """32 hex digits that stay the same while the text round it changes: no line is in them."""
        from hashlib import sha256  # loads OpenSSL: only a report that shows fingerprints pays

        said = (self.rule, self.kind, same_excerpt(self.excerpt), str(self.occurrence))
        return sha256("\0".join(said).encode("utf-8", "replace")).hexdigest()[:32]

    @property
    def safe_fix(self) -> Fix | None:
        """The fix that may be applied without a person looking, if there is one."""
        return next((fix for fix in self.fixes if fix.safe), None)


def same_excerpt(excerpt: str) -> str:
    """Put an excerpt as its equals are put, too: blanks and case aside."""
    return _BLANKS.sub(" ", excerpt).casefold()


class Checked(NamedTuple):
    """One file of a run: its findings sorted by place, and what was not checked.

    ``error`` says in one line why the file was not checked at all; then there is no source and no
    finding. ``notices`` say what of it was not checked.
    """

    path: str
    source: Source | None = None
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    error: str = ""


class Report:
    """A run: every file that it was asked to check, in order, and the rules that it applied.

    ``fixed`` counts the findings that the run mended.
    """

    __slots__ = ("files", "fixed", "rules")

    def __init__(
        self, files: tuple[Checked, ...], rules: tuple[Rule, ...] = (), fixed: int = 0
    ) -> None:
        self.files = files
        self.rules = rules
        self.fixed = fixed

    def findings(self, *, suppressed: bool = False) -> list[tuple[Checked, Finding]]:
        """List the findings with their files; suppressed ones only where asked for."""
        return [
            (checked, finding)
            for checked in self.files
            for finding in checked.findings
            if suppressed or finding.suppressed is None
        ]

    def count(self, severity: str) -> int:
        """Count the findings of one severity that no stet lets stand."""
        return sum(finding.severity == severity for _, finding in self.findings())

    @property
    def errors(self) -> list[Checked]:
        """The files that could not be checked."""
        return [checked for checked in self.files if checked.error]

    def exit_code(self, fail_on: str = ERROR) -> int:
        """2 if a file could not be checked, 1 if a finding is at least ``fail_on``, else 0.

        ``fail_on`` is a severity or "never".
        """
        if self.errors:
            return 2
        if fail_on not in SEVERITIES:
            return 0
        failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        return int(any(self.count(severity) for severity in failing))
