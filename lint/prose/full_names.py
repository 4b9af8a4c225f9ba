"""Full names of people in a text, as an archive keeps them: form and key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from lint.patterns import lazy_pattern
from lint.prose.dictionary import is_word
from lint.prose.names import NameWord
from lint.prose.words import APOSTROPHES, fold, words
from lint.tuples import NamedTuple

_LONGEST: Final = 4  # words that begin with a capital
_ARTICLE = lazy_pattern(r"(?:al|el|ad|an|ar|as|ash|at|az)[-‐‑](?=\w)", re.IGNORECASE)
_ARTICLES: Final = frozenset(["al", "el"])
_POSSESSIVE = lazy_pattern(rf"[{APOSTROPHES}]s$|(?<=s)[{APOSTROPHES}]$")


class FullName(NamedTuple):
    """A name of two words and more: ``form`` is ``text[start:end]``, ``key`` folds its typing."""

    form: str
    key: str
    start: int
    end: int


def find_full_names(
    text: str, names: Sequence[NameWord], apart: Collection[str]
) -> Iterator[FullName]:
    """Yield the full names among the names of a text, in order.

    ``apart`` are titles and other words, in small letters, that are no part of a name: what stands
    up to the last of them is left out. Names of dictionary words only are none ("White House").
    """
    run: list[NameWord] = []
    for name in names:
        if not name.before:
            yield from _full(text, run, apart)
            run = []
        run.append(name)
    yield from _full(text, run, apart)


def name_key(form: str) -> str:
    """Fold case, diacritics, apostrophes, hyphens and Arabic articles of a full name."""
    parts = [_ARTICLE.sub("", word.text) for word in words(form)]
    return " ".join(key for part in parts if (key := fold(part)) and key not in _ARTICLES)


def plain_form(form: str) -> str:
    """What is left of a form that is not a matter of articles, capitals and kinds of apostrophe."""
    parts = [_ARTICLE.sub("", word.text).casefold() for word in words(form)]
    text = " ".join(part for part in parts if part not in _ARTICLES)
    return "".join("’" if each in APOSTROPHES else each for each in text)


def _full(text: str, run: list[NameWord], apart: Collection[str]) -> Iterator[FullName]:
    for at in range(len(run) - 1, -1, -1):
        if run[at].base.casefold() in apart:
            run = run[at + 1 :]
            break
    else:
        if run and run[0].opens and is_word(run[0].base.casefold()):
            run = run[1:]  # "Later Omar Tahan left"
    if not 1 < len(run) <= _LONGEST or all(is_word(fold(each.base)) for each in run):
        return
    start, end = run[0].start, run[-1].end
    form = " ".join(text[start:end].replace("\u00ad", "").split())
    key = name_key(form)
    if " " in key:
        yield FullName(form, key, start, end)
