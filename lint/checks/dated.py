"""The dates of an article's editorial text, as the date checks see them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.article import Article, Block, model
from lint.patterns import lazy_pattern
from lint.prose.dates import WrittenDate, find_dates

#: Where the newsroom writes dates itself; bylines, date lines and metadata are the system's.
EDITORIAL = (
    model.HEADLINE, model.STANDFIRST, model.SUBHEADING, model.PARAGRAPH, model.LIST_ITEM,
    model.CAPTION, model.ALT,
)  # fmt: skip

_PLACE = lazy_pattern(r"[A-Z][A-Z .’'-]+(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?,? ?\(?")
_STAMP = lazy_pattern(r"\b(?:published|posted|updated|modified|by|added|released)\b", re.IGNORECASE)
_STAMPED = lazy_pattern(
    r"\W*(?:(?:last|first) )?(?:published|posted|updated|modified)\W{0,3}(?:on )?", re.IGNORECASE
)
_TIME = lazy_pattern(r"[\s|,•·@-]*(?:at )?\d{1,2}[:.]\d{2}(?!\d)")
_LONGEST_STAMP = 100  # characters
_AGENCY_LINE = lazy_pattern(r"\((?:[A-Z][A-Za-z]++ ?){1,3}\) ?[-–—]")
_SMALL_AGENCY_LINE = lazy_pattern(r"\((?:[a-z]{2,5}-?){1,3}\)\.? ?[-–—]")  # "(efe-epa).-"


def editorial_dates(
    article: Article,
    official: Sequence[str] = (),
    events: Sequence[str] = (),
    *,
    ranges: bool = False,
) -> Iterator[tuple[Block, WrittenDate]]:
    """Yield the dates that house style governs, with their blocks.

    Left out are quoted speech, references (in ``cite``), ranges (unless ``ranges``), link-only
    lines, names ("September 11" or whatever ``official`` lists, and dates without a year before a
    word of ``events`` or a capitalised word), and alternative texts that repeat a day of their
    caption: caption-alt-conflict has those.
    """
    names = {name.casefold() for name in official}
    words = {word.casefold() for word in events}
    repeated = _repeated_alts(article)
    for block in article.of(*EDITORIAL):
        if id(block) in repeated or _is_link(block) or _is_stamp(block):
            continue
        for written in block.dates:
            if written.is_range and not ranges:
                continue
            if block.is_quoted(written.start, written.end):
                continue
            if block.is_inside(written.start, written.end, "cite"):
                continue
            if not is_name(block.text, written, names, words):
                yield block, written


def is_name(text: str, written: WrittenDate, names: set[str], events: set[str]) -> bool:
    """Tell whether a date without a year is (part of) a name, as in "the 7 October attack"."""
    if written.year is not None:
        return False
    if text[written.core_start : written.end].casefold().strip(".") in names:
        return True
    rest = text[written.end :].lstrip(" \u00a0")
    if _AGENCY_LINE.match(rest):
        return True  # "OBAN, April 25 (Reuters) - …" is how an agency opens, not house style
    if text[: written.core_start].istitle() and _SMALL_AGENCY_LINE.match(rest):
        return True
    if _PLACE.fullmatch(text[: written.core_start]) and rest.lstrip(" )").startswith(
        ("-", "–", "—")
    ):
        return True
    following = rest.split(" ", 1)[0].rstrip(".,;:!?’'s")
    if text[written.end : written.end + 1] in ("-", "–"):
        return True
    if following.casefold() in events or rest.split(" ", 1)[0].casefold() in events:
        return True
    return (
        text[written.end : written.end + 1] == " "
        and following[:1].isupper()
        and len(following) > 2
    )


def _repeated_alts(article: Article) -> set[int]:
    repeated = set()
    for picture in article.pictures:
        if picture.alt and picture.nature == "video":
            repeated.add(id(picture.alt.block))  # a still's text comes from the agency
        if picture.alt and picture.caption:
            days = {(each.month, each.day) for each in find_dates(picture.caption.text)}
            own = {(each.month, each.day) for each in find_dates(picture.alt.text)}
            if days & own:
                repeated.add(id(picture.alt.block))
    return repeated


def _is_stamp(block: Block) -> bool:
    """Tell whether the system prints the date: "Posted by Jo Blake, 06 Oct 2011 | 15:34"."""
    text = block.text
    is_line = block.kind in (model.PARAGRAPH, model.LIST_ITEM, model.ALT)
    if not is_line or len(text) > _LONGEST_STAMP or not block.dates:
        return False
    first = block.dates[0]
    before, behind = text[: first.start], text[first.end :]
    if text.rstrip().endswith((".", "!", "?", "”", '"')) and len(text) - len(before) > 25:
        return False
    if block.kind == model.ALT:
        return bool(_TIME.match(behind))
    return bool(_TIME.match(behind) or _STAMPED.fullmatch(before)) or (
        not behind.strip(" .|•·") and (not before.strip() or bool(_STAMP.search(before)))
    )


def _is_link(block: Block) -> bool:
    return any(link.start == 0 and link.end >= len(block.text) - 1 for link in block.links)
