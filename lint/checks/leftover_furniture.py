"""Page furniture that was pasted into the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article, model
from lint.checks.hit import Hit, hit_in

VALUES = ("phrase",)
CASES = ()
_KINDS = (
    model.PARAGRAPH, model.LIST_ITEM, model.CAPTION, model.STANDFIRST, model.QUOTE, model.RELATED,
)  # fmt: skip
_LONGEST = 60  # characters; furniture is short


class Options(NamedTuple):
    """``whole``: texts that are furniture when they are a whole block; case does not count.

    ``begins``: beginnings of short blocks that are furniture; case counts.
    """

    whole: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield blocks of the text that are nothing but furniture; the page's own frame is not text."""
    whole = {_plain(phrase) for phrase in options.whole}
    for block in article.of(*_KINDS):
        text = block.text
        if not text or len(text) > _LONGEST:
            continue
        if _plain(text) in whole or (
            text.startswith(options.begins) and not text.endswith((".", "?"))
        ):
            yield hit_in(block, 0, len(text), values={"phrase": text})


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").casefold().split()).rstrip(":. ")
