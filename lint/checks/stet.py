"""Stets that let nothing stand: the stet station finds them, after all other rules have run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.checks.hit import Hit

VALUES = ("names",)
CASES = ("no-reason", "unknown-rule")


class Options(NamedTuple):
    """None: there is nothing to choose."""


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield nothing: what a stet lets stand is known only when the findings are."""
    yield from ()
