"""Where the article is in a page: the element that holds its copy, and what in it is furniture."""

from __future__ import annotations

from collections.abc import Sequence

from lint.article import hints
from lint.document import Document, Element, Run
from lint.tuples import NamedTuple

_PARAGRAPH_TAGS = frozenset("p div span section article td li blockquote main body pre".split())
_CARD_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_SOME = 150.0  # what weighs more is more than a line
_CARD = 500.0  # no teaser weighs more
_NEVER = frozenset("nav footer header form button aside head title figcaption figure".split())


class Scope:
    """The article's place in a document: its root, and which elements are furniture.

    The root is found by weight: each run of copy (long, sentence-like, few links, not furniture)
    weighs its length; from the top one descends into the child that holds most of the weight for
    as long as there is one. So a body in one container, in chunks, or in bare text is all found.
    """

    def __init__(
        self,
        document: Document,
        runs: Sequence[Run],
        headline: Element | None = None,
        *,
        root: Element | None = None,
        ignored: frozenset[Element] = frozenset(),
    ) -> None:
        self._document = document
        self._ignored = ignored
        # What holds the headline is no furniture, whatever it is called ("modal").
        self._above_headline = frozenset([] if headline is None else headline.iterancestors())
        self._furniture: dict[Element, bool] = {}
        self._suspects: dict[Element, bool] = {}
        self._inside: dict[Element, bool] = {}
        self._weights: dict[Element, float] = {}
        self._total = 0.0
        self._link_lists = _link_lists(document, runs)
        self._weigh(runs)
        self.root = root if root is not None else self._descend()
        self._cards = self._find_cards(runs)

    def is_furniture(self, element: Element) -> bool:
        """Tell whether an element or an element round it, up to the root, is furniture."""
        path: list[Element] = []
        verdict = False
        current: Element | None = element
        while current is not None and current is not self.root:
            known = self._furniture.get(current)
            if known is not None:
                verdict = known
                break
            path.append(current)
            current = current.getparent()
        for each in reversed(path):
            verdict = verdict or self._marked(each)
            self._furniture[each] = verdict
        return verdict

    def _marked(self, element: Element) -> bool:
        if element in self._ignored or element in self._link_lists or element in self._cards:
            return True
        if not self._suspect(element):
            return False
        return self._light(element, self._weights.get(element, 0.0))

    def _find_cards(self, runs: Sequence[Run]) -> set[Element]:
        """Boxes under a heading that is one link: teasers of other stories, their lists.

        A box is climbed for as long as it holds little of the page's copy.
        """
        cards: set[Element] = set()
        lightest = min(_CARD, 0.15 * self._total)
        for run in runs:
            heading = run.element
            if heading.tag not in _CARD_HEADINGS or heading in self._above_headline:
                continue
            if not self.contains(heading) or _linked_share(self._document, run) < 0.95:
                continue
            card: Element | None = None
            parent = heading.getparent()
            while parent is not None and parent is not self.root:
                if parent in self._above_headline or self._weights.get(parent, 0.0) > lightest:
                    break
                card, parent = parent, parent.getparent()
            if card is not None:
                cards.add(card)
        return cards

    def _suspect(self, element: Element) -> bool:
        known = self._suspects.get(element)
        if known is None:
            known = self._suspects[element] = self._is_suspect(element)
        return known

    def _is_suspect(self, element: Element) -> bool:
        if element in self._above_headline:
            return False
        if element.tag == "aside" and not hints.PICTURE_WORDS.isdisjoint(hints.hint_words(element)):
            return False  # a picture beside the copy, with its caption
        return element.tag == "aside" or hints.looks_like_furniture(element)

    def _light(self, element: Element, weight: float) -> bool:
        # Some publishers put the whole copy into an <aside> or a "widget": weight decides.
        if weight < 0.35 * self._total or hints.is_hidden(element):
            return True
        return not hints.NEVER_COPY_WORDS.isdisjoint(hints.hint_words(element))

    def contains(self, element: Element) -> bool:
        """Tell whether an element is the root or inside it."""
        path: list[Element] = []
        current: Element | None = element
        while current is not None and current not in self._inside:
            path.append(current)
            current = None if current is self.root else current.getparent()
        verdict = path[-1] is self.root if current is None else self._inside[current]
        self._inside.update(dict.fromkeys(path, verdict))
        return verdict

    def _weigh(self, runs: Sequence[Run]) -> None:
        places: dict[Element, _Place] = {}
        for run in runs:
            weight = _weight(run)
            if not weight:
                continue
            place = _place(run.element, places)
            if place.is_outside and not place.is_article:
                continue
            self._weights[run.element] = self._weights.get(run.element, 0.0) + weight
            self._total += weight
        # From the deepest up, each element gives its weight to its parent: once, however deep.
        for each in sorted(places, key=lambda each: -places[each].depth):
            parent = each.getparent()
            if parent is not None and each in self._weights:
                self._weights[parent] = self._weights.get(parent, 0.0) + self._weights[each]
        # What furniture holds does not count, unless it holds a good part of everything.
        for element, weight in sorted(self._weights.items(), key=lambda item: -item[1]):
            if self._suspect(element) and self._light(element, weight):
                left = self._weights[element]
                if left <= 0:
                    continue
                for each in [element, *element.iterancestors()]:
                    self._weights[each] = self._weights.get(each, 0.0) - left
                for each in element.iterdescendants():
                    if each in self._weights:
                        self._weights[each] = 0.0

    def _descend(self) -> Element:
        current = self._document.root
        kept = self._weights.get(current, 0.0)
        if kept <= 0:
            return current
        while True:
            child = max(current, key=lambda each: self._weights.get(each, 0.0), default=None)
            if child is None or child.tag == "p":
                return current
            weight = self._weights.get(child, 0.0)
            here = self._weights.get(current, 0.0)
            if weight < self._share(child) * here or self._has_kin(child, current):
                return current
            current = child

    def _has_kin(self, child: Element, parent: Element) -> bool:
        """Tell whether copy stands beside a child: paragraphs, or a box made like the child."""
        if child.tag == "article":
            return False  # another article is another story
        made = (child.tag, child.get("class"))
        kin = [
            self._weights.get(each, 0.0)
            for each in parent
            if each is not child
            and (each.tag == "p" or (made[1] and (each.tag, each.get("class")) == made))
        ]
        return sum(kin) > _SOME

    def _share(self, child: Element) -> float:
        """The part of its parent's weight that a child must hold to be the better root."""
        words = hints.hint_words(child)
        if child.get("itemprop") == "articleBody" or child.tag == "article":
            return 0.5
        if not hints.BODY_WORDS.isdisjoint(words) or hints.has_pair(words, hints.BODY_PAIRS):
            return 0.6
        return 0.8


