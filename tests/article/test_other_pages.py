"""What the heuristics met on pages that they were not made from, each in an invented page."""

from __future__ import annotations

import pytest

from lint.article import Article, Picture, read_article
from lint.document import read_document
from lint.source import Source

COPY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The harbour wall is to be mended in June, the harbour office said on Thursday evening.",
        "It fell in March, when a ferry struck it in fog, as the inquiry heard in the town hall.",
        "Nobody had told the pilots that the light was out. The captain has since left the coast.",
        "The council has set aside two million for the work, which will take all of the summer.",
    )
)


def _read(html: str) -> Article:
    return read_article(read_document(Source(html)))


def _page(body: str, lang: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Wall to be mended</title></head>'
        f"<body><article><h1>Wall to be mended</h1>{body}</article></body></html>"
    )


def _texts(picture: Picture) -> tuple[str, str]:
    return (
        picture.caption.text if picture.caption else "",
        picture.credit.text if picture.credit else "",
    )


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        # One class name for both, the credit marked inside it.
        (
            '<div class="captionCredit"><span class="caption">The crew waits in the rain at the '
            'gate of the old dock</span> <span class="credit">Photo: Courier</span></div>',
            ("The crew waits in the rain at the gate of the old dock", "Photo: Courier"),
        ),
        (
            '<figcaption class="image__credit"><span itemprop="caption">The Dock Cabaret</span> '
            '<span itemprop="creator">Jo Blake/Reuters</span></figcaption>',
            ("The Dock Cabaret", "Jo Blake/Reuters"),
        ),
        # A caption in the element that others keep for credits.
        (
            "<cite>The crew waits in the rain at the gate of the old dock on Monday</cite>",
            ("The crew waits in the rain at the gate of the old dock on Monday", ""),
        ),
        # A credit that no class name tells of, in an element of its own.
        (
            "<figcaption><span>The gate of the dock in May.</span>"
            "<span>Jo Blake—Getty Images</span></figcaption>",
            ("The gate of the dock in May.", "Jo Blake—Getty Images"),
        ),
        (
            '<figcaption><p><span class="img-caption">The gate of the dock.</span> '
            '<span class="img-author"><span>Jo Blake/Reuters files</span></span></p></figcaption>',
            ("The gate of the dock.", "Jo Blake/Reuters files"),
        ),
        # A licence that the caption speaks of.
        (
            '<figcaption>The map of the dock; <a href="/l">read about its copyright licences</a>'
            "</figcaption>",
            ("The map of the dock; read about its copyright licences", ""),
        ),
    ],
)
def test_captions_and_credits_in_other_houses_markup(inside: str, texts: tuple[str, str]) -> None:
    article = _read(_page(f'<figure><img src="/gate.jpg" alt="A gate">{inside}</figure>{COPY}'))
    assert [_texts(each) for each in article.pictures] == [texts]


def test_what_counts_the_pictures_of_a_gallery_captions_none() -> None:
    figure = '<figure><img src="/a.jpg"><figcaption>Slideshow (14 images)</figcaption></figure>'
    assert [_texts(each) for each in _read(_page(f"{figure}{COPY}")).pictures] == [("", "")]


def test_headline_and_breadcrumbs_over_a_picture_are_not_its_caption() -> None:
    article = _read(
        '<html lang="en"><head><title>Wall to be mended</title></head><body><article>'
        '<div class="full-image"><img src="/wall.jpg"><div class="entry-crumbs"><span>'
        "<a href='/'>Home</a></span> <span>Wall to be mended</span></div>"
        f"<h1>Wall to be mended</h1></div><div>{COPY}</div></article></body></html>"
    )
    assert [_texts(each) for each in article.pictures] == [("", "")]


def test_cards_of_other_stories_behind_the_copy_are_furniture() -> None:
    card = (
        '<div class="box"><h3><a href="/other-{0}">The mayor opens a school</a></h3>'
        "<p>The mayor cut a ribbon on Friday.Nobody spoke for long.</p></div>"
    )
    cards = "".join(card.format(number) for number in range(3))
    article = _read(_page(f"{COPY}<div>{cards}</div>"))
    assert len(article.of("paragraph")) == 4
    assert not article.of("subheading")


def test_a_heading_of_the_copy_may_be_a_link() -> None:
    article = _read(_page(f'{COPY}<h2><a href="/wall">The wall, a history</a></h2>{COPY}'))
    assert len(article.of("paragraph")) == 8
    assert [each.text for each in article.of("subheading")] == ["The wall, a history"]


def test_lists_of_links_may_count_their_comments() -> None:
    item = '<li><a href="/{0}">How to time a crash of the market</a> <span>{0}</span></li>'
    items = "".join(item.format(number) for number in range(4))
    article = _read(_page(f"{COPY}<ul>{items}</ul>"))
    assert not article.of("list-item")


@pytest.mark.parametrize(
    ("link", "alts"),
    [
        ('<a href="/2024/the-cup-final">', []),
        ('<a href="/files/boat-large.jpg">', ["A boat"]),
        ('<a href="/boat" rel="attachment wp-att-7">', ["A boat"]),
    ],
)
def test_an_image_that_links_elsewhere_is_a_teaser(link: str, alts: list[str]) -> None:
    article = _read(_page(f'{COPY}<p>{link}<img src="/boat.jpg" alt="A boat"></a></p>'))
    assert [each.text for each in article.of("alt")] == alts


def test_a_template_in_another_language_does_not_make_english_foreign() -> None:
    assert _read(_page(COPY, lang="tr")).language == "en"


def test_above_the_headline_no_class_name_makes_a_standfirst() -> None:
    article = _read(
        '<html lang="en"><head><title>Wall to be mended</title></head><body><main>'
        '<div><p class="flyout-subtitle">Let your friends know what you are reading about</p></div>'
        '<h1>Wall to be mended</h1><p class="subtitle">It fell in March</p>'
        f"<article>{COPY}</article></main></body></html>"
    )
    assert [each.text for each in article.of("standfirst")] == ["It fell in March"]


def test_copy_beside_its_heaviest_part_is_copy() -> None:
    opening = "<p>The harbour wall of Port Ellery is to be mended in June, the office said.</p>" * 3
    hidden = _read(
        _page(f'<div class="articleContent">{opening}<div class="more">{COPY * 3}</div></div>')
    )
    assert sum(block.text.startswith("The harbour wall of") for block in hidden.blocks) == 3
    chunk = '<div class="section-inner">{}</div>'
    chunks = _read(
        _page(f'<div class="body">{chunk.format(opening)}{chunk.format(COPY * 3)}</div>')
    )
    assert sum(block.text.startswith("The harbour wall of") for block in chunks.blocks) == 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            '<ul class="caption"><li itemprop="author"><a href="/k">Moira Kell</a></li></ul>',
            "byline",
        ),
        ('<p class="meta">By Moira Kell</p>', "byline"),
        ('<p class="meta">3 June 2024</p>', "dateline"),
        ('<p class="meta">Leave a comment</p>', ""),
        ('<nav><span class="label">Sign in</span></nav>', ""),
        ('<p class="label">Harbour</p>', "kicker"),
    ],
)
def test_what_stands_between_headline_and_copy(line: str, kind: str) -> None:
    article = _read(_page(f"{line}<div>{COPY}</div>"))
    between = [block.kind for block in article.blocks if block.kind not in ("title", "headline")]
    assert between == [kind] * bool(kind) + ["paragraph"] * 4
