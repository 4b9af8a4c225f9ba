"""Captions that date a picture after the article appeared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from lint.article import Article, model
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions
from lint.prose.words import words

VALUES = ("date", "published")
CASES = ()


class Options(CheckOptions):
    """``tolerance``: days allowed, for time zones. ``ahead``: words of captions that look ahead."""

    tolerance: int = 1
    ahead: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield dates in captions that lie after publication (and after the last change)."""
    published = max(filter(None, (article.published, article.modified)), default=None)
    if published is None:
        return
    limit = published + timedelta(days=options.tolerance)
    ahead = {word.casefold() for word in options.ahead}
    for block in article.of(model.CAPTION):
        for written in block.dates:
            day = written.day_date
            if day is None or day <= limit or block.is_quoted(written.start, written.end):
                continue
            if ahead.isdisjoint(word.text.casefold() for word in words(block.text)):
                yield hit_in(
                    block,
                    written.core_start,
                    written.end,
                    values={
                        "date": block.text[written.core_start : written.end],
                        "published": f"{published.day} {published:%B %Y}",
                    },
                )