class _Place(NamedTuple):
    """Where an element stands: how deep, in what never holds copy, in an ``<article>``."""

    depth: int
    is_outside: bool
    is_article: bool


def _place(element: Element, known: dict[Element, _Place]) -> _Place:
    path: list[Element] = []
    current: Element | None = element
    while current is not None and current not in known:
        path.append(current)
        current = current.getparent()
    place = _Place(-1, False, False) if current is None else known[current]
    for each in reversed(path):
        depth, tag = place.depth + 1, each.tag
        # Body and html, the first two, hold everything.
        is_outside = depth > 1 and tag in _NEVER and tag != "aside"
        place = _Place(depth, place.is_outside or is_outside, place.is_article or tag == "article")
        known[each] = place
    return place


def _link_lists(document: Document, runs: Sequence[Run]) -> set[Element]:
    """Lists of three items and more that are nearly all nothing but links: menus, other stories."""
    counts: dict[Element, list[int]] = {}
    for run in runs:
        item: Element | None = run.element
        if run.element.tag != "li":
            item = next(run.element.iterancestors("li"), None)
        holder = item.getparent() if item is not None else None
        if holder is None:
            continue
        count = counts.setdefault(holder, [0, 0])
        count[0] += 1
        count[1] += _linked_share(document, run) >= 0.8
    return {each for each, (items, linked) in counts.items() if items > 2 and linked >= 0.8 * items}


def _linked_share(document: Document, run: Run) -> float:
    """The part of a run's characters that stand in links: "How to time a crash" and its count."""
    linked = every = 0
    text, starts, ends = document.source.text, document.tokens.starts, document.tokens.ends
    for number in run.tokens:
        length = len(text[starts[number] : ends[number]].strip())
        every += length
        linked += length if _is_linked(document.owner(number)) else 0
    return linked / every if every else 0.0


def _is_linked(element: Element | None) -> bool:
    while element is not None and element.tag != "li":
        if element.tag == "a":
            return True
        element = element.getparent()
    return False


def _weight(run: Run) -> float:
    if run.element.tag not in _PARAGRAPH_TAGS:
        return 0.0
    text = run.text.text
    length = len(text)
    if (length < 60 and run.element.tag != "p") or length < 25:
        return 0.0
    if run.element.tag == "li" and length < 100:
        return 0.0
    # Copy has sentences; menus and cards have none.
    stops = text.count(". ") + text.endswith((".", "”", '"', "?", "!", "…", ".’"))
    if not stops:
        return length * 0.2
    return float(min(length, 1500))
