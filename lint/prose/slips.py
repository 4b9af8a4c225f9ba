"""Words written for others: what might be meant instead, and how strongly the news speaks for it.

A word's candidates stand in data/slips.tsv, one written word a line, searched by halving; how much
each kind of evidence counts stands in data/slip-weights.tsv. Both are made by build_slips.py.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from lint.prose.language_model import Entry, entry, pair, seen, triple
from lint.prose.row import Row

_DATA: Final = Path(__file__).parent / "data"
_GATE: Final = 0.0  # log10: a candidate that fits worse than the word itself is not looked at
KINDS: Final = ("function", "confusable", "edit", "inflection")
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
_CLASSES: Final = {
    "article": "a an the this that these those its his her their our my your every each no some "
    "any",
    "pronoun": "i you he she it we they there who me him us them",
    "preposition": "of in on at to for from with by about into over under after before between "
    "than",
    "auxiliary": "is are was were be been being has have had do does did will would can could may "
    "might should must not",
    "joint": "and or but as if when where while because that which what how so then nor",
}
_CLASS: Final = {word: name for name, many in _CLASSES.items() for word in many.split()}
#: What is also weighed for function words, for which each pair has its own weights.
CONTEXT: Final = (
    *(f"{place}-like-after-{sign}" for place in _PLACES for sign in _SIGNS),
    *(f"{place}-is-{name}" for place in _PLACES for name in _CLASSES),
    "noun-then-finite", "finite-then-article", "noun-then-verb-then-article",
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
    if pairs <= _GATE:
        return None
    left = _triple(one, before, meant) - _triple(one, before, written)
    right = 0.0
    if after is not None:
        right = _triple(before, meant, after) - _triple(before, written, after)
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


def context(row: Row, at: int) -> list[float]:
    """What kinds of words stand around a place, as CONTEXT names them."""
    around = [row.entries[at + offset] for offset in (-2, -1, 1, 2)]
    likes = [_likeness(each) for each in around]
    values = [value for like in likes for value in like]
    kinds = ["" if each is None else _CLASS.get(each.key[:-1].decode(), "") for each in around]
    values += [float(kind == name) for kind in kinds for name in _CLASSES]
    noun = max(0.0, likes[1][1] - likes[1][2])
    finite = max(0.0, likes[2][2] - likes[2][1])
    article = float(kinds[3] == "article")
    return [*values, noun * finite, finite * article, noun * finite * article]


@lru_cache(maxsize=65_536)
def _likeness(word: Entry | None) -> tuple[float, ...]:
    if word is None:
        return (0.0,) * len(_SIGNS)
    return tuple(min(2.5, max(-1.5, pair(entry(sign), word) - word.probability)) for sign in _SIGNS)


def _pair(one: Entry | None, other: Entry) -> float:
    return other.probability if one is None else pair(one, other)


def _triple(one: Entry | None, two: Entry | None, three: Entry) -> float:
    if two is None:
        return three.probability
    return pair(two, three) if one is None else triple(one, two, three)


def _fits(one: Entry | None, other: Entry | None) -> float:
    return float(one is not None and other is not None and seen(one, other) is not None)


def _fits_between(one: Entry | None, two: Entry, three: Entry | None) -> float:
    if one is None or three is None:
        return 0.0
    return float(triple(one, two, three) - pair(two, three) > 0.0)


@lru_cache(maxsize=16_384)
def candidates(written: str) -> tuple[Candidate, ...]:
    """What may be meant by a lower-case word; empty for most."""
    line = _line(written.encode("utf-8", "replace") + b"\t")
    found = []
    for field in line.split("\t")[1:]:
        word, kind, clean, strong = field.split(" ")
        found.append(Candidate(word, entry(word), KINDS[int(kind)], float(clean), float(strong)))
    return tuple(found)


@cache
def weights() -> tuple[float, ...]:
    """The weights of FEATURES."""
    lines = (_DATA / "slip-weights.tsv").read_text("utf-8").splitlines()
    table = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(float(table[name]) for name in FEATURES)


@cache
def pair_weights() -> dict[str, tuple[float, ...]]:
    """The weights of FEATURES and CONTEXT for each pair of function words."""
    table = {}
    for line in (_DATA / "slip-pairs.tsv").read_text("utf-8").splitlines()[1:]:
        name, *values = line.split("\t")
        table[name] = tuple(map(float, values))
    return table


def fits_well(row: Row, at: int, written: str) -> bool:
    """Tell whether the news has a content word between its neighbours: then it is let be."""
    if written in function_words():
        return False
    own = row.entries[at]
    before, after = row.entries[at - 1], row.entries[at + 1]
    if own is None or before is None or after is None:
        return False
    return seen(before, own) is not None and seen(own, after) is not None


@cache
def function_words() -> frozenset[str]:
    """The words that pairs of function words are made of."""
    return frozenset(name.partition(" ")[0] for name in pair_weights())


def suggestions(row: Row, at: int, written: str) -> Iterator[tuple[float, Candidate]]:
    """Yield what may be meant by a word, each with how strongly the news speaks for it."""
    found = candidates(written)
    if not found:
        return
    before, after = row.entries[at - 1], row.entries[at + 1]
    word = entry(written)
    own = _pair(before, word) + (0.0 if after is None else pair(word, after)) + _GATE
    for candidate in found:
        # Logarithms of probabilities only fall: most candidates are out after one look-up.
        likely = _pair(before, candidate.entry)
        if likely > own and (after is None or likely + pair(candidate.entry, after) > own):
            odds = weigh(row, at, written, candidate)
            if odds is not None:
                yield odds, candidate


def weigh(row: Row, at: int, written: str, candidate: Candidate) -> float | None:
    """How strongly the news speaks for a candidate: a natural logarithm of odds.

    ``at`` is a place in ``row.entries``. None where the word itself fits better.
    """
    features = evidence(row, at, entry(written), candidate)
    if features is None:
        return None
    if candidate.kind == "function":
        own = pair_weights().get(f"{written} {candidate.word}")
        if own is not None:
            return sum(map(float.__mul__, own, features + context(row, at)))
    return sum(map(float.__mul__, weights(), features))


@cache
def _lines() -> mmap.mmap:
    with (_DATA / "slips.tsv").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _line(start: bytes) -> str:
    """The line that begins so, found by halving; empty if there is none."""
    lines = _lines()
    low, high, size = 0, len(lines), len(start)
    while low < high:
        begin = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        found = lines[begin : begin + size]
        if found == start:
            return lines[begin : lines.find(b"\n", begin)].decode("utf-8")
        end = lines.find(b"\n", begin) + 1 or len(lines)
        if found < start:
            low = end
        else:
            high = begin
    return ""
