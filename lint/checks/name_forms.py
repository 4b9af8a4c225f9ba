"""The spellings of an article's names that may be those of one name, and where they stand."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import combinations

from lint.article import Block
from lint.article.running import Running
from lint.prose.dictionary import is_word
from lint.prose.divided import long_names, short_names
from lint.prose.name_groups import spelling
from lint.prose.names import NameWord, plain_key, sound_key
from lint.prose.same_name import OTHER, likeness
from lint.prose.transcription import outline
from lint.prose.words import APOSTROPHES

_SHORTEST = 4
_LARGEST = 40  # forms that one key may propose; more is a word, not a name


class Form:
    """One spelling, with the places where it stands and the name words beside it.

    ``inside``: it stands somewhere inside a sentence, where capitals mean a name; ``is_spoken``: in
    quotation marks only.
    """

    __slots__ = ("after", "bare", "base", "before", "inside", "is_spoken", "places")

    def __init__(self, base: str) -> None:
        self.base = base
        self.places: list[tuple[Block, NameWord]] = []
        self.before: set[str] = set()
        self.after: set[str] = set()
        self.bare = 0
        self.inside = False
        self.is_spoken = True

    def add(self, block: Block, name: NameWord) -> None:
        """Take one more place into account."""
        self.places.append((block, name))
        self.is_spoken = self.is_spoken and block.is_quoted(name.start, name.end)
        if name.before:
            self.before.add(name.before.casefold())
        if name.after:
            self.after.add(name.after.casefold())
        self.bare += not name.before and not name.after
        self.inside = self.inside or not name.opens or bool(name.after)


def near_forms(running: Running) -> Iterator[tuple[Form, Form, str]]:
    """Yield the pairs of spellings that are alike, and how: a degree of likeness."""
    near = _near(running)
    forms: dict[str, Form] = {}
    for run in running.names if near else ():
        for number, part in enumerate(run):
            normal = near.get(part.base)
            if normal is None:
                continue
            block, name = running.name_word(run, number)
            if block.inlines and _is_apart(block, name):
                continue
            if normal not in forms:
                forms[normal] = Form(part.base)
            forms[normal].add(block, name)
    found = {
        form.base: form
        for form in forms.values()
        if form.inside or not is_word(form.base.casefold())
    }
    for one, other in _pairs(list(found)):
        yield found[one], found[other], likeness(one, other)


def _near(running: Running) -> dict[str, str]:
    """The bases that are like another one, each with its normal spelling.

    Few of an article's names are: where the others stand need not be known.
    """
    bases = dict.fromkeys(part.base for run in running.names for part in run)
    normals = {base: _normal(base) for base in bases if len(base) >= _SHORTEST}
    firsts: dict[str, str] = {}
    for base, normal in normals.items():
        firsts.setdefault(normal, base)
    near = {normals[base] for pair in _pairs(list(firsts.values())) for base in pair}
    return {base: normal for base, normal in normals.items() if normal in near}


def _pairs(bases: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs that are alike; near-linear: only what has a key in common is compared."""
    known: set[str | bytes] = set()
    shared: set[str | bytes] = set()
    for base in bases:
        keys = _keys(base)
        if not known.isdisjoint(keys):
            shared.update(known.intersection(keys))
        known.update(keys)
    buckets: dict[str | bytes, list[str]] = {}
    for base in bases if shared else ():
        for key in _keys(base):
            if key in shared:
                buckets.setdefault(key, []).append(base)
    pairs = (pair for bucket in buckets.values() for pair in combinations(bucket[:_LARGEST], 2))
    for one, other in dict.fromkeys(pairs):
        if likeness(one, other) != OTHER:
            yield one, other


def divided_forms(running: Running, apart: Container[str]) -> Iterator[tuple[Form, Form]]:
    """Yield pairs of full names in the same letters, the usual one first: Xi Jinping, Xi Jin Ping.

    ``apart`` are titles, which are no part of a name.
    """
    letters = {name.letters for name in long_names(running.names, apart)}
    ends = {each[-2:] for each in letters}
    groups: dict[str, dict[str, Form]] = {}
    for found in short_names(running.names, letters, ends) if letters else ():
        block, first = running.place(found.first.at)
        start = block.words[first].start
        last = block.words[first + found.last.at - found.first.at]
        end = last.start + len(found.last.text)
        whole = block.text[start:end]
        name = NameWord(whole, whole, "", start, end)
        if not (_is_apart(block, name) or block.is_quoted(start, end)):
            forms = groups.setdefault(found.letters, {})
            forms.setdefault(found.words, Form(whole)).places.append((block, name))
    for group in groups.values():
        usual, *others = sorted(group.values(), key=lambda form: -len(form.places))
        yield from ((usual, other) for other in others)


def _is_apart(block: Block, name: NameWord) -> bool:
    """Tell whether a name stands in the title of a work, in code or in another language."""
    return block.is_inside(
        name.start, name.end, "i", "em", "cite", "code", "q"
    ) or block.is_foreign(name.start, name.end)


def _normal(base: str) -> str:
    """One spelling whatever its capitals, its kind of apostrophe and its soft hyphens."""
    if base.isascii() and base.isalpha():
        return base.lower()
    folded = ("’" if each in APOSTROPHES else each for each in base.casefold())
    return "".join(folded).replace("\u00ad", "").replace("\u200b", "")


@lru_cache(8192)  # articles share many of their names
def _keys(base: str) -> tuple[str | bytes, ...]:
    """What a spelling has in common with all that may be the same name."""
    plain = plain_key(base)
    cuts = [plain[:at] + plain[at + 1 :] for at in range(1, len(plain))]
    heard = (plain, sound_key(base), f"~{outline(base)}")
    return tuple(dict.fromkeys([*heard, *cuts, *sorted(spelling(base).groups)]))
