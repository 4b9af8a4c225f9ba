"""Stets that let nothing stand: the stet station finds them, after all other rules have run."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article
from lint.checks.hit import Hit
from lint.checks.options import CheckOptions

VALUES = ("names",)
CASES = ("no-reason", "unknown-rule")


class Options(CheckOptions):
    """None: there is nothing to choose."""


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield nothing: what a stet lets stand is known only when the findings are."""
    yield from ()
