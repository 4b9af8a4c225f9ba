"""Alternative texts that say the caption over again."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.prose.likeness import differences
from lint.prose.words import words

VALUES = ()
CASES = ()
_HABIT = 3  # pictures
_MOST = 5  # related places are enough to show it


class Options(CheckOptions):
    """``shortest``: captions with fewer words are let be."""

    shortest: int = 4


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield alternative texts with the words of their caption, with its credit or without.

    Three in an article and more are a system's habit, which is told once.
    """
    found: list[Hit] = []
    for picture in article.pictures:
        alt, caption = picture.alt, picture.caption
        if alt is None or caption is None or len(words(caption.text)) < options.shortest:
            continue
        same = not differences(alt.text, caption.text)
        whole = caption.block.text
        if same or (whole != caption.text and not differences(alt.text, whole)):
            related = [Related(caption.span, "the caption says the same")]
            found.append(hit_in(alt.block, alt.start, alt.end, related=related))
    if len(found) < _HABIT:
        yield from found
        return
    first, *others = found
    again = tuple(Related(each.span, "here, too") for each in others[:_MOST])
    yield first._replace(related=first.related + again)
