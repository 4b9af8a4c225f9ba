"""Captions that repeat a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

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
    lengths = [count for each in captions if (count := len(words(each.text))) >= options.shortest]
    if not lengths:
        return
    # What shares so many of its words with a caption has at least as many.
    fewest = options.likeness / 100 * min(len(keys(each.text)) for each in captions)
    copy = [
        block
        for block in article.of(model.PARAGRAPH, model.STANDFIRST, model.HEADLINE)
        if max(min(lengths) / 2, fewest) <= len(block.texts) <= 2 * max(lengths)
    ]
    by_word: dict[str, list[Block]] = {}
    folded = {id(block): frozenset(fold(word.text) for word in block.words) for block in copy}
    for block in copy:
        for word in folded[id(block)]:
            by_word.setdefault(word, []).append(block)
    for caption in captions:
        if len(words(caption.text)) < options.shortest:
            continue
        own = keys(caption.text)
        rarest = min(own, key=lambda word: len(by_word.get(word, ())), default="")
        candidates = [each for word in (rarest, *own) for each in by_word.get(word, ())[:8]]
        for block in dict.fromkeys(candidates[:200]):
            other = folded[id(block)]
            if len(own & other) >= options.likeness / 100 * len(own | other):
                related = [Related(block.span(), "the text says the same")]
                yield hit_in(caption.block, caption.start, caption.end, related=related)
                break
