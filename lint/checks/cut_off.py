"""Texts that end in the middle of a sentence: a caption, a description."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.prose.words import fold, words

VALUES = ("text",)
CASES = ("ellipsis",)
_STOPS = lazy_pattern(r"(?<![\s.])[\s.]*\Z")
_ELLIPSIS = lazy_pattern(r"(?:\[\s*(?:…|\.\.\.)\s*\]|…)\Z")
_DANGLING = frozenset("the a an of and or its their his my our".split())
_MOST_VERSIONS = 50  # of one text that are looked at
_FEWEST = 6  # words: "Part of the" may be a title


class Options(CheckOptions):
    """``fault``: "caption" or "description": what one rule looks at."""

    fault: Literal["caption", "description"] = "caption"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield texts that break off: after "the", or where a fuller version of them goes on.

    The case "ellipsis" is a text that ends with one, as automatic excerpts do.
    """
    if options.fault == "description":
        fuller = sorted(article.of(model.STANDFIRST, model.PARAGRAPH)[:3], key=_text)
        for block in article.of(model.DESCRIPTION, model.OG_DESCRIPTION):
            yield from _cut(block, 0, len(block.text), fuller)
        return
    versions = sorted(article.of(model.CAPTION, model.ALT, model.DATA_CAPTION), key=_text)
    for picture in article.pictures:
        if (caption := picture.caption) is not None:
            yield from _cut(caption.block, caption.start, caption.end, versions)


def _text(block: Block) -> str:
    return block.text


def _cut(block: Block, start: int, end: int, fuller: list[Block]) -> Iterator[Hit]:
    """Look at one text; ``fuller`` are those that may go on where it ends, sorted by text."""
    text = block.text[start:end].rstrip()
    ellipsis = _ellipsis(text)
    if ellipsis >= 0:
        place = (start + ellipsis, start + len(text))
        if len(words(text)) >= _FEWEST:
            yield hit_in(block, *place, case="ellipsis", values={"text": text[-40:]})
        return
    last = text[text.rfind(" ") + 1 :]
    if len(words(text)) < _FEWEST or not last[-1:].isalpha():
        return
    place = (start + len(text) - len(last), start + len(text))
    if last in _DANGLING:
        yield hit_in(block, *place, values={"text": last})
        return
    first = bisect_left(fuller, text, key=_text)  # what begins with it stands here
    for other in fuller[first : first + _MOST_VERSIONS]:
        # Cut in the middle of a word, as a database field does it.
        if other is not block and _goes_on(text, other.text):
            related = [Related(other.span(), "the whole of it")]
            yield hit_in(block, *place, values={"text": last}, related=related)
            return


def _ellipsis(text: str) -> int:
    """Where the ellipsis begins with which a text ends, stops and blanks behind it; -1 if none."""
    stops = _STOPS.search(text)
    at = stops.start() if stops else len(text)
    match = _ELLIPSIS.search(text, 0, at)
    return match.start() if match else text.find("...", at)


def _goes_on(text: str, other: str) -> bool:
    return (
        len(other) > len(text)
        and other.startswith(text)
        and other[len(text)].isalpha()
        and fold(text) != fold(other)
    )
