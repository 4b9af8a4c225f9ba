"""Whatever the text: tokens tile it, every character has its place, edits say what they mean."""

from __future__ import annotations

import html
import re
from html.entities import html5
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import lint.document.text as mapped_text
from lint.document import IN_ATTRIBUTE, IN_JSON, IN_TEXT, Document, MappedText, Piece, read_document
from lint.document.markup import END, RAW, START, TEXT
from lint.document.steps import cut_by_steps
from lint.document.tokens import tokenize
from lint.source import Source, SourceError, decode

COUNT = settings(max_examples=300, deadline=None, derandomize=True)
BLANKS = " \t\n\f\r"

TAGS = (
    "p div b em a span li ul table tr td h2 title textarea script style svg math template select "
    "option noscript figure br img plaintext xmp iframe button form amp-img o:p frameset body html"
).split()
WORDS = st.sampled_from(
    ["word", " ", "  ", "\n", "\r\n", "\r", "\t", "\f", "\u00a0", "\u3000", "’", "😀", "\x00", "\x01",
     "\ue000", "\ue001", "\ue0000\ue001", "\ue00012\ue001", "\ufffd", "\ufffe", "\ud800", "İ", "ſ", "&",
     "<", ">", "5 < 6", "<3", "</", "x=y", '"', "'", "/", "-->", "]]>", "{{ x }}", "\u2028", "\\"]
)  # fmt: skip
REFERENCES = st.sampled_from(
    ["&amp;", "&rsquo;", "&nbsp;", "&#8217;", "&#x2019;", "&#146;", "&copy", "&copy=", "&notit;", "&not",
     "&ampcopy", "&bogus;", "&NotEqualTilde;", "&#32;", "&Tab;", "&NewLine;", "&#0;", "&#xD800;", "&#1",
     "&#", "&am", "p;", "lt;", "&lt;b&gt;"]
)  # fmt: skip
ODD_MARKUP = st.sampled_from(
    ["<!-- c -->", "<!-->", "<!--", "<![CDATA[x]]>", "<![CDATA[", "<!doctype html>", "<?xml a?>", "</é>",
     "</ b>", "<a b='", '<a b="', "<script><!-- <script>", "<script>if (a<b) '</p>'</script>", "</script>",
     "<svg><title>t</title></svg>", "<math><mi>x</mi></math>", "<svg/>", "<br/>", "<p/>", "<a <b>",
     "<template>t</template>", "<style>p{}</style>", "<title>a <b> &amp; b</title>"]
)  # fmt: skip
VALUES = st.lists(WORDS | REFERENCES, max_size=4).map("".join)


@st.composite
def _tags(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(TAGS).flatmap(lambda tag: st.sampled_from([tag, tag.upper()])))
    if draw(st.booleans()):
        return f"</{name}{draw(st.sampled_from(['', ' ', ' x=y']))}>"
    attributes = []
    for _ in range(draw(st.integers(0, 3))):
        key = draw(
            st.sampled_from(["title", "ALT", "alt", "copydesk-token", "@x", "\ue000", "a\x00", "İ"])
        )
        value = draw(VALUES)
        form = draw(st.integers(0, 3))
        attributes.append(
            [f" {key}", f' {key}="{value.replace(chr(34), "")}"', f" {key}='{value.replace(chr(39), '')}'",
             f" {key}={re.sub('[^a-z0-9&;#é]', '', value)}"][form]
        )  # fmt: skip
    return f"<{name}{''.join(attributes)}{draw(st.sampled_from(['', ' ', '/', ' /']))}>"


def _soup(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*parts), max_size=25).map("".join)


SOUP = _soup(WORDS, WORDS, REFERENCES, _tags(), _tags(), ODD_MARKUP)
INLINE = [
    "<b>",
    "</b>",
    "<em>",
    "</em>",
    "<a href='#'>",
    "</a>",
    "<br>",
    "<img alt=x>",
    "<!-- c -->",
]
PARAGRAPH = _soup(
    WORDS.filter(lambda word: word not in ("</", "\ud800")), REFERENCES, st.sampled_from(INLINE)
)
ANY = st.text(max_size=60) | st.text(st.sampled_from("<>/!-?'\"= &;#abscriptle[]CDAT"), max_size=60)


def _texts(document: Document) -> list[MappedText]:
    """Every mapped text of a document: its runs and its attributes."""
    texts = [run.text for run in document.runs]
    for element in document.root.iter():
        found = (document.attribute(element, name) for name in ("title", "alt"))
        texts += [text for text in found if text is not None]
    return texts


