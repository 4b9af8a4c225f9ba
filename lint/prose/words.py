"""Words and sentences of a text; folding of words for comparison."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, chain
from typing import Final, overload

from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

#: Characters that stand for an apostrophe inside a name or word: ' ’ ‘ ʼ ʿ ʾ ` ´ ′.
APOSTROPHES: Final = "'’‘ʼʿʾ`´′"
HYPHENS: Final = "-‐‑"

_FOLDED = frozenset(APOSTROPHES + HYPHENS + "\u00ad")
# Letters that are no others with a mark, as Unicode sees them.
_LETTERS: Final = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th",
     "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ə": "a", "Ə": "A"}
)  # fmt: skip
_WORD = lazy_pattern(rf"([^\W_]++(?:[{APOSTROPHES}‐‑\u00ad-][^\W_]++)*+)")
#: What a full stop stands behind though no sentence ends, in small letters.
ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof st gen col sgt capt lt maj adm gov sen rep rev hon jr sr vs etc no inc "
    "ltd co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed "
    "thu fri sat sun a.m p.m e.g i.e u.s u.k u.n d.c".split()
)


_REACH: Final = 48
_MOST: Final = 1 << 32
_MOST_SPELLINGS, _LONGEST = 65_536, 40  # that are kept, and letters of those


class Word(NamedTuple):
    """A word of a text: ``text[start:end]``, with inner apostrophes and hyphens."""

    text: str
    start: int
    end: int


class _Spellings(dict[str, str]):
    """One object for each spelling, as words are met; articles share most of them.

    So a word takes no memory of its own, and its hash is known: half of the time of a set of them.
    """

    def __missing__(self, word: str) -> str:
        if len(self) < _MOST_SPELLINGS and len(word) <= _LONGEST:
            self[word] = word
        return word


_spellings = _Spellings()


class Words(Sequence[Word]):
    """The words of a text, in order; a Word is made when it is asked for.

    ``texts`` are what they say, one object for each spelling; ``gaps`` what stands before each of
    them and, last, behind them all. Kept as a Word each, they took thirty times the size of a long
    text.
    """

    __slots__ = ("_bounds", "gaps", "texts")

    def __init__(self, text: str) -> None:
        parts = _WORD.split(text)  # what stands between words, a word, and so on
        self.texts: list[str] = list(map(_spellings.__getitem__, parts[1::2]))
        self.gaps: list[str] = parts[::2]
        self._bounds: array[int] | None = None

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self.texts)))]
        bounds, place = self.bounds, 2 * (at if at >= 0 else at + len(self.texts))
        return _new((self.texts[at], bounds[place], bounds[place + 1]))

    def __iter__(self) -> Iterator[Word]:
        bounds = self.bounds
        return map(_new, zip(self.texts, bounds[::2], bounds[1::2], strict=False))

    @property
    def bounds(self) -> array[int]:
        """Where the words begin and end, by turns; few ask."""
        if self._bounds is None:
            parts = chain.from_iterable(zip(self.gaps, self.texts, strict=False))
            ends = list(accumulate(map(len, parts)))
            self._bounds = array("Q" if ends and ends[-1] >= _MOST else "I", ends)
        return self._bounds


_new = partial(tuple.__new__, Word)  # half of the time that NamedTuple's own takes


def words(text: str) -> Words:
    """List the words of a text; numbers count as words."""
    return Words(text)


def fold(text: str) -> str:
    """Fold case and diacritics, and drop apostrophes, hyphens and soft hyphens."""
    if text.isascii():
        if text.isalnum():
            return text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(each for each in decomposed if not unicodedata.combining(each))
    return "".join(each for each in text.casefold() if each not in _FOLDED)


def starts_sentence(text: str, index: int) -> bool:
    """Tell whether a word at ``index`` begins a sentence (or a text, or a quoted sentence)."""
    if (
        index > 1
        and text[index - 1] == " "
        and (text[index - 2].isalnum() or text[index - 2] == ",")
    ):
        return False  # as most words stand
    before = text[max(0, index - _REACH) : index]  # not all of it: a long text has many words
    if not before.strip(" \"'“‘([—–-•"):
        return True
    if before.rstrip().endswith(("“", '"', "‘", "(", "[")):
        return True
    blank = before.rstrip("\"'“‘([")  # what opens a quotation in the next sentence
    closed = blank.rstrip()
    sentence = closed.rstrip("\"'”’)]")
    if blank == closed or not sentence.endswith((".", "!", "?", ":", "…")):
        return False
    last = sentence[:-1].rpartition(" ")[2]
    bare = last.strip("([“\"'").casefold()
    is_initial = len(bare) == 1 and before.rstrip()[-1:] == "."
    return not (is_initial or bare in ABBREVIATIONS)
