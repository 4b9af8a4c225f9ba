"""Photographs that name nobody as their source."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Passage, Picture
from lint.checks.hit import Hit, Related
from lint.checks.options import CheckOptions
from lint.prose.words import words

VALUES = ()
CASES = ("others",)


class Options(CheckOptions):
    """``natures``: what must be credited ("photograph"…); everything else is exempt.

    ``waived``: words of a caption that name the source in its own sentence, or say there is none
    ("courtesy", "handout"). ``shortest``: captions with fewer words do not count as captions.
    """

    natures: tuple[str, ...] = ("photograph",)
    waived: tuple[str, ...] = ()
    shortest: int = 3


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield photographs with a caption and no credit.

    "others" says that the page credits as many photographs or more, the strongest sign of an
    oversight. Pictures without a caption, or with a link for one, are let be: on real pages they
    are cards of other stories.
    """
    pictures = [each for each in article.pictures if each.nature in options.natures]
    credited = [each.credit for each in pictures if each.credit]
    waived = {word.casefold() for word in options.waived}
    lacking = [each for each in pictures if _lacks(each, waived, options.shortest)]
    habit = credited if len(credited) >= len(lacking) else []
    for picture in lacking:
        related = tuple(Related(each.span, "this picture has a credit") for each in habit[:1])
        excerpt = picture.name or (picture.caption.text if picture.caption else "")
        yield Hit(picture.span, {}, "others" if habit else "", related, (), "picture", excerpt)


def _lacks(picture: Picture, waived: set[str], shortest: int) -> bool:
    caption = picture.caption
    if picture.credit is not None or caption is None or _named_in(picture, waived):
        return False
    if _is_link(caption):
        return False
    said = [word.text for word in words(caption.text)]
    # A name alone may be the source's as well as the subject's.
    return len(said) >= shortest and not all(word[0].isupper() for word in said)


def _is_link(caption: Passage) -> bool:
    block = caption.block
    if any(each.start <= caption.start and each.end >= caption.end for each in block.links):
        return True
    element = block.element
    return element is not None and any(each.tag == "a" for each in element.iterancestors())


def _named_in(picture: Picture, waived: set[str]) -> bool:
    for passage in (picture.caption, picture.alt):
        if passage is None:
            continue
        text = passage.text
        if not waived.isdisjoint(word.text.casefold() for word in words(text)):
            return True
        if "©" in text or "REUTERS" in text or "Getty" in text or _ends_in_a_name(text):
            return True
    return False


def _ends_in_a_name(text: str) -> bool:
    """Tell whether a text ends in brackets that may name its source: "(Blake Estates)"."""
    bare = text.rstrip(" .\u00a0")
    start = bare.rfind("(") if bare.endswith(")") else -1
    inner = [word.text for word in words(bare[start:])] if start >= 0 else []
    return bool(inner) and inner[0][0].isupper() and len(bare) - start < 80
