"""Dates as English text writes them: found, taken apart, and written again in another style."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
#: The months that news-agency style (AP) shortens before a day, and how.
AP_SHORT: Final = {
    1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec.",
}  # fmt: skip
_MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS["sept"] = 9
_WEEKDAY_NUMBERS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)}
_WEEKDAY_NUMBERS |= {name[:3].casefold(): number for number, name in enumerate(WEEKDAYS)}
_WEEKDAY_NUMBERS |= {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3}

# One pass over the text finds what may be part of a date; code joins the parts.
_MONTH = lazy_pattern(
    r"(?<![\w-])(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY"
    r"|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![\w’'])(?P<stop>\.?)"
)
# What most texts lack: a pattern without conditions before it finds it faster.
_BEGINS_MONTH = lazy_pattern(
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
)
_BEGINS_NUMERIC = lazy_pattern(r"\d[-/.]\d")
_NUMERIC = lazy_pattern(
    r"(?<![\w./,:-])(?:(?P<iso>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    r"|(?P<one>\d{1,2})(?P<sep>[/.])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d{2}))(?![\w/]|[.,:-]\d)"
)
_DIGIT = lazy_pattern(r"\d")
_BLANK = "[ \u00a0\u2009\u202f\t]"
_DAY_BEFORE = lazy_pattern(
    rf"(?<![\w.,/–—-])(?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?(?:{_BLANK}of)?{_BLANK}+$"
)
_DAY_AFTER = lazy_pattern(
    rf"{_BLANK}+(?:the{_BLANK}+)?(?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?(?![\w:]|[.,/]\d|[–—-]\w)"
)
_YEAR_AFTER = lazy_pattern(
    rf"(?P<comma>,?){_BLANK}+(?P<year>(?:1[5-9]|20)\d{{2}})(?![\w–-]|[.,]\d|’?s)"
)
_WEEKDAY_BEFORE = lazy_pattern(
    rf"(?<!\w)(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)(?P<stop>\.?)"
    rf"(?P<comma>,?){_BLANK}+(?:the{_BLANK}+)?$"
)
# "3 and 4 May", "1–8 May", "May 3-5": several days are a range, never half of one a date.
_RANGE_BEFORE = lazy_pattern(
    r"\d(?:st|nd|rd|th)?\s*(?:[-–—/,&]|\b(?:and|or|to|through|until)\b)\s*$"
)
_RANGE_AFTER = lazy_pattern(
    r"\s*(?:(?:[-–—/&]|\b(?:and|or|to|through|until)\b)\s*\d{1,2}(?!\d|:|\s*(?:am|pm|a\.m|p\.m)\b)(?:st|nd|rd|th)?)"
)


class WrittenDate(NamedTuple):
    """A date in a text: ``text[start:end]`` says it; the weekday before it belongs to it.

    ``order`` is "dmy", "mdy", "ymd" (or a part of these: "dm", "md", "my"); numeric dates whose
    order cannot be told have "?". ``form`` of the month is "full", "short", "short-stop" or
    "numeric". ``comma`` tells of one between day and year, ``weekday_comma`` of one behind the
    weekday; ``weekday`` is a word as written. Numbers are as written: they may name no real day.
    """

    start: int
    end: int
    order: str
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    comma: bool = False
    ordinal: bool = False
    leading_zero: bool = False
    with_of: bool = False
    weekday: str = ""
    weekday_comma: bool = False
    is_range: bool = False
    core_start: int = 0  # behind the weekday

    @property
    def day_date(self) -> date | None:
        """The calendar day, where year, month and day name a real one."""
        if not (self.year and self.month and self.day):
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def weekday_number(self) -> int | None:
        """0 for Monday to 6 for Sunday, where a weekday is written."""
        return _WEEKDAY_NUMBERS.get(self.weekday.casefold()) if self.weekday else None


def find_dates(text: str) -> list[WrittenDate]:
    """Find the dates of a text that have at least a month and a day, or a month and a year."""
    if _DIGIT.search(text) is None:
        return []  # every date has a day or a year
    found: list[WrittenDate] = []
    for match in _MONTH.finditer(text) if _BEGINS_MONTH.search(text) else ():
        if found and match.start() < found[-1].end:
            continue
        written = _around_month(text, match)
        if written is not None:
            found.append(written)
    if _BEGINS_NUMERIC.search(text):
        numeric = (_numeric(match) for match in _NUMERIC.finditer(text))
        # "2024-13-45", "30.15.2024": part numbers or slips; nobody can tell which month is meant.
        found.extend(each for each in numeric if each.month is None or 1 <= each.month <= 12)
    return sorted(found, key=lambda each: each.start)


def _around_month(text: str, match: re.Match[str]) -> WrittenDate | None:
    name, stop = match["month"], match["stop"]
    month = _MONTH_NUMBERS[name.casefold()]
    is_full = name.casefold() == MONTHS[month - 1].casefold()
    if stop and is_full:
        stop = ""
    end = match.end() if stop else match.end("month")
    form = "full" if is_full else ("short-stop" if stop else "short")
    before = text[max(0, match.start() - 16) : match.start()]
    shift = match.start() - len(before)
    day_before = _DAY_BEFORE.search(before)
    if (
        day_before
        and 1 <= int(day_before["day"]) <= 39
        and not (_is_sum(text, shift + day_before.start()))
    ):
        start = shift + day_before.start()
        year = _YEAR_AFTER.match(text, end)
        if year and not stop and text[end : end + 1] == ".":
            year = None
        is_range = bool(_RANGE_BEFORE.search(text[max(0, start - 14) : start]))
        return _written(
            text, start, year.end() if year else end, "dmy" if year else "dm", form, month,
            day_before, year, is_range=is_range,
        )  # fmt: skip
    day_after = _DAY_AFTER.match(text, end)
    if day_after and 1 <= int(day_after["day"]) <= 39:
        year = _YEAR_AFTER.match(text, day_after.end())
        stop_at = year.end() if year else day_after.end()
        is_range = bool(_RANGE_AFTER.match(text, day_after.end())) or bool(
            _RANGE_BEFORE.search(text[max(0, match.start() - 14) : match.start()])
            and re.search(r"\d\s*(?:[-–—/]|and|to)\s*$", before)
        )
        return _written(
            text, match.start(), stop_at, "mdy" if year else "md", form, month, day_after, year,
            is_range=is_range,
        )  # fmt: skip
    year = _YEAR_AFTER.match(text, end)
    if year and not (name == "May" and year["comma"]):
        return WrittenDate(
            match.start(), year.end(), "my", form, int(year["year"]), month,
            comma=bool(year["comma"]), core_start=match.start(),
        )  # fmt: skip
    return None


def _written(
    text: str,
    start: int,
    end: int,
    order: str,
    form: str,
    month: int,
    day: re.Match[str],
    year: re.Match[str] | None,
    *,
    is_range: bool,
) -> WrittenDate:
    weekday = _WEEKDAY_BEFORE.search(text, max(0, start - 16), start)
    return WrittenDate(
        start=weekday.start() if weekday else start,
        end=end,
        order=order,
        form=form,
        year=int(year["year"]) if year else None,
        month=month,
        day=int(day["day"]),
        comma=bool(year and year["comma"]),
        ordinal=bool(day["ordinal"]),
        leading_zero=day["day"].startswith("0"),
        with_of=day[0].rstrip().endswith("of"),
        weekday=weekday["weekday"] if weekday else "",
        weekday_comma=bool(weekday and weekday["comma"]),
        is_range=is_range,
        core_start=start,
    )


def _is_sum(text: str, at: int) -> bool:
    """A number that is money or a score, not a day: "$20 May …"."""
    return text[max(0, at - 1) : at] in ("$", "£", "€", "#")


def _numeric(match: re.Match[str]) -> WrittenDate:
    if match["iso"]:
        return WrittenDate(
            match.start(), match.end(), "ymd", "numeric", int(match["iso"]), int(match["im"]),
            int(match["id"]), core_start=match.start(),
        )  # fmt: skip
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    zero = match["one"].startswith("0") or match["two"].startswith("0")
    if match["sep"] == "." or one > 12 >= two:  # stops are written in day-month-year only
        order, month, day = "dmy", two, one
    elif two > 12 >= one:
        order, month, day = "mdy", one, two
    else:
        order, month, day = "?", 0, 0
    return WrittenDate(
        match.start(), match.end(), order, "numeric", year, month or None, day or None,
        leading_zero=zero, core_start=match.start(),
    )  # fmt: skip


def format_date(written: WrittenDate, order: str, months: str, *, keep_weekday: bool = True) -> str:
    """Write a date as a house does: ``order`` is "day-month-year" or "month-day-year".

    ``months`` is "full" or "ap" (shortened before a day as AP does). A weekday stays in front:
    "Monday 5 May 2025", "Monday, May 5, 2025".
    """
    assert written.month
    months_first = order == "month-day-year"
    name = MONTHS[written.month - 1]
    if months == "ap" and written.day:
        name = AP_SHORT.get(written.month, name)
    if not written.day:
        return f"{name} {written.year}"
    core = f"{name} {written.day}" if months_first else f"{written.day} {name}"
    if written.year:
        core += f", {written.year}" if months_first else f" {written.year}"
    if written.weekday and keep_weekday:
        comma = "," if months_first or written.weekday_comma else ""
        core = f"{written.weekday}{comma} {core}"
    return core
