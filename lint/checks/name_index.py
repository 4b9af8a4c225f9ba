"""A name that the archive never had, near one that it has had in many articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from lint.article import Article, Block, model
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions

# What reads an index and its names is imported where there is one.
if TYPE_CHECKING:
    from lint.prose.full_names import FullName
    from lint.prose.name_index import Entry
    from lint.prose.sorted_lines import Lines

VALUES = ("name", "other", "count")
CASES = ()


class Options(CheckOptions):
    """``articles``: how many articles must have the usual form.

    ``seen``: names with the number of articles that have them, besides those of the index.
    ``titles`` and ``generic``: capitalised words that are no part of a name. ``archive`` is
    the file; the configuration names it ("names-index"), a rule cannot.
    """

    articles: int = 40
    seen: Mapping[str, str] = MappingProxyType({})
    titles: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    archive: str = ""


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with options."""
    if options.archive:
        yield "option “archive”: name the file at the top of the configuration, as “names-index”"
    if not options.seen:
        return
    from lint.prose.full_names import name_key

    for name, count in options.seen.items():
        if not (count.isascii() and count.isdecimal() and int(count) and " " in name_key(name)):
            yield f"option “seen”: “{name}” must be a full name, “{count}” a number of articles"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield each name once, at its first place: one that is near a name of many articles.

    Silent are names inside quotation marks and titles of works, names that the archive has in this
    form, articles that have the usual form as well (name-variant sees those), and names that
    somebody who reviewed the index called other people's.
    """
    indexes = _indexes(options)
    if not indexes:
        return
    found: dict[str, tuple[Block, FullName]] = {}
    for block, name in full_names(article, options):
        found.setdefault(name.key, (block, name))
    for key, (block, name) in found.items():
        usual = None
        for index in indexes:
            usual = _usual(index, name, options.articles)
            if usual is not None:
                break
        if usual is None or (usual.name != key and usual.name in found) or key in usual.others:
            continue
        values = {"name": name.form, "other": usual.form, "count": str(usual.articles)}
        fix = rewrite(block, name.start, name.end, usual.form)
        yield hit_in(block, name.start, name.end, values=values, fixes=[fix])


def full_names(article: Article, options: Options) -> Iterator[tuple[Block, FullName]]:
    """Yield the full names of an article's copy, but for quotations and titles of works."""
    from lint.prose.full_names import find_full_names

    apart = {word.casefold() for word in (*options.titles, *options.generic)}
    for block in article.of(*model.COPY):
        for name in find_full_names(block.text, block.names, apart):
            place = name.start, name.end
            if not (
                block.is_quoted(*place)
                or block.is_inside(*place, "i", "em", "cite", "code", "q")
                or block.is_foreign(*place)
            ):
                yield block, name


def _indexes(options: Options) -> list[Lines]:
    indexes: list[Lines] = []
    if not options.seen and not options.archive:
        return indexes
    from lint.prose.full_names import name_key
    from lint.prose.name_index import index_of, open_index

    if options.seen:
        forms = {name: int(count) for name, count in options.seen.items()}
        indexes.append(index_of(forms, {form: name_key(form) for form in forms}))
    if options.archive:
        indexes.append(open_index(options.archive))
    return indexes


def _usual(index: Lines, name: FullName, articles: int) -> Entry | None:
    """The name that this one may be misspelt for, if the archive does not have this one."""
    from lint.prose.full_names import plain_form
    from lint.prose.name_index import IndexLineError, find, nearest

    try:
        known = find(index, name.key)
        if known is None:
            return nearest(index, name.key, articles)
        forms = {plain_form(form) for form in known.forms}
        is_known = plain_form(name.form) in forms or known.forms[known.form] < articles
        return None if is_known else known
    except IndexLineError:
        return None  # `copydesk names check` says what is wrong with an index
