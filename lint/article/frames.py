"""Frames: which lines of text belong to which image, as its captions and credits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

from lint.article import hints, model
from lint.article.images import IMAGE_TAGS, image_name
from lint.document import Document, Element, Run
from lint.prose.credits import find_credit, is_bare_signature, is_description
from lint.tuples import NamedTuple

_BOX_WORDS = frozenset(
    "image images img photo photos picture pictures media caption figure gallery slide slideshow "
    "slides carousel thumbnail lead hero featured".split()
)
_BUTTON_WORDS = frozenset("button btn zoom enlarge".split())
_LONGEST_CAPTION = 900
# How many pictures a gallery has: 2 of 12, or a slideshow of so many images.
_COUNTER = re.compile(
    r"[\d\W]+(?:of[\d\W]*)?|(?:slideshow|gallery)?\W*\d+ (?:images|photos|pictures|slides)\W*",
    re.IGNORECASE,
)
_BOX_LEVELS = 6
_MOST_TWINS = 50


class Frame(NamedTuple):
    """An image with the element that holds it and its texts, and the lines of those texts."""

    image: Element
    box: Element | None
    captions: tuple[Run, ...]
    credits: tuple[Run, ...]


def find_frames(
    document: Document,
    lines: list[Run],
    images: list[Element],
    *,
    top: Element,
    is_furniture: Callable[[Element], bool],
    role_of: Callable[[Run], str],
) -> list[Frame]:
    """Tie images to the lines that caption and credit them. Each line goes to one image only.

    ``top`` is an element that no picture's box may reach; ``role_of`` gives the role that a layout
    assigns to a line, or nothing.
    """
    by_element = _by_element(lines, images, top)
    frames: list[Frame] = []
    taken: set[int] = set()
    for image in images:
        box = _box(image, by_element, top)
        captions: list[Run] = []
        credits_: list[Run] = []
        for line in by_element.get(box, []) if box is not None else []:
            if id(line) in taken or is_furniture(line.element):
                continue
            kind = role_of(line) or _role(document, line, box)
            if kind == model.CREDIT:
                credits_.append(line)
            elif kind == model.CAPTION:
                captions.append(line)
        taken.update(id(line) for line in captions + credits_)
        frames.append(Frame(image, box, tuple(captions), tuple(credits_)))
    return _with_orphans(document, lines, frames, taken, is_furniture)


def _by_element(lines: list[Run], images: list[Element], top: Element) -> dict[Element, list[Run]]:
    """The lines in each element that holds an image: those not too deep in it."""
    holders = {holder for image in images for holder in image.iterancestors()}
    by_element: dict[Element, list[Run]] = {}
    for line in lines if holders else ():
        element: Element | None = line.element
        for _ in range(_BOX_LEVELS + 6):
            if element is None or element is top:
                break
            if element in holders:
                by_element.setdefault(element, []).append(line)
            element = element.getparent()
    return by_element


def _with_orphans(
    document: Document,
    lines: list[Run],
    frames: list[Frame],
    taken: set[int],
    is_furniture: Callable[[Element], bool],
) -> list[Frame]:
    """Give captions that stand outside any box to the image just before them, if it has none."""
    starts = [document.tag_span(frame.image).start for frame in frames]
    result = list(frames)
    if not frames:
        return result
    copy_end = 0  # behind the last line of copy: a caption does not reach over that to its image
    for line in lines:
        start = line.text.pieces[0].start
        if id(line) in taken or _COUNTER.fullmatch(line.text.text):
            continue
        element = line.element
        length = len(line.text.text)
        if not 2 < length < 600 or not is_caption(element) or is_furniture(element):
            if length > 80 and element.tag not in ("h1", "h2"):
                copy_end = start
            continue
        number = bisect_right(starts, start) - 1
        if number >= 0 and starts[number] >= copy_end and not result[number].captions:
            result[number] = result[number]._replace(captions=(line,))
    return result


def is_caption(element: Element) -> bool:
    """Tell whether an element's or its parent's tag or class names say caption."""
    for each in (element, element.getparent()):
        if each is not None:
            words = hints.hint_words(each)
            if each.tag == "figcaption" or not hints.CAPTION_WORDS.isdisjoint(words):
                return True
    return False


def _box(image: Element, by_element: dict[Element, list[Run]], top: Element) -> Element | None:
    """The element that holds an image and its texts: a figure, or the smallest box with text."""
    for ancestor in image.iterancestors():
        if ancestor is top:
            break
        if ancestor.tag == "figure":
            outer = ancestor.getparent()
            if not by_element.get(ancestor) and outer is not None and outer.tag == "figure":
                return outer
            return ancestor
        if "wp-caption" in (ancestor.get("class") or "").split():
            return ancestor
    element = image.getparent()
    for _ in range(_BOX_LEVELS):
        if element is None or element is top or element.tag in ("article", "main", "body", "li"):
            return None
        held = by_element.get(element)
        if held:
            length = sum(len(line.text.text) for line in held)
            if length > _LONGEST_CAPTION or element.find(".//h1") is not None:
                return None
            if not _is_one_picture(element):
                return None
            return element if _is_picture_box(element, held) else None
        element = element.getparent()
    return None


def _is_one_picture(element: Element) -> bool:
    """Tell whether all images in an element are one, as responsive twins are."""
    first: str | None = None
    for number, image in enumerate(element.iter(*IMAGE_TAGS)):
        name = image_name(image)
        first = name if first is None else first
        if name != first or number == _MOST_TWINS:
            return False
    return True


def _is_picture_box(element: Element, lines: Iterable[Run]) -> bool:
    words = set(hints.hint_words(element))
    for line in lines:
        words.update(hints.hint_words(line.element))
    return not words.isdisjoint(_BOX_WORDS | hints.CAPTION_WORDS | hints.CREDIT_WORDS)


def _role(document: Document, line: Run, box: Element | None) -> str:
    text = line.text.text
    if len(text) > _LONGEST_CAPTION or len(text) < 2 or _COUNTER.fullmatch(text):
        return ""
    element: Element | None = line.element
    while element is not None:
        if hints.says_credit(element):
            holds = is_description(text) or _holds_caption(document, line)
            return model.CAPTION if holds else model.CREDIT
        if element.tag == "figcaption" or not hints.CAPTION_WORDS.isdisjoint(
            hints.hint_words(element)
        ):
            break
        if element is box:
            break
        element = element.getparent()
    if line.element.tag in ("h1", "h2", "h3", "button", "label"):
        return ""
    whole = find_credit(text)
    if whole and whole.start == 0 and whole.end == len(text):
        return model.CREDIT
    if is_bare_signature(text):
        return model.CREDIT
    return "" if _is_button(document, line) else model.CAPTION


def _is_button(document: Document, line: Run) -> bool:
    """Tell whether all of a line stands in an inline button, as "click to enlarge" does."""
    owners = {document.owner(number) for number in line.tokens}
    owner = owners.pop()
    if owners or owner is None or owner is line.element:
        return False
    named = hints.hint_words(owner)
    parent = owner.getparent()
    if owner.tag == "a" and parent is not None:
        named += hints.hint_words(parent)
    return not _BUTTON_WORDS.isdisjoint(named)


def _holds_caption(document: Document, line: Run) -> bool:
    """Tell whether a part of a line is marked as the caption."""
    owners = (document.owner(number) for number in line.tokens)
    return any(
        owner is not None
        and owner is not line.element
        and not hints.CAPTION_WORDS.isdisjoint(hints.hint_words(owner))
        and not hints.says_credit(owner)
        for owner in owners
    )
