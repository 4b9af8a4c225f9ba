"""A source into tokens that tile it, as browsers would cut it."""

from __future__ import annotations

import pytest

from lint.document.markup import COMMENT, END, OTHER, RAW, START, TEXT
from lint.document.tokens import Attribute, cut_off, read_attributes, tokenize


def _cut(text: str) -> list[tuple[str, str]]:
    """Each token's kind and source; asserts that they tile the text."""
    tokens = tokenize(text)
    assert "".join(text[each.start : each.end] for each in tokens) == text
    return [(each.kind, text[each.start : each.end]) for each in tokens]


def _attributes(tag: str) -> list[tuple[str, str, str]]:
    found = read_attributes(tag, tokenize(tag)[0])
    return [(each.name, tag[each.start : each.end], each.quote) for each in found]


def test_tags_and_text_alternate() -> None:
    assert _cut("a<P Class=x>b</P\n>c") == [
        (TEXT, "a"),
        (START, "<P Class=x>"),
        (TEXT, "b"),
        (END, "</P\n>"),
        (TEXT, "c"),
    ]
    assert [each.name for each in tokenize("<P><amp-img><o:p></O:P>")] == [
        "p",
        "amp-img",
        "o:p",
        "o:p",
    ]


def test_no_text_has_no_tokens() -> None:
    assert list(tokenize("")) == []


@pytest.mark.parametrize(
    "text", ["5 < 6", "a <", "<", "<<", "< p>", "<3", "<é>", "a & b", "</", ">"]
)
def test_what_opens_no_tag_is_text(text: str) -> None:
    assert _cut(text) == [(TEXT, text)]


def test_a_lone_less_than_before_a_tag_stays_text() -> None:
    assert _cut("1 <<b>2") == [(TEXT, "1 <"), (START, "<b>"), (TEXT, "2")]


@pytest.mark.parametrize(
    "comment",
    ["<!---->", "<!-->", "<!--->", "<!-- a -- b -->", "<!-- a --!>", "<!--<p>-->", "<!-- - > -->"],
)
def test_a_comment_ends_where_browsers_end_it(comment: str) -> None:
    assert _cut(f"a{comment}b") == [(TEXT, "a"), (COMMENT, comment), (TEXT, "b")]


@pytest.mark.parametrize(
    "other",
    [
        "<!DOCTYPE html>",
        "<?php a ?>",
        "<!a>",
        "</ b>",
        "</é>",
        "</3>",
        "</>",
        "<![CDATA[x]]>",
        "<!->",
    ],
)
def test_what_is_neither_tag_nor_comment_ends_at_the_next_angle(other: str) -> None:
    assert _cut(f"a{other}b") == [(TEXT, "a"), (OTHER, other), (TEXT, "b")]


def test_in_foreign_content_a_cdata_mark_hides_nothing() -> None:
    assert (TEXT, "x]]>") in _cut("<svg><![CDATA[x]]></svg>")
    assert (OTHER, "<![CDATA[x]]>") in _cut("<svg></svg><![CDATA[x]]>")
    assert (OTHER, "<![CDATA[x]]>") in _cut("<svg/><![CDATA[x]]>")


@pytest.mark.parametrize("name", ["script", "style", "xmp", "iframe", "noembed", "noframes"])
def test_raw_text_ends_at_its_own_end_tag_only(name: str) -> None:
    raw = f"<p>&amp;</p></{name}x>"
    assert _cut(f"<{name}>{raw}</{name.upper()} >b") == [
        (START, f"<{name}>"),
        (RAW, raw),
        (END, f"</{name.upper()} >"),
        (TEXT, "b"),
    ]


@pytest.mark.parametrize("name", ["title", "textarea"])
def test_a_title_holds_text_and_no_tags(name: str) -> None:
    assert _cut(f"<{name}>a <b> c</{name}>")[1] == (TEXT, "a <b> c")
    assert _cut(f"<{name}></{name}>") == [(START, f"<{name}>"), (END, f"</{name}>")]


def test_names_fold_ascii_letters_only() -> None:
    long_s = "<style>a</\u017ftyle>b</style>"
    assert _cut(long_s)[1] == (RAW, "a</\u017ftyle>b")
    assert _cut("<lin\u212a>")[0] == (START, "<lin\u212a>")
    assert tokenize("<lin\u212a>")[0].name == "lin\u212a"
    assert tokenize("<A\u0130>")[0].name == "a\u0130"
    assert _attributes('<a\u0130 B\u0130="c">') == [("b\u0130", "c", '"')]


