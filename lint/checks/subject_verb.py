"""Verbs whose number is not that of the subject just before them: "they says", "the lamps is"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint.checks.subject import CONJUNCTIONS, DETERMINERS, Words, Wrong
from lint.checks.subject_name import named
from lint.checks.subject_noun import BEFORE_PHRASES, bare, long_phrase, phrase, that
from lint.checks.subject_pronoun import EVERYONE, everyone, he, there, they, this, those_who
from lint.prose.clause import BLANK, BORDER, BREAK, Line

# Behind the others a noun may stand for itself: "which options", "said officials".
_OPENERS = CONJUNCTIONS - frozenset("how what whatever which said says".split())


def find_wrong_verb(line: Line, words: Words) -> Iterator[Wrong]:
    """Yield finite verbs that do not go with the pronoun or noun before them."""
    deciding = _DECIDING | words.titles | words.offices
    places = {*line.which(deciding.__contains__), *line.borders()}
    for at in sorted(places):  # few words can be, or begin, a subject that is judged
        word = line.words[at]
        if word == BREAK:
            continue
        if line.gaps[at + 1] != BLANK and word not in words.titles:
            continue
        found = None
        for pattern in _PATTERNS.get(word, ()):
            found = pattern(line, at, words)
            if found is not None:
                break
        else:
            if word in DETERMINERS:
                if line.gaps[at] != BLANK or line.words[at - 1] in BEFORE_PHRASES:
                    found = phrase(line, at, words)
            elif word in _OPENERS:
                found = bare(line, at + 1, words)
            elif word in words.titles or word in words.offices:
                found = named(line, at, words)
            elif line.gaps[at] == BORDER:
                found = bare(line, at, words) or long_phrase(line, at, words)
        if found is not None:
            yield found


_PATTERNS: dict[str, tuple[Callable[[Line, int, Words], Wrong | None], ...]] = {
    **dict.fromkeys(("he", "she", "it"), (he,)),
    **dict.fromkeys(("they", "we", "you", "i"), (they,)),
    **dict.fromkeys(("this", "these", "those"), (this,)),
    **dict.fromkeys(EVERYONE, (everyone,)),
    "that": (this, that),
    "there": (there,),
    "who": (those_who, that),
}
_DECIDING = frozenset(_PATTERNS) | DETERMINERS | _OPENERS
