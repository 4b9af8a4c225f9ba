"""Weekdays that are not the weekday of their date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lint.article import Article, model
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions
from lint.prose.dates import WEEKDAYS

VALUES = ("date", "weekday", "right")
CASES = ()
_FIRST_YEAR: Final = 1925  # by then nearly every country had left the Julian calendar


class Options(CheckOptions):
    """None: there is nothing to choose."""


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield weekdays that contradict a date with an explicit year beside them."""
    for block in article.of(*model.COPY):
        for written in block.dates:
            day = written.day_date
            number = written.weekday_number
            if day is None or number is None or day.year < _FIRST_YEAR or written.is_range:
                continue
            if day.weekday() != number:
                yield hit_in(
                    block,
                    written.start,
                    written.end,
                    values={
                        "date": block.text[written.core_start : written.end],
                        "weekday": written.weekday,
                        "right": WEEKDAYS[day.weekday()],
                    },
                )
