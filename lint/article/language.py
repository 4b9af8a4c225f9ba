"""Which language a piece of the page is in: what the markup declares, checked against the words."""

from __future__ import annotations

import re

from lint.document import Document, Element, Run

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = bytes(code for code in range(256) if code > 127 or not chr(code).isalpha())
# The words that a text of a few sentences cannot do without; facts of each language.
_ENGLISH = frozenset(
    "the of and to in a is that for it was on with as be by he at from his are this have not but "
    "had they which you were their has will said who its after would more been when one she her "
    "there an or".split()
)
#: Words that the sentences of other languages cannot do without; none of those that stand in names
#: ("de", "van", "la").
FOREIGN = frozenset(
    "der die das und nicht ist mit dem ein eine auf für les des et est une dans pour pas que qui "
    "sur los las una por con para il gli che non per een het zijn op och att det som med är ikke "
    "er nie się je se uma não ve bir bu".split()
)
# Those of them that other languages have as well: German "in", "war an", "was er is".
_SHARED = frozenset("in an a was is on or he her be for to not are as his at".split())
_MIXED = 0.035  # share of foreign words from which on each piece of an English page is looked at
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Languages:
    """The language of each element of a document.

    ``page`` is the page's own: what ``html lang`` or ``og:locale`` declares; "en" for an
    undeclared text in English words; empty where neither helps. Templates declare what their house
    mostly writes: a page that declares English but whose copy is plainly not English counts as
    unknown, and one that declares another language but is plainly English as English.
    """

    def __init__(self, document: Document, runs: list[Run], declared: str = "") -> None:
        self._known: dict[Element, str | None] = {}
        tag = _declared(document.root) or _normal(declared)
        sample = " ".join(run.text.text for run in runs)[:20_000]
        english, foreign = shares(sample)
        if not tag:
            tag = "en" if english is None or english >= 0.1 else ""
        elif tag.startswith("en") and english is not None and english < 0.06:
            tag = ""
        elif not tag.startswith("en") and english is not None and english >= 0.15:
            tag = "en"
        self.page = tag
        self._is_mixed = tag.startswith("en") and foreign >= _MIXED
        self._top = document.root

    def of(self, element: Element) -> str:
        """The language tag that holds for an element: its own or the nearest round it."""
        path: list[Element] = []
        found: str | None = None
        current: Element | None = element
        while current is not None and current is not self._top:
            if current in self._known:
                found = self._known[current]
                break
            path.append(current)
            found = _declared(current) or None
            if found:
                break
            current = current.getparent()
        for each in path:
            self._known[each] = found
        return self.page if found is None else found

    def of_text(self, element: Element, text: str) -> str:
        """The same for a text in an element; empty if, on a page in several, it is not English."""
        language = self.of(element)
        is_other = self._is_mixed and language.startswith("en") and _is_foreign(text)
        return "" if is_other else language


def _is_foreign(text: str) -> bool:
    """Tell whether words of other languages outnumber those that only English has.

    A designer's filler is in no language: "Lorem ipsum dolor sit amet".
    """
    words = frozenset(_WORD.findall(text.lower()))
    if "ipsum" in words or "dolor" in words:
        return False
    return len(words & FOREIGN) > len((words & _ENGLISH) - _SHARED)


def shares(text: str) -> tuple[float | None, float]:
    """The share of a text's words that are common English ones, and that of other languages' ones.

    The first is None if the text is too short to tell. A text in another script comes out at 0, and
    so does a short one in which common words of other languages outnumber the English ones.
    """
    words = _WORD.findall(text.lower())
    letters = len("".join(words))
    if letters and len(text.encode("ascii", "ignore").translate(None, _NOT_LATIN)) < letters / 2:
        return 0.0, 0.0
    english = sum(map(_ENGLISH.__contains__, words))
    foreign = sum(map(FOREIGN.__contains__, words))
    if len(words) < 60:
        return (0.0 if foreign > max(english, 1) else None), 0.0
    return english / len(words), foreign / len(words)


def _declared(element: Element) -> str:
    return _normal(element.get("lang") or element.get("xml:lang") or element.get(_XML_LANG) or "")


def _normal(tag: str) -> str:
    if not tag:
        return ""
    tag = tag.strip().lower().replace("_", "-")
    return tag if len(tag) <= 35 and tag.replace("-", "").isalnum() and tag.isascii() else ""
