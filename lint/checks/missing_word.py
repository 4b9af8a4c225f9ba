"""Small words left out: "agreed to set up commission to draft the law", "they need assure it".

For listed verbs and nouns the grammar decides; for what else may be missing, the language model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from lint.article import Article, Block, model
from lint.article.running import Running
from lint.checks.copy_words import are_neighbours, copy_blocks, is_prose, places
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.left_out import PATTERNS
from lint.checks.left_out_verb import Gap
from lint.checks.options import CheckOptions
from lint.checks.phrases import Phrases, faults, find_phrases
from lint.checks.tables import made_once
from lint.prose.clause import BLANK
from lint.prose.dictionary import PARTICIPLE, PAST, look_up
from lint.prose.sounds import begins_with_vowel
from lint.prose.words import Words

VALUES = ("phrase", "wanted")
CASES = ("likely", "quoted")
# What the model must say (a logarithm of odds). Measured on news: see tests/benchmarks/words.py.
_LEAST = {"off": float("inf"), "strict": 2.4, "balanced": 1.3}
_PLACES = (model.PARAGRAPH, model.STANDFIRST, model.LIST_ITEM)
_BE = frozenset("is are was were".split())
# Names before which a phrase may lack a word.
_NAMED = frozenset(
    "united soviet west netherlands philippines bahamas balkans caribbean mediterranean america "
    "england california mexico bengal hormuz gibraltar wight commons lords congress parliament "
    "reuters".split()
)
_EITHER = PAST | PARTICIPLE
# Before a base form that is a verb and no noun ("to launch", not "the launch party").
_BEFORE_BASE = frozenset(
    "to will would could should can cannot may might must not i you he she it we they who".split()
)
# Before a participle that is an adjective ("the newly formed coalition of parties").
_BEFORE_ADJECTIVE = frozenset(
    "a an the this that's these those his her its our their my your whose each every any some no "
    "all both one two other another first second third last next most more less best well long new "
    "old many few several such is are was were be been being as at by for from in into of "
    "on onto over than to under until with without and or but not nor still already just".split()
)


class Options(CheckOptions):
    """``verbs``: verbs, some of two words, that want an article before what they found or make.

    ``nouns``: singular nouns that never stand bare behind them. ``followers``: words behind the
    noun that show that it stands alone (a compound such as "commission members" may be bare).
    ``phrases``: set phrases that lack a word, each with the word, or the whole phrase, as
    :mod:`lint.checks.phrases` reads them ("in [] middle of" = "the"). ``strength``: how likely
    other words must be missing; "off" asks about none.
    """

    strength: Literal["off", "strict", "balanced"] = "off"
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    phrases: Mapping[str, str] = MappingProxyType({})


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with options."""
    for fault in faults(options.phrases):
        yield f"option “phrases”: {fault}"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield places where a word is missing; body text only, since headlines drop small words.

    The base case is what the grammar says, "quoted" the same in somebody's mouth, "likely" what the
    language model says.
    """
    yield from _bare_nouns(article, options)
    yield from _left_out_words(article, options)
    least = _LEAST[options.strength]
    if least < _LEAST["off"]:
        yield from _likely(article, least)


def _bare_nouns(article: Article, options: Options) -> Iterator[Hit]:
    verbs, nouns, followers = _lists(options)
    for block, found, at in places(article, nouns, (model.PARAGRAPH, model.STANDFIRST)):
        text, word = block.text, found[at]
        if not at or not are_neighbours(text, found[at - 1], word):
            continue
        verb = (found[at - 1].text,)
        two = at > 1 and are_neighbours(text, found[at - 2], found[at - 1])
        pair = (found[at - 2].text, found[at - 1].text) if two else verb
        if verb not in verbs and pair not in verbs:
            continue
        if at + 1 < len(found) and are_neighbours(text, word, found[at + 1]):
            if found[at + 1].text not in followers:
                continue
        elif text[word.end : word.end + 1] not in (".", ",", ";", ":"):
            continue
        begin = at - (2 if two and pair in verbs else 1)
        first = found[begin]
        before = found[begin - 1] if begin else None
        if before is None or not are_neighbours(text, before, first):
            continue
        if not _is_verb(text[first.start : found[at - 1].end], before.text.lower()):
            continue
        if at + 2 < len(found) and found[at + 2].text == word.text:
            continue  # "court by court"
        if block.is_quoted(first.start, word.end) or not is_prose(block, first.start, word.end):
            continue
        wanted = "an" if begins_with_vowel(word.text) else "a"
        phrase = text[first.start : word.end]
        fix = rewrite(
            block, word.start, word.end, f"{wanted} {word.text}", title=f"Insert “{wanted}”"
        )
        values = {"phrase": phrase, "wanted": f"{wanted} {word.text}"}
        yield hit_in(block, first.start, word.end, values=values, fixes=[fix])


def _left_out_words(article: Article, options: Options) -> Iterator[Hit]:
    running = article.running(*model.COPY)
    done = -1
    for gap in sorted(_gaps(running, _phrases(options))):
        if gap.first <= done:
            continue
        done = gap.last
        block, first = running.place(gap.first)
        if block.kind not in _PLACES:
            continue
        start, end = block.words[first].start, block.words[first + gap.last - gap.first].end
        if not is_prose(block, start, end) or block.is_inside(start, end, "i", "em"):
            continue
        phrase = block.text[start:end]
        wanted = (
            gap.wanted if phrase[0] != phrase[0].upper() else gap.wanted[0].upper() + gap.wanted[1:]
        )
        yield hit_in(
            block,
            start,
            end,
            case="quoted" if block.is_quoted(start, end) else "",
            values={"phrase": phrase, "wanted": wanted},
            fixes=[rewrite(block, start, end, wanted)],
        )


def _gaps(running: Running, phrases: Phrases) -> Iterator[Gap]:
    """Yield what the grammar shows to lack a word, and the phrases that do.

    Phrases are looked for in paragraphs: a standfirst or a list may be written as headlines are.
    """
    line = running.line
    for at in line.which(PATTERNS.__contains__):
        gap = PATTERNS[line.words[at]](line, at)
        if gap is not None:
            yield gap
    for at, phrase in find_phrases(line, phrases):
        if running.place(at)[0].kind != model.PARAGRAPH:
            continue
        if not line.is_lower(at) and line.words[at] not in _NAMED:
            continue  # "In Middle of Town" is a film
        first = at - 1 if line.gaps[at] == BLANK else at  # no mark is lost
        last = at + max(0, phrase.words - 1)
        words = [*line.texts[first:at], phrase.wanted, *line.texts[at : last + 1 - phrase.words]]
        yield Gap(first, last, " ".join(words))


@made_once
def _phrases(options: Options) -> Phrases:
    return Phrases(options.phrases)


@made_once
def _lists(options: Options) -> tuple[frozenset[tuple[str, ...]], frozenset[str], frozenset[str]]:
    verbs = frozenset(tuple(verb.split()) for verb in options.verbs)
    return verbs, frozenset(options.nouns), frozenset(options.followers)


def _is_verb(verb: str, before: str) -> bool:
    """Tell whether a form such as "launch" or "formed" is a verb behind some word."""
    if verb.endswith("ing"):
        return before not in ("a", "an", "the")
    if not verb.endswith(("ed", "s", "up")):
        return before in _BEFORE_BASE
    if verb.startswith("set ") and before in _BEFORE_BASE:
        return True
    return before not in _BEFORE_ADJECTIVE and not before.endswith(("ly", "est"))


def _likely(article: Article, least: float) -> Iterator[Hit]:
    # With the model: only such a run pays.
    from lint.prose import gaps
    from lint.prose.slots import class_at

    for block, found in copy_blocks(article, _PLACES):
        row = block.row
        kinds = [class_at(row, place) for place in row.at]
        for at in range(len(found) - 1):
            words = gaps.possible(kinds[at], kinds[at + 1])
            if not words or row.at[at + 1] != row.at[at] + 1 or not found[at + 1].text.islower():
                continue
            gap = gaps.Gap(row.at[at], row.at[at + 1])
            odds, word = max(gaps.suggestions(row, gap, words), default=(-1.0, ""))
            if (
                odds >= least
                and not (word in _BE and _may_stand_alone(found[at + 1].text))
                and _is_plain(block, found, at)
            ):
                yield _left_out(block, found, at, word)


def _is_plain(block: Block, found: Words, at: int) -> bool:
    """Running text of the writer's own: two words in lower case, or a first one that opens."""
    one, other = found[at], found[at + 1]
    if at and not one.text.islower():
        return False
    return is_prose(block, one.start, other.end) and not block.is_quoted(one.start, other.end)


def _may_stand_alone(word: str) -> bool:
    """Tell whether a participle is a past as well: "it facilitated talks" lacks nothing."""
    return look_up(word) & _EITHER == _EITHER


def _left_out(block: Block, found: Words, at: int, word: str) -> Hit:
    one, other = found[at], found[at + 1]
    if word == "a" and begins_with_vowel(other.text):
        word = "an"
    wanted = f"{one.text} {word} {other.text}"
    fix = rewrite(block, one.start, other.end, wanted, title=f"Insert “{word}”")
    values = {"phrase": block.text[one.start : other.end], "wanted": wanted}
    return hit_in(block, one.start, other.end, case="likely", values=values, fixes=[fix])
