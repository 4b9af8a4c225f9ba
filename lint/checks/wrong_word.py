"""Words that are spelt right and not meant: "the explosion the killed a man", "pubic office"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from lint.article import Article, Block, model
from lint.checks.copy_words import copy_blocks, is_prose, is_sic
from lint.checks.function_words import Lists, find_pattern
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.row import normal, opens
from lint.prose.slips import Candidate, fits_well, suggestions
from lint.prose.words import Word

VALUES = ("word", "wanted", "context")
CASES = ("article", "than", "have", "its", "there", "likely", "quoted", "quoted-likely")
# What the model must say (a logarithm of odds) of a pair of function words, of two that are often
# taken for one another, of a slip of a key, and of two forms of one word. Measured on news: see
# tests/benchmarks/words.py.
_LEAST: Mapping[str, Mapping[str, float]] = {
    "strict": {"function": 2.5, "confusable": 1.7, "edit": 1.9, "inflection": 2.3},
    "balanced": {"function": 1.7, "confusable": 1.0, "edit": 1.0, "inflection": 1.6},
}
_MOST_FIXES = 3
_STARTING = frozenset("they it is now he".split())
_OPENING = frozenset('“"‘([')
_JOINED = frozenset("-‐‑–—/@#&_\\'’")
# Behind these, subject and verb change places: "as do the French", "nor has the mayor".
_INVERTING = frozenset("as so nor neither than".split())
_AUXILIARIES = frozenset("is are was were has have had do does did will would can could".split())
# Words that need another behind them; before a comma or a bracket nobody means them.
_LEANING = frozenset(
    "the a an of from your their its and or for with at by my our his to as".split()
)


class Options(NamedTuple):
    """``strength``: "strict" reports what is all but certain, "balanced" more, with more mistakes.

    The lists make patterns. ``irregular``: past forms that do not end in -ed. ``adjectives``: past
    forms that stand for people or things ("the wounded"), or that are no past form. ``after_the``
    and ``after_a``: words that cannot follow these articles. ``comparatives``: words that want
    "than". ``participles``: forms that follow "would have". ``function``: words that end no noun
    phrase. ``allowed``: pairs of words that may follow an article or "its" all the same ("a
    cappella"). ``right``: words, or pairs as "written meant", that are never questioned.
    """

    strength: Literal["strict", "balanced"] = "strict"
    irregular: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    after_the: tuple[str, ...] = ()
    after_a: tuple[str, ...] = ()
    comparatives: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    function: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


class _Run(NamedTuple):
    lists: Lists
    least: Mapping[str, float]
    right: frozenset[str]
    seen: Counter[str]


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield words that no sentence has there, as a pattern or the language model tells.

    Cases of patterns are those of :func:`lint.checks.function_words.find_pattern`, of the model
    "likely"; in somebody's mouth "quoted" and "quoted-likely". A word with [sic] is let be.
    """
    blocks = list(copy_blocks(article))
    seen = Counter(word.text.lower() for _, found in blocks for word in found)
    run = _Run(_lists(options), _LEAST[options.strength], frozenset(options.right), seen)
    for block, found in blocks:
        done = -1
        for at in range(len(found)):
            if at <= done:
                continue
            pattern = find_pattern(block, found, at, run.lists)
            if pattern is not None:
                hit = _hit(block, found, at, pattern.case, [pattern.wanted], words=pattern.words)
                done = at + pattern.words - 1
            else:
                wanted = _meant(block, found, at, run)
                hit = _hit(block, found, at, "likely", wanted) if wanted else None
            if hit is not None:
                yield hit


def _meant(block: Block, found: list[Word], at: int, run: _Run) -> list[str]:
    """What is likely meant instead of a word, likeliest first; empty where nothing is."""
    word = found[at]
    written = normal(word.text)
    if written in run.right or not _stands_alone(block.text, word):
        return []
    row = block.row
    place = row.at[at]
    is_opening = not word.text.islower()
    if is_opening and not opens(row, place, word):
        return []
    if fits_well(row, place, written):
        return []
    found_here = [
        (odds, candidate.word)
        for odds, candidate in suggestions(row, place, written)
        if odds >= run.least[candidate.kind] and _is_open(block, found, at, candidate, run)
    ]
    return [
        _as_written(word.text, wanted, block)
        for _, wanted in sorted(found_here, key=lambda each: -each[0])
    ]


def _is_open(block: Block, found: list[Word], at: int, candidate: Candidate, run: _Run) -> bool:
    """Tell whether a candidate may be asked about at all."""
    word = found[at]
    written = word.text.lower()
    if f"{normal(written)} {candidate.word}" in run.right:
        return False
    if candidate.kind != "function":
        # A slip is made once; a word that comes again is the article's own.
        return word.text.islower() and run.seen[written] < 2
    if at and found[at - 1].text.lower() in _INVERTING and written in _AUXILIARIES:
        return False
    behind = block.text[word.end : word.end + 2].lstrip(" \u00a0")[:1]
    after = found[at + 1].text if at + 1 < len(found) else ""
    if behind in _OPENING or after[:1].isdigit() or (written == "the" and after.endswith("er")):
        return False  # "had “drawn a blank”", "now 100 years old", "the more, the better"
    before = found[at - 1].text.lower() if at else ""
    if (written == "then" and after[:1].isupper()) or (written == "its" and after == "by"):
        return False  # "then Mayor Jo Blake", "its by no means small bulk"
    if written == "there" and before in _AUXILIARIES:
        return False  # "are there lamps"
    if written in _STARTING and at and block.text[found[at - 1].end] in ",;":
        return False  # "they are gone, they say"
    if block.kind in (model.ALT, model.HEADLINE, model.CREDIT):
        return False  # function words are left out there
    beside = block.text[word.end : word.end + 1]
    return not (beside not in (" ", "\u00a0") and candidate.word in _LEANING)


def _stands_alone(text: str, word: Word) -> bool:
    """Not part of a compound, an address or a handle, nor beside a quotation mark or bracket."""
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    if before and before not in (" ", "\u00a0"):
        return not word.text.islower() and before in "“\"‘'"
    if after[:1] in _JOINED:
        return False
    return not (after[:1] == "." and after[1:].isalnum())


def _as_written(word: str, wanted: str, block: Block) -> str:
    """The wanted word with the capital and the kind of apostrophe of its place."""
    if "'" in wanted and ("’" in word or "’" in block.text):
        wanted = wanted.replace("'", "’")
    return wanted[0].upper() + wanted[1:] if word[0].isupper() else wanted


def _hit(
    block: Block, found: list[Word], at: int, case: str, wanted: list[str], *, words: int = 1
) -> Hit | None:
    start, end = found[at].start, found[at + words - 1].end
    if not is_prose(block, start, end) or is_sic(block.text, end):
        return None
    if block.is_quoted(start, end):
        case = "quoted-likely" if case == "likely" else "quoted"
    fixes = [rewrite(block, start, end, each) for each in wanted[:_MOST_FIXES] if each]
    context = block.text[found[max(0, at - 1)].start : found[min(len(found) - 1, at + words)].end]
    values = {
        "word": block.text[start:end],
        "wanted": wanted[0] or "another word",
        "context": context,
    }
    return hit_in(block, start, end, case=case, values=values, fixes=fixes)


def _lists(options: Options) -> Lists:
    after_a = frozenset(options.after_a)
    return Lists(
        irregular=frozenset(options.irregular),
        adjectives=frozenset(options.adjectives),
        after={"the": frozenset(options.after_the), "a": after_a, "an": after_a},
        comparatives=frozenset(options.comparatives),
        participles=frozenset(options.participles),
        function=frozenset(options.function),
        allowed=frozenset(tuple(pair.split()) for pair in options.allowed),
    )
