"""Nouns whose number is not that of the word before them: "two minister", "a ministers"."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.subject import Wrong
from lint.prose.clause import BLANK, BORDER, JOINT, MARK, Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    MODIFIER,
    NOUN,
    THIRD,
    VERB,
    look_up,
    main_class,
)
from lint.prose.inflection import plural_of, singular_of
from lint.prose.language_model import entry, pair, seen

_FUNCTION = frozenset(
    "of to in on at by for with from as that who which whose when where while because than is was "
    "were are has had have will would could can may should after before since until into over "
    "under between against during without within through but if not it he she they we you the a "
    "an this his her its our their my your said says".split()
)
_DETERMINERS = frozenset("a an the his her its our their my your another".split())
_COUNTS = frozenset("several two three four five six seven eight nine ten".split())
_POINTERS = frozenset("these those many few".split())
_SINGLES = frozenset("a an every another each this".split())
_DECIDING = _COUNTS | _POINTERS | _SINGLES
# What may stand before a count, so that it counts the noun and numbers no "top two" or "part two".
_BEFORE_COUNT = frozenset(
    "of in for with by from at after before over about around nearly almost more than and or to "
    "between within has have had were was are is another under only least up these those".split()
)
_SINCE = frozenset("ago later earlier".split())
_ALONG = frozenset("off away from down up back out yet behind before".split())
_TRAVELS = frozenset("go travel run climb walk".split())
_SURE = 1.8  # log10 by which the news must like the other number better


def find_wrong_number(
    line: Line, unchanging: frozenset[str], measures: frozenset[str]
) -> Iterator[Wrong]:
    """Yield nouns that are singular behind a count, or plural behind "a"."""
    places = {*line.which(_DECIDING.__contains__), *line.which(str.isdecimal)}
    for at in sorted(places):
        word = line.words[at]
        if line.gaps[at + 1] != BLANK or not line.is_lower(at + 1):
            continue
        wanted = ""
        if word in _SINGLES:
            wanted = _singular(line, at, unchanging, measures)
        else:
            wanted = _plural(line, at, unchanging, measures)
        if wanted:
            yield Wrong(at + 1, at, wanted, "number")


def _singular(line: Line, at: int, unchanging: frozenset[str], measures: frozenset[str]) -> str:
    noun = line.words[at + 1]
    if noun in unchanging or not line.texts[at][-1].islower():
        return ""
    after = line.after(at + 1)
    if noun == "ways" and (not after or after in _ALONG or line.after(at + 2) in _TRAVELS):
        return ""  # "still a ways to go"
    wanted = singular_of(noun)
    if not wanted and _likes_singular(line, at):
        wanted = noun[:-1]  # "jobs", whose singular may be a plural to dictionaries
    if not wanted or main_class(wanted) != NOUN or not _is_last(line, at + 1, measures):
        return ""
    if line.after(at + 1) in ("to", "for") and main_class(line.after(at + 2)) == NOUN:
        return ""  # "a loans to savings ratio"
    is_verb = look_up(noun) & THIRD != 0
    if is_verb and line.words[at] in ("each", "this", "another"):
        return ""
    return wanted if _fits(line, at, wanted, _SURE) else ""


def _likes_singular(line: Line, at: int) -> bool:
    """Tell whether the news has a noun without its s here, and hardly ever with it."""
    noun = line.words[at + 1]
    if not noun.endswith("s") or noun.endswith("ss") or main_class(noun) not in (NOUN, 0):
        return False
    return _fits(line, at, noun[:-1], _SURE)


def _plural(line: Line, at: int, unchanging: frozenset[str], measures: frozenset[str]) -> str:
    word, noun = line.words[at], line.words[at + 1]
    wanted = plural_of(noun)
    if not wanted or noun in unchanging or not _is_last(line, at + 1, measures):
        return ""
    before = line.before(at)
    if noun in measures and _measures(line, at):
        return wanted
    fact = look_up(noun)
    if fact & ADJECTIVE or main_class(noun) != NOUN:
        return ""
    if fact & BASE and line.after(at + 1) != "of":
        return ""  # "many report that"
    if word.isdecimal():
        if len(word) > 3 or word in ("0", "1"):
            return ""
        if before not in _BEFORE_COUNT:
            return ""
    elif word in _COUNTS and word != "several":
        if before and before not in _BEFORE_COUNT:
            return ""
    elif before in _DETERMINERS:
        return ""  # "a few", "his many"
    return wanted if noun in measures or _fits(line, at, wanted, _SURE) else ""


def _measures(line: Line, at: int) -> bool:
    """Tell whether a count and a measure are no adjective: "20 year ago", but "a six foot wall"."""
    word, after = line.words[at], line.after(at + 1)
    if word in ("0", "1") or (word not in _COUNTS and not word.isdecimal()):
        return False
    if line.before(at) in _DETERMINERS or line.gaps[at] not in (BLANK, BORDER):
        return False
    if after in _SINCE:
        return True
    counts = line.before(at) in _BEFORE_COUNT
    return counts and after in ("to", "for", "from") and line.after(at + 2) in _DETERMINERS


def _is_last(line: Line, at: int, measures: frozenset[str]) -> bool:
    """Tell whether a noun phrase ends with a word: it is no part of "a sports car"."""
    gap = line.gaps[at + 1]
    if gap in (JOINT, BORDER):
        return gap == BORDER
    after = line.words[at + 1]
    if gap == MARK:  # "many town, city and county names"
        is_series = line.gaps[at + 2] == MARK or line.after(at + 1) in ("and", "or")
        return not (is_series and main_class(after) in (NOUN, MODIFIER))
    if after in ("and", "or"):
        if line.words[at] in measures:
            return True
        return at + 2 < len(line.words) and line.after(at + 1) in _DETERMINERS
    if after in _SINCE and line.words[at] in measures:
        return True
    if look_up(after) & THIRD and main_class(after) == VERB and line.after(at + 1) in _DETERMINERS:
        return True  # "when a workers opens their door"
    return after in _FUNCTION or (after.endswith("ly") and look_up(after) & ADVERB != 0)


def _fits(line: Line, at: int, wanted: str, least: float) -> bool:
    """Tell whether the news has the other number here, and the written one hardly ever."""
    first = entry("two" if line.words[at].isdecimal() else line.words[at])
    written, other = entry(line.words[at + 1]), entry(wanted)
    if seen(first, other) is None:
        return False
    return seen(first, written) is None or pair(first, other) - pair(first, written) >= least
