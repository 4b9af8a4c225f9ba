"""The checks: code that finds faults, with options that rules set.

A check is a module with a NamedTuple ``Options`` whose fields all have defaults, a function
``check(article, options)`` that yields Hits, ``VALUES`` (the placeholders that its hits fill) and
``CASES`` (the cases that its hits may name; empty if it has none).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from lint.article import Article
from lint.checks.hit import Fix, Hit, Related, hit_in, rewrite

__all__ = ["CHECKS", "Check", "Fix", "Hit", "Related", "hit_in", "load_check", "rewrite"]


class Check(Protocol):
    """What a check's module offers."""

    Options: type[Any]
    VALUES: tuple[str, ...]
    CASES: tuple[str, ...]

    @staticmethod
    def check(article: Article, options: Any) -> Iterator[Hit]:
        """Yield the faults of an article, in any order."""


#: Every check by name, and the module that holds it; a module is imported when a rule names it.
CHECKS: dict[str, str] = {
    "duplicate-caption": "duplicate_caption",
    "caption-alt-conflict": "caption_alt_conflict",
    "caption-repeats-alt": "caption_repeats_alt",
    "caption-repeats-text": "caption_repeats_text",
    "name-variant": "name_variant",
    "name-al-prefix": "name_al_prefix",
    "name-house": "name_house",
    "name-apostrophe": "name_apostrophe",
    "name-index": "name_index",
    "date-format": "date_format",
    "date-mixed": "date_mixed",
    "date-impossible": "date_impossible",
    "date-weekday": "date_weekday",
    "date-after-publication": "date_after_publication",
    "credit-present": "credit_present",
    "credit-format": "credit_format",
    "credit-agency": "credit_agency",
    "credit-mixed": "credit_mixed",
    "credit-in-alt": "credit_in_alt",
    "doubled-word": "doubled_word",
    "wrong-word": "wrong_word",
    "likely-word": "likely_word",
    "missing-word": "missing_word",
    "a-an": "a_an",
    "misspelling": "misspelling",
    "split-word": "split_word",
    "merged-word": "merged_word",
    "agreement": "agreement",
    "verb-form": "verb_form",
    "leftover-furniture": "leftover_furniture",
    "related-link": "related_link",
    "alt-text": "alt_text",
    "quote-marks": "quote_marks",
    "quote-balance": "quote_balance",
    "spacing": "spacing",
    "punctuation": "punctuation",
    "mojibake": "mojibake",
    "spelling-variety": "spelling_variety",
    "number-style": "number_style",
    "headline-number": "headline_number",
    "house-words": "house_words",
    "metadata-conflict": "metadata_conflict",
    "metadata-dates": "metadata_dates",
    "json-ld": "json_ld",
    "links": "links",
    "date-relative": "date_relative",
    "headings": "headings",
    "empty": "empty",
    "placeholder": "placeholder",
    "cut-off": "cut_off",
    "caption-stop": "caption_stop",
    "caption-stale": "caption_stale",
    "credit-capitals": "credit_capitals",
    "pattern": "pattern",
    "stet": "stet",
}


@cache
def load_check(name: str) -> Check:
    """Import a check by its name in CHECKS. Raises KeyError for a name that is not there."""
    return cast("Check", import_module(f"lint.checks.{CHECKS[name]}"))
