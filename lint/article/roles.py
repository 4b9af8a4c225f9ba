"""Roles: what each line of a page is to the article, or that it is none of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.article import hints, model
from lint.article.lead import Lead
from lint.article.metadata import Metadata
from lint.article.root import Scope
from lint.document import Document, Element, Run
from lint.tuples import NamedTuple

_EMBED_WORDS = frozenset(
    "twitter tweet instagram tiktok facebook fb embed embedded youtube reddit bluesky".split()
)
_SENTENCE_END = (".", "!", "?", "”", '"', "’", "…", ":", ")")
_PULL_WORDS = frozenset(["pullquote", "pull", "pulledquote"])
_QUOTE_WORDS = frozenset(["pullquote", "quote", "pulledquote"])
_CORRECTION_WORDS = frozenset(["correction", "corrections", "clarification"])
_TELLING_WORDS = _PULL_WORDS | _QUOTE_WORDS | _CORRECTION_WORDS
_KINDS = {
    **dict.fromkeys(("td", "th", "dt", "caption"), model.TABLE),
    **dict.fromkeys(("li", "dd"), model.LIST_ITEM),
    **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), model.SUBHEADING),
    **dict.fromkeys(("pre", "xmp", "figure"), model.EMBED),
}


class _Within(NamedTuple):
    """What the elements round a line say of it: words of their names, role, kind of quotation."""

    words: frozenset[str] = frozenset()
    kind: str = ""
    quote: str = ""


class Roles:
    """Gives each line its role. ``frame`` is the element that holds headline and copy."""

    def __init__(
        self,
        document: Document,
        scope: Scope,
        layout_roles: Mapping[Element, str],
        headline: Run | None,
        metadata: Metadata,
        *,
        is_fragment: bool,
    ) -> None:
        self._document = document
        self._scope = scope
        self._layout_roles = layout_roles
        self._headline = headline
        self._is_fragment = is_fragment
        self._in_reach: dict[Element, bool] = {}
        self._hidden: dict[Element, bool] = {}
        self._said: dict[Element, _Within] = {}
        self._copy_begun = False
        self.frame = self._common_frame()
        self._top = self._start(headline.element) if headline is not None else 0
        self._root_start = self._start(scope.root)
        self._lead = Lead(document, scope, self.frame, self._top, metadata)

    def in_reach(self, element: Element) -> bool:
        """Tell whether an element is in the root, or in the head of the article above it."""
        known = self._in_reach.get(element)
        if known is None:
            known = self._scope.contains(element) or self._in_head(element)
            self._in_reach[element] = known
        return known

    def is_furniture(self, element: Element) -> bool:
        """Tell whether an element in reach is furniture; in a fragment only what is hidden is."""
        if self._is_fragment:
            return self._is_hidden(element)
        if self._scope.contains(element):
            return self._scope.is_furniture(element)
        current: Element | None = element
        while current is not None and current is not self.frame:
            if current.tag in ("nav", "form", "aside", "button") or hints.is_hidden(current):
                return True
            words = hints.hint_words(current)
            if not _LEAD_FURNITURE.isdisjoint(words):
                return True
            current = current.getparent()
        return False

    def laid_out(self, line: Run) -> str:
        """The role that the page's layout gives a line; empty if it gives none."""
        element: Element | None = line.element
        while element is not None and self._layout_roles:
            if element in self._layout_roles:
                return self._layout_roles[element]
            element = element.getparent()
        return ""

    def of(self, line: Run) -> str:
        """The role of a line; empty for lines that belong to no article text, such as scripts'."""
        element = line.element
        if element.tag in ("title", "textarea"):
            is_title = element.tag == "title" and not self._is_fragment
            return model.TITLE if is_title else model.FURNITURE
        laid_out = self.laid_out(line)
        if laid_out:
            return laid_out
        if line is self._headline:
            return model.HEADLINE
        if not self.in_reach(element):
            return model.FURNITURE
        if self._scope.contains(element):
            kind = self._in_body(line)
            self._copy_begun = self._copy_begun or kind == model.PARAGRAPH
            return kind
        return self._lead.above_copy(line, self.is_furniture)

    def _in_body(self, line: Run) -> str:
        element = line.element
        if self.is_furniture(element):
            return model.RELATED if self._is_related_line(line) else model.FURNITURE
        if not self._copy_begun:
            kind = self._lead.role(line)
            if kind:
                return kind
        words, kind, quote = self._within(element)
        if quote == model.EMBED:
            return quote
        if _pull(words):
            return model.PULL_QUOTE
        if quote:
            return quote
        if words & _CORRECTION_WORDS:
            return model.CORRECTION
        if self._is_fragment and "related" in hints.hint_words(element):
            return model.RELATED
        return kind or self._paragraph(line)

    def _within(self, element: Element) -> _Within:
        """What an element and those round it say, up to the root or a ``<blockquote>``."""
        path: list[Element] = []
        current: Element | None = element
        while current is not None and current is not self._scope.root and current not in self._said:
            path.append(current)
            current = current.getparent()
        outer = _Within() if current is None else self._said.get(current, _Within())
        for each in reversed(path):
            own = hints.hint_words(each)
            telling = outer.words.union(_TELLING_WORDS.intersection(own))
            if each.tag == "blockquote":
                is_embed = not _EMBED_WORDS.isdisjoint(own)
                telling = _TELLING_WORDS.intersection(own)
                outer = _Within(telling, "", model.EMBED if is_embed else model.QUOTE)
            else:
                outer = _Within(telling, _kind(each, own) or outer.kind, outer.quote)
            self._said[each] = outer
        return outer

    def _is_hidden(self, element: Element) -> bool:
        path: list[Element] = []
        current: Element | None = element
        while current is not None and current not in self._hidden:
            path.append(current)
            current = current.getparent()
        verdict = current is not None and self._hidden[current]
        for each in reversed(path):
            verdict = self._hidden[each] = verdict or hints.is_hidden(each)
        return verdict

    def _paragraph(self, line: Run) -> str:
        if self._is_fragment or line.element.tag in ("p", "section", "blockquote"):
            return model.PARAGRAPH
        text = line.text.text
        if len(text) >= 60 or (len(text) >= 25 and text.endswith(_SENTENCE_END)):
            return model.PARAGRAPH
        return model.FURNITURE

    def _is_related_line(self, line: Run) -> bool:
        """A single paragraph in the middle of the copy that its own class calls related."""
        words = hints.hint_words(line.element)
        parent = line.element.getparent()
        return (
            self._copy_begun
            and line.element.tag in ("p", "h2", "h3", "h4")
            and ("related" in words or hints.has_pair(words, hints.FURNITURE_PAIRS))
            and parent is not None
            and (parent is self._scope.root or not self._scope.is_furniture(parent))
        )

    def _in_head(self, element: Element) -> bool:
        if self._is_fragment or self._headline is None:
            return False
        start = self._start(element)
        if not start or (start >= self._root_start and self._root_start):
            return False
        inside = any(each is self.frame for each in element.iterancestors())
        if start >= self._top:
            return inside
        return inside and self.frame.tag not in ("body", "html")

    def _common_frame(self) -> Element:
        root = self._scope.root
        if self._headline is None or self._is_fragment:
            return root
        above = {root, *root.iterancestors()}
        element: Element | None = self._headline.element
        while element is not None and element not in above:
            element = element.getparent()
        return root if element is None else element

    def _start(self, element: Element) -> int:
        return self._document.tag_span(element).start


_LEAD_FURNITURE = frozenset(
    "related recommended newsletter share sharing social comments sidebar advert advertisement ad "
    "ads promo trending popular breadcrumb breadcrumbs crumb crumbs nav menu ticker "
    "most-read".split()
)


def _kind(element: Element, words: Sequence[str]) -> str:
    """The role that one element's own tag or names give the lines in it; empty if none."""
    tag = str(element.tag)
    if tag == "figcaption" or not hints.CAPTION_WORDS.isdisjoint(words):
        return model.CAPTION
    return _KINDS.get(tag, "")


def _pull(words: frozenset[str]) -> bool:
    return bool(words & _PULL_WORDS) and bool(words & _QUOTE_WORDS)
