"""A Document into an Article (a first cut: fragments only; the real one is being written)."""

from __future__ import annotations

from lint.article import model as m
from lint.article.model import Article, Block, Passage, Picture
from lint.document import Document

_KINDS = {"h1": m.HEADLINE, "h2": m.SUBHEADING, "h3": m.SUBHEADING, "figcaption": m.CAPTION, "li": m.LIST_ITEM, "blockquote": m.QUOTE, "title": m.TITLE}


def read_article(document: Document) -> Article:
    """Read the article of a document."""
    blocks = []
    captions = {}
    for run in document.runs:
        kind = _KINDS.get(run.element.tag, m.PARAGRAPH)
        if "caption" in run.element.get("class", ""):
            kind = m.CAPTION
        if "credit" in run.element.get("class", ""):
            kind = m.CREDIT
        text = run.text.text
        block = Block(kind, run.text, "en", run.element, _quoted(text))
        blocks.append(block)
        captions[run.element] = block
    pictures = []
    for image in document.root.iter("img", "amp-img"):
        alt = document.attribute(image, "alt")
        alt_passage = caption = credit = None
        if alt is not None and alt.text:
            block = Block(m.ALT, alt, "en", image, _quoted(alt.text))
            blocks.append(block)
            alt_passage = Passage(block, 0, len(alt.text))
        figure = next(image.iterancestors("figure", "div"), None)
        if figure is not None:
            for element in figure.iter():
                if element in captions and captions[element].kind == m.CAPTION and caption is None:
                    block = captions[element]
                    caption = Passage(block, 0, len(block.text))
                if element in captions and captions[element].kind == m.CREDIT:
                    block = captions[element]
                    credit = Passage(block, 0, len(block.text))
        pictures.append(Picture(document.tag_span(image), image.get("src", "").rpartition("/")[2], "photograph", image.get("alt") is not None, alt_passage, caption, credit))
    blocks.sort(key=lambda block: block.span().start)
    return Article(document, tuple(blocks), (), tuple(pictures), "en", is_fragment=True)


def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    import re
    return tuple(match.span() for match in re.finditer("“[^”]*”?|\"[^\"]*\"", text))
