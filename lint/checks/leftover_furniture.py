"""Page furniture that was pasted into the text."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.article.hints import hint_words
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions

VALUES = ("phrase",)
CASES = ()
_KINDS = (
    model.PARAGRAPH, model.LIST_ITEM, model.CAPTION, model.STANDFIRST, model.QUOTE, model.RELATED,
)  # fmt: skip
_LONGEST = 60  # characters; furniture is short


class Options(CheckOptions):
    """``whole``: texts that are furniture when they are a whole block; case does not count.

    ``begins``: beginnings of short blocks that are furniture; case counts.
    """

    whole: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield blocks of the text that are nothing but furniture; the page's own frame is not text."""
    whole = {_plain(phrase) for phrase in options.whole}
    blocks = article.of(*_KINDS)
    for place, block in enumerate(blocks):
        text = block.text
        if not text or len(text) > _LONGEST:
            continue
        begins = text.startswith(options.begins) and not text.endswith((".", "?"))
        if not begins and _plain(text) not in whole:
            continue
        if place + 1 < len(blocks) and _is_link(blocks[place + 1]):
            continue  # "Read more:" above a list of links says what they are
        if article.is_fragment or not (
            _is_control(block) or _is_apart(block) or _heads_form(block)
        ):
            yield hit_in(block, 0, len(text), values={"phrase": text})


def _is_control(block: Block) -> bool:
    """Tell whether the text is a script's, as the switch "Hide caption" is: nobody pasted that.

    So is what a script fills that stands behind it, and what is called after its own words.
    """
    if _is_link(block) and block.links[0].href.lower().startswith("javascript:"):
        return True
    element = block.element
    if element is None or element.tag == "a":
        return False
    following = element.getnext()
    if following is not None and following.tag == "script":
        return True
    named = set(_plain(block.text).split()) <= set(hint_words(element))
    return named or element.get("onclick") is not None


def _is_apart(block: Block) -> bool:
    """Tell whether no paragraph stands beside the text: a page's own frame, not pasted copy."""
    element = block.element
    parent = None if element is None else element.getparent()
    if element is None or parent is None:
        return False
    if any(each.tag == "a" for each in (element, *element.iterancestors())):
        return True
    if element.tag not in ("div", "span", "section"):
        return False
    return _is_link(block) or parent.find("p") is None


def _heads_form(block: Block) -> bool:
    """Tell whether a form follows at once, as behind a page's own "Sign up for our newsletter"."""
    element = block.element
    following = None if element is None else element.getnext()
    return following is not None and (
        following.tag == "form" or following.find(".//form") is not None
    )


def _is_link(block: Block) -> bool:
    """Tell whether the whole text of a block is one link."""
    return len(block.links) == 1 and (block.links[0].start, block.links[0].end) == (
        0, len(block.text),
    )  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").casefold().split()).rstrip(":. ")
