"""Names of an index that may be one name: the same first name, and surnames that are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from lint.prose.name_index import Entry, is_misspelling
from lint.prose.transcription import outline

_USUAL: Final = 3  # times as many articles
_LARGEST: Final = 60  # names that one key may propose


class Pair(NamedTuple):
    """Two names that may be one; ``usual`` stands in at least three times as many articles."""

    rarer: Entry
    usual: Entry


def pairs_of(entries: Iterable[Entry]) -> Iterator[Pair]:
    """Yield each name that is near one of many more articles, once; entries come sorted."""
    for _, block in groupby(entries, key=lambda entry: entry.name.partition(" ")[0]):
        names = list(block)
        near: dict[int, list[int]] = {}
        buckets: dict[tuple[str, ...], list[int]] = {}
        for number, entry in enumerate(names):
            for key in _keys(entry.name.split(" ")):
                bucket = buckets.setdefault(key, [])
                near.setdefault(number, []).extend(bucket)
                if len(bucket) < _LARGEST:
                    bucket.append(number)
        usual: dict[int, Entry] = {}
        for number, others in near.items():
            for other in set(others) - {number}:
                rarer, more = sorted((number, other), key=lambda each: names[each].articles)
                if _are_one(names[rarer], names[more]):
                    best = usual.get(rarer)
                    if best is None or _rank(names[more]) > _rank(best):
                        usual[rarer] = names[more]
        for number in sorted(usual):
            yield Pair(names[number], usual[number])


def _rank(entry: Entry) -> tuple[int, str]:
    return entry.articles, entry.name


def _keys(parts: list[str]) -> Iterator[tuple[str, ...]]:
    """What a name shares with those that differ in one word: the others, and keys of that one."""
    for at in range(1, len(parts)):
        head, part, tail = parts[:at], parts[at], parts[at + 1 :]
        yield (*head, f"~{outline(part)}", *tail)
        for cut in range(1, len(part)):
            yield (*head, f"-{part[:cut]}{part[cut + 1 :]}", *tail)
        yield (*head, f"-{part}", *tail)


def _are_one(rarer: Entry, usual: Entry) -> bool:
    if usual.articles < _USUAL * rarer.articles:
        return False
    if rarer.name in usual.others or usual.name in rarer.others:
        return False
    one, other = rarer.name.split(" "), usual.name.split(" ")
    apart = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(apart) == 1 and is_misspelling(*apart[0])
