"""What an article is to a sub-editor: blocks by role, pictures, and what is known of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Final

from lint.article.block import Block
from lint.article.running import Running
from lint.document import Document
from lint.lazy import lazy
from lint.source import Source, Span
from lint.tuples import NamedTuple

# The roles of a block, one spelling each.
HEADLINE: Final = "headline"
STANDFIRST: Final = "standfirst"
KICKER: Final = "kicker"
BYLINE: Final = "byline"
DATELINE: Final = "dateline"  # the line with the date of publication
PARAGRAPH: Final = "paragraph"
SUBHEADING: Final = "subheading"
PULL_QUOTE: Final = "pull-quote"
QUOTE: Final = "quote"  # a block quotation
LIST_ITEM: Final = "list-item"
TABLE: Final = "table"
CAPTION: Final = "caption"
CREDIT: Final = "credit"
ALT: Final = "alt"
EMBED: Final = "embed"
RELATED: Final = "related"
CORRECTION: Final = "correction"
FURNITURE: Final = "furniture"
TITLE: Final = "title"
DESCRIPTION: Final = "description"
OG_TITLE: Final = "og-title"
OG_DESCRIPTION: Final = "og-description"
OG_URL: Final = "og-url"
CANONICAL: Final = "canonical"  # the address that the page gives as its own
META_AUTHOR: Final = "meta-author"
META_PUBLISHED: Final = "meta-published"
META_MODIFIED: Final = "meta-modified"
DATA_HEADLINE: Final = "data-headline"  # the data-… kinds are fields of JSON-LD
DATA_DESCRIPTION: Final = "data-description"
DATA_PUBLISHED: Final = "data-published"
DATA_MODIFIED: Final = "data-modified"
DATA_AUTHOR: Final = "data-author"
DATA_CAPTION: Final = "data-caption"

#: Where a journalist's sentences stand: what wording rules check.
COPY: Final = (HEADLINE, STANDFIRST, PARAGRAPH, SUBHEADING, LIST_ITEM, CAPTION, ALT, QUOTE)
#: The running text.
BODY: Final = (PARAGRAPH, LIST_ITEM, QUOTE)
#: Fields of the head that say again what the page says.
HEAD: Final = (
    TITLE, DESCRIPTION, OG_TITLE, OG_DESCRIPTION, OG_URL, CANONICAL, META_AUTHOR, META_PUBLISHED,
    META_MODIFIED, DATA_HEADLINE, DATA_DESCRIPTION, DATA_PUBLISHED,
    DATA_MODIFIED, DATA_AUTHOR, DATA_CAPTION,
)  # fmt: skip
KINDS: Final = (
    HEADLINE, STANDFIRST, KICKER, BYLINE, DATELINE, PARAGRAPH, SUBHEADING, PULL_QUOTE, QUOTE,
    LIST_ITEM, TABLE, CAPTION, CREDIT, ALT, EMBED, RELATED, CORRECTION, FURNITURE, *HEAD,
)  # fmt: skip


class Passage(NamedTuple):
    """A range of a block, such as the credit at the end of a caption."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The passage's text."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """The passage's place in the source."""
        return self.block.span(self.start, self.end)


class Picture(NamedTuple):
    """One picture of the article; responsive twins (same image, same text) are one.

    ``span`` is the image's tag. ``nature`` is "photograph" or what the picture is instead: "chart",
    "video", "logo", "portrait" (of an author), "screenshot", "illustration", "icon". ``caption`` is
    the caption without its credit; ``credit`` may be the end of the caption's block, all of it, or
    a block of its own. ``alt`` is None both without the attribute and with an empty one;
    ``has_alt`` tells them apart. ``name`` is the last part of the image's address, without
    directories, query and size suffix, lower-cased; it is empty where the address says nothing.
    """

    span: Span
    name: str
    nature: str = "photograph"
    has_alt: bool = False
    alt: Passage | None = None
    caption: Passage | None = None
    credit: Passage | None = None
    is_lead: bool = False


class Article:
    """The article of one document.

    ``blocks`` are in source order, those of the head included, furniture left out: a function
    gives that. ``published`` is the day that the metadata, else the
    dateline, else the address names. ``is_fragment`` is true for what a CMS stores: no html, head
    or body tag; then everything counts as the article's own.
    """

    def __init__(
        self,
        document: Document,
        blocks: tuple[Block, ...],
        furniture: Callable[[], Iterable[Block]] = tuple,
        pictures: tuple[Picture, ...] = (),
        language: str = "",
        published: date | None = None,
        modified: date | None = None,
        is_fragment: bool = False,
        notices: tuple[str, ...] = (),
    ) -> None:
        self.document = document
        self.blocks = blocks
        self._furniture = furniture
        self.pictures = pictures
        self.language = language
        self.published = published
        self.modified = modified
        self.is_fragment = is_fragment
        self.notices = notices
        self._of: dict[tuple[str, ...], list[Block]] = {}
        self._running: dict[tuple[str, ...], Running] = {}

    @lazy
    def furniture(self) -> tuple[Block, ...]:
        """The text that extraction threw away; few ask for it, and it is most of a page."""
        return tuple(self._furniture())

    @property
    def source(self) -> Source:
        """The source that the article was read from."""
        return self.document.source

    def of(self, *kinds: str) -> list[Block]:
        """List the blocks of some kinds, in source order. The list is shared: leave it as it is."""
        found = self._of.get(kinds)
        if found is None:
            found = self._of[kinds] = [block for block in self.blocks if block.kind in kinds]
        return found

    def running(self, *kinds: str) -> Running:
        """Give the words of the blocks of some kinds in a row; it is shared, too."""
        found = self._running.get(kinds)
        if found is None:
            blocks = self.of(*kinds)
            # Often the kinds that others ask for as well have no blocks.
            same = (each for each in self._running.values() if each.among == blocks)
            found = self._running[kinds] = next(same, None) or Running(blocks)
        return found

    @lazy
    def text(self) -> str:
        """The texts of all blocks, a line each: to see at once what none of them has."""
        return "\n".join([block.text for block in self.blocks])

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The words of all blocks, as written: to see at once what none of them has."""
        texts = [block.texts for block in self.blocks]
        return frozenset(chain.from_iterable(texts))

    @lazy
    def odd(self) -> dict[str, int]:
        """The words of the vocabulary that are no plain words of a dictionary, and what they are.

        See :func:`lint.prose.dictionary.odd_words`.
        """
        from lint.prose.dictionary import odd_words

        return odd_words(self.vocabulary)

    def in_languages(self, languages: Sequence[str]) -> Article:
        """Give the article with only the blocks in some languages ("en" takes "en-gb" too).

        "*" takes every block. Pictures keep only the texts that stay.
        """
        if "*" in languages or all(_speaks(block, languages) for block in self.blocks):
            return self

        def kept(passage: Passage | None) -> Passage | None:
            return passage if passage and _speaks(passage.block, languages) else None

        pictures = tuple(
            picture._replace(
                alt=kept(picture.alt), caption=kept(picture.caption), credit=kept(picture.credit)
            )
            for picture in self.pictures
        )
        return Article(
            self.document,
            tuple(block for block in self.blocks if _speaks(block, languages)),
            lambda: (block for block in self.furniture if _speaks(block, languages)),
            pictures,
            self.language,
            self.published,
            self.modified,
            self.is_fragment,
            self.notices,
        )


def _speaks(block: Block, languages: Sequence[str]) -> bool:
    return block.language.partition("-")[0] in languages
