"""One name with two kinds of apostrophe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.names import NamePart
from lint.prose.words import APOSTROPHES, fold

VALUES = ("name", "other")
CASES = ()


class Options(CheckOptions):
    """``ignored``: names whose apostrophes are let be."""

    ignored: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the rarer form of a name that is otherwise spelt the same; possessives do not count."""
    ignored = {fold(name) for name in options.ignored}
    running = article.running(*model.COPY)
    names: dict[str, list[tuple[list[NamePart], int, str]]] = {}
    for run in running.names if any(each in article.text for each in APOSTROPHES) else ():
        for number, part in enumerate(run):
            base = part.base
            if base.isascii() and base.isalpha():
                continue  # as most names are
            mark = next((each for each in base if each in APOSTROPHES), "")
            tail = base.rpartition(mark)[2] if mark else ""
            if len(tail) > 2 and fold(base) not in ignored:  # "Don’t", "We’ll" are no names
                names.setdefault(fold(base), []).append((run, number, mark))
    for places in names.values():
        marks = Counter(mark for _, _, mark in places)
        if len(marks) < 2:
            continue
        usual = marks.most_common(1)[0][0]
        usual_run, usual_number, _ = next(each for each in places if each[2] == usual)
        other_block, other = running.name_word(usual_run, usual_number)
        for run, number, mark in places:
            if mark == usual:
                continue
            block, name = running.name_word(run, number)
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
