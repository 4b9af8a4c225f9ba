"""Phrases in which a word stands for another that sounds or looks alike: "of coarse"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from lint.checks.phrase_words import (
    KINDS,
    NOT,
    PAUSE,
    START,
    STOP,
    WORDS,
    fits,
    is_enumerable,
    members,
)
from lint.prose.clause import BLANK, BORDER, JOINT, MARK, Line
from lint.tuples import NamedTuple

_KNOWN = frozenset((*WORDS, *KINDS, START, PAUSE, STOP))
_AT_BORDER, _AT_MARK = (BORDER,), (BORDER, MARK)
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BETWEEN = b"[]|! \n"
_OTHERS = bytes(set(range(256)) - set(_CAPITALS + _BETWEEN))
_BLANKS = bytes(32 if each in _BETWEEN else each for each in range(256))


class Phrase(NamedTuple):
    """``words`` words, for which ``wanted`` is meant."""

    wanted: str
    words: int


class Parts(NamedTuple):
    """A phrase taken apart: ``wrong`` words from the one numbered ``back`` on, and what is meant.

    ``before`` and ``behind`` must not stand there. It is searched for by the token ``anchor``.
    ``start`` tells that a mark must stand before it, or nothing; ``stop`` that the clause must end
    there; "may", that it may end instead of the last token; ``ends`` what counts as its end.
    """

    tokens: tuple[str, ...]
    back: int
    wrong: int
    wanted: str
    before: str
    behind: str
    anchor: int
    start: bool = False
    stop: Literal["", "must", "may"] = ""
    ends: tuple[int, ...] = _AT_BORDER


class _Near(NamedTuple):
    """Phrases with one word, by the word before it, by the word behind it, and others."""

    before: dict[str, list[Parts]]
    behind: dict[str, list[Parts]]
    others: list[Parts]


class Phrases:
    """The phrases of a table, by a word of each; they are taken apart when it is met."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self.by_word: dict[str, list[tuple[str, str]]] = {}
        self._near: dict[str, _Near] = {}
        for written, meant in table.items():
            left, bracket, rest = written.partition("[")
            wrong = rest.partition("]")[0]
            if not wrong and bracket:
                wrong = _beside(left, rest[1:])
            elif not wrong:  # the phrase as a whole is meant
                parts = take_apart(written, meant)
                wrong = parts.tokens[parts.anchor]
            for word in members(wrong.partition(" ")[0]):
                self.by_word.setdefault(word, []).append((written, meant))

    def near(self, word: str) -> _Near:
        """The phrases with a word, by what stands beside it."""
        found = self._near.get(word)
        if found is None:
            found = self._near[word] = _Near({}, {}, [])
            for each in self.by_word[word]:
                _put(found, take_apart(*each))
        return found


def _put(near: _Near, parts: Parts) -> None:
    tokens, at = parts.tokens, parts.anchor
    if at and is_enumerable(tokens[at - 1]):
        for word in members(tokens[at - 1]):
            near.before.setdefault(word, []).append(parts)
    elif at + 1 < len(tokens) - (parts.stop == "may") and is_enumerable(tokens[at + 1]):
        for word in members(tokens[at + 1]):
            near.behind.setdefault(word, []).append(parts)
    else:
        near.others.append(parts)


def take_apart(written: str, meant: str) -> Parts:
    """Take a phrase of a table apart, and what is meant by it."""
    left, bracket, rest = written.partition("[")
    wrong, _, right = rest.partition("]")
    before, after = left.split(), right.split()
    words, wanted = wrong.split(), meant
    if not bracket:
        before, words, after, wanted = _differing(before, meant.split())
    unwanted = before.pop(0)[1:] if before and before[0][0] == NOT else ""
    start = before[:1] == [START]
    del before[:start]
    behind = after.pop()[1:] if after and after[-1][0] == NOT else ""
    stop: Literal["", "must", "may"] = ""
    ends: tuple[int, ...] = _AT_BORDER
    if after and (STOP in after[-1] or PAUSE in after[-1]):
        last = after.pop().split("|")
        others = [each for each in last if each not in (STOP, PAUSE)]
        after += ["|".join(others)] * bool(others)
        stop = "may" if others else "must"
        ends = _AT_MARK if PAUSE in last else _AT_BORDER
    tokens = (*before, *words, *after)
    anchor = back = len(before)
    if not words and back:
        anchor -= _is_rarer(tokens[back - 1], tokens[back] if back < len(tokens) else "")
    return Parts(tokens, back, len(words), wanted, unwanted, behind, anchor, start, stop, ends)


