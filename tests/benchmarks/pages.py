"""The pages that the injection benchmark plants in, found without copydesk's own reading of them."""

from __future__ import annotations

import gzip
import html
import json
import re
from pathlib import Path
from typing import NamedTuple

_PARAGRAPH = re.compile(r"<p(?: [^<>]*)?>([^<>]{60,2000}?)</p>", re.IGNORECASE)

_HIDDEN = re.compile(r"<(script|style|template|noscript)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.I)


class Place(NamedTuple):
    """A paragraph of plain text: where its words start and end, and where its element ends."""

    start: int
    end: int
    after: int


class Page(NamedTuple):
    """A page's name and source, and its paragraphs of copy."""

    name: str
    text: str
    places: tuple[Place, ...]

    @property
    def copy(self) -> str:
        """The words of its paragraphs."""
        return "\n".join(self.text[each.start : each.end] for each in self.places)


def read_pages(folder: Path) -> list[Page]:
    """Read the pages whose copy is known: by a truth beside them, or because they have an article.

    A paragraph counts if the truth has it; without a truth, if it is in the page's only <article>,
    or anywhere in a fragment. Pages with fewer than six are left out.
    """
    found = []
    for path in sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")]):
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if "⟦" in text or "⟧" in text:
            continue
        name = path.name.split(".html")[0]
        places = tuple(_places(text, folder / f"{name}.json"))
        if len(places) >= 6:
            found.append(Page(name, text, places))
    return found


def _places(text: str, truth: Path) -> list[Place]:
    start, end = 0, len(text)
    known = None
    if truth.exists():
        known = _paragraphs(truth)
    elif "<body" in text.lower():
        if text.lower().count("<article") != 1:
            return []
        start, end = text.lower().index("<article"), text.lower().rindex("</article")
    hidden = [each.span() for each in _HIDDEN.finditer(text)]
    return [
        Place(each.start(1), each.end(1), each.end())
        for each in _PARAGRAPH.finditer(text, start, end)
        if (known is None or _plain(each[1]) in known)
        and not any(start < each.start() < end for start, end in hidden)
    ]


def _paragraphs(truth: Path) -> set[str]:
    found = set()
    for version in json.loads(truth.read_text("utf-8")).values():
        body = version.get("body") or {}
        for section in body.get("sections", ()):
            found.update(_plain(each) for each in section["paragraphs"])
    return found


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())
