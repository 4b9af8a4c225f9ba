"""Two pictures under one caption."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Passage, Picture
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.prose.dates import find_dates
from lint.prose.likeness import differences
from lint.prose.words import fold, words

VALUES = ()
CASES = ("series", "nearly")
_ARTICLES = frozenset(["a", "an", "the", "in", "on", "of", "at", "from", "by", "to", "and"])


class Options(CheckOptions):
    """``shortest``: captions with fewer words are let be.

    ``natures``: the pictures compared, by what they are ("photograph", "illustration"…).
    """

    shortest: int = 3
    natures: tuple[str, ...] = ("photograph", "illustration", "screenshot")


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the later of two captions that say the same of two images.

    Nearly the same ("nearly") are captions with the same words but for a date's style or one small
    word. Word for word the same, and not by two photographers, may be meant ("series"). One image
    shown twice is no fault; the article station has dropped its twins already.
    """
    seen: dict[tuple[str, ...], tuple[Picture, Passage, list[str]]] = {}
    for picture in article.pictures:
        caption = picture.caption
        if caption is None or picture.nature not in options.natures:
            continue
        folded = _key(caption.text)
        if len(folded) < options.shortest:
            continue
        # Captions that differ in small words only meet under one key.
        key = tuple(word for word in folded if word not in _ARTICLES)
        if key not in seen:
            seen[key] = (picture, caption, folded)
            continue
        other, first, known = seen[key]
        if (other.name and other.name == picture.name) or first.block is caption.block:
            continue
        case = _alike(caption.text, folded, first.text, known)
        if case == "" and not _by_others(picture, other):
            case = "series"
        if case is not None:
            related = [Related(first.span, "the same caption under another picture")]
            yield hit_in(caption.block, caption.start, caption.end, case=case, related=related)


def _by_others(one: Picture, other: Picture) -> bool:
    """Tell whether two pictures have a credit each, and not the same."""
    return (
        one.credit is not None
        and other.credit is not None
        and one.credit.text.casefold() != other.credit.text.casefold()
    )


def _key(text: str) -> list[str]:
    """The folded words, each date in one normal form."""
    dates = find_dates(text)
    folded = []
    for word in words(text):
        date = next((each for each in dates if each.core_start <= word.start < each.end), None)
        if date is None:
            folded.append(fold(word.text))
        elif word.start == date.core_start:
            folded.append(f"{date.year}-{date.month}-{date.day}")
    return folded


def _alike(text: str, folded: list[str], other_text: str, other: list[str]) -> str | None:
    if folded == other:
        return "" if not differences(text, other_text) else "nearly"
    if len(folded) < 7 or abs(len(folded) - len(other)) > 1:
        return None
    changed = differences(text, other_text)
    if len(changed) != 1:
        return None
    small = [fold(word.text) for side in changed[0] for word in side]
    return "nearly" if len(small) == 1 and small[0] in _ARTICLES else None
