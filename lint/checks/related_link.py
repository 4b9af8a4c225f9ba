"""Paragraphs that are only a link to another story."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions
from lint.prose.words import words

VALUES = ("phrase",)
CASES = ()
_SOURCES = ("Source:", "Sources:", "SOURCE:", "Via:")
_FEWEST_WORDS = 4
_DOCUMENTS = (
    ".pdf",
    ".doc",
    ".docx",
    ".xls",
    ".xlsx",
    ".csv",
    ".zip",
    ".jpg",
    ".png",
    ".mp3",
    ".mp4",
)


class Options(CheckOptions):
    """``lead_ins``: words before a colon or bar that announce such a link ("read more")."""

    lead_ins: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield link-only paragraphs between paragraphs of copy."""
    body = article.of(model.PARAGRAPH, model.RELATED, model.SUBHEADING, model.LIST_ITEM)
    lead_ins = {each.casefold() for each in options.lead_ins}
    has_copy = False
    for block in body:
        is_text = block.kind in (model.PARAGRAPH, model.RELATED)
        if is_text and has_copy and _is_related(block, lead_ins):
            yield hit_in(block, 0, len(block.text), values={"phrase": block.text})
        if block.kind == model.PARAGRAPH:
            has_copy = has_copy or not block.links or len(block.text) > 80


def _is_related(block: Block, lead_ins: set[str]) -> bool:
    if len(block.links) != 1:
        return False
    link, text = block.links[0], block.text
    target = link.href.strip().lower()
    path = target.split("?", 1)[0].split("#", 1)[0]
    if not path or target.startswith(("mailto:", "tel:", "#", "javascript:")):
        return False
    if path.endswith(_DOCUMENTS) or len(words(text[link.start : link.end])) < _FEWEST_WORDS:
        return False
    linked = text[link.start : link.end]
    if linked.startswith(_SOURCES) or (" " not in linked and "/" in linked):
        return False  # whence it comes, or an address
    before, after = text[: link.start].strip(), text[link.end :].strip(" …\u00a0»›>→")
    if after:  # a full stop too: a sentence, however much of it is linked
        return False
    if not before:
        return not text[link.start : link.end].endswith(".") or block.kind == model.RELATED
    return before.rstrip(":|–—->» ").casefold() in lead_ins and before[-1] in ":|–—->»"
