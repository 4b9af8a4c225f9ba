"""Verbs and nouns that do not go with the word before them: "they says", "two minister"."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose, stands_alone
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.noun_number import find_wrong_number
from lint.checks.options import CheckOptions
from lint.checks.subject import Words, Wrong
from lint.checks.subject_verb import find_wrong_verb
from lint.checks.tables import made_once
from lint.prose.clause import Line

VALUES = ("word", "with", "wanted")
CASES = ("number", "quoted")
# "We was", "he don’t", "I says": how many people speak, no slip of whoever wrote it down.
_PRONOUNS = frozenset("i he she it we you they there".split())
_SPOKEN = frozenset(
    "is was are were has have do does says don't don’t doesn't doesn’t wasn't wasn’t weren't "
    "weren’t isn't isn’t aren't aren’t".split()
)


class Options(CheckOptions):
    """The words that decide.

    ``demands``: words behind which the subjunctive may stand ("they asked that he go"); ``wishes``:
    those that go with "he were". ``collectives``: singulars with plural verbs in British English.
    ``measures``: plurals with singular verbs ("ten years is a long time"); ``amounts``: singulars
    that mean many ("there are a handful"). ``unchanging``: nouns with one form for both numbers.
    ``titles``: what stands before a surname; ``offices``: what one person is, before a full name.
    """

    demands: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    collectives: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    unchanging: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield verbs that do not go with their subject.

    "number" is a noun that does not go with its number or article; in somebody's mouth both are
    "quoted".
    """
    words, running = _words(options), article.running(*model.COPY)
    line = running.line
    wrongs = [*find_wrong_verb(line, words)]
    wrongs += find_wrong_number(line, words.unchanging, words.measures)
    for wrong in wrongs:
        block, at = running.place(wrong.at)
        yield from _hit(block, at, line, wrong)


@made_once
def _words(options: Options) -> Words:
    return Words(*(frozenset(getattr(options, name)) for name in Words._fields))


def _hit(block: Block, at: int, line: Line, wrong: Wrong) -> Iterator[Hit]:
    word, with_ = block.words[at], block.words[at + wrong.with_ - wrong.at]
    start, end = min(word.start, with_.start), max(word.end, with_.end)
    if not is_prose(block, start, end) or not stands_alone(block, word):
        return
    if block.is_inside(start, end, "i", "em"):
        return
    is_quoted = block.is_quoted(start, end)
    if is_quoted and line.words[wrong.with_] in _PRONOUNS and word.text.lower() in _SPOKEN:
        return
    wanted = wrong.wanted.replace("'", "’") if "’" in word.text else wrong.wanted
    yield hit_in(
        block,
        word.start,
        word.end,
        case="quoted" if is_quoted else wrong.case,
        values={"word": word.text, "with": with_.text, "wanted": wanted},
        fixes=[rewrite(block, word.start, word.end, wanted)],
    )
