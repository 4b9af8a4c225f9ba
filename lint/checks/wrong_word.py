"""Function words that cannot stand where they stand: "the explosion the killed a man"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article, Block, model
from lint.checks.copy_words import are_neighbours, copy_blocks, is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.words import Word

VALUES = ("word", "wanted", "context")
CASES = ("article", "than", "have", "its", "there")

_DETERMINERS = frozenset(
    "the a an his her its their our my your this these those more two three four five".split()
)
_FINITE = frozenset("was were is are has had have".split())
_BE = frozenset("is was are were has have had will would".split())
_THAN = frozenset(
    "the a an any ever half expected those that his her their our its usual before previous most "
    "many just double twice one two three four five six seven eight nine ten it they he she we "
    "ours theirs anyone anything".split()
)
_CONDITIONS = frozenset("if when whenever once unless until since because as after".split())
_REACH = 15  # words before "then" in which its "if" may stand
_DEGREES = frozenset("most least worst best same way help right chance money".split())


class Options(NamedTuple):
    """The words that make a pattern; each list is data.

    ``irregular``: past forms that do not end in -ed. ``adjectives``: past forms that stand for
    people or things ("the wounded"), or that are no past form. ``after_the`` and ``after_a``: words
    that cannot follow these articles. ``comparatives``: words that want "than". ``participles``:
    forms that follow "would have". ``function``: words that end no noun phrase.
    ``allowed``: pairs of words that may follow an article or "its" all the same ("a cappella").
    """

    irregular: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    after_the: tuple[str, ...] = ()
    after_a: tuple[str, ...] = ()
    comparatives: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    function: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


class _Lists:
    def __init__(self, options: Options) -> None:
        self.irregular = frozenset(options.irregular)
        self.adjectives = frozenset(options.adjectives)
        self.after = {"the": frozenset(options.after_the)}
        self.after["a"] = self.after["an"] = frozenset(options.after_a)
        self.comparatives = frozenset(options.comparatives)
        self.participles = frozenset(options.participles)
        self.function = frozenset(options.function)
        self.allowed = frozenset(tuple(pair.split()) for pair in options.allowed)


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield function words that no sentence has there; quoted speech is let be.

    The base case is "the" for "that"; "article" an article before a word that takes none, "than"
    "then" after a comparative, "have" "of" after an auxiliary, "its" and "there" their homophones.
    """
    lists = _Lists(options)
    for block, found in copy_blocks(article, (*model.BODY, model.CAPTION, model.STANDFIRST)):
        for at, word in enumerate(found):
            pattern = _PATTERNS.get(word.text)
            if pattern is None:
                continue
            hit = pattern(block, found, at, lists)
            if hit is not None:
                yield hit


def _near(block: Block, found: list[Word], at: int, offset: int) -> str:
    """The neighbour ``offset`` words on; empty across punctuation or the text's end."""
    step = 1 if offset > 0 else -1
    for index in range(at, at + offset, step):
        other = index + step
        if not 0 <= other < len(found):
            return ""
        pair = (found[index], found[other]) if step > 0 else (found[other], found[index])
        if not are_neighbours(block.text, *pair):
            return ""
    return found[at + offset].text


def _hit(
    block: Block, found: list[Word], at: int, wanted: str, case: str = "", *, words: int = 1
) -> Hit | None:
    start, end = found[at].start, found[at + words - 1].end
    if block.is_quoted(start, end) or not is_prose(block, start, end):
        return None
    fixes = [rewrite(block, start, end, wanted)] if wanted else []
    context = block.text[found[max(0, at - 1)].start : found[min(len(found) - 1, at + words)].end]
    values = {"word": block.text[start:end], "wanted": wanted or "another word", "context": context}
    return hit_in(block, start, end, case=case, values=values, fixes=fixes)


def _the(block: Block, found: list[Word], at: int, lists: _Lists) -> Hit | None:
    before, after = _near(block, found, at, -1), _near(block, found, at, 1)
    if not after or not after.islower():
        return None
    beyond = _near(block, found, at, 2)
    if before and _is_noun(before, lists) and _is_past(after, lists) and beyond in _DETERMINERS:
        last = _near(block, found, at, 3)
        if beyond == "the" and (last in _DEGREES or last.endswith("est")):
            return None  # "It hit the uneducated the hardest."
        return _hit(block, found, at, "that")
    if before and _is_noun(before, lists) and after in _FINITE:
        return _hit(block, found, at, "that")
    return _article(block, found, at, lists)


def _article(block: Block, found: list[Word], at: int, lists: _Lists) -> Hit | None:
    after = _near(block, found, at, 1)
    word = found[at].text
    beyond = _near(block, found, at, 2)
    if after not in lists.after[word] or not beyond or (after, beyond) in lists.allowed:
        return None
    if not _near(block, found, at, -1) and at:
        return None
    return _hit(block, found, at, "", "article", words=2)


def _is_past(word: str, lists: _Lists) -> bool:
    if word in lists.adjectives:
        return False
    return word in lists.irregular or (
        word.endswith("ed") and len(word) > 4 and not word.endswith("eed")
    )


def _is_noun(word: str, lists: _Lists) -> bool:
    """A word that can end a noun phrase: no function word, verb form or adverb by its ending."""
    lower = word.lower()
    if lower in lists.function or lower in lists.irregular or not word[-1].isalpha():
        return False
    return not lower.endswith(("ed", "ing", "ly")) or (word[0].isupper() and lower.endswith("ing"))


def _then(block: Block, found: list[Word], at: int, lists: _Lists) -> Hit | None:
    before, after = _near(block, found, at, -1), _near(block, found, at, 1)
    if before not in lists.comparatives or not (after in _THAN or after[:1].isdigit()):
        return None
    if before not in ("rather", "other") and any(
        word.text.lower() in _CONDITIONS for word in found[max(0, at - _REACH) : at]
    ):
        return None  # "If they want more then the town will pay."
    return _hit(block, found, at, "than", "than")


def _of(block: Block, found: list[Word], at: int, lists: _Lists) -> Hit | None:
    before, after = _near(block, found, at, -1), _near(block, found, at, 1)
    if before in ("could", "would", "should", "must", "might") and after in lists.participles:
        return _hit(block, found, at, "have", "have")
    return None


def _its(block: Block, found: list[Word], at: int, lists: _Lists) -> Hit | None:
    after, beyond = _near(block, found, at, 1), _near(block, found, at, 2)
    if (after, beyond) in lists.allowed:
        return None
    articles = ("a", "an", "the")
    if after in articles or after == "been" or (after == "not" and beyond in articles):
        return _hit(block, found, at, "it’s" if "’" in block.mapped.source.text else "it's", "its")
    return None


def _their(block: Block, found: list[Word], at: int, lists: _Lists) -> Hit | None:
    after = _near(block, found, at, 1)
    if after in _BE and not (
        after == "will" or (after == "would" and not _near(block, found, at, 2))
    ):
        return _hit(block, found, at, "there", "there")
    return None


_PATTERNS = {
    "the": _the,
    "a": _article,
    "an": _article,
    "then": _then,
    "of": _of,
    "its": _its,
    "their": _their,
}
