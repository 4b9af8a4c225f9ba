"""Pictures: each image of the article with its alternative text, caption and credit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lint.article import hints, model
from lint.article.block import Block
from lint.article.images import IMAGE_TAGS, image_name, is_pixel, nature
from lint.article.lines import trimmed
from lint.article.model import Passage, Picture
from lint.document import Document, Element, Run
from lint.prose.credits import find_credit, is_description, is_signature, read_credit

_BOX_WORDS = frozenset(
    "image images img photo photos picture pictures media caption figure gallery slide slideshow "
    "slides carousel thumbnail lead hero featured".split()
)
# Inside a caption these words, too, say who made the picture.
_MAKERS = frozenset("author creator photog".split())
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
    return model.CAPTION


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


def make_picture(
    document: Document,
    frame: Frame,
    blocks: dict[int, Block],
    alt: Block | None,
    *,
    is_lead: bool,
) -> Picture:
    """Make the picture of a frame; ``blocks`` gives the block of each line, by the line's id."""
    caption: Passage | None = None
    credit: Passage | None = None
    if frame.captions:
        caption, credit = _split(document, frame.captions[0], blocks[id(frame.captions[0])])
        for line in frame.captions[1:]:
            if credit is None:
                credit = _split(document, line, blocks[id(line)])[1]
    if frame.credits:
        block = blocks[id(frame.credits[0])]
        credit = Passage(block, 0, len(block.text))
    alt_text = alt.text if alt else ""
    said = caption or credit
    return Picture(
        span=document.tag_span(frame.image),
        name=image_name(frame.image),
        nature=nature(frame.image, frame.box, alt_text, said.text if said else ""),
        has_alt=frame.image.get("alt") is not None,
        alt=Passage(alt, 0, len(alt_text)) if alt else None,
        caption=caption,
        credit=credit,
        is_lead=is_lead,
    )


def _split(document: Document, line: Run, block: Block) -> tuple[Passage | None, Passage | None]:
    """Part a caption's block into the caption and its credit."""
    text = block.text
    marked = _marked_credit(document, line)
    if marked is None:
        found = find_credit(text)
        if found is None:
            return Passage(block, 0, len(text)), None
        marked = (found.start, found.end)
    start, end = marked
    credit = Passage(block, start, end)
    if len(text) - end > start:  # the credit stands first
        rest = end + len(text[end:]) - len(text[end:].lstrip(" .|:–—-"))
        return (Passage(block, rest, len(text)) if rest < len(text) else None), credit
    stop = len(text[:start].rstrip(" |–—-"))
    return (Passage(block, 0, stop) if stop else None), credit


def _marked_credit(document: Document, line: Run) -> tuple[int, int] | None:
    """The range of a line that its own inline markup calls a credit, or sets apart as one."""
    first = last = -1
    for number in line.tokens:
        element = document.owner(number)
        while element is not None and element is not line.element:
            if hints.says_credit(element) or not _MAKERS.isdisjoint(hints.hint_words(element)):
                token = document.tokens[number]
                first = token.start if first < 0 else first
                last = token.end
                break
            element = element.getparent()
    if first >= 0:
        start, end = trimmed(line.text, first, last)
        said = line.text.text[start:end]
        if start < end and read_credit(said) and not is_description(said):
            return start, end
    return _set_apart(document, line)


def _set_apart(document: Document, line: Run) -> tuple[int, int] | None:
    """The first or last inline element of a line, if what it holds can only be a credit."""
    for number in (line.tokens[-1], line.tokens[0]) if line.tokens else ():
        element = document.owner(number)
        if element is None or element is line.element:
            continue
        held = [n for n in line.tokens if document.owner(n) is element]
        start, end = trimmed(
            line.text, document.tokens[held[0]].start, document.tokens[held[-1]].end
        )
        if 0 < end - start < len(line.text.text) and is_signature(line.text.text[start:end]):
            return start, end
    return None


def article_images(elements: Iterable[Element]) -> list[Element]:
    """Leave out pixels and twins: the no-script copy of an image that stands there already."""
    images: list[Element] = []
    names: set[str] = set()
    for image in elements:
        if is_pixel(image):
            continue
        name = image_name(image)
        copy = next(image.iterancestors("noscript", "amp-img"), None) is not None
        if copy and (name in names or next(image.iterancestors("amp-img"), None) is not None):
            continue
        names.add(name)
        images.append(image)
    return images


def without_twins(pictures: list[Picture]) -> list[Picture]:
    """Keep one picture of those that show the same image with the same texts."""
    kept: dict[tuple[str, str], Picture] = {}
    result: list[Picture] = []
    for picture in pictures:
        caption = picture.caption.text if picture.caption else ""
        key = (picture.name, caption)
        if picture.name and key in kept:
            continue
        kept[key] = picture
        result.append(picture)
    with_text = {picture.name for picture in result if picture.caption or picture.credit}
    return [
        picture
        for picture in result
        if picture.caption or picture.credit or picture.name not in with_text or not picture.name
    ]
