"""Dates against the house's way of writing them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Block
from lint.checks.dated import editorial_dates
from lint.checks.hit import Hit, hit_in, rewrite, together
from lint.checks.options import CheckOptions
from lint.prose.dates import AP_SHORT, WrittenDate, format_date

VALUES = ("date", "wanted", "fault")
CASES = ("order", "abbreviation", "numeric")


class Options(CheckOptions):
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
    others: dict[str, list[tuple[Block, WrittenDate]]] = {}
    faults: dict[str, str] = {}
    for block, written in dates:
        case, fault = _fault(written, house_order, options)
        if case == "slip":
            yield _hit([(block, written)], "", fault, options)
        elif case and not (case == "order" and len(orders) > 1):
            others.setdefault(case, []).append((block, written))
            faults.setdefault(case, fault)
    for case, places in others.items():
        yield _hit(places, case, faults[case], options)


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


def _hit(places: list[tuple[Block, WrittenDate]], case: str, fault: str, options: Options) -> Hit:
    """One hit at the first place; its fix mends them all."""
    block, written = places[0]
    values = {
        "date": block.text[written.core_start : written.end],
        "wanted": _wanted(block, written, options),
        "fault": fault,
    }
    fix = together(
        rewrite(
            each,
            date.core_start,
            date.end,
            _wanted(each, date, options),
            safe=_is_safe(date, options),
        )
        for each, date in places
    )
    start, end = written.core_start, written.end
    return hit_in(block, start, end, case=case, values=values, fixes=[fix])


def _wanted(block: Block, written: WrittenDate, options: Options) -> str:
    wanted = format_date(written, options.order, options.months, keep_weekday=False)
    if "\u00a0" in block.text[written.core_start : written.end]:
        wanted = wanted.replace(" ", "\u00a0", 1)  # day and month stay on one line, as before
    return wanted


def _is_safe(written: WrittenDate, options: Options) -> bool:
    """Only commas, ordinals and zeros go unasked: a date that changes its order wants a person."""
    house = "dmy" if options.order == "day-month-year" else "mdy"
    is_real = written.year is None or written.day_date is not None
    return _order(written) == house and written.form == "full" and is_real
