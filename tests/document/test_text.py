"""Texts with a map back to the source: reading, places, and edits."""

from __future__ import annotations

import pytest

from lint.document import IN_ATTRIBUTE, IN_JSON, MappedText, Piece, read_document
from lint.source import Source, Span


def _run(html: str, number: int = 0) -> MappedText:
    return read_document(Source(html)).runs[number].text


def _alt(html: str) -> MappedText:
    document = read_document(Source(html))
    image = next(document.root.iter("img"))
    alt = document.attribute(image, "alt")
    assert alt is not None
    return alt


def _json(inside: str) -> MappedText:
    return MappedText(Source(inside), [Piece(0, len(inside))], IN_JSON)


def _source(text: MappedText, words: str) -> str:
    start = text.text.index(words)
    return text.source.text[slice(*text.span(start, start + len(words)))]


def _replaced(text: MappedText, old: str, new: str) -> str | None:
    """The source after ``old`` gave way to ``new``; None where that is refused."""
    start = text.text.index(old)
    edits = text.replace(start, start + len(old), new)
    if edits is None:
        return None
    source = text.source.text
    for span, written in reversed(edits):
        source = source[: span.start] + written + source[span.end :]
    return source


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a b</p>", "a b"),
        ("<p>\r\n  a \t\f b\n</p>", "a b"),
        ("<p>a <b> b</b></p>", "a b"),
        ("<p>a<b>b</b>c</p>", "abc"),
        ("<p>a<br>b<img src=x>c</p>", "a b c"),
        ("<p>a<!-- x -->b</p>", "ab"),
        ("<p>a&nbsp;&nbsp;b\u00a0 \u3000c</p>", "a\u00a0\u00a0b\u00a0 \u3000c"),
        ("<p>&#32;a&#10;&Tab; b&#x20;</p>", "a b"),
        ("<p>&am<b>p;</b></p>", "&amp;"),
        ("<p>a &lt;b&gt; &amp;amp; c</p>", "a <b> &amp; c"),
        ("<p>a\u000b\u0085\u2028b</p>", "a\u000b\u0085\u2028b"),
        ("<p>a<script>x</script><style>y</style>b</p>", "a"),
        ("<p>a <svg><title>x</title></svg> b</p>", "a b"),
    ],
)
def test_text_reads_as_in_a_browser(html: str, text: str) -> None:
    assert _run(html).text == text


def test_the_ends_of_a_text_can_be_asked_for() -> None:
    text = _run("<p> ab </p>")
    assert text.span(0, 0) == Span(4, 4)
    assert text.span(2, 2) == Span(6, 6)
    assert text.whole == Span(4, 6)
    for start, end in [(-1, 0), (2, 1), (0, 3)]:
        with pytest.raises(IndexError):
            text.span(start, end)


def test_a_blank_text_is_as_wide_as_its_pieces() -> None:
    assert _alt("<img alt='  '>").whole == Span(10, 12)
    assert _alt("<img alt=''>").whole == Span(10, 10)
    assert MappedText(Source("x"), []).whole == Span(0, 0)


def test_words_map_to_what_the_source_writes_for_them() -> None:
    text = _run("<p>It&rsquo;s  the\n <em>ol&eacute;</em>&amp;<b>&lt</b> end</p>")
    assert text.text == "It’s the olé&< end"
    assert _source(text, "It’s") == "It&rsquo;s"
    assert _source(text, "’") == "&rsquo;"
    assert _source(text, "s the") == "s  the"
    assert _source(text, " olé") == "\n <em>ol&eacute;"
    assert _source(text, "&<") == "&amp;<b>&lt"
    assert _source(text, "end") == "end"


def test_a_character_of_two_maps_to_the_whole_reference() -> None:
    text = _run("<p>a&NotEqualTilde;b</p>")
    assert [text.span(at, at + 1) for at in range(4)] == [
        Span(3, 4), Span(4, 19), Span(4, 19), Span(19, 20),
    ]  # fmt: skip
    assert text.replace(2, 3, "") is None
    assert text.replace(2, 2, "x") is None


def test_places_of_the_source_count_characters_of_the_text() -> None:
    source = "<p>a &amp;  <b>c</b>d</p>"
    text = _run(source)
    assert text.text == "a & cd"
    assert text.index_at(0) == 0
    assert text.index_at(source.index("a &")) == 0
    assert text.index_at(source.index("&amp;")) == 2
    assert text.index_at(source.index("mp;")) == 3
    assert text.index_at(source.index("c</b>")) == 4
    assert text.index_at(source.index("d</p>")) == 5
    assert text.index_at(len(source)) == 6


