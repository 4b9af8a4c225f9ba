"""Which element owns what, where elements end, which runs of text there are, and the limits."""

from __future__ import annotations

import pytest

from lint.document import Document, Element, read_document
from lint.document.markup import START, TEXT
from lint.source import Source, Span


def _read(html: str) -> Document:
    return read_document(Source(html))


def _runs(html: str) -> list[tuple[str, str]]:
    return [(run.element.tag, run.text.text) for run in _read(html).runs]


def _elements(html: str) -> list[str]:
    """The source of each element that has a start tag, in order."""
    document = _read(html)
    elements = [document.owner(n) for n, each in enumerate(document.tokens) if each.kind == START]
    spans = [document.element_span(each) for each in elements if each is not None]
    return [html[start:end] for start, end in spans]


def _first(document: Document, tag: str) -> Element:
    return next(document.root.iter(tag))


# Where elements end.


@pytest.mark.parametrize(
    ("html", "elements"),
    [
        ("<p>a</p>b", ["<p>a</p>"]),
        ("<p>a<p>b", ["<p>a", "<p>b"]),
        ("<p>a<h2>b</h2>c", ["<p>a", "<h2>b</h2>"]),
        ("<p>a<div>b</div></p>c", ["<p>a", "<div>b</div>"]),
        ("<div>a<p>b</div>c", ["<div>a<p>b</div>", "<p>b"]),
        ("<div>a<br>b<img></div>", ["<div>a<br>b<img></div>", "<br>", "<img>"]),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
         ["<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "<li>a", "<li>b<ul><li>c</ul>",
          "<ul><li>c</ul>", "<li>c", "<li>d"]),
        ("<ul><li><p>a<li>b</ul>", ["<ul><li><p>a<li>b</ul>", "<li><p>a", "<p>a", "<li>b"]),
        ("<dl><dt>a<dd>b<dt>c</dl>d", ["<dl><dt>a<dd>b<dt>c</dl>", "<dt>a", "<dd>b", "<dt>c"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>d",
         ["<table><tr><td>a<td>b<tr><th>c</table>", "<tr><td>a<td>b", "<td>a", "<td>b",
          "<tr><th>c", "<th>c"]),
        ("<table><thead><tr><th>a<tbody><tr><td>b</table>",
         ["<table><thead><tr><th>a<tbody><tr><td>b</table>", "<thead><tr><th>a", "<tr><th>a",
          "<th>a", "<tbody><tr><td>b", "<tr><td>b", "<td>b"]),
        ("<div><table><tr><td>a</div>b</table>c</div>",
         ["<div><table><tr><td>a</div>b</table>c</div>", "<table><tr><td>a</div>b</table>",
          "<tr><td>a</div>b", "<td>a</div>b"]),
        ("<div><span></div>a</span>b", ["<div><span></div>", "<span>"]),
        ("<span><div>a</span>b</div>c", ["<span><div>a</span>", "<div>a</span>b</div>"]),
        ("<b>a<p>b</b>c</p>d", ["<b>a<p>b</b>", "<p>b</b>c</p>"]),
        ("<div><a>b<a>c</a></div>", ["<div><a>b<a>c</a></div>", "<a>b", "<a>c</a>"]),
        ("<div>a</section></b></p>b</div>", ["<div>a</section></b></p>b</div>"]),
        ("<button><p>a</button>b", ["<button><p>a</button>", "<p>a"]),
        ("<div/>a</div>b", ["<div/>a</div>"]),
        ("<svg><path/><g><circle/></g></svg>a",
         ["<svg><path/><g><circle/></g></svg>", "<path/>", "<g><circle/></g>", "<circle/>"]),
        ("<svg/><p>a</p>", ["<svg/>", "<p>a</p>"]),
        ("<figure><img><figcaption>a</figure>b",
         ["<figure><img><figcaption>a</figure>", "<img>", "<figcaption>a"]),
    ],
)  # fmt: skip
def test_elements_end_where_browsers_end_them(html: str, elements: list[str]) -> None:
    assert _elements(html) == elements


def test_an_element_that_the_parser_supplied_spans_the_source() -> None:
    document = _read("<p>a</p>")
    assert document.element_span(document.root) == Span(0, 8)
    assert document.tag_span(document.root) == Span(0, 0)
    assert document.token_number(document.root) is None
    assert document.attribute(document.root, "class") is None


# Attributes.


