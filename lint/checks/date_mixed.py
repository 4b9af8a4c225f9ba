"""Dates written in two ways inside one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.dated import editorial_dates
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.dates import AP_SHORT, WrittenDate, format_date

VALUES = ("date", "other")
CASES = ("apart", "month", "ordinal")
_UNDER_PICTURES = (model.CAPTION, model.ALT)

_Dated = tuple[Block, WrittenDate]


class Options(CheckOptions):
    """``order``: the house's, which decides where both stand equally often.

    ``official`` and ``events`` name dates that are names, as in date-format.
    """

    order: Literal["day-month-year", "month-day-year"] = "day-month-year"
    official: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the dates of the rarer way, with the first date of the other way as evidence.

    The base case is the order of day and month, "apart" if captions differ from the text in it and
    agree among themselves: they come from an agency; "month" is one shortened month among full ones
    where AP's rule does not explain it, "ordinal" one 3rd among plain numbers.
    """
    dates = [
        (block, written)
        for block, written in editorial_dates(
            article, options.official, options.events, ranges=True
        )
        if written.form != "numeric" and written.day
    ]
    month_first = options.order == "month-day-year"
    yield from _minority(dates, "", lambda each: each.order in ("mdy", "md"), prefer=month_first)
    full = [(block, each) for block, each in dates if each.month in AP_SHORT]
    yield from _minority(full, "month", lambda each: each.form != "full")
    yield from _minority(dates, "ordinal", lambda each: each.ordinal)


def _minority(
    dates: list[_Dated],
    case: str,
    trait: Callable[[WrittenDate], bool],
    *,
    prefer: bool | None = None,
) -> Iterator[Hit]:
    having = [each for each in dates if trait(each[1])]
    lacking = [each for each in dates if not trait(each[1])]
    if not having or not lacking:
        return
    # Of equally many, those that the house does not write deviate, else those that came later.
    begins = dates[0] in having if prefer is None else prefer
    rarer, usual = (having, lacking) if len(having) < len(lacking) else (lacking, having)
    if len(having) == len(lacking):
        rarer, usual = (lacking, having) if begins else (having, lacking)
    for block, written in rarer:
        if written.is_range:
            continue
        alike = [each for each in usual if _is_under(each[0]) == _is_under(block)]
        other_block, other = (alike or usual)[0]
        fix = None
        if not case and written.month:
            order = "day-month-year" if other.order in ("dmy", "dm") else "month-day-year"
            months = "full" if other.form == "full" else "ap"
            wanted = format_date(written, order, months, keep_weekday=False)
            # To another order than the house's no date goes: other rules would turn it back.
            if (order == "month-day-year") == prefer:
                fix = rewrite(block, written.core_start, written.end, wanted)
        yield hit_in(
            block,
            written.core_start,
            written.end,
            case=case or ("" if alike else "apart"),
            values={
                "date": block.text[written.core_start : written.end],
                "other": other_block.text[other.core_start : other.end],
            },
            related=[
                Related(other_block.span(other.core_start, other.end), "written the other way here")
            ],
            fixes=[fix],
        )


def _is_under(block: Block) -> bool:
    return block.kind in _UNDER_PICTURES
