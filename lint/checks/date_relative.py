"""A day named by the day of publication ("today") on a page that does not say which it is."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions

VALUES = ("word",)
CASES = ()
_KINDS = (model.STANDFIRST, model.PARAGRAPH)
_DATED = (model.DATELINE, model.BYLINE, model.HEADLINE, model.KICKER)


class Options(CheckOptions):
    """``phrases``: what names a day or a week by the day of publication, in small letters."""

    phrases: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the first of the phrases on a page without any date of publication.

    Fragments are let be: the date is the template's. So is an article whose text names a day.
    """
    if article.is_fragment or article.published or article.modified:
        return
    said = (*article.of(*_DATED, *_KINDS), *article.furniture)
    if any(each.year for block in said for each in block.dates):
        return
    for block in article.of(*_KINDS):
        folded = block.text.casefold().replace("\u00ad", "-")  # "last week-end" is another phrase
        if len(folded) != len(block.text):
            continue
        for phrase in options.phrases:
            start = folded.find(phrase)
            end = start + len(phrase)
            if start < 0 or folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum():
                continue
            if (
                folded[end : end + 1] == "-"
                or folded[end : end + 2] in ("’s", "'s")
                or block.is_quoted(start, end)
            ):
                continue
            if is_prose(block, start, end):
                yield hit_in(block, start, end, values={"word": block.text[start:end]})
                return
