"""Patterns of function words that cannot stand where they stand: "the explosion the killed a man".

What the language model says is in likely_word.py: here the grammar decides.
"""

from __future__ import annotations

from typing import NamedTuple

from lint.article import Block
from lint.checks.copy_words import are_neighbours, is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.words import Words

_DETERMINERS = frozenset(
    "the a an his her its their our my your this these those more two three four five".split()
)
_FINITE = frozenset("was were is are has had have".split())
_BE = frozenset("is was are were has have had will would".split())
_THAN = frozenset(
    "the a an any ever half expected those that his her their our its usual before previous most "
    "many just double twice one two three four five six seven eight nine ten it they he she we "
    "ours theirs anyone anything".split()
)
_CONDITIONS = frozenset("if when whenever once unless until since because as after".split())
_MOST_FIXES = 3
_REACH = 15  # words before "then" in which its "if" may stand
_DEGREES = frozenset("most least worst best same way help right chance money".split())


class Pattern(NamedTuple):
    """What a pattern found: ``words`` words, for which ``wanted`` is meant, if it is clear."""

    wanted: str
    case: str = ""
    words: int = 1


class Lists(NamedTuple):
    """The words that make a pattern; see the options of wrong_word.py."""

    irregular: frozenset[str]
    adjectives: frozenset[str]
    after: dict[str, frozenset[str]]
    comparatives: frozenset[str]
    participles: frozenset[str]
    function: frozenset[str]
    allowed: frozenset[tuple[str, ...]]


def find_pattern(block: Block, found: Words, at: int, lists: Lists) -> Pattern | None:
    """The pattern that a word makes with its neighbours, if any.

    The base case is "the" for "that"; "article" an article before a word that takes none, "than"
    "then" after a comparative, "have" "of" after an auxiliary, "its" and "there" their homophones.
    """
    pattern = _PATTERNS.get(found[at].text)
    return None if pattern is None else pattern(block, found, at, lists)


def _near(block: Block, found: Words, at: int, offset: int) -> str:
    """The neighbour ``offset`` words on; empty across punctuation or the text's end."""
    step = 1 if offset > 0 else -1
    for index in range(at, at + offset, step):
        other = index + step
        if not 0 <= other < len(found):
            return ""
        pair = (found[index], found[other]) if step > 0 else (found[other], found[index])
        if not are_neighbours(block.text, *pair):
            return ""
    return found[at + offset].text


def _the(block: Block, found: Words, at: int, lists: Lists) -> Pattern | None:
    following = found[at + 1].text if at + 1 < len(found) else ""
    if (
        following not in _FINITE
        and following not in lists.after["the"]
        and not _is_past(following, lists)
    ):
        return None  # as nearly always
    before, after = _near(block, found, at, -1), _near(block, found, at, 1)
    if not after or not after.islower():
        return None
    beyond = _near(block, found, at, 2)
    if before and _is_noun(before, lists) and _is_past(after, lists) and beyond in _DETERMINERS:
        last = _near(block, found, at, 3)
        if beyond == "the" and (last in _DEGREES or last.endswith("est")):
            return None  # "It hit the uneducated the hardest."
        return Pattern("that")
    if before and _is_noun(before, lists) and after in _FINITE:
        return Pattern("that")
    return _article(block, found, at, lists)


def _article(block: Block, found: Words, at: int, lists: Lists) -> Pattern | None:
    word = found[at].text
    if at + 1 == len(found) or found[at + 1].text not in lists.after[word]:
        return None
    after = _near(block, found, at, 1)
    beyond = _near(block, found, at, 2)
    if after not in lists.after[word] or not beyond or (after, beyond) in lists.allowed:
        return None
    if not _near(block, found, at, -1) and at:
        return None
    if len(beyond) == 1 and after == "to":
        return None  # "the letters a to z"
    return Pattern("", "article", 2)


def _is_past(word: str, lists: Lists) -> bool:
    if word in lists.adjectives:
        return False
    return word in lists.irregular or (
        word.endswith("ed") and len(word) > 4 and not word.endswith("eed")
    )


def _is_noun(word: str, lists: Lists) -> bool:
    """A word that can end a noun phrase: no function word, verb form or adverb by its ending."""
    lower = word.lower()
    if lower in lists.function or lower in lists.irregular or not word[-1].isalpha():
        return False
    return not lower.endswith(("ed", "ing", "ly")) or (word[0].isupper() and lower.endswith("ing"))


def _then(block: Block, found: Words, at: int, lists: Lists) -> Pattern | None:
    before, after = _near(block, found, at, -1), _near(block, found, at, 1)
    if before not in lists.comparatives or not (after in _THAN or after[:1].isdigit()):
        return None
    if before not in ("rather", "other") and any(
        word.text.lower() in _CONDITIONS for word in found[max(0, at - _REACH) : at]
    ):
        return None  # "If they want more then the town will pay."
    return Pattern("than", "than")


def _of(block: Block, found: Words, at: int, lists: Lists) -> Pattern | None:
    if at + 1 == len(found) or found[at + 1].text not in lists.participles:
        return None
    before, after = _near(block, found, at, -1), _near(block, found, at, 1)
    if before in ("could", "would", "should", "must", "might") and after in lists.participles:
        return Pattern("have", "have")
    return None


def _its(block: Block, found: Words, at: int, lists: Lists) -> Pattern | None:
    after, beyond = _near(block, found, at, 1), _near(block, found, at, 2)
    if (after, beyond) in lists.allowed:
        return None
    articles = ("a", "an", "the")
    if after in articles or after == "been" or (after == "not" and beyond in articles):
        return Pattern("it’s" if "’" in block.mapped.source.text else "it's", "its")
    return None


def _their(block: Block, found: Words, at: int, lists: Lists) -> Pattern | None:
    after = _near(block, found, at, 1)
    if after in _BE and not (
        after == "will" or (after == "would" and not _near(block, found, at, 2))
    ):
        return Pattern("there", "there")
    return None


_PATTERNS = {
    "the": _the,
    "a": _article,
    "an": _article,
    "then": _then,
    "of": _of,
    "its": _its,
    "their": _their,
}
#: The words that may begin a pattern.
PATTERN_WORDS = frozenset(_PATTERNS)


def word_hit(
    block: Block, found: Words, at: int, case: str, wanted: list[str], *, words: int = 1
) -> Hit | None:
    """Make a hit of some words, with fixes to the likeliest of what is wanted; None for no prose.

    The case is "quoted" in somebody's mouth. A fix is never safe: a person must read the sentence.
    """
    start, end = found[at].start, found[at + words - 1].end
    if not is_prose(block, start, end):
        return None
    if block.is_quoted(start, end):
        case = "quoted"
    fixes = [rewrite(block, start, end, each) for each in wanted[:_MOST_FIXES] if each]
    context = block.text[found[max(0, at - 1)].start : found[min(len(found) - 1, at + words)].end]
    values = {
        "word": block.text[start:end],
        "wanted": wanted[0] or "another word",
        "context": context,
    }
    return hit_in(block, start, end, case=case, values=values, fixes=fixes)
