"""Words written for others: what might be meant instead, and how strongly the news speaks for it.

A word's candidates stand in data/slips.tsv, one written word a line, searched by halving; how much
each kind of evidence counts stands in data/slip-weights.tsv. Both are made by build_slips.py.
judge.py has the last word.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from lint.prose.dictionary import MAIN_SHIFT, look_up
from lint.prose.judge import is_hopeless, judge
from lint.prose.language_model import END, START, Entry, entry, pair, seen, triple
from lint.prose.row import Row
from lint.prose.slots import KINDS as KINDS_OF_SMALL
from lint.prose.slots import signs, speaks_for
from lint.tuples import NamedTuple

_DATA: Final = Path(__file__).parent / "data"
_GATE: Final = 0.5  # log10: a candidate must fit so much better than the word itself
# log10: a function word that its neighbours expect so strongly is let be. Half of them are; one
# slip in a hundred is lost by it.
_EXPECTED: Final = 1.0
# The same, of one that is so common (log10): its neighbours hardly tell more of it.
_EXPECTED_OFTEN: Final = 0.4
_OFTEN: Final = -2.5
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


@lru_cache(maxsize=16_384)
def candidates(written: str) -> tuple[Candidate, ...]:
    """What may be meant by a lower-case word, and is worth asking about; empty for most."""
    return tuple(each for each in listed(written) if not is_hopeless(written, each.word))


def listed(written: str) -> tuple[Candidate, ...]:
    """What may be meant by a lower-case word, all that are listed."""
    line = _line(written.encode("utf-8", "replace") + b"\t")
    found = []
    for field in line.split("\t")[1:]:
        word, kind, clean, strong = field.split(" ")
        found.append(Candidate(word, entry(word), KINDS[int(kind)], float(clean), float(strong)))
    return tuple(found)


@cache
def _rows() -> dict[str, str]:
    lines = (_DATA / "slip-weights.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines[1:])


@cache
def weights(name: str) -> tuple[float, ...]:
    """The weights of FEATURES and CONTEXT for a pair of function words ("off of").

    "content" has those for all other words. Raises KeyError for what is no such pair.
    """
    return tuple(map(float, _rows()[name].split("\t")))


def is_let_be(row: Row, at: int) -> bool:
    """Tell whether the news has a content word beside both of its neighbours: then it is let be."""
    before, known, after = row.entries[at - 1 : at + 2]
    if known is None or before is None or after is None:
        return False
    return seen(before, known) is not None and seen(known, after) is not None


def _by_itself(word: Entry, after: Entry | None) -> float:
    """How likely a word, and the one behind it, are whatever stands before them."""
    return word.probability + (0.0 if after is None else after.probability)


def suggestions(row: Row, at: int, written: str) -> Iterator[tuple[float, Candidate]]:
    """Yield what may be meant by a word, each with how likely it was: a natural logarithm of odds.

    ``at`` is a place in ``row.entries``.
    """
    for odds, candidate, known, around_it in weighed(row, at, written, candidates(written)):
        yield judge(odds, (written, candidate.word), known, around_it), candidate


def weighed(
    row: Row, at: int, written: str, found: Sequence[Candidate]
) -> Iterator[tuple[float, Candidate, list[float], list[float]]]:
    """Yield what may be meant by a word, with odds by its pair's own weights, and the evidence.

    That are the values of FEATURES and of CONTEXT.
    """
    if not found:
        return
    word = entry(written)
    before, after = row.entries[at - 1], row.entries[at + 1]
    if any(each.kind == FUNCTION for each in found):
        own = _pair(before, word) + (0.0 if after is None else pair(word, after))
        most = _EXPECTED_OFTEN if word.probability > _OFTEN else _EXPECTED
        if own - _by_itself(word, after) > most:
            return
    elif is_let_be(row, at):
        return
    else:
        own = _pair(before, word) + (0.0 if after is None else pair(word, after))
    own += _GATE
    here: list[bytes] = []
    for candidate in found:
        # Logarithms of probabilities only fall: most candidates are out after one look-up.
        likely = _pair(before, candidate.entry)
        if likely <= own or (after is not None and likely + pair(candidate.entry, after) <= own):
            continue
        features = evidence(row, at, word, candidate)
        if features is None:
            continue
        speaking, name = 0.0, "content"
        if candidate.kind == FUNCTION:
            here = here or signs(row, at)
            speaking, name = (
                speaks_for(written, candidate.word, here),
                f"{written} {candidate.word}",
            )
        around_it = context(row, at, word, candidate, speaking)
        odds = sum(map(float.__mul__, weights(name), (*features, *around_it)))
        yield odds, candidate, features, around_it


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