@pytest.mark.parametrize(
    ("html", "old", "new", "edited"),
    [
        ("<p>the the end</p>", "the the", "the", "<p>the end</p>"),
        ("<p>Al <em>Jaa</em>fari</p>", "Jaafari", "Jafari", "<p>Al <em>Ja</em>fari</p>"),
        ("<p>on <b>the</b> <i>end</i></p>", "on the", "at", "<p>at<b></b> <i>end</i></p>"),
        ("<p>a b</p>", "b", "<&>", "<p>a &lt;&amp;></p>"),
        ("<p>it&rsquo;s our’s</p>", "our", "it’", "<p>it&rsquo;s it’’s</p>"),
        ("<p>it&rsquo;s hers</p>", "hers", "its’", "<p>it&rsquo;s its&rsquo;</p>"),
        ("<p>it&#x2019;s hers</p>", "hers", "its’", "<p>it&#x2019;s its&#x2019;</p>"),
        ("<p>it&#8217;s</p>", "’", "'", "<p>it's</p>"),
        ("<p>a&nbsp;b</p>", "\u00a0", " ", "<p>a b</p>"),
        ("<p>a b c</p>", " b", "", "<p>a c</p>"),
        ("<p>a b</p>", "a b", "a b", "<p>a b</p>"),
        ("<p>a<br>b</p>", "b", "xb", "<p>a<br>xb</p>"),
        ("<p>a<br><b>b</b></p>", "b", "xb", "<p>a<br><b>xb</b></p>"),
        ("<p>a <b>b</b></p>", "a ", "a x ", "<p>a x <b>b</b></p>"),
        ("<p>a  \n b</p>", " ", "\u00a0", "<p>a\u00a0b</p>"),
    ],
)
def test_edits_touch_only_what_differs(html: str, old: str, new: str, edited: str) -> None:
    text = _run(html)
    assert _replaced(text, old, new) == edited
    assert _run(edited).text == text.text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("html", "old", "new"),
    [
        ("<p>a <b> b</b></p>", " ", "-"),  # one blank for the reader, three in the source
        ("<p>a<br>b</p>", " ", "-"),
        ("<p>a&NotEqualTilde;b</p>", "≂", "x"),
        ("<p>a < b</p>", " b", "b"),  # <b would be a tag
        ("<p>R&D</p>", "D", "lt;"),  # &lt; would be one character
        ("<p>R&ampxD</p>", "x", ";"),
        ("<p>&axmp;</p>", "x", ""),
        ("<title>a </xtitle> b</title>", "x", ""),
    ],
)
def test_what_would_read_as_something_else_is_refused(html: str, old: str, new: str) -> None:
    assert _replaced(_run(html), old, new) is None


@pytest.mark.parametrize(
    ("html", "old", "new", "edited"),
    [
        ('<img alt="a b">', "b", 'c"<&', '<img alt="a c&quot;&lt;&amp;">'),
        ("<img alt='a b'>", "b", "c'\"", "<img alt='a c&#39;\"'>"),
        ('<img alt="a&copy=b">', "b", "c", '<img alt="a&copy=c">'),
        ("<img alt=ab>", "b", "c", "<img alt=ac>"),
        ('<img alt="">', "", "a b", '<img alt="a b">'),
    ],
)
def test_edits_of_an_attribute_keep_its_quotation_marks(
    html: str, old: str, new: str, edited: str
) -> None:
    assert _replaced(_alt(html), old, new) == edited
    assert _alt(edited).text == _alt(html).text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("html", "old", "new"),
    [
        ("<img alt=ab>", "b", "c d"),
        ("<img alt=ab>", "b", "c>"),
        ("<img alt=ab src=c>", "ab", ""),
        ("<img alt>", "", "a"),
        ("<img alt= >", "", "a"),
        ('<img alt="a&b">', "b", "lt;"),
        ('<img alt="&copy1">', "1", ";"),
    ],
)
def test_an_attribute_that_cannot_hold_it_is_left_alone(html: str, old: str, new: str) -> None:
    assert _replaced(_alt(html), old, new) is None


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("a b", "a b"),
        (r"a\n\tb\/c \"d\" \\", 'a b/c "d" \\'),
        (r"it\u2019s \ud83d\ude00 \ud83d x \ude00", "it’s 😀 \ufffd x \ufffd"),
        (r"\ud83d\u0041", "\ufffdA"),
        (r"\x \u12", r"\x \u12"),
        ("a &amp; b", "a &amp; b"),  # in a script references do not count
    ],
)
def test_json_strings_read_as_json(inside: str, text: str) -> None:
    assert _json(inside).text == text


def test_json_strings_map_and_take_edits() -> None:
    text = _json(r"a\u2019b \ud83d\ude00 \"c\"")
    assert text.text == 'a’b 😀 "c"'
    assert _source(text, "’b") == r"\u2019b"
    assert _source(text, "😀") == r"\ud83d\ude00"
    assert _replaced(text, "b", "x’") == r"a\u2019x\u2019 \ud83d\ude00 \"c\""
    assert _replaced(text, "c", '<\\"é') == r"a\u2019b \ud83d\ude00 \"\u003c\\\"\u00e9\""
    assert _replaced(_json("</xscript>"), "x", "") is None
    assert _replaced(_json("a\\x"), "x", "n") is None


def test_text_is_read_in_an_attribute_as_in_an_attribute() -> None:
    source = Source("?a=1&copy=2")
    whole = [Piece(0, len(source.text))]
    assert MappedText(source, whole).text == "?a=1©=2"
    assert MappedText(source, whole, IN_ATTRIBUTE, '"').text == "?a=1&copy=2"
