"""Photographs that name nobody as their source."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Picture
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

    "others" says that the page credits other photographs, the strongest sign of an oversight.
    Pictures without a caption are let be: on real pages they are cards of other stories.
    """
    pictures = [each for each in article.pictures if each.nature in options.natures]
    credited = next((each.credit for each in pictures if each.credit), None)
    waived = {word.casefold() for word in options.waived}
    for picture in pictures:
        if picture.credit is not None or picture.caption is None or _named_in(picture, waived):
            continue
        said = [word.text for word in words(picture.caption.text)]
        if len(said) < options.shortest or all(word[0].isupper() for word in said):
            continue  # a name alone may be the source's as well as the subject's
        related = [Related(credited.span, "this picture has a credit")] if credited else []
        excerpt = picture.name or picture.caption.text
        case = "others" if credited else ""
        yield Hit(picture.span, {}, case, tuple(related), (), "picture", excerpt)


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
