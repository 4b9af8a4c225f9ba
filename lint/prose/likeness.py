"""How alike two texts are, and where they differ, word by word."""

from __future__ import annotations

from lint.prose.words import Word, fold, words
from lint.tuples import NamedTuple

_LONGEST = 400  # words; alignment is quadratic, and no caption is longer


class Difference(NamedTuple):
    """Words of one text (``ours``) where the other has ``theirs``; either may be empty."""

    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]


def overlap(one: str, other: str) -> float:
    """Shared words over all words (Jaccard on folded words), 0 to 1."""
    first, second = keys(one), keys(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def keys(text: str) -> frozenset[str]:
    """The folded words of a text."""
    return frozenset(fold(word.text) for word in words(text))


def differences(one: str, other: str) -> list[Difference]:
    """List where two texts differ, in order: case, apostrophes and punctuation do not count.

    The words are aligned by their longest common subsequence.
    """
    ours, theirs = words(one)[:_LONGEST], words(other)[:_LONGEST]
    left, right = [fold(word.text) for word in ours], [fold(word.text) for word in theirs]
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    pairs = _common(left[head : len(left) - tail], right[head : len(right) - tail])
    found: list[Difference] = []
    at, other_at = head, head
    for first, second in [*pairs, (len(left) - tail - head, len(right) - tail - head)]:
        if first + head > at or second + head > other_at:
            found.append(
                Difference(tuple(ours[at : first + head]), tuple(theirs[other_at : second + head]))
            )
        at, other_at = first + head + 1, second + head + 1
    return found


def _common(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    lengths = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            lengths[i][j] = (
                lengths[i + 1][j + 1] + 1
                if left[i] == right[j]
                else max(lengths[i + 1][j], lengths[i][j + 1])
            )
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
