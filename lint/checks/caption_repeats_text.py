"""Captions that repeat a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.prose.likeness import keys
from lint.prose.words import fold, words

VALUES = ()
CASES = ()


class Options(CheckOptions):
    """``shortest``: captions with fewer words are let be. ``likeness``: percent of shared words."""

    shortest: int = 7
    likeness: int = 88


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield captions that are (nearly) a whole paragraph or the headline over again."""
    captions = [each.caption for each in article.pictures if each.caption is not None]
    long = {
        each: count for each in captions if (count := len(words(each.text))) >= options.shortest
    }
    if not long:
        return
    keys_of = {caption: keys(caption.text) for caption in long}
    # What shares so many of its words with a caption has at least as many.
    fewest = options.likeness / 100 * min(map(len, keys_of.values()))
    copy = [
        block
        for block in article.of(model.PARAGRAPH, model.STANDFIRST, model.HEADLINE)
        if max(min(long.values()) / 2, fewest) <= len(block.texts) <= 2 * max(long.values())
    ]
    by_word = _by_word(copy, article.vocabulary, frozenset().union(*keys_of.values()))
    folded: dict[int, frozenset[str]] = {}
    for caption, own in keys_of.items():
        rarest_first = sorted(own, key=lambda word: (len(by_word.get(word, ())), word))
        candidates = [each for word in rarest_first for each in by_word.get(word, ())[:8]]
        for block in dict.fromkeys(candidates[:200]):
            other = folded.get(id(block))
            if other is None:
                other = folded[id(block)] = frozenset(map(fold, block.texts))
            if len(own & other) >= options.likeness / 100 * len(own | other):
                related = [Related(block.span(), "the text says the same")]
                yield hit_in(caption.block, caption.start, caption.end, related=related)
                break


def _by_word(
    blocks: Iterable[Block], vocabulary: Iterable[str], asked: frozenset[str]
) -> dict[str, list[Block]]:
    """The blocks by those of their words, folded, that are asked for."""
    folded = {text: key for text in vocabulary if (key := fold(text)) in asked}
    by_word: dict[str, list[Block]] = {}
    for block in blocks:
        for word in {folded[text] for text in folded.keys() & block.texts}:
            by_word.setdefault(word, []).append(block)
    return by_word
