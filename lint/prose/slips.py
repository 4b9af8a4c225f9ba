"""Words written for others: what might be meant instead, and how strongly the news speaks for it.

A word's candidates stand in data/slips.tsv, one written word a line, in order; how much each
kind of evidence counts stands in data/slip-weights.tsv. Both are made by build_slips.py.
judge.py has the last word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from lint.prose.judge import is_hopeless, judge
from lint.prose.language_model import Entry, entry, pair, seen
from lint.prose.row import Row
from lint.prose.slip_evidence import FUNCTION, KINDS, Candidate, context, evidence
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


class Others(NamedTuple):
    """What may be meant by a word; ``is_small`` where a function word is among it."""

    many: tuple[Candidate, ...]
    is_small: bool


@lru_cache(maxsize=16_384)
def candidates(written: str) -> Others:
    """What may be meant by a lower-case word, and is worth asking about; empty for most."""
    return others(each for each in listed(written) if not is_hopeless(written, each.word))


def others(found: Iterable[Candidate]) -> Others:
    """Candidates as :func:`rivals` takes them."""
    many = tuple(found)
    return Others(many, any(each.kind == FUNCTION for each in many))


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


def is_let_be(before: Entry | None, word: Entry, after: Entry | None) -> bool:
    """Tell whether the news has a content word beside both of its neighbours: then it is let be."""
    if before is None or after is None or not word.known:
        return False
    return seen(before, word) is not None and seen(word, after) is not None


def rivals(
    before: Entry | None, word: Entry, after: Entry | None, others: Others
) -> list[Candidate]:
    """The candidates that fit between two neighbours better than a word; most words have none.

    A neighbour is None where it is a mark or unknown.
    """
    own = (word.probability if before is None else pair(before, word)) + (
        0.0 if after is None else pair(word, after)
    )
    if others.is_small:
        by_itself = word.probability + (0.0 if after is None else after.probability)
        if own - by_itself > (_EXPECTED_OFTEN if word.probability > _OFTEN else _EXPECTED):
            return []
    elif is_let_be(before, word, after):
        return []
    own += _GATE
    found = []
    for each in others.many:
        # Logarithms of probabilities only fall: most candidates are out after one look-up.
        likely = each.entry.probability if before is None else pair(before, each.entry)
        if likely > own and (after is None or likely + pair(each.entry, after) > own):
            found.append(each)
    return found


def suggestions(row: Row, at: int, written: str) -> Iterator[tuple[float, Candidate]]:
    """Yield what may be meant by a word, each with how likely it was: a natural logarithm of odds.

    ``at`` is a place in ``row.entries``.
    """
    for odds, each, known, around_it in weighed(row, at, written, candidates(written)):
        yield judge(odds, (written, each.word), known, around_it), each


def weighed(
    row: Row, at: int, written: str, others: Others
) -> Iterator[tuple[float, Candidate, list[float], list[float]]]:
    """Yield what may be meant by a word, with odds by its pair's own weights, and the evidence.

    That are the values of FEATURES and of CONTEXT.
    """
    word = entry(written)
    here: list[bytes] = []
    for candidate in rivals(row.entries[at - 1], word, row.entries[at + 1], others):
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
def _lines() -> list[bytes]:
    return (_DATA / "slips.tsv").read_bytes().split(b"\n")


def _line(start: bytes) -> str:
    """The line that begins so; empty if there is none."""
    lines = _lines()
    at = bisect_left(lines, start)
    return lines[at].decode("utf-8") if at < len(lines) and lines[at].startswith(start) else ""
