"""One name with two kinds of apostrophe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.names import NameWord
from lint.prose.words import APOSTROPHES, fold

VALUES = ("name", "other")
CASES = ()


class Options(CheckOptions):
    """``ignored``: names whose apostrophes are let be."""

    ignored: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the rarer form of a name that is otherwise spelt the same; possessives do not count."""
    if not any(each in article.text for each in APOSTROPHES):
        return
    ignored = {fold(name) for name in options.ignored}
    names: dict[str, list[tuple[Block, NameWord, str]]] = {}
    for block in article.of(*model.COPY):
        for name in block.names:
            if name.base.isascii() and name.base.isalpha():
                continue  # as most names are
            mark = next((each for each in name.base if each in APOSTROPHES), "")
            tail = name.base.rpartition(mark)[2] if mark else ""
            if len(tail) > 2 and fold(name.base) not in ignored:  # "Don’t", "We’ll" are no names
                names.setdefault(fold(name.base), []).append((block, name, mark))
    for places in names.values():
        marks = Counter(mark for _, _, mark in places)
        if len(marks) < 2:
            continue
        usual = marks.most_common(1)[0][0]
        other_block, other, _ = next(each for each in places if each[2] == usual)
        for block, name, mark in places:
            if mark == usual:
                continue
            at = name.start + name.text.index(mark)
            quoted = block.is_quoted(name.start, name.end)
            yield hit_in(
                block,
                name.start,
                name.end,
                values={"name": name.text, "other": other.text},
                related=[Related(other_block.span(other.start, other.end), "the other apostrophe")],
                fixes=[rewrite(block, at, at + 1, usual, safe=not quoted)],
            )
