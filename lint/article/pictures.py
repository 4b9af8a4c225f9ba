"""Pictures: a frame into an image with its alternative text, caption and credit."""

from __future__ import annotations

from collections.abc import Iterable

from lint.article import hints
from lint.article.block import Block
from lint.article.frames import Frame
from lint.article.images import image_name, is_pixel, nature
from lint.article.lines import trimmed
from lint.article.model import Passage, Picture
from lint.document import Document, Element, Run
from lint.prose.credits import find_credit, is_description, is_signature, read_credit

# Inside a caption these words, too, say who made the picture.
_MAKERS = frozenset("author creator photog".split())


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
