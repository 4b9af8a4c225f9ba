"""Names of an index that may be one: alike in one word, the others being evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final

from lint.prose.name_index import Entry, is_misspelling
from lint.prose.same_name import HEARD, SLIP, likeness
from lint.prose.transcription import outline
from lint.tuples import NamedTuple

# What two names have in common.
FIRST: Final = "first name"
SURNAME: Final = "surname"
LETTERS: Final = "letters"
_USUAL: Final = 3  # times as many articles
_LARGEST: Final = 60  # names that one key may propose
_FEW: Final = 3  # people: a surname that more have is no evidence


class Pair(NamedTuple):
    """Two names that may be one, and why; ``usual`` stands in more articles.

    ``people`` is how many others have the same surname, where that is the evidence.
    """

    rarer: Entry
    usual: Entry
    evidence: str
    people: int = 0


def first_name_pairs(entries: Iterable[Entry]) -> Iterator[Pair]:
    """Yield each name that is near one with the same first name, once.

    The other stands in at least three times as many articles, unless all letters are the same.
    Entries come sorted by their names.
    """
    for _, block in groupby(entries, key=lambda entry: entry.name.partition(" ")[0]):
        names = list(block)
        for rarer, usual in _nearest(names, _first_keys, _has_first_name):
            yield Pair(rarer, usual, LETTERS if _letters(rarer) == _letters(usual) else FIRST)


def surname_pairs(entries: Iterable[Entry]) -> Iterator[Pair]:
    """Yield each name that is near one with the same surname, which few others have, once.

    Entries come sorted by :func:`surname`.
    """
    for _, block in groupby(entries, key=surname):
        names = list(block)
        for rarer, usual in _nearest(names, _surname_keys, _has_surname):
            if _letters(rarer) == _letters(usual):
                yield Pair(rarer, usual, LETTERS)
                continue
            others = {each.name.partition(" ")[0] for each in names}
            people = len(others - {each.name.partition(" ")[0] for each in (rarer, usual)})
            if people <= _FEW:
                yield Pair(rarer, usual, SURNAME, people)


def surname(entry: Entry) -> str:
    """The last word of a name's key."""
    return entry.name.rpartition(" ")[2]


def _nearest(
    names: list[Entry],
    keys: Callable[[list[str]], Iterator[tuple[str, ...]]],
    are_near: Callable[[list[str], list[str]], bool],
) -> Iterator[tuple[Entry, Entry]]:
    """Yield each rarer name with the most usual one that is near it; keys propose."""
    near: dict[int, list[int]] = {}
    buckets: dict[tuple[str, ...], list[int]] = {}
    for number, entry in enumerate(names):
        for key in keys(entry.name.split(" ")):
            bucket = buckets.setdefault(key, [])
            near.setdefault(number, []).extend(bucket)
            if len(bucket) < _LARGEST:
                bucket.append(number)
    usual: dict[int, Entry] = {}
    for number, others in near.items():
        for other in set(others) - {number}:
            rarer, more = sorted((number, other), key=lambda each: _rank(names[each]))
            if _are_one(names[rarer], names[more], are_near):
                best = usual.get(rarer)
                if best is None or _rank(names[more]) > _rank(best):
                    usual[rarer] = names[more]
    for number in sorted(usual):
        yield names[number], usual[number]


def _rank(entry: Entry) -> tuple[int, str]:
    return entry.articles, entry.name


def _letters(entry: Entry) -> str:
    return entry.name.replace(" ", "")


def _first_keys(parts: list[str]) -> Iterator[tuple[str, ...]]:
    """What a name shares with those that differ in one word: the others, and keys of that one."""
    yield ("".join(parts),)
    for at in range(1, len(parts)):
        head, part, tail = parts[:at], parts[at], parts[at + 1 :]
        yield (*head, f"~{outline(part)}", *tail)
        for cut in range(1, len(part)):
            yield (*head, f"-{part[:cut]}{part[cut + 1 :]}", *tail)
        yield (*head, f"-{part}", *tail)


def _surname_keys(parts: list[str]) -> Iterator[tuple[str, ...]]:
    yield ("".join(parts),)
    yield (f"~{outline(parts[0])}", *parts[1:])
    for cut in range(1, len(parts[0])):
        yield (f"-{parts[0][:cut]}{parts[0][cut + 1 :]}", *parts[1:])
    yield (f"-{parts[0]}", *parts[1:])


def _are_one(rarer: Entry, usual: Entry, are_near: Callable[[list[str], list[str]], bool]) -> bool:
    if rarer.name in usual.others or usual.name in rarer.others:
        return False
    if _letters(rarer) == _letters(usual):
        return True
    one, other = rarer.name.split(" "), usual.name.split(" ")
    return (
        usual.articles >= _USUAL * rarer.articles
        and len(one) == len(other)
        and are_near(one, other)
    )


def _has_first_name(one: list[str], other: list[str]) -> bool:
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and one[0] == other[0] and is_misspelling(one[0], *apart[0])


def _has_surname(one: list[str], other: list[str]) -> bool:
    return one[1:] == other[1:] and likeness(one[0], other[0]) in (*HEARD, SLIP)
