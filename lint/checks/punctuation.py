"""Marks that stand twice, and brackets that are not closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern

VALUES = ("text", "wanted")
CASES = ()
_TEXT = (*model.COPY, model.PULL_QUOTE)
_BODY = (model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.QUOTE)
_ALONE = (model.HEADLINE, model.CAPTION, model.SUBHEADING, model.ALT)
# ".," is left out: it is right behind an abbreviation. So are "?." and "!.", ends of titles.
_DOUBLE = lazy_pattern(r"(?<=[\w)”’\"])(?:,,|;;|::|;,|,;|,\.|;\.|:\.|:,|\.\.)(?=[ \u00a0”’\"]|$)")
_TWO = lazy_pattern(r"[,;:][,;:.]|\.\.")  # what most articles lack
_BRACKETS = lazy_pattern(r"[()\[\]]")
# 1) and a) in front of an item, :-) and ;) in a message.
_INNOCENT = lazy_pattern(r"(?:(?:^|[ \u00a0(\"'“‘])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})|[:;8=][-o']?)$")
_OPENING, _CLOSING = tuple("\"'“‘«"), tuple("\"'”’»")
_REACH = 3  # paragraphs that one bracket may run over


class Options(CheckOptions):
    """``fault``: "double" or "bracket": what one rule looks for."""

    fault: Literal["double", "bracket"] = "double"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the marks that have the fault."""
    if options.fault == "double":
        for block in article.of(*_TEXT) if _TWO.search(article.text) else ():
            yield from _doubled(block)
        return
    if not any(each in article.text for each in "()[]"):
        return
    for block in article.of(*_ALONE):
        for at in _unpaired(block):
            yield _bracket(block, at)
    yield from _over_paragraphs(article.of(*_BODY))


def _doubled(block: Block) -> Iterator[Hit]:
    for match in _DOUBLE.finditer(block.text):
        start, end = match.span()
        if block.is_quoted(start, end) or not is_prose(block, start, end):
            continue
        marks = match[0]
        wanted = marks[0] if marks[0] == marks[1] and marks != ".." else ""
        fixes = [rewrite(block, start, end, wanted, safe=True)] if wanted else []
        yield hit_in(
            block, start, end, values={"text": marks, "wanted": wanted or "one"}, fixes=fixes
        )


def _unpaired(block: Block) -> list[int]:
    text, waiting, odd = block.text, [], []
    if not ("(" in text or ")" in text or "[" in text or "]" in text):
        return []
    for match in _BRACKETS.finditer(text):
        mark, at = match[0], match.start()
        if not is_prose(block, at, at + 1) or _is_named(text, at):
            continue
        if mark in "([":
            if not _is_sad(text, at):
                waiting.append(at)
        elif waiting and text[waiting[-1]] + mark in ("()", "[]"):
            waiting.pop()
        elif not _INNOCENT.search(text[max(0, at - 5) : at]):
            odd.append(at)
    return sorted(odd + waiting)


def _is_sad(text: str, at: int) -> bool:
    """Tell whether an opening bracket is the mouth of a face, as in ":-(": no word follows it."""
    eyes = text[max(0, at - 2) : at].endswith((":", ":-", ";"))
    return eyes and not text[at + 1 : at + 2].isalnum()


def _is_named(text: str, at: int) -> bool:
    """Tell whether a bracket stands alone in quotation marks: it is spoken of."""
    return at > 0 and text[at - 1] in _OPENING and text[at + 1 : at + 2] in _CLOSING


def _over_paragraphs(blocks: list[Block]) -> Iterator[Hit]:
    """Brackets that a later paragraph closes are let be."""
    unpaired = [_unpaired(block) for block in blocks]
    kinds = [
        {block.text[at] for at in places} for block, places in zip(blocks, unpaired, strict=True)
    ]
    for number, block in enumerate(blocks):
        for at in unpaired[number]:
            opens = block.text[at] in "(["
            if opens:
                near = range(number + 1, min(number + 1 + _REACH, len(blocks)))
            else:
                near = range(max(0, number - _REACH), number)
            mate = {"(": ")", "[": "]", ")": "(", "]": "["}[block.text[at]]
            if not any(mate in kinds[n] for n in near):
                yield _bracket(block, at)


def _bracket(block: Block, at: int) -> Hit:
    wanted = {"(": ")", "[": "]", ")": "(", "]": "["}[block.text[at]]
    return hit_in(block, at, at + 1, values={"text": block.text[at], "wanted": wanted})
