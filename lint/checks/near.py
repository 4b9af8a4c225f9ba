"""What patterns of function words are made of: their lists, what they find, a word's neighbours."""

from __future__ import annotations

from lint.article.running import Running
from lint.prose.clause import BREAK
from lint.tuples import NamedTuple

_BLANKS = frozenset(" \u00a0")


class Pattern(NamedTuple):
    """What a pattern found: ``words`` words, for which ``wanted`` is meant, if it is clear."""

    wanted: str
    case: str = ""
    words: int = 1


class Lists(NamedTuple):
    """The words that make a pattern; see the options of wrong_word.py."""

    irregular: frozenset[str]
    adjectives: frozenset[str]
    after: dict[str, frozenset[str]]
    comparatives: frozenset[str]
    participles: frozenset[str]
    function: frozenset[str]
    allowed: frozenset[tuple[str, ...]]


def near(row: Running, at: int, offset: int) -> str:
    """The neighbour ``offset`` words on; empty across punctuation or the text's end."""
    other = at + offset
    if other < 0 or BREAK in row.texts[min(at, other) : max(at, other) + 1]:
        return ""
    gaps = row.gaps[min(at, other) + 1 : max(at, other) + 1]
    return row.texts[other] if _BLANKS.issuperset(gaps) else ""
