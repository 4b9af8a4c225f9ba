"""A dictionary of English, British and American, that opens in no time.

The list is a sorted file, mapped into memory and searched by halving; nothing is read at start.
What it is made of, and under which licences, is in data/NOTICE.
"""

from __future__ import annotations

import mmap
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

#: No common word has more letters; longer ones are not looked at, they could go on for ever.
LONGEST: Final = 24
_DATA = Path(__file__).parent / "data"


@lru_cache(30_000)  # articles share most of their words
def is_word(word: str) -> bool:
    """Tell whether a lower-case word, without apostrophe or hyphen, is an English word."""
    if not word.isascii() and not word.isalpha():
        return False
    return _contains(_english(), word.encode("utf-8", "replace"))


@cache
def common_words() -> dict[str, int]:
    """The 20,000 most common words and their British forms, with their rank, 0 first."""
    words = (_DATA / "common.txt").read_text("utf-8").split()
    return {word: rank for rank, word in enumerate(words)}


def neighbours(word: str) -> list[str]:
    """List the common words that are one edit away: a letter more, less, other, or two swapped."""
    if len(word) > LONGEST:
        return []
    common = common_words()
    letters = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    edits = {head + tail[1:] for head, tail in splits if tail}
    edits |= {head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1}
    edits |= {head + each + tail[1:] for head, tail in splits if tail for each in letters}
    edits |= {head + each + tail for head, tail in splits for each in letters}
    return sorted(each for each in edits if each in common and each != word)


@cache
def _english() -> mmap.mmap:
    with (_DATA / "english.txt").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _contains(lines: mmap.mmap, word: bytes) -> bool:
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind(b"\n", low, middle) + 1 or low
        end = lines.find(b"\n", middle if middle >= start else start)
        line = lines[start:end]
        if line == word:
            return True
        if line < word:
            low = end + 1
        else:
            high = start
    return False
