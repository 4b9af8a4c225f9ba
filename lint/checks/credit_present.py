"""Photographs that name nobody as their source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article, Picture
from lint.checks.hit import Hit, Related
from lint.prose.words import words

VALUES = ()
CASES = ("others", "uncaptioned")


class Options(NamedTuple):
    """``natures``: what must be credited ("photograph"…); everything else is exempt.

    ``waived``: words of a caption that name the source in its own sentence, or say there is none
    ("courtesy", "handout"). ``shortest``: captions with fewer words do not count as captions.
    """

    natures: tuple[str, ...] = ("photograph",)
    waived: tuple[str, ...] = ()
    shortest: int = 3


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield photographs with a caption and no credit.

    The base case is a picture whose caption stands alone on the page or where no other is credited
    either; "others" says that the page credits other photographs, the strongest sign of an
    oversight; "uncaptioned" is a picture without any text on a page that credits others.
    """
    pictures = [each for each in article.pictures if each.nature in options.natures]
    credited = next((each for each in pictures if each.credit), None)
    waived = {word.casefold() for word in options.waived}
    for picture in pictures:
        if picture.credit is not None or _named_in(picture, waived):
            continue
        captioned = picture.caption is not None and (
            len(words(picture.caption.text)) >= options.shortest
        )
        if not captioned and (
            credited is None or picture.alt is None or picture.caption is not None
        ):
            continue
        case = "" if credited is None else "others" if captioned else "uncaptioned"
        related: tuple[Related, ...] = ()
        if credited is not None and credited.credit is not None:
            related = (Related(credited.credit.span, "this picture has a credit"),)
        excerpt = picture.name or (picture.alt.text if picture.alt else "picture")
        yield Hit(picture.span, {}, case, related, (), "picture", excerpt)


def _named_in(picture: Picture, waived: set[str]) -> bool:
    for passage in (picture.caption, picture.alt):
        if passage is None:
            continue
        text = passage.text
        if not waived.isdisjoint(word.text.casefold() for word in words(text)):
            return True
        if "©" in text or "REUTERS" in text or "Getty" in text:
            return True
    return False
