"""Words and phrases that the house writes in another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose, places
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.prose.words import words

VALUES = ("word", "wanted")
CASES = ()
_KINDS = (*model.COPY, model.PULL_QUOTE)


class Options(CheckOptions):
    """``words``: each form that the house does not write, and the one that it does.

    A remark for the editor may follow the right form behind a bar: "ad hoc | two words". ``kinds``:
    the kinds of blocks that are searched. ``exceptions``: phrases inside which a form is let be.
    """

    words: Mapping[str, str] = MappingProxyType({})
    kinds: tuple[str, ...] = _KINDS
    exceptions: tuple[str, ...] = ()


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with the options of a rule: an unknown kind, an entry without a word."""
    for kind in options.kinds:
        if kind not in model.KINDS:
            yield f"option “kinds” has the unknown kind “{kind[:40]}”"
    for wrong in options.words:
        if not words(wrong):
            yield f"option “words”: “{wrong[:40]}” has no word in it"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the listed forms, in small letters or with a capital at the start.

    Quotations, titles of works, code and other languages are let be, and so are names: a form with
    a capital that no sentence owes.
    """
    by_first = _by_first(options)
    words_ = article.vocabulary
    firsts = {
        text: by_first[key]
        for text, key in zip(words_, map(str.casefold, words_), strict=True)
        if key in by_first
    }
    for block, found, at in places(article, frozenset(firsts), options.kinds):
        for offset, wrong, wanted in firsts[found[at].text]:
            start = found[at].start - offset
            end = start + len(wrong)
            if _stands(block, start, end, wrong) and not _excepted(block, start, end, options):
                yield _hit(block, start, end, wrong, wanted)
                break


@made_once
def _by_first(options: Options) -> dict[str, list[tuple[int, str, str]]]:
    """The forms by their first word: where in the form it begins, the form, what is right."""
    by_first: dict[str, list[tuple[int, str, str]]] = {}
    for wrong, wanted in options.words.items():
        first = words(wrong)[0]
        entry = first.start, wrong, wanted.partition("|")[0].strip()
        by_first.setdefault(first.text.casefold(), []).append(entry)
    return by_first


def _stands(block: Block, start: int, end: int, wrong: str) -> bool:
    found = block.text[max(start, 0) : end].replace("\u00a0", " ").replace("’", "'")
    plain = wrong.replace("’", "'")
    # With a capital in the middle of a sentence it is a name; all capitals are a headline's.
    if start < 0 or (found != plain and found[1:] != plain[1:]) or found.lower() != plain.lower():
        return False
    if block.text[end : end + 1].isalnum() or (start and block.text[start - 1].isalnum()):
        return False
    if block.text[end : end + 1] == "-" or block.text[start - 1 : start] == "-":
        return False
    if block.is_quoted(start, end) or block.is_inside(start, end, "i", "em", "cite"):
        return False
    return is_prose(block, start, end)


def _excepted(block: Block, start: int, end: int, options: Options) -> bool:
    around = block.text[max(0, start - 40) : end + 40].casefold()
    return any(phrase.casefold() in around for phrase in options.exceptions)


def _hit(block: Block, start: int, end: int, wrong: str, wanted: str) -> Hit:
    if block.text[start] != wrong[0] and block.text[start].isupper():
        wanted = wanted[0].upper() + wanted[1:]
    values = {"word": block.text[start:end], "wanted": wanted}
    fix = rewrite(block, start, end, wanted, safe=block.text[start].islower())
    return hit_in(block, start, end, values=values, fixes=[fix])
