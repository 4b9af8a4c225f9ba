"""A Document into an Article: which text is the article's, and what role each line plays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from lint.article import hints, model
from lint.article.block import Block
from lint.article.frames import find_frames
from lint.article.headline import find_headline
from lint.article.images import IMAGE_TAGS, is_teaser
from lint.article.language import Languages
from lint.article.layout import Layout, select
from lint.article.lines import inline_elements, read_lines
from lint.article.metadata import Metadata, iso_day, read_metadata
from lint.article.model import Article, Picture
from lint.article.pictures import article_images, make_picture, without_twins
from lint.article.quotation import Quotation
from lint.article.roles import Roles
from lint.article.root import Scope
from lint.document import Document, Element, MappedText, Run

_PAGE_TAGS = frozenset(["html", "head", "body", "frameset"])


def read_article(document: Document, layouts: Sequence[Layout] = ()) -> Article:
    """Read the article of a document: a full page, or a fragment such as a CMS stores.

    The first layout that fits says where the parts are; heuristics find what it leaves open, and
    everything where none fits.
    """
    return _Reader(document, layouts).read()


class _Reader:
    def __init__(self, document: Document, layouts: Sequence[Layout]) -> None:
        self.document = document
        self.layout = next((each for each in layouts if each.fits(document)), None)
        self.metadata: Metadata = read_metadata(document)
        self.is_fragment = not any(
            kind == "start" and name in _PAGE_TAGS
            for kind, name in zip(document.tokens.kinds, document.tokens.names, strict=True)
        )
        self.lines = read_lines(document, is_fragment=self.is_fragment)
        self.languages = Languages(document, self.lines, self.metadata.language)
        root, ignored = self._laid_out("root"), frozenset(self._laid_out("ignore"))
        if self.is_fragment and not root:
            root = [document.root]
        roles = self._layout_roles()
        self.headline = find_headline(
            document, self.lines, self.metadata, roles, is_fragment=self.is_fragment
        )
        self.scope = Scope(
            document,
            self.lines,
            self.headline.element if self.headline else None,
            root=root[0] if root else None,
            ignored=ignored,
        )
        self.roles = Roles(
            document,
            self.scope,
            roles,
            self.headline,
            self.metadata,
            is_fragment=self.is_fragment,
        )

    def read(self) -> Article:
        document = self.document
        inside = [line for line in self.lines if self.roles.in_reach(line.element)]
        images = article_images(
            image
            for image in document.root.iter(*IMAGE_TAGS)
            if self.roles.in_reach(image) and not self._in_furniture(image)
        )
        frames = find_frames(
            document,
            inside,
            images,
            top=self.roles.frame,
            is_furniture=self.roles.is_furniture,
            role_of=self.roles.laid_out,
        )
        picture_kinds = {id(line): model.CAPTION for frame in frames for line in frame.captions}
        picture_kinds |= {id(line): model.CREDIT for frame in frames for line in frame.credits}

        blocks: list[Block] = []
        furniture: list[Run] = []
        by_line: dict[int, Block] = {}
        for line in self.lines:
            kind = picture_kinds.get(id(line)) or self.roles.of(line)
            if not kind:
                continue
            if kind == model.FURNITURE:
                furniture.append(line)
                continue
            block = by_line[id(line)] = self._block(kind, line)
            blocks.append(block)

        pictures: list[Picture] = []
        for frame in frames:
            if not (self.is_fragment or frame.captions or frame.credits) and is_teaser(frame.image):
                continue
            alt = self._alt(frame.image)
            if alt is not None:
                blocks.append(alt)
            is_lead = not pictures and not self.scope.contains(frame.image)
            pictures.append(make_picture(document, frame, by_line, alt, is_lead=is_lead))
        pictures = without_twins(pictures)
        shown = {id(picture.alt.block) for picture in pictures if picture.alt}
        blocks = [block for block in blocks if block.kind != model.ALT or id(block) in shown]
        blocks.extend(Block(kind, text, self.languages.page) for kind, text in self.metadata.fields)
        blocks.sort(key=lambda block: block.mapped.pieces[0].start if block.mapped.pieces else 0)
        return Article(
            document,
            tuple(_with_quotations(blocks)),
            # By these two alone: what else reading took is let go.
            partial(_furniture, furniture, self.languages),
            tuple(pictures),
            self.languages.page,
            self.metadata.published or self._printed_day(),
            self.metadata.modified,
            self.is_fragment,
            document.notices,
        )

    def _in_furniture(self, image: Element) -> bool:
        # An image's own class names tell of sizes and sharing, not of its place in the article.
        parent = image.getparent()
        return hints.is_hidden(image) or (parent is not None and self.roles.is_furniture(parent))

    def _block(self, kind: str, line: Run) -> Block:
        links, inlines = inline_elements(self.document, line, self.languages)
        language = self.languages.of_text(line.element, line.text.text)
        return Block(kind, line.text, language, line.element, (), links, inlines)

    def _alt(self, image: Element) -> Block | None:
        text: MappedText | None = self.document.attribute(image, "alt")
        if text is None or not text.text:
            return None
        return Block(model.ALT, text, self.languages.of(image), image)

    def _laid_out(self, key: str) -> list[Element]:
        if self.layout is None:
            return []
        return list(select(self.document.root, getattr(self.layout, key)))

    def _layout_roles(self) -> dict[Element, str]:
        found: dict[Element, str] = {}
        for kind, selectors in self.layout.roles if self.layout else ():
            for element in select(self.document.root, selectors):
                found.setdefault(element, kind)
        return found

    def _printed_day(self) -> date | None:
        for time in self.document.root.iter("time"):
            if self.roles.in_reach(time) and (day := iso_day(time.get("datetime") or "")):
                return day
        return None


def _furniture(lines: Sequence[Run], languages: Languages) -> Iterator[Block]:
    for line in lines:
        yield Block(model.FURNITURE, line.text, languages.of(line.element), line.element)


def _with_quotations(blocks: list[Block]) -> list[Block]:
    """Mark quoted speech; paragraphs are read in order, since a quotation may run over several."""
    running = Quotation()
    marked = []
    for block in blocks:
        text = block.text
        if block.kind in (model.QUOTE, model.PULL_QUOTE, model.EMBED):
            ranges: tuple[tuple[int, int], ...] = ((0, len(text)),)
        elif block.kind == model.PARAGRAPH:
            ranges = running.ranges(text)
        else:
            ranges = Quotation().ranges(text)
        elements = tuple((each.start, each.end) for each in block.inlines if each.tag == "q")
        if elements:
            ranges = tuple(sorted({*ranges, *elements}))
        marked.append(block.with_quoted(ranges) if ranges else block)
    return marked
