"""What a page says of itself twice, and differently: headline, author, address, caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.facts import kind_of_fact
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.prose.likeness import differences, keys, overlap
from lint.prose.words import Word

VALUES = ("text", "other")
CASES = ("number", "negation", "name", "other")
_SMALL = frozenset(
    "a an the of in on at to for from by with and or as is are was were be it its his her their"
    " this that how why what who when where says said new after over".split()
)
_FEWEST = 4  # words that a headline must have to be another one
_ADDRESS = lazy_pattern(
    r"(?:https?:)?//(?:www\.|m\.|amp\.|mobile\.)?([^/?#]+)([^?#]*)", re.IGNORECASE
)
_AMP = lazy_pattern(r"(?:/amp|\.amp(?=\.|$)|/index\.html?|\.html?)?/?$")


class Options(CheckOptions):
    """``fault``: "headline", "caption", "author" or "address": what one rule compares.

    ``houses``: words that are no person's in a name of an author ("Staff", "Agency").
    """

    fault: Literal["headline", "caption", "author", "address"] = "headline"
    houses: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield fields of the head that conflict with the page: never what merely differs.

    A headline for search engines, shorter or with the paper's name, is fine; "number", "negation"
    and "name" are cases where one fact differs in the same sentence, "other" is another headline.
    """
    if options.fault == "headline":
        shown = article.of(model.HEADLINE)
        fields = article.of(model.DATA_HEADLINE, model.OG_TITLE)
        yield from _headlines(shown, fields)
    elif options.fault == "caption":
        shown = article.of(model.CAPTION)
        for field in article.of(model.DATA_CAPTION)[:1]:
            yield from _facts(shown, field)
    elif options.fault == "author":
        yield from _authors(article, options)
    else:
        yield from _addresses(article)


def _headlines(shown: Sequence[Block], fields: Sequence[Block]) -> Iterator[Hit]:
    if len(shown) != 1:
        return  # which of several h1 it is nobody can tell
    for field in fields:
        hits = list(_facts(shown, field))
        yield from hits
        if hits or not _is_another(shown[0].text, field.text):
            continue
        values = {"text": field.text, "other": shown[0].text}
        related = [Related(shown[0].span(), "the headline of the page")]
        yield hit_in(field, 0, len(field.text), case="other", values=values, related=related)


def _is_another(one: str, other: str) -> bool:
    first, second = keys(one) - _SMALL, keys(other) - _SMALL
    return min(len(first), len(second)) >= _FEWEST and not first & second


def _facts(shown: Sequence[Block], field: Block) -> Iterator[Hit]:
    """The fact in which a field differs from the text that is otherwise the same sentence."""
    for block in shown:
        if overlap(field.text, block.text) < 0.6:
            continue
        changed = differences(field.text, block.text)
        if len(changed) > 2:
            continue
        for difference in changed:
            case = kind_of_fact(difference, field.text, block.text)
            ours, theirs = difference
            if not case:
                continue
            start, end = _range(ours, field)
            place = _range(theirs, block)
            values = {"text": field.text[start:end], "other": block.text[place[0] : place[1]]}
            related = [Related(block.span(*place), "the page has this")]
            yield hit_in(field, start, end, case=case, values=values, related=related)
            return


def _range(found: Sequence[Word], block: Block) -> tuple[int, int]:
    """The place of some words in a block; all of it, where the other text has words more."""
    return (found[0].start, found[-1].end) if found else (0, len(block.text))


def _authors(article: Article, options: Options) -> Iterator[Hit]:
    """A meta author that names none of those whom JSON-LD and byline name alike."""
    houses = {word.casefold() for word in options.houses}
    named = [b for b in article.of(model.DATA_AUTHOR) if _is_person(b.text, houses)]
    bylines = frozenset().union(*(keys(block.text) for block in article.of(model.BYLINE)))
    for block in article.of(model.META_AUTHOR):
        own = keys(block.text)
        if not named or not own or "://" in block.text:
            continue
        others = frozenset().union(*(keys(each.text) for each in named))
        confirmed = any(keys(each.text) <= bylines for each in named)
        if confirmed and not own & (others | bylines) and not _is_house(article, block.text):
            values = {"text": block.text, "other": named[0].text}
            related = [Related(named[0].span(), "the author in JSON-LD")]
            yield hit_in(block, 0, len(block.text), values=values, related=related)


def _is_house(article: Article, name: str) -> bool:
    """A name that the page gives elsewhere too, as of who publishes it."""
    return article.source.text.count(name) > 1


def _is_person(text: str, houses: set[str]) -> bool:
    parts = text.split()
    return 2 <= len(parts) <= 4 and not any(part.casefold().strip(".,") in houses for part in parts)


def _addresses(article: Article) -> Iterator[Hit]:
    for one in article.of(model.CANONICAL):
        for other in article.of(model.OG_URL):
            first, second = _address(one.text), _address(other.text)
            if not first or not second or first[0] != second[0]:
                continue  # another site's address: a text that was taken over from there
            if first != second and not _extends(first[1], second[1]):
                values = {"text": other.text, "other": one.text}
                related = [Related(one.span(), "the canonical address")]
                yield hit_in(other, 0, len(other.text), values=values, related=related)


def _extends(one: str, other: str) -> bool:
    """One path is the other with the title behind it: /id/44613978 and /id/44613978/sea-wall."""
    shorter, longer = sorted((one, other), key=len)
    return bool(re.search(r"\d{4}", shorter[shorter.rfind("/") + 1 :])) and longer.startswith(
        (f"{shorter}/", f"{shorter}-")
    )


def _address(text: str) -> tuple[str, str] | None:
    """Host and path, without what is the same page: protocol, www, amp, a slash at the end."""
    match = _ADDRESS.match(text.strip())
    return (match[1].lower(), _AMP.sub("", match[2]).lower()) if match else None
