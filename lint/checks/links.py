"""Links in the copy: empty, with a text that says nothing, with tracking, not encrypted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.hit import Fix, Hit, Related, together
from lint.checks.options import CheckOptions
from lint.document import Element
from lint.patterns import lazy_pattern
from lint.source import Span

VALUES = ("text", "wanted")
CASES = ()
_BODY = (model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.QUOTE)
_HOST = lazy_pattern(r"(?:https?:)?//(?:www\.)?([^/?#:]+)", re.IGNORECASE)
_SHOWN = ("img", "svg", "picture", "amp-img", "video", "iframe", "button", "input")
_NAMED = ("id", "name", "aria-label", "title")  # an anchor, or a text for screen readers
_MOST = 5


class Options(CheckOptions):
    """``fault``: "empty", "vague", "tracking" or "insecure": what one rule looks for.

    ``texts``: link texts that say nothing ("here"). ``parameters``: what tracks a reader in an
    address; a star at the end stands for anything. ``hosts``: the house's own sites; empty for the
    one that the page itself gives as its address.
    """

    fault: Literal["empty", "vague", "tracking", "insecure"] = "empty"
    texts: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the links of the copy that have the fault; vague ones once an article."""
    if options.fault == "vague":
        yield from _vague(article, options)
        return
    own = {host.lower().removeprefix("www.") for host in options.hosts} or _own_hosts(article)
    if options.fault == "insecure":
        yield from _insecure(article, own)
        return
    for block, link in _links(article):
        if options.fault == "empty":
            yield from _empty(article, block, link)
        else:
            yield from _tracking(article, block, link, options.parameters, own)


def _links(article: Article) -> Iterator[tuple[Block, Element]]:
    seen: set[int] = set()
    for block in article.of(*_BODY):
        element = block.element
        if element is None or id(element) in seen:
            continue  # one element may make several blocks, parted by line breaks
        seen.add(id(element))
        if element.tag in ("p", "li", "blockquote", "h2", "h3"):
            for link in element.iter("a"):
                if link.get("href") is not None:
                    yield block, link


def _own_hosts(article: Article) -> set[str]:
    """The site that the page names as its own; none for a page that is not encrypted itself."""
    addresses = [block.text for block in article.of(model.CANONICAL, model.OG_URL)]
    if any(address.lower().startswith("http:") for address in addresses):
        return set()
    return {match[1].lower() for address in addresses if (match := _HOST.match(address))}


def _empty(article: Article, block: Block, link: Element) -> Iterator[Hit]:
    if any(link.get(name) for name in _NAMED) or next(link.iter(*_SHOWN), None) is not None:
        return
    if "".join(str(text) for text in link.itertext()).strip():
        return
    span = article.document.tag_span(link)
    href = link.get("href") or ""
    yield Hit(span, {"text": href[:60], "wanted": ""}, "", (), (), block.kind, href)


def _vague(article: Article, options: Options) -> Iterator[Hit]:
    texts = {text.casefold() for text in options.texts}
    found = [
        (block, link)
        for block in article.of(*_BODY)
        for link in block.links
        if block.text[link.start : link.end].casefold().strip(" .:›»→\u00a0") in texts
        and link.end - link.start < len(block.text) - 8  # in a sentence, not a button
        and block.text[link.end : link.end + 2].casefold() not in ("’s", "'s")  # Here’s why
    ]
    if found:
        block, link = found[0]
        text = block.text[link.start : link.end]
        related = tuple(
            Related(each.span(at.start, at.end), "here, too") for each, at in found[1 : _MOST + 1]
        )
        span = block.span(link.start, link.end)
        yield Hit(span, {"text": text, "wanted": ""}, "", related, (), block.kind, text)


def _tracking(
    article: Article, block: Block, link: Element, parameters: tuple[str, ...], own: set[str]
) -> Iterator[Hit]:
    address = article.document.attribute(link, "href")
    if address is None or "?" not in address.text:
        return
    text = address.text
    path, _, query = text.partition("?")
    query, hash_, fragment = query.partition("#")
    parts = [part for part in query.split("&") if part]
    tracking = [part for part in parts if _tracks(part.partition("=")[0].lower(), parameters)]
    if not tracking or any(part.partition("=")[2].lower() in own for part in tracking):
        return  # a house that counts the readers that it sends elsewhere means to
    left = "&".join(part for part in parts if part not in tracking)
    wanted = path + (f"?{left}" if left else "") + hash_ + fragment
    edits = address.replace(0, len(text), wanted)
    fixes = (Fix("Remove the tracking", edits),) if edits else ()
    start = text.index(tracking[0], len(path))
    names = ", ".join(dict.fromkeys(part.partition("=")[0] for part in tracking))
    span = address.span(start, start + len(tracking[0]))
    yield Hit(span, {"text": names[:60], "wanted": wanted}, "", (), fixes, block.kind, tracking[0])


def _tracks(name: str, parameters: tuple[str, ...]) -> bool:
    return any(
        name.startswith(each[:-1]) if each.endswith("*") else name == each for each in parameters
    )


def _insecure(article: Article, own: set[str]) -> Iterator[Hit]:
    """Tell it once an article, and mend it everywhere."""
    found: list[tuple[Span, str, str, Fix | None]] = []
    for block, link in _links(article) if own else ():
        address = article.document.attribute(link, "href")
        if address is None or not address.text.lower().startswith("http://"):
            continue
        host = _HOST.match(address.text)
        if host is None or host[1].lower() not in own:
            continue
        edits = address.replace(0, len("http"), "https")
        fix = Fix("Write https", edits) if edits else None
        found.append((address.span(0, len("http")), host[1], block.kind, fix))
    if found:
        span, host_name, kind, _ = found[0]
        related = tuple(Related(each[0], "here, too") for each in found[1 : _MOST + 1])
        fix = together(each[3] for each in found)
        values = {"text": host_name, "wanted": "https"}
        yield Hit(span, values, "", related, (fix,) if fix else (), kind, host_name)
