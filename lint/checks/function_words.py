"""Patterns of function words that cannot stand where they stand: "the explosion the killed a man".

What the language model says is in likely_word.py: here the grammar decides.
"""

from __future__ import annotations

from lint.article import Block
from lint.article.running import Running
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.clause import BREAK
from lint.prose.dictionary import MODIFIER, main_class
from lint.prose.words import Words
from lint.tuples import NamedTuple

_DETERMINERS = frozenset(
    "the a an his her its their our my your this these those more two three four five".split()
)
_FINITE = frozenset("was were is are has had have".split())
_BE = frozenset("is was are were has have had will would".split())
_THAN = frozenset(
    "the a an any ever half expected those that his her their our its usual before previous most "
    "many just double twice one two three four five six seven eight nine ten it they he she we "
    "ours theirs anyone anything me him them us other others people".split()
)
_COMPARED = _THAN | frozenset("men women people other others not".split())
_MORE = frozenset(("more", "less"))
_CONDITIONS = frozenset("if when whenever once unless until since because as after".split())
_MARKS = frozenset(".,;?!")
_PLURALS = frozenset("have are were could should had don't didn't aren't weren't haven't".split())
_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb "
    "Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
_BLANKS = frozenset(" \u00a0")
_MOST_FIXES = 3
_REACH = 15  # words before "then" in which its "if" may stand
_HESITATIONS = frozenset("uh um er erm ah ahem eh hm hmm well".split())
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


def find_pattern(row: Running, at: int, lists: Lists) -> Pattern | None:
    """The pattern that a word makes with its neighbours, if any.

    The base case is "the" for "that"; "article" an article before a word that takes none, "than"
    "then" after a comparative, "have" "of" after an auxiliary.
    """
    pattern = _PATTERNS.get(row.texts[at])
    return None if pattern is None else pattern(row, at, lists)


def _near(row: Running, at: int, offset: int) -> str:
    """The neighbour ``offset`` words on; empty across punctuation or the text's end."""
    other = at + offset
    if other < 0 or BREAK in row.texts[min(at, other) : max(at, other) + 1]:
        return ""
    gaps = row.gaps[min(at, other) + 1 : max(at, other) + 1]
    return row.texts[other] if _BLANKS.issuperset(gaps) else ""


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
    before, after = _near(row, at, -1), _near(row, at, 1)
    if not after or not after.islower() or _is_joined(row, at + 1):
        return None
    beyond = _near(row, at, 2)
    if before and _is_noun(before, lists) and _is_past(after, lists) and beyond in _DETERMINERS:
        last = _near(row, at, 3)
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
    before = _near(row, at, -1)
    if not before.islower() or row.gaps[at + 1].strip(" \u00a0") not in _MARKS:
        return False
    return row.texts[at + 1] not in _HESITATIONS  # "the, uh, new school"


def _first(row: Running, at: int, lists: Lists) -> Pattern | None:
    """Find a "The" that opens a sentence before what only "They" has: "The have the power"."""
    following = row.texts[at + 1]
    if following not in _PLURALS or not _near(row, at, 2) or _is_joined(row, at + 1):
        return None
    before = row.gaps[at].rstrip()[-1:]
    opens = at == 0 or row.texts[at - 1] == BREAK or before in (".", "!", "?")
    return Pattern("They", "phrase") if opens and row.gaps[at + 1] in _BLANKS else None


def _one(row: Running, at: int, lists: Lists) -> Pattern | None:
    """Find a "one" before a day of the year: "one June 29"."""
    if row.texts[at + 1] not in _MONTHS or not _near(row, at, -1):
        return None
    day = _near(row, at, 2)
    return Pattern("on", "phrase") if day.isdecimal() and len(day) < 3 else None


def _article(row: Running, at: int, lists: Lists) -> Pattern | None:
    if row.texts[at + 1] not in lists.after[row.texts[at]]:
        return None
    after = _near(row, at, 1)
    beyond = _near(row, at, 2)
    if not after or not beyond or (after, beyond) in lists.allowed:
        return None
    if not _near(row, at, -1) and at and row.texts[at - 1] != BREAK:
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


def _before(row: Running, at: int) -> list[str]:
    """The nearest words before another in its text."""
    words = row.texts[max(0, at - _REACH) : at]
    while BREAK in words:
        words = words[words.index(BREAK) + 1 :]
    return words


def _then(row: Running, at: int, lists: Lists) -> Pattern | None:
    before, after = _near(row, at, -1), _near(row, at, 1)
    if _near(row, at, -2) in _MORE and main_class(before) == MODIFIER:
        if after not in _COMPARED:
            return None  # "less likely then men"
    elif (before == "rather" and after and after != "that") or (
        before in lists.comparatives and _is_number(row, at + 1)
    ):
        return Pattern("than", "than")
    elif before not in lists.comparatives or after not in _THAN:
        return None
    if before not in ("rather", "other") and any(
        word.lower() in _CONDITIONS for word in _before(row, at)
    ):
        return None  # "If they want more then the town will pay."
    return Pattern("than", "than")


def _is_number(row: Running, at: int) -> bool:
    """Tell whether a number stands right there, or an amount of money."""
    is_near = row.gaps[at].strip(" \u00a0") in ("", "$", "£", "€")
    return row.texts[at][:1].isdigit() and is_near


def _of(row: Running, at: int, lists: Lists) -> Pattern | None:
    if row.texts[at + 1] not in lists.participles:
        return None
    before, after = _near(row, at, -1), _near(row, at, 1)
    if before in ("could", "would", "should", "must", "might") and after in lists.participles:
        return Pattern("have", "have")
    return None


_PATTERNS = {
    "the": _the,
    "The": _first,
    "one": _one,
    "a": _article,
    "an": _article,
    "then": _then,
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