def _beside(left: str, right: str) -> str:
    """The token by which a phrase that lacks a word is searched for: the rarer of two."""
    before, after = left.split()[-1:], right.split(None, 1)[:1]
    if before and (before[0][0] == NOT or before[0] == START):
        before = []
    behind = "" if not after or after[0][0] == NOT else after[0]
    if STOP in behind or PAUSE in behind:
        behind = "|".join(each for each in behind.split("|") if each not in (STOP, PAUSE))
    return before[0] if before and _is_rarer(before[0], behind) else behind


def _is_rarer(before: str, behind: str) -> bool:
    """Tell whether the token before a gap stands for fewer words than the one behind, if any."""
    if not behind or not is_enumerable(behind):
        return True
    return len(members(before)) < len(members(behind))


def _differing(words: list[str], right: list[str]) -> tuple[list[str], list[str], list[str], str]:
    """Words that are the same, wrong, the same; and what is meant by the wrong ones."""
    same = end = 0
    for one, other in zip(words[:-1], right, strict=False):
        if one != other:
            break
        same += 1
    most = min(len(words), len(right)) - same - 1
    while end < most and words[-1 - end] == right[-1 - end]:
        end += 1
    last = len(words) - end
    return words[:same], words[same:last], words[last:], " ".join(right[same : len(right) - end])


def faults(table: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with a table: each phrase has two words or more, and another meaning."""
    for written, meant in table.items():
        if " " not in written.strip() or not meant.strip() or written == meant:
            yield f"“{written}”: a phrase is of two words or more, and stands for another"
        elif not written.count("[") == written.count("]") <= 1:
            yield f"“{written}”: the wrong words stand in one pair of brackets"
    for kind in sorted(_kinds("\n".join(table)) - _KNOWN):
        yield f"there are no words of the kind “{kind}”"


def _kinds(text: str) -> set[str]:
    """The words in capitals; at each start a long table is read, so by bytes."""
    return set(text.encode().translate(_BLANKS, _OTHERS).decode().split())


def find_phrases(line: Line, phrases: Phrases) -> Iterator[tuple[int, Phrase]]:
    """Yield the phrases of a text, each with the place of its first wrong word.

    Where a word lacks, that is the place behind the gap, of a word or a BREAK.
    """
    words = line.words
    for place in line.which(phrases.by_word.__contains__):
        near = phrases.near(words[place])
        for parts in (
            *near.before.get(words[place - 1], ()),
            *near.behind.get(words[place + 1], ()),
            *near.others,
        ):
            first = place - parts.anchor
            if first >= 0 and _stands(line, first, parts):
                yield first + parts.back, Phrase(parts.wanted, parts.wrong)
                break


def _stands(line: Line, first: int, parts: Parts) -> bool:
    """Tell whether the words of a phrase stand at a place, with nothing but blanks between them."""
    if line.gaps[first] == JOINT or (parts.start and line.gaps[first] == BLANK):
        return False
    last = first + len(parts.tokens)
    is_end = parts.stop == "must"
    if parts.stop == "may" and line.gaps[last - 1 : last] and line.gaps[last - 1] in parts.ends:
        last -= 1
        is_end = True
    return (
        all(gap == BLANK for gap in line.gaps[first + 1 : last])
        and all(
            fits(each)(word)
            for each, word in zip(parts.tokens, line.words[first:last], strict=False)
        )
        and (line.gaps[last] in parts.ends if is_end else line.gaps[last] != JOINT)
        and (not parts.before or line.before(first) not in members(parts.before))
        and (not parts.behind or line.after(last - 1) not in members(parts.behind))
    )
