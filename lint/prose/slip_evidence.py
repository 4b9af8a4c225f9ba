"""What is known of a place where one word may stand for another: the evidence that is weighed.

How likely both are beside their neighbours, how common they are, what the neighbours are and what
they like. slips.py tells which words are put against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lint.prose.dictionary import MAIN_SHIFT, look_up
from lint.prose.language_model import END, START, Entry, entry, pair, seen, triple
from lint.prose.row import Row
from lint.prose.slots import KINDS as KINDS_OF_SMALL
from lint.tuples import NamedTuple

_RARE: Final = -7.0  # log10 of how likely an unknown neighbour is
FUNCTION: Final = "function"
KINDS: Final = (FUNCTION, "confusable", "edit", "inflection")
FEATURES: Final = (
    "constant", "pairs", "triples", "weaker", "triples-held", "left", "right", "weaker-side",
    "fits-left", "fits-right", "fits-between", "word-fits-left", "word-fits-right",
    "word-fits-between", "unknown-left", "unknown-right", "capital-left", "capital-right",
    "mark-left", "mark-right", "opens", "closes", "rarity", "commoner", "clean", "clean-strong",
    "confusable", "edit", "inflection", "triples-edit", "length",
)  # fmt: skip

# What a word can be shows in what it follows: a verb "to", a noun "the", and so on.
_SIGNS: Final = ("to", "the", "he", "they", "is")
_PLACES: Final = ("before-last", "before", "after", "beyond")
_BITS: Final = ("singular", "plural", "base", "third", "past", "participle", "ing", "adjective",
                "adverb")  # fmt: skip
_MAINS: Final = ("mainly-noun", "mainly-verb", "mainly-modifier", "mainly-other")
_KIND: Final = {word: name for name, many in KINDS_OF_SMALL.items() for word in many.split()}
_BLANK: Final = (0.0,) * (1 + len(KINDS_OF_SMALL) + len(_BITS) + len(_MAINS))
#: What is weighed besides: what stands round the place, and what its signs speak for.
CONTEXT: Final = (
    "signs", "pairs-left", "pairs-right", "commonness-before", "commonness-after",
    "word-likes-left", "word-likes-right", "likes-left", "likes-right",
    *(f"{place}-like-after-{sign}" for place in _PLACES for sign in _SIGNS),
    *(
        f"{place}-{name}"
        for place in _PLACES
        for name in ("border", *KINDS_OF_SMALL, *_BITS, *_MAINS)
    ),
)  # fmt: skip


class Candidate(NamedTuple):
    """A word that may be meant, with its kind and what clean text says of the pair.

    ``clean`` and ``strong`` are the logarithms of how often the pair fires, and fires strongly, on
    clean text, against how often it is found when planted.
    """

    word: str
    entry: Entry
    kind: str
    clean: float
    strong: float


def evidence(row: Row, at: int, written: Entry, candidate: Candidate) -> list[float] | None:
    """The features of a candidate at a place of a row, as FEATURES names them; None if it is worse.

    ``at`` is a place in ``row.entries``.
    """
    entries = row.entries
    one, before, after, beyond = entries[at - 2], entries[at - 1], entries[at + 1], entries[at + 2]
    meant = candidate.entry
    pairs = _pair(before, meant) - _pair(before, written)
    if after is not None:
        pairs += pair(meant, after) - pair(written, after)
    if pairs <= 0:
        return None
    left = triple_of(one, before, meant) - triple_of(one, before, written)
    right = 0.0
    if after is not None:
        right = triple_of(before, meant, after) - triple_of(before, written, after)
        if beyond is not None:
            right += triple(meant, after, beyond) - triple(written, after, beyond)
    triples = left + right
    rarity = written.probability
    kind = candidate.kind
    is_edit = kind == "edit"
    return [
        1.0,
        pairs,
        triples,
        min(pairs, triples),
        min(max(triples, -3.0), 4.0),
        left,
        right,
        min(left, right),
        _fits(before, meant),
        _fits(meant, after),
        _fits_between(before, meant, after),
        _fits(before, written),
        _fits(written, after),
        _fits_between(before, written, after),
        float(before is None),
        float(after is None),
        float(row.capitals[at - 1]),
        float(row.capitals[at + 1]),
        float(row.marks[at - 1]),
        float(row.marks[at + 1]),
        float(before is not None and before.key == b"<s> "),
        float(after is not None and after.key == b"</s> "),
        rarity,
        meant.probability - rarity,
        candidate.clean,
        candidate.strong,
        float(kind == "confusable"),
        float(is_edit),
        float(kind == "inflection"),
        triples if is_edit else 0.0,
        float(len(candidate.word)),
    ]


def context(
    row: Row, at: int, written: Entry, candidate: Candidate, speaking: float = 0.0
) -> list[float]:
    """What stands around a place, as CONTEXT names it; ``speaking`` is what its signs say."""
    near = [row.entries[at + offset] for offset in (-2, -1, 1, 2)]
    _, before, after, _ = near
    meant = candidate.entry
    left, right = _pair(before, written), 0.0 if after is None else pair(written, after)
    left_meant, right_meant = _pair(before, meant), 0.0 if after is None else pair(meant, after)
    rarity = _RARE if after is None else after.probability
    return [
        speaking,
        left_meant - left,
        right_meant - right,
        _RARE if before is None else before.probability,
        rarity,
        0.0 if before is None else left - written.probability,
        0.0 if after is None else right - rarity,
        0.0 if before is None else left_meant - meant.probability,
        0.0 if after is None else right_meant - rarity,
        *around(near),
    ]


def around(near: Sequence[Entry | None]) -> list[float]:
    """What four neighbours are like, and what they can be: the last features of CONTEXT."""
    values: list[float] = []
    for each in near:
        values += _likeness(each)
    for each in near:
        values += _kinds(each)
    return values


@lru_cache(maxsize=65_536)
def _kinds(word: Entry | None) -> tuple[float, ...]:
    """What a neighbour is: a sentence's border, a small word of some kind, or what it can be."""
    values = list(_BLANK)
    if word is None:
        return _BLANK
    text = word.key[:-1].decode()
    if text in (START, END):
        values[0] = 1.0
    elif text in _KIND:
        values[1 + list(KINDS_OF_SMALL).index(_KIND[text])] = 1.0
    else:
        fact, first = look_up(text.removesuffix("'s")), 1 + len(KINDS_OF_SMALL)
        for bit in range(len(_BITS)):
            values[first + bit] = float(fact >> bit & 1)
        main = fact >> MAIN_SHIFT & 7
        if main:
            values[first + len(_BITS) + main - 1] = 1.0
    return tuple(values)


@lru_cache(maxsize=65_536)
def _likeness(word: Entry | None) -> tuple[float, ...]:
    if word is None:
        return (0.0,) * len(_SIGNS)
    return tuple(min(2.5, max(-1.5, pair(entry(sign), word) - word.probability)) for sign in _SIGNS)


def _pair(one: Entry | None, other: Entry) -> float:
    return other.probability if one is None else pair(one, other)


def triple_of(one: Entry | None, two: Entry | None, three: Entry) -> float:
    """Log10 P(three | one two), with as many of these as are known."""
    if two is None:
        return three.probability
    return pair(two, three) if one is None else triple(one, two, three)


def _fits(one: Entry | None, other: Entry | None) -> float:
    return float(one is not None and other is not None and seen(one, other) is not None)


def _fits_between(one: Entry | None, two: Entry, three: Entry | None) -> float:
    if one is None or three is None:
        return 0.0
    return float(triple(one, two, three) - pair(two, three) > 0.0)
