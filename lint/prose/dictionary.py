"""The English words, British and American: which there are, how common they are, what they can be.

The list is one sorted array of numbers of 64 bits, mapped into memory and searched by halving;
nothing is read at start. The upper half of a number is the checksum (CRC-32) of a word, the lower
half says what is known of it, and has seven more bits that the word is known by; the words
themselves are not stored, so that one unknown word in 1.5 million passes for a known one. Beside it
stands a bit for each of the first 21 bits of a checksum, set where a word has them: six of seven
words that are in no list need no search. What the list is made of, and under which licences, is in
data/NOTICE; build_dictionary.py builds it.
"""

from __future__ import annotations

import mmap
import sys
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

#: No common word has more letters; longer ones are not looked at, they could go on for ever.
LONGEST: Final = 24

# What a word can be.
SINGULAR: Final = 1 << 0  # of a noun
PLURAL: Final = 1 << 1
BASE: Final = 1 << 2  # of a verb: "say", also the plural's form
THIRD: Final = 1 << 3  # "says"
PAST: Final = 1 << 4
PARTICIPLE: Final = 1 << 5
ING: Final = 1 << 6
ADJECTIVE: Final = 1 << 7
ADVERB: Final = 1 << 8
# Where it stands.
WORD: Final = 1 << 9  # in a dictionary, in lower case
PLAIN: Final = 1 << 10  # a word that most people know
NAME: Final = 1 << 11  # a name of people, places or firms
# What it most often is: three bits.
MAIN_SHIFT: Final = 12
NOUN, VERB, MODIFIER, OTHER = range(1, 5)
#: The classes of the Penn Treebank, by their first two letters: VB, VBD, … are all verbs.
MAINS: Final = {"NN": NOUN, "VB": VERB, "JJ": MODIFIER, "RB": MODIFIER}
# How common it is, as a Zipf value (log10 of uses in a billion words) in steps.
FREQUENCY_SHIFT: Final = 16
STEPS: Final = 32
# Seven bits more by which a word is told from others with its checksum: its bytes, added up.
CHECK_SHIFT: Final = 24
_CHECKS: Final = 127
_KNOWN: Final = 1 << 31
_MOST, _LONGEST = 65_536, 40  # words that are kept, and letters of a word that is looked at
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_FILE = Path(__file__).parent / "data" / "words.bin"


def key(word: str) -> int:
    """The number of 32 bits under which a lower-case word stands in the list."""
    return crc32(word.encode("utf-8", "replace"))


def check(word: str) -> int:
    """The number of seven bits by which a lower-case word is told from others of its key."""
    return sum(word.encode("utf-8", "replace")) & _CHECKS


@lru_cache(_MOST)  # articles share most of their words
def look_up(word: str) -> int:
    """Tell what is known of a lower-case word, as the constants above; 0 if it is in no list."""
    data = word.encode("utf-8", "replace")
    return _entry(crc32(data), sum(data) & _CHECKS)


def _entry(wanted: int, checked: int) -> int:
    entries = _entries()
    at = bisect_left(entries, wanted << 32)
    if at < len(entries) and (entry := entries[at]) >> 32 == wanted:
        return entry & 0xFFFFFFFF | _KNOWN if entry >> CHECK_SHIFT & _CHECKS == checked else 0
    return 0


def maybe_known(words: Iterable[str]) -> list[int]:
    """Give the places of the words that may be in a list, in a fifth of the time of a look-up.

    Left out are six of seven words that are in none, and no other.
    """
    bits = _bits()
    keys = map(crc32, map(str.encode, words))
    return [at for at, key in enumerate(keys) if bits[key >> 14] >> (key >> 11 & 7) & 1]


def odd_words(words: frozenset[str]) -> dict[str, int]:
    """Of some words as written, those that are no plain words of a dictionary in small letters.

    Each comes with what is known of it, as :func:`look_up` tells. Words with a hyphen, an
    apostrophe or a digit are among them; those of more than 40 letters are left out.
    """
    odd: dict[str, int] = {}
    for word in words - _sound:
        if len(word) <= _LONGEST:
            fact = look_up(word.lower())
            if fact and fact & (NAME | WORD) != NAME and word.isalpha():
                if len(_sound) < _MOST:
                    _sound.add(word)
            else:
                odd[word] = fact
    return odd


_sound: set[str] = set()  # words that were found not to be odd: most of those that come


def is_known(word: str) -> bool:
    """Tell whether a lower-case word is in any list: a word, a name, or used in the news."""
    return look_up(word) != 0


def is_word(word: str) -> bool:
    """Tell whether a lower-case word, without apostrophe or hyphen, is in a dictionary."""
    return look_up(word) & WORD != 0


def frequency(word: str) -> float:
    """How common a lower-case word is: 3 is once in a million words, 6 once in a thousand."""
    return (look_up(word) >> FREQUENCY_SHIFT & 0xFF) / STEPS


def main_class(word: str) -> int:
    """What a lower-case word most often is: NOUN, VERB, MODIFIER or OTHER; 0 if nobody knows."""
    return look_up(word) >> MAIN_SHIFT & 7


def neighbours(word: str, least: float = 3.0, kind: int = PLAIN) -> list[str]:
    """List the words of a kind one edit away, at least so common, the commonest first.

    An edit is a letter more, less or other, or two swapped.
    """
    return list(_neighbours(word, least, kind)) if len(word) <= LONGEST else []


@lru_cache(4096)  # an unknown name stands in many articles
def _neighbours(word: str, least: float, kind: int) -> tuple[str, ...]:
    bits = _bits()
    found: dict[str, int] = {}
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        begun = crc32(head.encode("utf-8", "replace"))
        for rest in {tail, tail[1:]}:  # a letter more, or another
            data = rest.encode("utf-8", "replace")
            first = crc32(data, crc32(b"a", begun))
            for letter, step in zip(_ALPHABET, _steps(len(data)), strict=True):
                key = first ^ step
                if bits[key >> 14] >> (key >> 11 & 7) & 1:
                    near = head + letter + rest
                    found[near] = _entry(key, check(near))
        for edit in (head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]):
            found[edit] = _look_up(edit)
    found.pop(word, None)
    listed = [
        (-(fact >> FREQUENCY_SHIFT & 0xFF), each)
        for each, fact in found.items()
        if fact & kind and (fact >> FREQUENCY_SHIFT & 0xFF) / STEPS >= least
    ]
    return tuple(each for _, each in sorted(listed))


_look_up = look_up.__wrapped__  # what is tried once need not be kept


@lru_cache(LONGEST * 4 + 1)
def _steps(behind: int) -> tuple[int, ...]:
    """How a checksum changes when an "a" with so many bytes behind it becomes another letter.

    Checksums are linear: what one letter changes does not depend on the others.
    """
    zeros = bytes(behind)
    same = crc32(b"\0" + zeros)
    return tuple(crc32(bytes([ord("a") ^ ord(each)]) + zeros) ^ same for each in _ALPHABET)


@cache
def _bits() -> memoryview:
    with _FILE.with_suffix(".bits").open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def _entries() -> memoryview:
    with _FILE.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("Q")
    if sys.byteorder == "little":
        return data
    from array import array

    swapped = array("Q", data)
    swapped.byteswap()
    return memoryview(swapped)