@COUNT
@given(SOUP | ANY)
def test_tokens_tile_any_text(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert token.start == position
        assert token.end > position
        position = token.end
        assert bool(token.name) == (token.kind in (START, END))
    assert position == len(text)


@COUNT
@given(SOUP | ANY)
def test_one_pattern_cuts_a_text_as_steps_do(text: str) -> None:
    assert list(tokenize(text).rows()) == cut_by_steps(text)


@COUNT
@given(SOUP | ANY)
def test_any_text_gives_a_document_whose_texts_are_all_in_one_run(text: str) -> None:
    document = read_document(Source(text))
    in_runs = [number for run in document.runs for number in run.tokens]
    assert in_runs == sorted(set(in_runs))
    unread = {"template", "svg", "math", "select", "datalist", "canvas"}
    for number, token in enumerate(document.tokens):
        if token.kind == TEXT and text[token.start : token.end].strip(BLANKS):
            owner = document.owner(number)
            assert owner is not None
            line = [owner, *owner.iterancestors()]
            hidden = any(element.tag in unread for element in line)
            assert (number in set(in_runs)) == (not hidden)
    for number, token in enumerate(document.tokens):
        element = document.owner(number) if token.kind == START else None
        if element is not None:
            assert document.token_number(element) == number
            start, end = document.element_span(element)
            assert token.start == start
            assert token.end <= end <= len(text)


@COUNT
@given(SOUP)
def test_text_tokens_hold_what_a_plain_reader_sees(text: str) -> None:
    """Without tags of raw text or drawings, the runs hold each word between tags."""
    plain = re.sub(r"(?i)<!|<\?|</?(?:script|style|xmp|iframe|svg|math|template|select|option"
                   r"|plaintext|title|textarea|frameset)|['\"]", "", text)  # fmt: skip
    document = read_document(Source(plain))
    if document.notices:
        return
    seen = "".join(run.text.text for run in document.runs).count("word")
    assert seen == re.sub(r"<[a-zA-Z/][^>]*>", "", plain).count("word")


def _reads(raw: str, context: str) -> str:
    """What a slice of the source says: the standard library in text, own rules in attributes."""
    if number := re.fullmatch(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?", raw):
        code = int(number[1], 16) if number[1] else int(number[2])
        if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            return "\ufffd"
        return bytes([code]).decode("cp1252") if 0x80 <= code < 0xA0 else chr(code)
    if context == IN_ATTRIBUTE:
        return re.sub(r"&([a-zA-Z0-9]+;?)", _reference, raw)
    return html.unescape(raw)


def _reference(match: re.Match[str]) -> str:
    return html5.get(match[1], match[0])


@COUNT
@given(SOUP | PARAGRAPH.map(lambda inner: f"<p title='{inner.replace(chr(39), '')}'>{inner}</p>"))
def test_every_character_maps_to_a_slice_that_reads_as_it(text: str) -> None:
    for mapped in _texts(read_document(Source(text))):
        end = 0
        for at, character in enumerate(mapped.text):
            span = mapped.span(at, at + 1)
            raw = text[span.start : span.end]
            assert span.start < span.end
            assert (
                span.start >= end or mapped.span(at - 1, at) == span
            )  # one reference, two letters
            end = span.end
            if character == " ":
                # White space, written in any way, or a break, or both with tags between them.
                rest = re.sub(r"&(?:#32|#1[023]|Tab|NewLine|#9);?", "", raw)
                assert not rest.strip(BLANKS) or "<" in raw
            else:
                assert character in _reads(raw, mapped.context)
            assert mapped.index_at(span.start) <= at < mapped.index_at(span.end)


@COUNT
@given(SOUP | PARAGRAPH, st.sampled_from([IN_TEXT, IN_ATTRIBUTE, IN_JSON]), st.data())
def test_the_quick_text_is_the_text_of_the_segments(
    text: str, context: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    pieces = [Piece(start, end, data.draw(st.integers(0, 5)) == 0) for start, end in pairwise(cuts)]
    mapped = MappedText(Source(text), pieces, context)
    assert mapped.text == "".join(characters for characters, _ in mapped._collapsed())
    assert not mapped.text.startswith(" ")
    assert not mapped.text.endswith(" ")
    assert not re.search(r"[\t\n\f\r]|  ", mapped.text)


def _tags_of(document: Document) -> list[str]:
    text = document.source.text
    return [text[start:end] for kind, start, end, _ in document.tokens if kind not in (TEXT, RAW)]


def _collapsed(text: str) -> str:
    return re.sub(rf"[{BLANKS}]+", " ", text).strip(" ")


NEW = st.lists(WORDS | REFERENCES | st.sampled_from(["<b>", "it’s", "é"]), max_size=3).map("".join)


@COUNT
@given(PARAGRAPH, NEW, st.data())
@example("a <", "b", None)
@example("&am<b>p;</b>", "", None)
def test_an_edit_of_a_paragraph_reads_as_asked(
    inner: str, new: str, data: st.DataObject | None
) -> None:
    before = read_document(Source(f"<p>{inner}</p>"))
    if len(before.runs) != 1:
        return
    text = before.runs[0].text
    size = len(text.text)
    start = data.draw(st.integers(0, size)) if data else size
    end = data.draw(st.integers(start, size)) if data else size
    edits = text.replace(start, end, new)
    if edits is None:
        return
    source = before.source.text
    for span, written in reversed(edits):
        source = source[: span.start] + written + source[span.end :]
    after = read_document(Source(source))
    assert _tags_of(after) == _tags_of(before)
    expected = _collapsed(text.text[:start] + new + text.text[end:])
    assert " ".join(run.text.text for run in after.runs) == expected


@COUNT
@given(
    st.lists(WORDS | REFERENCES, max_size=60).map("".join),
    st.sampled_from([IN_TEXT, IN_ATTRIBUTE, IN_JSON]),
    NEW,
    st.data(),
)
def test_an_edit_is_judged_by_its_surroundings_as_by_the_whole_text(
    text: str, context: str, new: str, data: st.DataObject
) -> None:
    assume(not mapped_text._MARKUP[context].search(text))  # a piece holds none
    most = 0 if context == IN_ATTRIBUTE else 6
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=most)) | {0, len(text)})
    pieces = [Piece(start, end, data.draw(st.integers(0, 5)) == 0) for start, end in pairwise(cuts)]
    quote = data.draw(st.sampled_from(["", '"'])) if context == IN_ATTRIBUTE else ""
    mapped = MappedText(Source(text), pieces, context, quote)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, min(len(mapped.text), start + 9)))
    near = mapped.replace(start, end, new)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mapped_text, "_NEAR", 0)
        assert mapped.replace(start, end, new) == near