def test_attributes_have_their_places() -> None:
    source = "<p CLASS='a  b' class=c title=\"x&amp;y\" hidden>z</p>"
    document = _read(source)
    element = _first(document, "p")
    found = {name: document.attribute(element, name) for name in ("class", "title", "hidden")}
    assert {name: text.text for name, text in found.items() if text} == {
        "class": "a b", "title": "x&y", "hidden": "",
    }  # fmt: skip
    assert found["title"] is not None
    assert source[slice(*found["title"].span(1, 2))] == "&amp;"
    assert document.attribute(element, "id") is None


def test_an_attribute_with_the_tokens_own_name_misleads_nobody() -> None:
    html = '<p copydesk-token="5">a</p><b copydesk-token=²>c</b><p COPYDESK-TOKEN="0">b</p>'
    document = _read(html)
    assert _elements(html) == [html[:27], html[27:52], html[52:]]
    assert [run.text.text for run in document.runs] == ["a", "c", "b"]


def test_private_use_characters_are_characters_like_others() -> None:
    mark = "\ue0000\ue001"
    html = f'<p title="{mark}">{mark}a{mark}</p>{mark}<i{mark}>b</i{mark}><p>c</p>'
    assert [text for _, text in _runs(html)] == [f"{mark}a{mark}", f"{mark}b", "c"]
    document = _read(html)
    title = document.attribute(_first(document, "p"), "title")
    assert title is not None
    assert title.text == mark


def test_the_content_of_a_script_has_a_place() -> None:
    html = "<script>a<b></script><script></script><p>c"
    document = _read(html)
    scripts = list(document.root.iter("script"))
    assert [html[slice(*document.raw_content(each))] for each in scripts] == ["a<b>", ""]


def test_comments_are_listed_with_their_numbers() -> None:
    document = _read("<p>a<!--b--><!doctype c><!--d-->")
    assert [(token.start, number) for token, number in document.comments()] == [(4, 2), (24, 4)]


# Runs.


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("", []),
        (" \n", []),
        ("a", [("html", "a")]),
        ("</p>", []),
        ("<!--a-->", []),
        ("<title>a</title><p>b", [("title", "a"), ("p", "b")]),
        ("<div>a<p>b</p>c</div>", [("div", "a"), ("p", "b"), ("div", "c")]),
        ("<p>a<b>b</b> <amp-x>c</amp-x></p>", [("p", "ab c")]),
        ("<p>a</p>\n<p>b</p>", [("p", "a"), ("p", "b")]),
        ("<p>a</h2>b</p>", [("p", "a"), ("p", "b")]),
        ("<table><tr><td>a<td>b</table>", [("td", "a"), ("td", "b")]),
        ("<table>a<tr><td>b</table>", [("table", "a"), ("td", "b")]),  # source order
        ("<template><p>a</template><p>b", [("p", "b")]),
        ("<select><option>a</select>b<datalist><option>c</datalist>", [("html", "b")]),
        ("<p>a<svg><text>b</text></svg><math><mi>c</mi></math>d</p>", [("p", "a d")]),
        ("<p>a<svg><title>b</title></svg>c</p>", [("p", "a c")]),
        ("<p>a</p><svg><title>b</title></svg><p>c</p>", [("p", "a"), ("p", "c")]),
        ("<noscript><p>a</p></noscript>b", [("p", "a"), ("html", "b")]),
        ("<svg><plaintext></plaintext></svg><p>a</p>", [("p", "a")]),
        ("<div><p>a<svg></p>b<p></p>c</div>", [("p", "a"), ("div", "b"), ("div", "c")]),
        ("<textarea>a<p>b</textarea>c", [("textarea", "a<p>b"), ("html", "c")]),
        ("<iframe>a</iframe><xmp>b</xmp><style>c</style>d", [("html", "d")]),
        ("<body>a</body></html>b", [("body", "a"), ("body", "b")]),
        ("<html><p>a</p><html><body><p>b</p></body><body>c", [("p", "a"), ("p", "b"), ("html", "c")]),
        ("<p>a\x00b\x08</p>", [("p", "a\x00b\x08")]),
        ("<p>a\ud800b</p>", [("p", "a\ud800b")]),
        ("<?xml version='1.0' encoding='koi8-r'?><p>a</p>", [("p", "a")]),
        ("<frameset><frame><p>a</frameset>", [("p", "a")]),
        ("<i\x01 \x02=a>b</i>", [("html", "b")]),
    ],
)  # fmt: skip
def test_runs_end_at_block_borders_and_keep_all_words(
    html: str, runs: list[tuple[str, str]]
) -> None:
    assert _runs(html) == runs


