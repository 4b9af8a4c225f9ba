"""Captions of old pictures that do not say so."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions

VALUES = ("date", "days")
CASES = ()


class Options(CheckOptions):
    """``days``: how old a picture may be. ``labels``: words that say it is from the archive."""

    days: int = 30
    labels: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield dates of captions that lie long before publication, on articles of the same subject.

    An article that names the day (or its month and year) in its text tells that story itself.
    """
    if article.published is None:
        return
    told = {
        (each.year, each.month)
        for block in article.of(*model.BODY, model.HEADLINE, model.STANDFIRST)
        for each in block.dates
    }
    labels = [label.casefold() for label in options.labels]
    for block in article.of(model.CAPTION):
        if any(label in block.text.casefold() for label in labels):
            continue
        for written in block.dates:
            day = written.day_date
            if day is None or written.is_range or (written.year, written.month) in told:
                continue
            age = (article.published - day).days
            if age > options.days:
                text = block.text[written.core_start : written.end]
                values = {"date": text, "days": str(age)}
                yield hit_in(block, written.core_start, written.end, values=values)
