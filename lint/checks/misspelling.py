"""Misspelt words: those that everybody misspells, and those that no dictionary knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lint.article import Article, Block, model
from lint.checks.copy_words import copy_blocks, is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.dictionary import LONGEST, common_words, is_word, neighbours
from lint.prose.words import Word, starts_sentence

VALUES = ("word", "wanted")
CASES = ("swapped", "unknown", "quoted")

_PREFIXES = (
    "anti", "auto", "bio", "co", "counter", "cyber", "de", "dis", "down", "eco", "ex", "extra",
    "geo", "hydro", "hyper", "in", "inter", "kilo", "macro", "mega", "meta", "micro", "mid", "mini",
    "mis", "mono", "multi", "nano", "neo", "neuro", "non", "off", "out", "over", "photo", "poly",
    "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub",
    "super", "tele", "therm", "thermo", "trans", "turbo", "ultra", "un", "under", "uni", "up",
)  # fmt: skip
_SUFFIXES = (
    "able", "ably", "ability", "age", "cracy", "dom", "ed", "er", "ers", "ese", "esque", "ess",
    "fest", "free", "ful", "fully", "gate", "hood", "ian", "ians", "ic", "ification", "ified",
    "ify", "ing", "ings", "ism", "isms", "ist", "ists", "ish", "ity", "ization", "isation",
    "ize", "ise", "ized", "ised", "less", "like", "ly", "maker", "makers", "man", "ment", "ness",
    "omics", "phile", "phobia", "phobic", "proof", "r", "s", "ship", "speak", "style", "tech",
    "ville", "ward", "wards", "ware", "wide", "wise", "y",
)  # fmt: skip
_COPY = (*model.COPY, model.PULL_QUOTE)
_NAMING = (
    model.TITLE, model.OG_TITLE, model.DATA_HEADLINE, model.DATA_AUTHOR, model.BYLINE, model.CREDIT,
    model.KICKER,
)  # fmt: skip


class Options(NamedTuple):
    """``certain``: misspellings that are nothing else, each with the right word.

    ``words``: words of the house that no dictionary has. ``dictionary``: whether other unknown
    words are looked at, at all.
    """

    certain: Mapping[str, str] = MappingProxyType({})
    words: tuple[str, ...] = ()
    dictionary: bool = True


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield misspelt words in lower case; "quoted" in somebody's mouth.

    The base case is a certain misspelling. "unknown" is a word that the dictionary lacks, that
    stands once in the article and never capitalised, that is no compound or derivation, and that is
    one slip away from a common word; "swapped" if that slip is two letters in each other's place:
    people make it, and hardly a coinage or term of a trade looks so.
    """
    seen: Counter[str] = Counter()
    unknown: list[tuple[Block, Word]] = []
    certain, house = options.certain, frozenset(options.words)
    verdicts: dict[str, bool] = {}
    for block, found in copy_blocks(article, _COPY):
        for word in found:
            text = word.text
            if not text.isalpha() or len(text) < 3:
                seen.update(part.lower() for part in text.replace("-", " ").split())
                continue
            lower = text.lower()
            seen[lower] += 1
            if text != lower and not (lower in certain and _opens(block, word)):
                seen[lower] += 1  # capitalised somewhere: it may be a name
                continue
            if lower in certain:
                if _is_prose(block, word):
                    yield _certain(block, word, certain[lower])
            elif options.dictionary and 3 < len(text) <= LONGEST and lower not in house:
                if lower not in verdicts:
                    verdicts[lower] = is_word(lower)
                if not verdicts[lower]:
                    unknown.append((block, word))
    if unknown:
        yield from _unknown(article, unknown, seen)


def _opens(block: Block, word: Word) -> bool:
    """Tell whether a capital is owed to the place, not to a name: a sentence or headline begins."""
    return word.text[1:].islower() and starts_sentence(block.text, word.start)


def _certain(block: Block, word: Word, wanted: str) -> Hit:
    if word.text[0].isupper():
        wanted = wanted[0].upper() + wanted[1:]
    quoted = block.is_quoted(word.start, word.end)
    values = {"word": word.text, "wanted": wanted}
    safe = not quoted and word.text.islower()  # a capital may begin a name
    fix = rewrite(block, word.start, word.end, wanted, safe=safe)
    case = "quoted" if quoted else ""
    return hit_in(block, word.start, word.end, case=case, values=values, fixes=[fix])


def _unknown(
    article: Article, unknown: list[tuple[Block, Word]], seen: Counter[str]
) -> Iterator[Hit]:
    # Not the descriptions: they are often cut from the first paragraph, slips and all.
    head = article.of(*_NAMING)
    named = {
        part.lower() for block in head for word in block.words for part in word.text.split("-")
    }
    for block, word in unknown:
        text = word.text
        if seen[text] > 1 or text in named or block.is_quoted(word.start, word.end):
            continue
        if not text.isascii() or not _is_prose(block, word) or not _stands_alone(block, word):
            continue
        if block.is_inside(word.start, word.end, "i", "em", "a") or _is_derived(text):
            continue
        if text.endswith("in") and is_word(text + "g"):
            continue  # "goin down": speech
        near = neighbours(text)
        if not near:
            continue
        swapped = [each for each in near if sorted(each) == sorted(text)]
        wanted = _best(text, swapped or near)
        values = {"word": text, "wanted": wanted}
        fix = rewrite(block, word.start, word.end, wanted)
        case = "swapped" if swapped else "unknown"
        yield hit_in(block, word.start, word.end, case=case, values=values, fixes=[fix])


def _is_prose(block: Block, word: Word) -> bool:
    return is_prose(block, word.start, word.end) and _stands_alone(block, word)


def _stands_alone(block: Block, word: Word) -> bool:
    """Not part of an address, a handle, a file name or a word in brackets."""
    text = block.text
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    if (before and before in "@#/\\._-&=[’'") or (after and after[0] in "@/\\_=]…("):
        return False
    if after[:1] in ("’", "'") and not after[1:].isalnum():
        return not text[: word.end].endswith("in")  # keepin’
    return not (after[:1] in (".", "’", "'", ":") and after[1:].isalnum())


def _is_derived(word: str) -> bool:
    """A compound or derivation of known words, such as "superfan", "unwalkable" or "gatehouses"."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > 2 and is_word(word[len(prefix) :]):
            return True
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(suffix) > 1:
            stem = word[: -len(suffix)]
            if len(stem) > 3 and (is_word(stem) or is_word(stem + "e") or _is_doubled(stem)):
                return True
    return any(is_word(word[:at]) and is_word(word[at:]) for at in range(4, len(word) - 3))


def _is_doubled(stem: str) -> bool:
    """A stem whose last consonant is doubled by rule, as in "vlogg" of "vlogging"."""
    one_vowel = stem[-3] in "aeiou" and stem[-4] not in "aeiou"
    return stem[-1] == stem[-2] and one_vowel and is_word(stem[:-1])


def _best(word: str, near: list[str]) -> str:
    """The likeliest right word, as pyspellchecker ranks the words that are one edit away."""
    if len(near) == 1:
        return near[0]
    from spellchecker import SpellChecker  # 40 ms, for a word that is reported

    ranks = common_words()
    ranker = SpellChecker(language=None, distance=1)
    for each in near:
        ranker.word_frequency.add(each, max(1, len(ranks) - ranks[each]))
    return ranker.correction(word) or near[0]
