"""Dates against the house's way of writing them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.article import Article, Block
from lint.checks.dated import editorial_dates
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.dates import AP_SHORT, WrittenDate, format_date

VALUES = ("date", "wanted", "fault")
CASES = ("order", "abbreviation", "numeric")


class Options(NamedTuple):
    """How the house writes dates.

    ``order``: which comes first. ``months``: "full", or "ap" for months shortened before a day as
    AP does. ``official``: dates that are names; ``events``: words that make a name of the date
    before them.
    """

    order: Literal["day-month-year", "month-day-year"] = "day-month-year"
    months: Literal["full", "ap"] = "full"
    official: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield slips that no style allows, each; another house's style only once, at its first date.

    The base case is a slip: "January 23 2017", "22 July, 2018", "3rd May 2019", "02 May 2019".
    An article that mixes orders is left to date-mixed.
    """
    dates = list(editorial_dates(article, options.official, options.events))
    house_order = "dmy" if options.order == "day-month-year" else "mdy"
    orders = {_order(written) for _, written in dates if written.form != "numeric"} - {""}
    said = set()
    for block, written in dates:
        case, fault = _fault(written, house_order, options)
        if not case:
            continue
        if case != "slip":
            mixed = case == "order" and len(orders) > 1
            if mixed or case in said:
                continue
            said.add(case)
        yield _hit(block, written, "" if case == "slip" else case, fault, options)


def _order(written: WrittenDate) -> str:
    return {"dm": "dmy", "md": "mdy"}.get(written.order, written.order if written.day else "")


def _fault(written: WrittenDate, house: str, options: Options) -> tuple[str, str]:
    if written.form == "numeric":
        return ("numeric", "figures only") if written.month and written.year else ("", "")
    if not written.day:
        return "", ""
    if written.order == "mdy" and not written.comma:
        return "slip", "no comma between day and year"
    if written.order == "dmy" and written.comma:
        return "slip", "a comma between month and year"
    if written.ordinal and written.year:
        return "slip", "an ordinal with a month and year"
    if written.leading_zero:
        return "slip", "a leading zero"
    if _order(written) != house:
        return "order", "month first" if house == "dmy" else "day first"
    month = written.month or 0
    short = written.form != "full"
    if options.months == "full" and short:
        return "abbreviation", "a shortened month"
    if options.months == "ap" and (short != (month in AP_SHORT) or written.form == "short"):
        return "abbreviation", "a shortened month" if short else "a month in full"
    return "", ""


def _hit(block: Block, written: WrittenDate, case: str, fault: str, options: Options) -> Hit:
    text = block.text[written.core_start : written.end]
    wanted = format_date(written, options.order, options.months, keep_weekday=False)
    if "\u00a0" in text:  # the house's day and month stay on one line where they did before
        wanted = wanted.replace(" ", "\u00a0", 1)
    fix = rewrite(block, written.core_start, written.end, wanted, safe=_is_safe(written))
    return hit_in(
        block,
        written.core_start,
        written.end,
        case=case,
        values={"date": text, "wanted": wanted, "fault": fault},
        fixes=[fix],
    )


def _is_safe(written: WrittenDate) -> bool:
    """A written-out month leaves one reading, and a real day is meant as it stands."""
    return (
        written.form == "full"
        and not written.weekday
        and (written.year is None or written.day_date is not None)
    )