@pytest.mark.parametrize(
    ("html", "notice"),
    [
        ("<p>a</p>\n <!-- b", "the comment at 2:2 never closes; nothing after it was checked"),
        ("<p>a</p><p class='b>c", "the tag at 1:9 never closes; nothing after it was checked"),
        ("<script>a</p>", "the <script> at 1:1 never closes; nothing after it was checked"),
    ],
)
def test_text_that_was_cut_off_is_noticed(html: str, notice: str) -> None:
    assert _read(html).notices == (notice,)


# Limits: each would take minutes, or the stack, if it were not linear.


@pytest.mark.parametrize("depth", [300, 1500, 2000])
def test_deep_nesting_keeps_the_text(depth: int) -> None:
    document = _read("<div>" * depth + "<p>a</p>" + "</div>" * depth)
    assert [(run.element.tag, run.text.text) for run in document.runs] == [("p", "a")]
    assert document.notices == ()


@pytest.mark.parametrize("depth", [3000, 100_000])
def test_nesting_beyond_the_parsers_depth_keeps_the_text_and_is_noticed(depth: int) -> None:
    document = _read("<p>0</p>" + "<div>" * depth + "<p>a</p><p>b</p>" + "</div>" * depth + "c")
    assert [run.text.text for run in document.runs] == ["0", "a", "b", "c"]
    # Older libxml2 has no such limit: then the paragraphs are paragraphs, and nothing is noticed.
    lost = [
        run for run in document.runs[1:3] if document.token_number(run.element) != run.tokens[0] - 1
    ]
    noticed = [each for each in document.notices if "below 2,048 nested elements" in each]
    assert bool(lost) == bool(noticed)
    assert document.element_span(_first(document, "div")).end == len(document.source.text) - 1


@pytest.mark.parametrize(
    "tag", ["p", "b", "a", "li", "font", "span", "table", "td", "svg", "button"]
)
def test_thousands_of_unclosed_elements_keep_their_text(tag: str) -> None:
    document = _read(f"<{tag}>a" * 10_000)
    if tag != "svg":
        assert sum(len(run.text.text.replace(" ", "")) for run in document.runs) == 10_000
    document.element_span(_first(document, tag))


@pytest.mark.parametrize(
    "piece",
    ["<a ", "<!--", "&", "<a b=\"", "<a b='", "</", "<![CDATA[", "<", "<a", "<a b", "<a b=", "<?", "<!",
     "&#", "&#1", "&a", "<a/", "<a /", "-->", "]]>", "<script>", "<title>", "<svg>", "</p>", "<p/>",
     "<script><!--", "<svg><![CDATA[", "<a b=c", "<plaintext>", "<a b=\"c\"", "\r", "\u2028"],
)  # fmt: skip
def test_repeated_beginnings_of_markup_end(piece: str) -> None:
    document = _read("<p>first</p>" + piece * 200_000)
    assert document.runs[0].text.text == "first"
    for run in document.runs[:3]:
        assert run.text.span(0, 1).start >= 3


def test_ten_megabytes_in_one_line_are_read() -> None:
    words = "word &amp; <b>word</b> " * 20_000 + "words " * 1_600_000
    document = _read(f"<p>{words}</p>")
    (run,) = document.runs
    assert len(run.text.text) == len("word & word ") * 20_000 + len("words ") * 1_600_000 - 1
    end = len(run.text.text)
    assert document.source.position(run.text.span(end - 4, end).start).line == 1


def test_ten_megabytes_of_text_attribute_comment_or_name_are_read() -> None:
    big = "x" * 10_000_000
    assert len(_read(f"<p>{big}</p>").runs[0].text.text) == len(big)
    document = _read(f'<img alt="{big}"><p>a')
    alt = document.attribute(_first(document, "img"), "alt")
    assert alt is not None
    assert alt.text == big
    assert document.runs[0].text.text == "a"
    for html in (f"<!--{big}--><p>a", f"<script>{big}</script><p>a"):
        assert [run.text.text for run in _read(html).runs] == ["a"]


def test_of_a_hundred_thousand_attributes_the_first_thousand_count() -> None:
    names = " ".join(f"a{number}='b'" for number in range(100_000))
    document = _read(f"<p title='c' {names} lang=d>e</p><p>f</p>")
    paragraph = _first(document, "p")
    title = document.attribute(paragraph, "title")
    assert title is not None
    assert title.text == "c"
    assert document.attribute(paragraph, "lang") is None
    assert [run.text.text for run in document.runs] == ["e", "f"]


def test_all_text_tokens_have_an_owner() -> None:
    document = _read("<p>a<div>b</p>c<table>d<tr>e</table></b>f<!--g-->h")
    texts = [n for n, token in enumerate(document.tokens) if token.kind == TEXT]
    assert all(document.owner(number) is not None for number in texts)
