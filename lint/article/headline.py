"""The headline of a page: the heading that says what the metadata says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lint.article import hints, model
from lint.article.metadata import Metadata
from lint.document import Document, Element, Run

_WORD = re.compile(r"\w+")
_HEADLINE_WORDS = frozenset("headline title".split())

_MOST_TITLES = 8  # a page that names itself in a thousand ways has no name


def find_headline(
    document: Document,
    lines: Sequence[Run],
    metadata: Metadata,
    roles: Mapping[Element, str],
    *,
    is_fragment: bool,
) -> Run | None:
    """Find the line that is the headline: a layout's, else the h1 closest to the metadata's.

    Of pages without an h1, an h2 or a "headline" element counts if it says what the metadata says.
    """
    for line in lines if roles else ():
        if _role_of(line.element, roles) == model.HEADLINE:
            return line
    wanted = metadata.texts(model.OG_TITLE, model.DATA_HEADLINE)
    title = document.root.find(".//title")
    if not wanted and title is not None:
        wanted = [line.text.text for line in lines if line.element is title]
    wanted = list(dict.fromkeys(wanted))[:_MOST_TITLES]
    said = [_words(text) for text in wanted]
    # What says the same in six words of ten has as many letters, at least, and blanks between.
    shortest = min((1.2 * len(words) - 1 for words in said if words), default=float("inf"))
    best: Run | None = None
    best_score = -1.0
    for line in lines:
        element = line.element
        tag = element.tag
        parent = element.getparent() if tag != "h1" else None
        is_main = tag == "h1" or (parent is not None and parent.tag == "h1")
        if not is_main and len(line.text.text) < shortest:
            continue
        if not is_main and tag != "h2" and _HEADLINE_WORDS.isdisjoint(hints.hint_words(element)):
            continue
        own = _words(line.text.text)
        score = max((_likeness(own, words) for words in said), default=0.0)
        if not is_main:
            if score < 0.6:
                continue
            score -= 0.5
        if hints.is_hidden(element):
            score -= 0.5
        if score > best_score:
            best, best_score = line, score
    if is_fragment and best is not None and best.element.tag != "h1":
        return None
    return best


def _role_of(element: Element, roles: Mapping[Element, str]) -> str:
    current: Element | None = element
    for _ in range(4):
        if current is None:
            break
        if current in roles:
            return roles[current]
        current = current.getparent()
    return ""


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _likeness(first: set[str], second: set[str]) -> float:
    """Shared words over all words (Jaccard)."""
    return len(first & second) / len(first | second) if first and second else 0.0
