"""Articles are read from full pages, AMP pages, WordPress markup and bare fragments."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lint.article import Article, read_article
from lint.article.layout import load_layouts
from lint.document import read_document
from lint.rulebook import builtin_rules
from lint.source import Source

COPY = (
    "The harbour wall is to be mended in June, the harbour office said on Thursday.",
    "It fell in March, when a ferry struck it in fog, as the inquiry heard this week.",
    "“Nobody told us that the light was out,” the captain said. He has left the coast.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in COPY)


def _read(html: str, **options: Any) -> Article:
    return read_article(read_document(Source(html)), **options)


def _kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in article.blocks]


def _page(body: str, head: str = "") -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def test_a_page_has_its_frame_taken_off() -> None:
    article = _read(
        _page(
            '<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>'
            f'<main><article><h1>Wall to be mended</h1><div class="body">{PARAGRAPHS}</div>'
            '<div class="related-stories"><p>Another story that nobody asked for is here.</p></div>'
            '</article></main><div class="comments"><p>I never liked that wall. It was low.</p></div>'
            '<footer><p>© The Courier</p></footer><a href="?noamp">Exit mobile version</a>'
        )
    )
    assert _kinds(article) == [("headline", "Wall to be mended"), *(("paragraph", t) for t in COPY)]
    assert {"Exit mobile version", "© The Courier"} <= {each.text for each in article.furniture}
    assert not article.is_fragment


def test_in_a_fragment_everything_is_the_articles_own() -> None:
    article = _read("<p>Site icon Courier</p><p>The wall fell.</p><p>Exit mobile version</p>")
    assert [kind for kind, _ in _kinds(article)] == ["paragraph"] * 3
    assert article.is_fragment
    assert article.furniture == ()


def test_the_head_of_the_article_is_read_above_its_body() -> None:
    head = (
        "<title>Wall to be mended | Courier</title>"
        '<meta property="og:title" content="Wall to be mended">'
        '<meta name="description" content="A ferry&#39;s owner pays.">'
    )
    article = _read(
        _page(
            "<article><header><span class=kicker>Harbour</span><h1>Wall to be mended</h1>"
            '<p class="standfirst">The ferry’s owner pays</p><p class="byline">By Moira Kell</p>'
            '<time datetime="2024-05-16">16 May</time>'
            '<figure><img src="wall.jpg" alt="A wall"><figcaption>The wall [Jo Blake/AFP]</figcaption>'
            f"</figure></header><div class=content>{PARAGRAPHS}</div></article>",
            head,
        )
    )
    assert _kinds(article)[:9] == [
        ("title", "Wall to be mended | Courier"),
        ("og-title", "Wall to be mended"),
        ("description", "A ferry's owner pays."),
        ("kicker", "Harbour"),
        ("headline", "Wall to be mended"),
        ("standfirst", "The ferry’s owner pays"),
        ("byline", "By Moira Kell"),
        ("dateline", "16 May"),
        ("alt", "A wall"),
    ]
    assert article.pictures[0].is_lead
    assert article.published == date(2024, 5, 16)


def test_json_ld_fields_are_blocks_with_their_place_in_the_script() -> None:
    script = (
        '{"@graph": [{"@type": "WebPage", "headline": "no"}, {"@type": ["NewsArticle"], '
        '"headline": "Wall\\u2019s \\"end\\"", "datePublished": "2024-05-16T09:30:00Z", '
        '"author": [{"@type": "Person", "name": "Moira Kell"}], '
        '"image": {"@type": "ImageObject", "caption": "The wall"}}]}'
    )
    html = _page(
        f"<article><h1>Wall’s “end”</h1>{PARAGRAPHS}</article>",
        f'<script type="application/ld+json">{script}</script>',
    )
    article = _read(html)
    fields = {block.kind: block for block in article.blocks if block.kind.startswith("data-")}
    assert {kind: block.text for kind, block in fields.items()} == {
        "data-headline": 'Wall’s "end"',
        "data-published": "2024-05-16T09:30:00Z",
        "data-author": "Moira Kell",
        "data-caption": "The wall",
    }
    span = fields["data-headline"].span(4, 6)
    assert html[span.start : span.end] == "\\u2019s"
    edits = fields["data-headline"].replace(8, 11, 'way"out')
    assert edits is not None
    assert [edit.text for edit in edits] == ['way\\"out']
    assert article.published == date(2024, 5, 16)


def test_an_amp_page_is_read_by_heuristics_and_by_its_layout_alike() -> None:
    html = _page(
        '<article class="amp-wp-article"><header><h1 class="amp-wp-title">Wall to be mended</h1>'
        '<div class="amp-wp-meta amp-wp-posted-on"><time datetime="2024-05-16">May 16</time></div>'
        '</header><figure class="wp-caption"><amp-img src="wall.jpg" alt="A wall"><noscript>'
        '<img src="wall.jpg" alt="A wall"></noscript></amp-img><p class="wp-caption-text">The wall '
        f'[Jo Blake/AFP]</p></figure><div class="amp-wp-article-content">{PARAGRAPHS}</div>'
        '<footer class="amp-wp-article-footer"><div>Categories: News</div></footer></article>'
        '<div id="amp-mobile-version-switcher"><a href="?noamp=mobile">Exit mobile version</a></div>'
    )
    plain = _read(html)
    laid_out = _read(html, layouts=load_layouts([builtin_rules() / "layouts"]))
    assert _kinds(plain) == _kinds(laid_out)
    assert [kind for kind, _ in _kinds(plain)] == [
        "headline", "dateline", "alt", "caption", "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip
    assert len(plain.pictures) == 1


def test_gutenberg_and_classic_wordpress_fragments() -> None:
    gutenberg = _read(
        "<!-- wp:paragraph --><p>The wall fell.</p><!-- /wp:paragraph -->\n"
        '<!-- wp:image {"id":7} --><figure class="wp-block-image"><img src="w-1024x683.jpg" alt=""/>'
        '<figcaption class="wp-element-caption">The wall [Jo Blake/AFP]</figcaption></figure>'
    )
    assert _kinds(gutenberg) == [
        ("paragraph", "The wall fell."),
        ("caption", "The wall [Jo Blake/AFP]"),
    ]
    assert gutenberg.pictures[0].name == "w-1024x683" or gutenberg.pictures[0].name
    assert gutenberg.pictures[0].has_alt
    assert gutenberg.pictures[0].alt is None
    classic = _read(
        "The wall fell in March.\n\nIt is to be <em>mended</em>.\r\n\r\n"
        '[caption id="a7" align="left" width="300"]<img src="w.jpg" alt="A wall"> The wall[/caption]'
    )
    texts = [block.text for block in classic.blocks if block.kind != "alt"]
    assert texts == ["The wall fell in March.", "It is to be mended.", "The wall"]


def test_paragraphs_may_be_separated_by_breaks() -> None:
    article = _read(
        _page(f"<article><h1>Wall to be mended</h1><div>{'<br><br>'.join(COPY)}</div></article>")
    )
    assert [block.text for block in article.of("paragraph")] == list(COPY)


def test_a_body_in_chunks_is_one_body() -> None:
    chunks = "".join(f'<div class="chunk"><p>{text}</p><p>{text}</p></div>' for text in COPY)
    article = _read(_page(f"<div><h1>Wall to be mended</h1></div><div>{chunks}</div>"))
    assert len(article.of("paragraph")) == 6


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        ("<figcaption>The wall [Jo Blake/AFP]</figcaption>", "The wall", "[Jo Blake/AFP]"),
        ("<figcaption>The wall. (Photo: Jo Blake)</figcaption>", "The wall.", "(Photo: Jo Blake)"),
        ("<figcaption>Photograph: Jo Blake/AFP</figcaption>", None, "Photograph: Jo Blake/AFP"),
        (
            '<figcaption>The wall<span class="credit">Credit: PA</span></figcaption>',
            "The wall",
            "Credit: PA",
        ),
        ("<figcaption>The wall</figcaption><cite>Jo Blake</cite>", "The wall", "Jo Blake"),
        ('<div class="caption">The wall</div>', "The wall", None),
        ("<figcaption>The wall (left)</figcaption>", "The wall (left)", None),
        ("<figcaption><p>Jo Blake/Instagram</p></figcaption>", None, "Jo Blake/Instagram"),
        (
            '<a><span class="button-zoom">click to enlarge</span></a><p class="caption">The wall</p>',
            "The wall",
            None,
        ),
        (
            '<div class="enlarge-options"><a href="wall.jpg">Enlarge this image</a></div>'
            '<p class="caption">The wall</p>',
            "The wall",
            None,
        ),
    ],
)
def test_captions_and_credits_are_told_apart(
    markup: str, caption: str | None, credit: str | None
) -> None:
    picture = _read(f'<figure><img src="a.jpg" alt="x">{markup}</figure>').pictures[0]
    assert (picture.caption.text if picture.caption else None) == caption
    assert (picture.credit.text if picture.credit else None) == credit


def test_twins_are_one_picture_and_two_pictures_are_two() -> None:
    twin = (
        '<figure><img src="{}/wall-{}.jpg" alt="A wall"><figcaption>The wall</figcaption></figure>'
    )
    assert len(_read(twin.format("a", "300x200") + twin.format("b", "900x600")).pictures) == 1
    assert len(_read(twin.format("a", "s1100-c50") + twin.format("b", "s1200")).pictures) == 1
    other = twin.replace("wall-", "pier-")
    assert len(_read(twin.format("a", "300x200") + other.format("b", "900x600")).pictures) == 2


@pytest.mark.parametrize(
    ("html", "nature"),
    [
        ('<img src="wall.jpg">', "photograph"),
        ('<img src="courier-logo.png">', "logo"),
        ('<img src="a.svg">', "chart"),
        ('<figure class="chart"><img src="a.png"></figure>', "chart"),
        (
            '<figure><img src="a.png"><figcaption>Source: Harbour Office</figcaption></figure>',
            "chart",
        ),
        ('<figure><img src="a.jpg"><video src="b.mp4"></video></figure>', "video"),
        ('<div class="author-photo"><img src="kell.jpg"></div>', "portrait"),
        ('<img src="a.png" width="32" height="32">', "icon"),
    ],
)
def test_pictures_are_told_from_what_is_no_photograph(html: str, nature: str) -> None:
    assert _read(html).pictures[0].nature == nature


def test_tracking_pixels_are_no_pictures() -> None:
    assert _read('<p>Words.</p><img src="p.gif" width="1" height="1">').pictures == ()


def test_a_quotation_over_paragraphs_reopens_each_and_closes_once() -> None:
    article = _read("<p>“We went out.</p><p>“We came back,” he said. That was all.</p>")
    first, second = article.blocks
    assert first.quoted == ((0, len(first.text)),)
    assert second.quoted == ((0, 15),)
    assert second.is_quoted(3, 5)
    assert not second.is_quoted(20, 25)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" and left.', ['"yes"']),
        ("He said ‘yes’ and didn’t go.", ["‘yes’"]),
        ("The dog’s bone isn’t here.", []),
        ('A 5\'10" man with a 6" nail.', []),
        ("He said «oui» there.", ["«oui»"]),
        ("<q>yes</q> he said", ["yes"]),
    ],
)
def test_quoted_speech_is_known(text: str, quoted: list[str]) -> None:
    block = _read(f"<p>{text}</p>").blocks[0]
    assert [block.text[start:end] for start, end in block.quoted] == quoted


def test_block_quotations_are_speech_and_tweets_are_embeds() -> None:
    article = _read(
        "<blockquote><p>All of it.</p></blockquote>"
        '<blockquote class="twitter-tweet"><p>A tweet.</p></blockquote>'
    )
    assert [(b.kind, b.quoted) for b in article.blocks] == [
        ("quote", ((0, 10),)),
        ("embed", ((0, 8),)),
    ]


def test_languages_follow_the_markup_and_the_words() -> None:
    article = _read(
        '<p>The wall of the harbour.</p><p lang="fr">Le mur du port.</p>'
        '<p>He said <i lang="de">nein</i>.</p>'
    )
    assert [block.language for block in article.blocks] == ["en", "fr", "en"]
    assert article.blocks[2].is_foreign(8, 12)
    assert [b.text for b in article.in_languages(["fr"]).blocks] == ["Le mur du port."]
    arabic = _read(
        _page("<article><h1>جدار</h1><p>" + "سقط الجدار في الميناء " * 20 + "</p></article>")
    )
    assert arabic.language == ""
    german = _read("<p>" + "Die Mauer ist nicht hoch und der Hafen ist klein. " * 5 + "</p>")
    assert german.language == ""


def test_a_related_paragraph_in_the_copy_is_its_own_kind() -> None:
    related = '<p class="related"><a href="/x">Six years on: what is left</a></p>'
    page = _page(f"<article><h1>Wall</h1><p>{COPY[0]}</p>{related}<p>{COPY[1]}</p></article>")
    assert [block.kind for block in _read(page).blocks] == [
        "headline", "paragraph", "related", "paragraph",
    ]  # fmt: skip


def test_links_and_inline_elements_have_ranges_of_the_text() -> None:
    block = _read('<p>It <a href="/x"><em>fell</em> in</a> <code>x()</code>.</p>').blocks[0]
    assert [(block.text[a:b], href) for a, b, href in block.links] == [("fell in", "/x")]
    assert {(each.tag, block.text[each.start : each.end]) for each in block.inlines} == {
        ("em", "fell"),
        ("code", "x()"),
    }
