"""Quotation marks: pairs of two kinds, mixed kinds, the wrong way round, blanks inside; (sic).

Whether quotations are closed at all is a matter of several paragraphs: see ``quote_balance``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern

VALUES = ("quotation", "wanted")
CASES = ()
_COPY = (*model.COPY, model.PULL_QUOTE)
_TEXT = (model.HEADLINE, model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.CAPTION)
# What an article must have for the fault.
_NEEDED = {"pair": "“”", "mixed": "“”", "direction": "“”‘", "blank": "“”", "sic": ("(s", "(S")}
_MARKS = lazy_pattern('[“”"]')
_INCHES = lazy_pattern(r"\d[./½¼¾' ′]*$")
_LONGEST = 600  # characters between the two marks of one pair
# A mark that opens stands before a word, one that closes behind it.
_WRONG_WAY = lazy_pattern(r"(?:(?<=[ \u00a0(])|^)”(?=\w)|(?<=[\w,.!?…])“(?=[ \u00a0).,;]|$)")
# ‘90s, ‘em: what is left out wants an apostrophe, and "smart" typing makes it an opening mark.
_ELISION = lazy_pattern(r"(?<![\w‘’])‘(?=(?:\d0s|em|til|cause|twas|tis)\b)", re.IGNORECASE)
_CLOSES = lazy_pattern(r"[\w.,!?]’(?!\w)")
# don‘t, it‘s: never an opening mark. Not every letter: Sana‘a and Sa‘d are names.
_CONTRACTION = lazy_pattern(r"(?<=n)‘(?=t\b)|(?<=[a-z])‘(?=(?:s|re|ve|ll)\b)")
_SIC = lazy_pattern(r"\(sic\.?\)", re.IGNORECASE)
_BLANK_INSIDE = lazy_pattern(
    r"(?:(?<=[ \u00a0(])|^)“(?P<after>[ \u00a0\u2000-\u200a\u202f]+)(?=\w)"
    r"|(?<=[\w,.!?…])(?P<before>[ \u00a0\u2000-\u200a\u202f]+)”(?=[ \u00a0.,;:)]|$)"
)


class Options(CheckOptions):
    """``fault``: "pair", "mixed", "direction", "blank" or "sic": what one rule looks for."""

    fault: Literal["pair", "mixed", "direction", "blank", "sic"] = "pair"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the quotation marks that have the fault."""
    if not any(each in article.text for each in _NEEDED[options.fault]):
        return
    if options.fault == "mixed":
        yield from _mixed(article)
        return
    find = {"pair": _pairs, "direction": _wrong_way, "blank": _blanks, "sic": _sics}[options.fault]
    for block in article.of(*_COPY):
        yield from find(block)


def is_inch(text: str, at: int) -> bool:
    """Tell whether a straight mark may stand for inches: 5'10", 6"."""
    return text[at] == '"' and bool(_INCHES.search(text[max(0, at - 8) : at]))


def _pairs(block: Block) -> Iterator[Hit]:
    text = block.text
    if '"' not in text or not ("“" in text or "”" in text):
        return
    marks = [match for match in _MARKS.finditer(text) if not is_inch(text, match.start())]
    for one, other in pairwise(marks):
        if other.start() - one.start() > _LONGEST:
            continue
        closes = one[0] == "“" and other[0] == '"' and _ends(text, other.start())
        opens = one[0] == '"' and other[0] == "”" and _begins(text, one.start())
        if not (closes or opens) or not is_prose(block, one.start(), other.end()):
            continue
        odd, mate, wanted = (other, one, "”") if closes else (one, other, "“")
        yield hit_in(
            block,
            *odd.span(),
            values={"quotation": text[one.start() : other.end()], "wanted": wanted},
            related=[Related(block.span(*mate.span()), "the other mark of the pair")],
            fixes=[rewrite(block, *odd.span(), wanted)],
        )


def _ends(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _begins(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isalnum() and (at == 0 or not text[at - 1].isalnum())


def _mixed(article: Article) -> Iterator[Hit]:
    curly: list[tuple[Block, int]] = []
    straight: list[tuple[Block, int]] = []
    for block in article.of(*_TEXT) if '"' in article.text else ():
        for match in _MARKS.finditer(block.text):
            at = match.start()
            if is_inch(block.text, at) or not is_prose(block, at, at + 1):
                continue
            (straight if match[0] == '"' else curly).append((block, at))
    # A pair is the least that shows a habit; one mark alone is a slip that other rules tell.
    if min(len(curly), len(straight)) < 2:
        return
    odd, usual = (straight, curly) if len(straight) <= len(curly) else (curly, straight)
    block, at = odd[0]
    end = block.text.find('"' if odd is straight else "”", at + 1) + 1 or at + 1
    other, other_at = usual[0]
    yield hit_in(
        block,
        at,
        end,
        values={"quotation": block.text[at:end], "wanted": "“”" if odd is straight else '""'},
        related=[Related(other.span(other_at, other_at + 1), "the other kind")],
    )


def _wrong_way(block: Block) -> Iterator[Hit]:
    text = block.text
    for match in _WRONG_WAY.finditer(text) if "“" in text or "”" in text else ():
        if is_prose(block, *match.span()):
            yield _turned(block, match.start(), "“" if match[0] == "”" else "”")
    if "‘" not in text:
        return
    last = max((match.start() for match in _CLOSES.finditer(text)), default=-1)
    for match in _ELISION.finditer(text):
        # ‘90s kids’ is a quotation that begins with a number.
        if last < match.end() and is_prose(block, *match.span()):
            yield _turned(block, match.start(), "’")
    for match in _CONTRACTION.finditer(text):
        if is_prose(block, *match.span()):
            yield _turned(block, match.start(), "’")


def _turned(block: Block, at: int, wanted: str) -> Hit:
    around = block.text[at : at + 12].split(" ")[0] if at + 1 < len(block.text) else block.text[at]
    values = {"quotation": around, "wanted": wanted}
    return hit_in(block, at, at + 1, values=values, fixes=[rewrite(block, at, at + 1, wanted)])


def _blanks(block: Block) -> Iterator[Hit]:
    if "“" not in block.text and "”" not in block.text:
        return
    for match in _BLANK_INSIDE.finditer(block.text):
        group = "after" if match["after"] else "before"
        if is_prose(block, *match.span()):
            yield hit_in(
                block,
                *match.span(),
                values={"quotation": match[0].strip(), "wanted": match[0].strip()},
                fixes=[rewrite(block, *match.span(group), "", title="Remove the blank")],
            )


def _sics(block: Block) -> Iterator[Hit]:
    for match in _SIC.finditer(block.text) if "(" in block.text else ():
        if is_prose(block, *match.span()) and match[0] != "(SIC)":
            values = {"quotation": match[0], "wanted": "[sic]"}
            fix = rewrite(block, *match.span(), "[sic]")
            yield hit_in(block, *match.span(), values=values, fixes=[fix])
