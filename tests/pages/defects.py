"""How many of the defects that a person found on real pages copydesk reports.

The list is a JSON array of ``{"page": …, "kind": …, "text": …, "note": …}``, kept with the pages.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lint.finding import Checked, Finding

#: The rules that report a kind of defect; the kinds are those of the survey's catalogue.
RULES: Final = {
    "name/variant": ("name-variant",),
    "name/alt-body": ("name-variant",),
    "caption/alt-conflict": ("caption-alt-conflict",),
    "caption/duplicate": ("duplicate-caption",),
    "date/mixed-order": ("date-mixed", "date-format"),
    "date/mixed-format": ("date-mixed", "date-format"),
    "date/mixed-month": ("date-mixed", "date-format"),
    "word/doubled": ("doubled-word",),
    "word/det-func": ("wrong-word",),
    "word/missing": ("missing-word",),
    "quote/space": ("quote-space",),
    "quote/mixed-style": ("quote-mixed",),
    "credit/mixed-style": ("credit-mixed",),
    "credit/missing": ("missing-credit",),
    "alt/credit-in-alt": ("credit-in-alt", "alt-instruction"),
    "alt/agency-instruction": ("alt-instruction",),
    "alt/filename-or-generic": ("alt-file-name", "alt-generic"),
    "space/missing": ("space-missing",),
    "space/before-punct": ("space-before-punctuation",),
    "spell/uk-us": ("british-american",),
    "spell/ise-ize": ("ise-ize",),
    "number/percent": ("percent-mixed",),
    "meta/author-conflict": ("author-conflict",),
    "meta/date-unparseable": ("metadata-date",),
    "meta/double-escaped": ("mojibake",),
    "meta/og-title": ("og-title-generic", "headline-conflict"),
}
# Kinds whose text describes the page, not the words of the defect: a finding on it is enough.
_DESCRIBED: Final = (
    "quote/mixed-style", "credit/mixed-style", "credit/missing", "alt/credit-in-alt",
    "alt/filename-or-generic", "number/percent", "meta/double-escaped", "date/mixed-month",
)  # fmt: skip
_WORD = re.compile(r"\w+")


def print_recall(path: Path, checked: Mapping[str, Checked]) -> None:
    """Print each defect that is missed, and the sum; ``checked`` is by page."""
    defects = json.loads(path.read_text("utf-8"))
    found = 0
    for defect in defects:
        page = checked.get(defect["page"])
        if page is not None and any(_is_of(each, defect, page) for each in page.findings):
            found += 1
        else:
            why = "" if page is not None else " (no such page)"
            line = f"{defect['page']}\t{defect['kind']}\t{defect['text']}{why}"
            sys.stdout.write(f"missed\t{line}\n")
    sys.stdout.write(f"{found} of {len(defects)} judged defects reported\n")


def _is_of(finding: Finding, defect: Mapping[str, str], page: Checked) -> bool:
    if finding.rule not in RULES.get(defect["kind"], ()):
        return False
    if defect["kind"] in _DESCRIBED:
        return True
    assert page.source is not None
    text = page.source.text
    said = [finding.message, text[finding.span.start - 30 : finding.span.end + 30]]
    said += [text[each.span.start : each.span.end] for each in finding.related]
    shared = set(_WORD.findall(" ".join(said).casefold()))
    return any(len(w) > 1 and w in shared for w in _WORD.findall(defect["text"].casefold()))
