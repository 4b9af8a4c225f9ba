"""An alternative text and a caption that are one sentence, but for a date, number or name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Passage, Picture
from lint.checks.facts import kind_of_fact
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.prose.credits import find_credit
from lint.prose.dates import WrittenDate, find_dates, format_date
from lint.prose.likeness import Difference, differences, keys, overlap
from lint.prose.words import words

VALUES = ("alt", "caption")
CASES = ("date", "number", "name", "negation", "cut")
_ENOUGH = 8  # words that tell one sentence from another
_LEAD_IN = lazy_pattern(
    r"^(?:image|photo|picture|video|watch|file photo|article image for|click to play video)\s*:\s*",
    re.IGNORECASE,
)


class Options(CheckOptions):
    """``order`` and ``months``: the house's way of writing dates, as in date-format.

    ``likeness``: the share of words (percent) that make the two one sentence; ``shortest``: texts
    with fewer words are not compared.
    """

    order: Literal["day-month-year", "month-day-year"] = "day-month-year"
    months: Literal["full", "ap"] = "full"
    likeness: int = 75
    shortest: int = 5


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield one hit a picture, on the alternative text; the caption's place is related.

    The base case is one day written in two styles, with a fix to the house's; the other cases say
    which kind of thing differs.
    """
    for picture in article.pictures:
        if picture.alt is None or picture.caption is None:
            continue
        alt, caption = _bare(picture.alt), picture.caption
        if len(words(alt.text)) < options.shortest or len(words(caption.text)) < options.shortest:
            continue
        hit = _compare(picture, alt, caption, options)
        if hit is not None:
            yield hit


def _bare(alt: Passage) -> Passage:
    """The alternative text without a lead-in ("Image:") and without a credit pasted in."""
    text = alt.text
    lead_in = _LEAD_IN.match(text)
    start = lead_in.end() if lead_in else 0
    credit = find_credit(text)
    end = (
        len(text[: credit.start].rstrip(" .|–—-")) if credit and credit.start > start else len(text)
    )
    return Passage(alt.block, alt.start + start, alt.start + max(end, start))


def _compare(picture: Picture, alt: Passage, caption: Passage, options: Options) -> Hit | None:
    likeness = overlap(alt.text, caption.text)
    if likeness < options.likeness / 100 and not _is_cut(alt.text, caption.text):
        return _dates(alt, caption, options) if _is_within(alt.text, caption.text) else None
    dates = _dates(alt, caption, options)
    if dates is not None:
        return dates
    changed = differences(alt.text, caption.text)
    if not changed:
        return None
    if _is_cut(alt.text, caption.text):
        start = alt.text.rfind(" ") + 1
        values = {"alt": alt.text[start:], "caption": caption.text}
        return hit_in(
            alt.block,
            alt.start + start,
            alt.end,
            case="cut",
            values=values,
            related=[Related(caption.span, "the caption goes on")],
        )
    if len(changed) > 2 or likeness < options.likeness / 100:
        return None
    for difference in changed:
        case = kind_of_fact(difference, alt.text, caption.text)
        if case:
            return _hit(alt, caption, difference, case)
    return None


def _is_within(one: str, other: str) -> bool:
    """One text is (nearly) all in the other, which says more: "Republican candidate" and so on."""
    first, second = keys(one), keys(other)
    shorter = min(len(first), len(second))
    return shorter >= _ENOUGH and len(first & second) >= shorter * 0.85


def _dates(alt: Passage, caption: Passage, options: Options) -> Hit | None:
    ours, theirs = find_dates(alt.text), find_dates(caption.text)
    for mine in ours:
        for yours in theirs:
            texts = alt.text[mine.core_start : mine.end], caption.text[yours.core_start : yours.end]
            if texts[0].casefold() == texts[1].casefold():
                continue
            same_day = (mine.month, mine.day) == (yours.month, yours.day)
            if same_day and mine.year == yours.year:
                case = ""
            elif len(ours) == len(theirs) == 1 and mine.order == yours.order and mine.day:
                case = "date"
            else:
                continue
            return _date_hit(alt, caption, mine, yours, case, texts, options)
    return None


def _date_hit(
    alt: Passage,
    caption: Passage,
    mine: WrittenDate,
    yours: WrittenDate,
    case: str,
    texts: tuple[str, str],
    options: Options,
) -> Hit:
    fix = None
    start, end = alt.start + mine.core_start, alt.start + mine.end
    if not case and mine.month:
        wanted = format_date(mine, options.order, options.months, keep_weekday=False)
        if wanted != texts[0]:
            fix = rewrite(alt.block, start, end, wanted)
        else:  # the alternative text has the house's form: the caption is the one to mend
            fix = rewrite(
                caption.block, caption.start + yours.core_start, caption.start + yours.end, wanted
            )
    place = caption.block.span(caption.start + yours.core_start, caption.start + yours.end)
    return hit_in(
        alt.block,
        start,
        end,
        case=case,
        values={"alt": texts[0], "caption": texts[1]},
        related=[Related(place, "the caption's date")],
        fixes=[fix],
    )


def _is_cut(alt: str, caption: str) -> bool:
    """One text ends in the middle of a word of the other: "…take part in the fir"."""
    if not 20 <= len(alt) < len(caption):
        return False
    bare = alt.rstrip("….").rstrip()
    if not caption.casefold().startswith(bare.casefold()) or len(bare) >= len(caption):
        return False
    return caption[len(bare)].isalnum() and bare[-1].isalnum()


def _hit(alt: Passage, caption: Passage, difference: Difference, case: str) -> Hit:
    ours, theirs = difference
    first, last = (ours[0], ours[-1]) if ours else (None, None)
    start = alt.start + first.start if first else alt.start
    end = alt.start + last.end if last else alt.end
    place = caption.span
    if theirs:
        place = caption.block.span(caption.start + theirs[0].start, caption.start + theirs[-1].end)
    return hit_in(
        alt.block,
        start,
        end,
        case=case,
        values={
            "alt": alt.block.text[start:end] if ours else "nothing",
            "caption": " ".join(word.text for word in theirs) or "nothing",
        },
        related=[Related(place, "the caption has this")],
    )
