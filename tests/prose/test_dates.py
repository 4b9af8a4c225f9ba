"""Dates are found, taken apart and written again; what only looks like one is let be."""

from __future__ import annotations

import pytest

from lint.prose.dates import find_dates, format_date


@pytest.mark.parametrize(
    ("text", "found", "order", "form"),
    [
        ("on January 23 2017 [A]", "January 23 2017", "mdy", "full"),
        ("on 23 January 2017, at", "23 January 2017", "dmy", "full"),
        ("on Feb. 26, 2024, he", "Feb. 26, 2024", "mdy", "short-stop"),
        ("on 02 Feb 2025", "02 Feb 2025", "dmy", "short"),
        ("since May 2019", "May 2019", "my", "full"),
        ("on the 3rd of June 1993", "3rd of June 1993", "dmy", "full"),
        ("Sunday, September 8th, 1963", "Sunday, September 8th, 1963", "mdy", "full"),
        ("on Monday 5 May 2025", "Monday 5 May 2025", "dmy", "full"),
        ("on 22 July, 2018", "22 July, 2018", "dmy", "full"),
        ("on 30/04/2024", "30/04/2024", "dmy", "numeric"),
        ("on 04/30/2024", "04/30/2024", "mdy", "numeric"),
        ("on 5/6/2024", "5/6/2024", "?", "numeric"),
        ("on 2024-10-14", "2024-10-14", "ymd", "numeric"),
        ("on 3\u00a0May", "3\u00a0May", "dm", "full"),
        ("after Oct. 7", "Oct. 7", "md", "short-stop"),
    ],
)
def test_a_date_is_taken_apart(text: str, found: str, order: str, form: str) -> None:
    (date,) = find_dates(text)
    assert text[date.start : date.end] == found
    assert (date.order, date.form) == (order, form)


@pytest.mark.parametrize(
    "text",
    [
        "in the 1990s", "she may go", "May I?", "the march of 300", "1.2.3", "10/12 of it", "in 2019",
        "version 2.10.2019b", "call 020-2024-1014", "the mayor", "in May", "on $20 May spent",
        "on 2024-13-45", "on 30.15.2024", "on 2024-00-10", "on 3 Sepember 2024", "Dec. 1-3", "July 4–5", "1–8 May",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["on 3 and 4 May", "between 12 and 14 March 2020", "May 3 to 5"])
def test_several_days_are_a_range(text: str) -> None:
    assert [date.is_range for date in find_dates(text)] == [True]


def test_a_weekday_with_a_comma_is_no_range() -> None:
    (date,) = find_dates("on Tuesday, 15 May 2024,")
    assert (date.weekday, date.weekday_comma, date.is_range) == ("Tuesday", True, False)
    assert date.weekday_number == 1


@pytest.mark.parametrize(
    ("text", "british", "american"),
    [
        ("January 23 2017", "23 January 2017", "Jan. 23, 2017"),
        ("3rd of June 1993", "3 June 1993", "June 3, 1993"),
        ("02 Sept 2025", "2 September 2025", "Sept. 2, 2025"),
        ("Sunday, September 8th, 1963", "Sunday, 8 September 1963", "Sunday, Sept. 8, 1963"),
        ("May 2019", "May 2019", "May 2019"),
        ("7 October", "7 October", "Oct. 7"),
    ],
)
def test_a_date_is_written_as_a_house_writes_it(text: str, british: str, american: str) -> None:
    (date,) = find_dates(text)
    assert format_date(date, "day-month-year", "full") == british
    assert format_date(date, "month-day-year", "ap") == american


def test_numbers_are_as_written_even_where_no_such_day_exists() -> None:
    (date,) = find_dates("31 June 2024")
    assert (date.year, date.month, date.day, date.day_date) == (2024, 6, 31, None)
