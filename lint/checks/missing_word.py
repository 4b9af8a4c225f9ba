"""Articles left out: "agreed to set up commission to draft the law"."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.copy_words import are_neighbours, is_prose, places
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.prose.sounds import begins_with_vowel

VALUES = ("phrase", "wanted")
CASES = ()
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
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield listed verbs with a bare listed noun; body text only, since headlines drop articles."""
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