@COUNT
@given(VALUES, st.sampled_from(["'", '"', ""]), NEW, st.data())
def test_an_edit_of_an_attribute_reads_as_asked(
    value: str, quote: str, new: str, data: st.DataObject
) -> None:
    value = value.replace(quote, "") if quote else re.sub(r"[^\w&;#=]", "", value)
    before = read_document(Source(f"<p>a<img alt={quote}{value}{quote} src=b>c</p>"))
    text = before.attribute(next(before.root.iter("img")), "alt")
    assert text is not None
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    edits = text.replace(start, end, new)
    if edits is None:
        return
    source = before.source.text
    for span, written in reversed(edits):
        source = source[: span.start] + written + source[span.end :]
    after = read_document(Source(source))
    image = next(after.root.iter("img"))
    again = after.attribute(image, "alt")
    assert again is not None
    assert again.text == _collapsed(text.text[:start] + new + text.text[end:])
    assert image.get("src") == next(before.root.iter("img")).get("src")
    assert after.runs[0].text.text == before.runs[0].text.text


@COUNT
@given(st.binary(max_size=80) | SOUP.map(lambda soup: soup.encode("utf-8", "replace") + b"\xff"))
@example(b'<meta charset="undefined">\xff')
@example(b'<?xml version="1.0" encoding="x-x"?>\xff')
def test_any_bytes_give_a_source_or_one_clear_line(data: bytes) -> None:
    try:
        source = decode(data)
    except SourceError as error:
        line = str(error)
    else:
        line = "read"
        assert source.guessed or source.encode() == data
        read_document(source)
    assert line
    assert "\n" not in line


LABELS = st.sampled_from(
    "iso-8859-1 shift_jis gb2312 big5 euc-kr koi8-r iso-2022-jp utf-8 utf-16 x".split()
)


@COUNT
@given(LABELS, st.binary(max_size=40))
def test_a_declared_encoding_keeps_the_bytes_or_is_a_guess(label: str, body: bytes) -> None:
    data = f"<meta charset={label}><p>".encode() + body
    try:
        source = decode(data)
    except SourceError:
        return
    assert source.guessed or source.encode() == data
    assert source.text.startswith(f"<meta charset={label}><p>")


@COUNT
@given(st.text(st.sampled_from("ab\r\n\u2028\x0b\x85😀"), max_size=40))
def test_positions_agree_with_counting(text: str) -> None:
    source = Source(text)
    lines = re.split(r"\r\n|\r|\n", text)
    assert len(source.line_starts) == len(lines)
    for offset in range(len(text) + 1):
        before = re.split(r"\r\n|\r|\n", text[:offset])
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # between the two of one line ending
        assert source.position(offset) == (len(before), len(before[-1]) + 1)
    for number, line in enumerate(lines, 1):
        assert text[slice(*source.line_span(number))] == line
