"""Verbs in a form that the auxiliary before them does not take: "will focuses", "didn't went".

The grammar decides. Where another reading is possible the verb is let be, such as that of "those
who could left", "the powers we have allow it" and "only then could injured men go".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from lint.article import Article, Block, model
from lint.checks.auxiliaries import DENIED, FORMS_OF_BE, GONE, MODALS, SHORT
from lint.checks.copy_words import is_prose, stands_alone
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.clause import Line
from lint.prose.dictionary import (
    ADJECTIVE,
    BASE,
    ING,
    PARTICIPLE,
    PAST,
    THIRD,
    VERB,
    look_up,
    main_class,
)

if TYPE_CHECKING:
    from lint.checks.verb_clause import WrongForm

VALUES = ("verb", "with", "wanted")
CASES = ("quoted",)

_HAVE = frozenset("have has had haven't hasn't hadn't".split())
_BE = frozenset("is are was were am been isn't aren't wasn't weren't".split())
# What may wrongly follow an auxiliary: a form, or the plain form.
_FORM, _PLAIN = 1, 2
_AUXILIARIES = {
    **dict.fromkeys([*MODALS, *DENIED, *SHORT, "to"], _FORM),
    **dict.fromkeys([*_HAVE, *_BE], _PLAIN),
}
_FORMS = PAST | PARTICIPLE | THIRD | ING
_NOT = frozenset("not also never still again only now soon always".split())


class Options(CheckOptions):
    """None: there is nothing to choose."""


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield verbs in a form that cannot stand behind the auxiliary before them.

    In somebody's mouth they are "quoted".
    """
    row = article.running(*model.COPY)
    line = row.line
    words = line.words
    for at in line.which(_AUXILIARIES.__contains__):
        following = words[at + 2 if words[at + 1] in _NOT else at + 1]
        if following not in _NOT and not _kind(following) & _AUXILIARIES[words[at]]:
            continue  # as nearly always
        wrong = _find(line, at)
        if wrong is not None:
            block, number = row.place(wrong.at)
            yield from _hit(block, number, number - wrong.at + wrong.with_, wrong.wanted)


@lru_cache(8192)  # articles share most of their words
def _kind(word: str) -> int:
    """What a word may be that an auxiliary does not take: _FORM, _PLAIN, both or neither."""
    fact = look_up(word)
    is_form = word in FORMS_OF_BE or (fact & _FORMS and not fact & BASE) or word == "left"
    is_plain = word == "be" or word in GONE
    if fact & (BASE | THIRD) and not fact & (PARTICIPLE | ADJECTIVE):
        is_plain = is_plain or main_class(word) == VERB
    return _FORM * bool(is_form) | _PLAIN * bool(is_plain)


def _hit(block: Block, at: int, with_: int, wanted: tuple[str, ...]) -> Iterator[Hit]:
    auxiliary, verb = block.words[with_], block.words[at]
    start, end = auxiliary.start, verb.end
    if not is_prose(block, start, end) or not stands_alone(block, verb):
        return
    if block.is_inside(start, end, "i", "em"):
        return
    yield hit_in(
        block,
        verb.start,
        verb.end,
        case="quoted" if block.is_quoted(start, end) else "",
        values={"verb": verb.text, "with": auxiliary.text, "wanted": wanted[0]},
        fixes=[rewrite(block, verb.start, verb.end, each) for each in wanted],
    )


def _find(line: Line, at: int) -> WrongForm | None:
    from lint.checks.modal_verb import behind_modal  # hardly an article needs them
    from lint.checks.perfect_verb import behind_be, behind_have, behind_to

    word = line.words[at]
    if word == "to":
        return behind_to(line, at)
    if not line.is_lower(at) and word not in SHORT:
        return None  # Will, and a question's first word
    verb = _verb_behind(line, at)
    if verb is None:
        return None
    if word in _HAVE:
        return behind_have(line, at, verb)
    if word in _BE:
        return behind_be(line, at, verb)
    return behind_modal(line, at, verb)


def _verb_behind(line: Line, at: int) -> int | None:
    """The place of the word behind an auxiliary, past "not" and the like."""
    place = at + 1
    while line.after(place - 1) in _NOT and place < at + 3:
        place += 1
    return place if line.after(place - 1) and line.is_lower(place) else None
