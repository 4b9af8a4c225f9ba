"""Alternative texts that describe no picture: file names, "Image", the headline, instructions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Picture, model
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.patterns import lazy_pattern
from lint.prose.likeness import differences
from lint.prose.words import words

VALUES = ("alt",)
CASES = ()
_FILE = lazy_pattern(
    r"\S*\.(?:jpe?g|png|gif|webp|avif|tiff?|svg|heic)|(?:IMG|DSC|DSCN|DSCF|PXL|MVI|DJI)[_-]?\d{3}\S*"
    r"|\d{6}[\w-]*|[\w-]{40,}",
    re.IGNORECASE,
)
_MOST = 5  # related places are enough to show it
_SMALLEST = 5  # words of a headline that is worth comparing


class Options(CheckOptions):
    """What one rule looks for.

    ``fault``: "file-name", "generic", "headline", "instruction" or "missing". ``generic``: texts
    that say nothing when they are the whole ("Image"). ``instructions``: words that agencies write
    to editors, not to readers.
    """

    fault: Literal["file-name", "generic", "headline", "instruction", "missing"] = "file-name"
    generic: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the article's pictures whose alternative text has the fault."""
    if options.fault == "instruction":
        yield from _instructions(article, options)
        return
    if not article.pictures:
        return
    told: dict[str, list[Hit]] = {}
    headline = next(iter(article.of(model.HEADLINE)), None)
    generic = _generic(options)
    for picture in article.pictures:
        if picture.nature in ("icon", "logo", "portrait"):
            continue
        if options.fault == "missing":
            if not picture.has_alt and picture.alt is None and _counts(article, picture):
                yield Hit(picture.span, {"alt": ""}, "", (), (), "picture", picture.name)
            continue
        alt = picture.alt
        if alt is None:
            continue
        text = alt.text.strip(" .\u00a0")
        related = []
        if options.fault == "headline":
            if headline is None or len(words(text)) < _SMALLEST or differences(text, headline.text):
                continue
            related = [Related(headline.span(), "the headline")]
        elif options.fault == "file-name":
            if not _FILE.fullmatch(text):
                continue
        elif text.casefold() not in generic:
            continue
        hit = hit_in(alt.block, alt.start, alt.end, values={"alt": text}, related=related)
        told.setdefault(text, []).append(hit)
    for first, *others in told.values():
        # The same words on many pictures are one fault, of a template.
        again = tuple(Related(each.span, "here, too") for each in others[:_MOST])
        yield first._replace(related=first.related + again)


@made_once
def _generic(options: Options) -> frozenset[str]:
    return frozenset(map(str.casefold, options.generic))


def _counts(article: Article, picture: Picture) -> bool:
    """A picture that the article shows with words of its own; a card's image has none."""
    return picture.caption is not None or picture.credit is not None or picture.is_lead


def _instructions(article: Article, options: Options) -> Iterator[Hit]:
    phrases = sorted((each.casefold() for each in options.instructions), key=len, reverse=True)
    for block in article.of(model.ALT, model.CAPTION):
        folded = block.text.casefold()
        if len(folded) != len(block.text):
            continue  # folding moved the offsets ("ß")
        found = next((each for each in phrases if each in folded), None)
        if found is not None:
            at = folded.index(found)
            end = at + len(found)
            yield hit_in(block, at, end, values={"alt": block.text[at:end]})
