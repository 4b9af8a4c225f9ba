"""The lead: byline, date line, standfirst and kicker, by what the page calls their elements."""

from __future__ import annotations

from collections.abc import Callable

from lint.article import hints, model
from lint.article.frames import is_caption
from lint.article.metadata import Metadata
from lint.article.root import Scope
from lint.document import Document, Element, Run

_SHORT = 150  # no byline or date line is longer


class Lead:
    """Gives the lines before the copy their roles.

    ``frame`` is the element that holds headline and copy, ``top`` where the headline stands: an
    offset in code points.
    """

    def __init__(
        self, document: Document, scope: Scope, frame: Element, top: int, metadata: Metadata
    ) -> None:
        self._document = document
        self._scope = scope
        self._frame = frame
        self._top = top
        self._descriptions = {
            _key(text)
            for text in metadata.texts(
                model.DESCRIPTION, model.OG_DESCRIPTION, model.DATA_DESCRIPTION
            )
        }

    def above_copy(self, line: Run, is_furniture: Callable[[Element], bool]) -> str:
        """The role of a line outside of the article's root: one of these, or furniture."""
        kind = self.role(line)
        if not kind or hints.is_hidden(line.element):
            return model.FURNITURE
        # "Sign in", "Share": buttons have the class names of kickers and date lines.
        if kind == model.KICKER and is_furniture(line.element):
            return model.FURNITURE
        text = line.text.text
        if kind == model.DATELINE and not any(map(str.isdigit, text)):
            return model.BYLINE if text.lower().startswith(("by ", "by:")) else model.FURNITURE
        return kind

    def role(self, line: Run) -> str:
        """Byline, date, standfirst or kicker, by the class names of the line's nearest elements.

        Empty for what is none of them.
        """
        text = line.text.text
        if line.element.tag == "h1":
            return ""
        if len(text) <= _SHORT and self._names_author(line):
            return model.BYLINE
        if is_caption(line.element):
            return model.CAPTION
        is_described = _key(text) in self._descriptions
        if is_described and self._document.tag_span(line.element).start >= self._top:
            is_copy = line.element.tag == "p" and self._scope.contains(line.element)
            if not is_copy:
                return model.STANDFIRST
        element: Element | None = line.element
        if len(line.tokens) == 1:  # an inline element may hold all of it: <span class="byline">
            element = self._document.owner(line.tokens[0])
        for _ in range(3):
            if element is None or element is self._scope.root or element is self._frame:
                break
            words = hints.hint_words(element)
            known = set(words)
            if len(text) <= _SHORT:
                if element.tag == "address" or not hints.BYLINE_WORDS.isdisjoint(known):
                    return model.BYLINE
                if element.tag == "time" or not hints.DATELINE_WORDS.isdisjoint(known):
                    return model.DATELINE
            if not hints.STANDFIRST_WORDS.isdisjoint(known) or hints.has_pair(
                words, hints.STANDFIRST_PAIRS
            ):
                # What is above the headline is the page's: "Tell your friends what you read".
                is_above = self._document.tag_span(line.element).start < self._top
                return model.FURNITURE if is_above else model.STANDFIRST
            if len(text) <= 40 and not hints.KICKER_WORDS.isdisjoint(known):
                return model.KICKER
            element = element.getparent()
        if len(text) <= _SHORT and self._has_inline_time(line):
            return model.DATELINE
        return ""

    def _names_author(self, line: Run) -> bool:
        """Tell whether an element of a line, or the one round it, is its author by microdata."""
        for number in line.tokens:
            element = self._document.owner(number)
            for _ in range(4):
                if element is None or element is self._scope.root or element is self._frame:
                    break
                if "author" in (element.get("itemprop") or "").split():
                    return True
                element = element.getparent()
        return False

    def _has_inline_time(self, line: Run) -> bool:
        for number in line.tokens:
            owner = self._document.owner(number)
            if owner is not None and (owner.tag == "time" or owner.get("rel") == "author"):
                return True
        return False


def _key(text: str) -> str:
    return " ".join(text.lower().split())[:160]
