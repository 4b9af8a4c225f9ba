"""Days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lint.article import Article, model
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions
from lint.prose.dates import MONTHS

VALUES = ("date", "days")
CASES = ()
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Options(CheckOptions):
    """None: there is nothing to choose."""


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield dates whose day the month does not have, such as 31 June."""
    for block in article.of(*model.COPY, model.DESCRIPTION):
        for written in block.dates:
            if not written.month or not written.day or written.month > 12 or written.is_range:
                continue
            longest = _LONGEST[written.month - 1]
            if written.month == 2 and written.year and not _is_leap(written.year):
                longest = 28
            if written.day > longest:
                days = f"{MONTHS[written.month - 1]} has {longest} days"
                if longest == 28:
                    days = f"February {written.year} has 28 days"
                yield hit_in(
                    block,
                    written.core_start,
                    written.end,
                    values={"date": block.text[written.core_start : written.end], "days": days},
                )


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
