"""The auxiliaries, and verb forms that are easily taken for others."""

from __future__ import annotations

#: What takes the plain form of a verb.
MODALS = frozenset("will would can could should must may might cannot".split())
DENIED = frozenset("won't wouldn't can't couldn't shouldn't mustn't don't doesn't didn't".split())
SHORT = frozenset("i'll you'll he'll she'll it'll we'll they'll".split())
FORMS_OF_BE = frozenset("is are was were am been".split())
#: Past forms that are no participles.
GONE = frozenset(
    "went came took saw knew wrote gave began did ate fell drank sang ran broke chose drove flew "
    "froze grew rose shook spoke stole swam threw wore".split()
)
_BEING = frozenset("is are was were am be been being isn't aren't wasn't weren't".split())


def is_being(word: str) -> bool:
    """Tell whether a word is a form of "be", or ends with one: "isn't", "we're"."""
    return word in _BEING or word.endswith(("'s", "'re", "'m"))