def test_a_script_in_a_comment_in_a_script_does_not_end_it() -> None:
    script = "<!-- <script>a</script> "
    assert _cut(f"<script>{script}--></script>b")[1] == (RAW, f"{script}-->")
    assert _cut(f"<script>{script}</script>b")[1] == (RAW, script)
    assert _cut("<script>'<!--'</script>b")[1] == (RAW, "'<!--'")
    assert _cut("<script>'<script>'</script>b")[1] == (RAW, "'<script>'")


def test_plaintext_never_ends() -> None:
    assert _cut("a<plaintext>b</plaintext><p>") == [
        (TEXT, "a"),
        (START, "<plaintext>"),
        (RAW, "b</plaintext><p>"),
    ]


def test_in_foreign_content_titles_and_styles_hold_tags() -> None:
    assert (START, "<b>") in _cut("<svg><title><b></title></svg>")
    assert (START, "<a>") in _cut("<svg><style><a></style></svg>")
    assert (TEXT, "<b>") in _cut("<svg></svg><title><b></title>")
    assert (TEXT, "<b>") in _cut("<svg><p><title><b></title>")  # <p> ends foreign content


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<a>", []),
        ("<a/>", []),
        ("<a b>", [("b", "", "")]),
        ("<a b=>", [("b", "", "")]),
        ("<a b= >", [("b", "", "")]),
        ("<a b/c>", [("b", "", ""), ("c", "", "")]),
        ("<a B=c/>", [("b", "c/", "")]),
        ("<a b = 'c d' e>", [("b", "c d", "'"), ("e", "", "")]),
        ("<a b='>'c=\"'\">", [("b", ">", "'"), ("c", "'", '"')]),
        ("<a b='' c=\"\">", [("b", "", "'"), ("c", "", '"')]),
        ("<a =b=c>", [("=b", "c", "")]),
        ("<a b=1 b=2>", [("b", "1", ""), ("b", "2", "")]),
        ('<a @click="x" :y {{z}} <b>', [("@click", "x", '"'), (":y", "", ""), ("{{z}}", "", ""), ("<b", "", "")]),
        ("<a b=c\"d'>", [("b", "c\"d'", "")]),
        ("<a\tb\n=\r\n'c'\f>", [("b", "c", "'")]),
        ("<a\u00a0b=c d>", [("d", "", "")]),  # a no-break space ends no name
    ],
)  # fmt: skip
def test_attributes_are_read_as_browsers_read_them(
    tag: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _cut(tag) == [(START, tag)]
    assert _attributes(tag) == expected


def test_an_attribute_without_value_has_an_empty_place_behind_its_name() -> None:
    tag = "<img alt src=a>"
    assert read_attributes(tag, tokenize(tag)[0])[0] == Attribute("alt", 8, 8, "")


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("<p>a<b", "<b"),
        ("<p>a<b c='d>e</b>", "<b c='d>e</b>"),
        ('<p class="x>text</p>', '<p class="x>text</p>'),
        ("<p>a</b", "</b"),
        ("a<!-- b", "<!-- b"),
        ("a<!--", "<!--"),
        ("a<!-- b ->", "<!-- b ->"),
        ("a<?b", "<?b"),
        ("a</ b", "</ b"),
        ("<p>a</p><script>b</p>", "<script>"),
        ("<script><!-- <script></script>", "<script>"),
        ("<style>a", "<style>"),
        ("<title>a<p>b", "<title>"),
        ("<plaintext>a", "<plaintext>"),
    ],
)
def test_what_the_end_cuts_off_is_known(text: str, token: str) -> None:
    _cut(text)
    found = cut_off(text, tokenize(text))
    assert found is not None
    assert text[found.start : found.end] == token


@pytest.mark.parametrize(
    "text",
    ["", "a", "<p>", "a<!-- b -->", "<!-->", "<!--->", "<!---->", "<script>", "<script>a</script>",
     "<!doctype html>", "<svg><![CDATA[", "x</", "<title>", "<p>a"],
)  # fmt: skip
def test_what_is_complete_is_not_called_cut_off(text: str) -> None:
    assert cut_off(text, tokenize(text)) is None
