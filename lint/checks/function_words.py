"""Patterns of function words that cannot stand where they stand: "the explosion the killed a man".

What the language model says is in likely_word.py: here the grammar decides.
"""

from __future__ import annotations

from lint.article import Block
from lint.article.running import Running
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.near import Lists, Pattern, near
from lint.checks.then_than import then_than
from lint.prose.clause import BREAK
from lint.prose.dictionary import PLURAL, THIRD, look_up
from lint.prose.words import Words

_DETERMINERS = frozenset(
    "the a an his her its their our my your this these those more two three four five".split()
)
_FINITE = frozenset("was were is are has had have".split())
_MARKS = frozenset(".,;?!")
_PLURALS = frozenset("have are were could should had don't didn't aren't weren't haven't".split())
_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb "
    "Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
_BLANKS = frozenset(" \u00a0")
_MOST_FIXES = 3
_HESITATIONS = frozenset("uh um er erm ah ahem eh hm hmm well".split())
_DEGREES = frozenset("most least worst best same way help right chance money".split())


def find_pattern(row: Running, at: int, lists: Lists) -> Pattern | None:
    """The pattern that a word makes with its neighbours, if any.

    The base case is "the" for "that"; "article" an article before a word that takes none, "than"
    "then" after a comparative, "have" "of" after an auxiliary.
    """
    pattern = _PATTERNS.get(row.texts[at])
    return None if pattern is None else pattern(row, at, lists)


def _is_joined(row: Running, at: int) -> bool:
    """Tell whether a word is joined to the next: "the is–ought problem"."""
    gap = row.gaps[at + 1] if row.texts[at + 1] != BREAK else ""
    return gap[:1] in ("–", "—", "/")


def _the(row: Running, at: int, lists: Lists) -> Pattern | None:
    following = row.texts[at + 1]
    if row.gaps[at + 1][:1] in _MARKS and row.gaps[at + 1] and _ends_phrase(row, at):
        return Pattern("", "article")
    if (
        following not in _FINITE
        and following != "own"
        and following not in lists.after["the"]
        and not _is_past(following, lists)
    ):
        return None  # as nearly always
    before, after = near(row, at, -1), near(row, at, 1)
    if not after or not after.islower() or _is_joined(row, at + 1):
        return None
    beyond = near(row, at, 2)
    if before and _is_noun(before, lists) and _is_past(after, lists) and beyond in _DETERMINERS:
        last = near(row, at, 3)
        if beyond == "the" and (last in _DEGREES or last.endswith("est")):
            return None  # "It hit the uneducated the hardest."
        return Pattern("that")
    if before and _is_noun(before, lists) and after in _FINITE:
        return Pattern("that")
    if after == "own" and beyond not in ("goal", "goals", "goal-scorer"):
        return Pattern("their", "phrase")
    return _article(row, at, lists)


def _ends_phrase(row: Running, at: int) -> bool:
    """Tell whether a mark stands behind an article, where its noun belongs: "between the,"."""
    before = near(row, at, -1)
    if not before.islower() or row.gaps[at + 1].strip(" \u00a0") not in _MARKS:
        return False
    return row.texts[at + 1] not in _HESITATIONS  # "the, uh, new school"


def _first(row: Running, at: int, lists: Lists) -> Pattern | None:
    """Find a "The" that opens a sentence before what only "They" has: "The have the power"."""
    following = row.texts[at + 1]
    if following not in _PLURALS or not near(row, at, 2) or _is_joined(row, at + 1):
        return None
    if "'" in following and look_up(near(row, at, 2)) & (PLURAL | THIRD):
        return None  # "the don't knows"
    before = row.gaps[at].rstrip()[-1:]
    opens = at == 0 or row.texts[at - 1] == BREAK or before in (".", "!", "?")
    return Pattern("They", "phrase") if opens and row.gaps[at + 1] in _BLANKS else None


def _one(row: Running, at: int, lists: Lists) -> Pattern | None:
    """Find a "one" before a day of the year: "one June 29"."""
    if row.texts[at + 1] not in _MONTHS or not near(row, at, -1):
        return None
    day = near(row, at, 2)
    return Pattern("on", "phrase") if day.isdecimal() and len(day) < 3 else None


def _article(row: Running, at: int, lists: Lists) -> Pattern | None:
    if row.texts[at + 1] not in lists.after[row.texts[at]]:
        return None
    after = near(row, at, 1)
    beyond = near(row, at, 2)
    if not after or not beyond or (after, beyond) in lists.allowed:
        return None
    if not near(row, at, -1) and at and row.texts[at - 1] != BREAK:
        return None
    if len(beyond) == 1 and after == "to":
        return None  # "the letters a to z"
    return Pattern("", "article", 2)


def _is_past(word: str, lists: Lists) -> bool:
    if word in lists.adjectives:
        return False
    return word in lists.irregular or (
        word.endswith("ed") and len(word) > 4 and not word.endswith("eed") and "-" not in word
    )


def _is_noun(word: str, lists: Lists) -> bool:
    """A word that can end a noun phrase: no function word, verb form or adverb by its ending."""
    lower = word.lower()
    if lower in lists.function or lower in lists.irregular or not word[-1].isalpha():
        return False
    return not lower.endswith(("ed", "ing", "ly")) or (word[0].isupper() and lower.endswith("ing"))


def _of(row: Running, at: int, lists: Lists) -> Pattern | None:
    if row.texts[at + 1] not in lists.participles:
        return None
    before, after = near(row, at, -1), near(row, at, 1)
    if before in ("could", "would", "should", "must", "might") and after in lists.participles:
        return Pattern("have", "have")
    return None


_PATTERNS = {
    "the": _the,
    "The": _first,
    "one": _one,
    "a": _article,
    "an": _article,
    "then": then_than,
    "of": _of,
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
    before, behind = found[max(0, at - 1)], found[min(len(found) - 1, at + words)]
    is_code = block.is_inside(before.start, behind.end, "code", "kbd", "samp", "var", "tt")
    if is_code or not is_prose(block, start, end):
        return None  # "the with statement" of programs
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
