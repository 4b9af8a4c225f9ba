"""Whether a verb behind an auxiliary may be read otherwise: where its clause may end or turn."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.subject import DETERMINERS, REPORTS
from lint.prose.clause import BLANK, BORDER, Line
from lint.prose.dictionary import (
    MODIFIER,
    NOUN,
    OTHER,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    look_up,
    main_class,
)
from lint.tuples import NamedTuple

PRONOUNS = frozenset("i you he she it we they there".split())
# With one of these before, the auxiliary may end its clause: "what they can does not matter".
ELLIPSES = frozenset(
    "what all everything anything nothing something everyone anyone everybody anybody whatever "
    "whoever whomever whichever whenever wherever however than best most more less least much many "
    "way ways those few ones some others".split()
)
ASKING = frozenset("while where when how why if who whom whose".split())
# What follows a verb, and no adjective: "could left in the hall".
FOLLOWERS = frozenset(
    "by in to for at on from with of into onto over under after before because until when if since "
    "during within about against as the a an that this these those his her its their our my your "
    "him them it us me and or but up out off down back away through between behind".split()
)
_CLAUSES = frozenset("and but because while although though whereas that".split())
REACH = 6  # words that are looked back over


class WrongForm(NamedTuple):
    """The verb at ``at`` cannot stand behind the word at ``with_``.

    ``wanted`` is what may be meant instead, the likeliest first.
    """

    at: int
    with_: int
    wanted: tuple[str, ...]


def sentence(line: Line, at: int, most: int) -> Iterator[int]:
    """Yield the places of the words before another in its clause, the nearest first."""
    for place in range(at, max(0, at - most), -1):
        if line.gaps[place] == BORDER:
            return
        yield place - 1


def ends_relative(line: Line, verb: int) -> bool:
    """Tell whether a verb may end a clause that tells of a thing: "the anthem they begin it's"."""
    subject = line.before(verb)
    return subject in PRONOUNS and line.before(verb - 1) not in ("", ",", "and", "but", "so")


def may_be_noun(word: str) -> bool:
    """Tell whether a lower-case word is a noun first of all; of British spellings nobody knows."""
    return main_class(word) in (NOUN, 0) and look_up(word) & (SINGULAR | PLURAL) != 0


def may_end(line: Line, at: int) -> bool:
    """Tell whether an auxiliary may end its clause, as in "what they can does not matter"."""
    before = [line.words[place] for place in sentence(line, at, REACH)]
    return (
        not ELLIPSES.isdisjoint(before)
        or not ASKING.isdisjoint(before[:2])
        or before.count("as") > 1
    )


def goes_on(line: Line, at: int) -> bool:
    """Tell whether nothing follows a word that it may be an adjective of."""
    after = line.after(at)
    return not after or after in FOLLOWERS or main_class(after) == OTHER


def begins_clause(line: Line, at: int) -> bool:
    """Tell whether what stands before a verb is a subject of one noun, and begins the clause.

    Else a clause may end there, and its verb go with another: "the powers we have allow it".
    """
    place = at - 1
    word = line.words[place]
    if line.gaps[at] != BLANK:
        return False
    if word not in PRONOUNS and not (line.texts[place][:1].isupper() or may_be_noun(word)):
        return False
    is_pronoun = word in PRONOUNS
    for _ in range(4):
        before = line.before(place)
        if before in ("", *_CLAUSES):
            return True
        if before == ",":
            return not is_pronoun
        if is_pronoun:
            return look_up(before) & (PAST | THIRD) != 0 and before in REPORTS
        place -= 1
        is_name = line.texts[place][:1].isupper()
        if not is_name and before not in DETERMINERS and main_class(before) != MODIFIER:
            return False
    return False
