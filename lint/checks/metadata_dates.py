"""Dates that a page gives itself: unreadable, without zone, in the wrong order, in conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lint.article import Article, Block, model
from lint.article.metadata import url_day
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

VALUES = ("text", "other")
CASES = ("no-zone", "order", "shown", "address")
_ISO = lazy_pattern(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
    r"\s*(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?"
)
_BASIC = lazy_pattern(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_MAIL = lazy_pattern(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4}\b")  # RFC 2822
_DATA = (model.DATA_PUBLISHED, model.DATA_MODIFIED)
_UPDATED = lazy_pattern(r"updated|modified|last|edited|reviewed", re.IGNORECASE)


class Options(CheckOptions):
    """``minutes``: how much earlier than published modified may be; CMS clocks and scheduling.

    ``days``: how far a date that readers see, or the address, may lie from the metadata's.
    """

    minutes: int = 60
    days: int = 1


class _Moment(NamedTuple):
    day: date
    time: datetime | None  # with a zone, or None


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield dates of the metadata that no program can read, and the pairs that conflict.

    "no-zone" is a time of day without its zone, "order" modified before published, "shown" a
    dateline that says another day, "address" an address that does.
    """
    published: tuple[Block, _Moment] | None = None
    modified: tuple[Block, _Moment] | None = None
    for block in article.of(
        model.DATA_PUBLISHED, model.META_PUBLISHED, model.DATA_MODIFIED, model.META_MODIFIED
    ):
        text = _extended(block.text.strip())
        match = _ISO.fullmatch(text)
        if match is None:
            if not _MAIL.match(text):
                yield hit_in(block, 0, len(block.text), values={"text": text, "other": ""})
            continue
        moment = _moment(match)
        if moment is None:
            yield hit_in(block, 0, len(block.text), values={"text": text, "other": ""})
            continue
        if match["time"] and not match["zone"] and block.kind in _DATA:
            values = {"text": text, "other": ""}
            yield hit_in(block, 0, len(block.text), case="no-zone", values=values)
        if block.kind in (model.DATA_PUBLISHED, model.META_PUBLISHED):
            published = published or (block, moment)
        else:
            modified = modified or (block, moment)
    if published and modified:
        yield from _order(published, modified, options)
    if published:
        yield from _shown(article, published, modified, options)


def _extended(text: str) -> str:
    """ISO 8601's basic format, 20240312T080000+0100, in the extended one."""
    match = _BASIC.fullmatch(text)
    if match is None:
        return text
    day, time = "-".join(match.groups()[:3]), ":".join(filter(None, match.groups()[3:6]))
    return f"{day}T{time}{match[7] or ''}" if time else day


def _moment(match: re.Match[str]) -> _Moment | None:
    try:
        day = date.fromisoformat(match["day"])
        if not match["time"] or not match["zone"]:
            return _Moment(day, None)
        zone = match["zone"].upper().replace("Z", "+00:00")
        zone = zone if ":" in zone or len(zone) == 3 else f"{zone[:3]}:{zone[3:]}"
        zone = f"{zone}:00" if len(zone) == 3 else zone
        return _Moment(day, datetime.fromisoformat(f"{match['day']}T{match['time']}{zone}"))
    except ValueError:
        return None


def _order(
    published: tuple[Block, _Moment], modified: tuple[Block, _Moment], options: Options
) -> Iterator[Hit]:
    first, second = published[1], modified[1]
    if first.time and second.time:
        wrong = first.time - second.time > timedelta(minutes=options.minutes)
    else:
        wrong = (first.day - second.day).days > 1
    if wrong:
        values = {"text": modified[0].text, "other": published[0].text}
        related = [Related(published[0].span(), "published")]
        yield hit_in(
            modified[0], 0, len(modified[0].text), case="order", values=values, related=related
        )


def _shown(
    article: Article,
    published: tuple[Block, _Moment],
    modified: tuple[Block, _Moment] | None,
    options: Options,
) -> Iterator[Hit]:
    days = [each[1].day for each in (published, modified) if each is not None]
    related = [Related(published[0].span(), "the date in the metadata")]
    for block in article.of(model.DATELINE):
        dates = [each for each in block.dates if each.day_date is not None]
        if len(dates) != 1 or _UPDATED.search(block.text):
            continue
        day = dates[0].day_date
        if day is not None and all(abs((day - each).days) > options.days for each in days):
            start, end = dates[0].core_start, dates[0].end
            values = {"text": block.text[start:end], "other": published[0].text}
            yield hit_in(block, start, end, case="shown", values=values, related=related)
            break
    for block in article.of(model.CANONICAL):
        day = url_day(block.text)
        if day is not None and all(abs((day - each).days) > options.days for each in days):
            values = {"text": f"{day.day} {day:%B %Y}", "other": published[0].text}
            yield hit_in(block, 0, len(block.text), case="address", values=values, related=related)
