"""Articles left out: "agreed to set up commission to draft the law"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article, model
from lint.checks.copy_words import are_neighbours, copy_blocks, is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.sounds import begins_with_vowel

VALUES = ("phrase", "wanted")
CASES = ()


class Options(NamedTuple):
    """``verbs``: verbs, some of two words, that want an article before what they found or make.

    ``nouns``: singular nouns that never stand bare behind them. ``followers``: words behind the
    noun that show that it stands alone (a compound such as "commission members" may be bare).
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield listed verbs with a bare listed noun; body text only, since headlines drop articles."""
    verbs = {tuple(verb.split()) for verb in options.verbs}
    nouns, followers = frozenset(options.nouns), frozenset(options.followers)
    for block, found in copy_blocks(article, (model.PARAGRAPH, model.STANDFIRST)):
        text = block.text
        for at, word in enumerate(found):
            if word.text not in nouns or not at or not are_neighbours(text, found[at - 1], word):
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
            first = found[at - (2 if pair in verbs and two else 1)]
            if block.is_quoted(first.start, word.end) or not is_prose(block, first.start, word.end):
                continue
            wanted = "an" if begins_with_vowel(word.text) else "a"
            phrase = text[first.start : word.end]
            fix = rewrite(
                block, word.start, word.end, f"{wanted} {word.text}", title=f"Insert “{wanted}”"
            )
            values = {"phrase": phrase, "wanted": f"{wanted} {word.text}"}
            yield hit_in(block, first.start, word.end, values=values, fixes=[fix])
