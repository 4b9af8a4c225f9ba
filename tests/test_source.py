"""Bytes into a Source and back: encodings, byte-order marks, lines and columns."""

from __future__ import annotations

import codecs

import pytest

from lint.source import Position, Source, SourceError, Span, decode

PAGE = "<p>The “old” café, a naïve plan – 5 € a head</p>"


def test_utf8_is_read_whatever_the_page_declares() -> None:
    data = ('<meta charset="iso-8859-1">' + PAGE).encode()
    source = decode(data, "a.html")
    assert (source.text[27:], source.encoding, source.path) == (PAGE, "utf-8", "a.html")
    assert not source.guessed
    assert source.encode() == data


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_kept(bom: bytes, encoding: str) -> None:
    data = bom + (PAGE + "😀").encode(encoding)
    source = decode(data)
    assert source.text == PAGE + "😀"
    assert (source.encoding, source.bom, source.guessed) == (encoding, bom, False)
    assert source.encode() == data
    assert source.encode("é") == bom + "é".encode(encoding)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf<p>\xff", b"\xff\xfe<", b"\xfe\xff\xd8\x00"])
def test_bytes_that_contradict_their_mark_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^not valid UTF-.* at byte \d+.*byte-order mark"):
        decode(data)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("iso-8859-1", "cp1252"),  # the web reads Latin 1 as windows-1252
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1252", "cp1252"),
        ("x-cp1252", "cp1252"),
        ("iso-8859-15", "iso8859-15"),
    ],
)
def test_a_declared_western_encoding_is_read_and_written_back(label: str, codec: str) -> None:
    page = PAGE if codec == "cp1252" else "<p>Le café, 5 €</p>"
    data = f'<meta charset="{label}">{page}'.encode(codec)
    source = decode(data)
    assert source.text.endswith(page)
    assert (source.encoding, source.guessed) == (codec, False)
    assert source.encode() == data


@pytest.mark.parametrize(
    ("label", "codec", "page"),
    [
        ("shift_jis", "cp932", "<p>記者は港を訪れた①</p>"),
        ("x-sjis", "cp932", "<p>記者は港を訪れた</p>"),
        ("euc-jp", "euc_jp", "<p>記者は港を訪れた</p>"),
        ("gb2312", "gb18030", "<p>記者到了港口</p>"),  # 記 is in GBK, not in GB 2312
        ("gbk", "gb18030", "<p>记者到了港口</p>"),
        ("big5", "big5hkscs", "<p>記者到了港口</p>"),
        ("euc-kr", "cp949", "<p>기자가 항구에 똠</p>"),
        ("windows-1251", "cp1251", "<p>Порт Уфы закрыт</p>"),
        ("koi8-r", "koi8-r", "<p>Порт Уфы закрыт</p>"),
        ("iso-8859-2", "iso8859-2", "<p>Łódź čeká</p>"),
        ("iso-8859-9", "cp1254", "<p>İzmir’de</p>"),
    ],
)
def test_other_declared_encodings_keep_their_bytes(label: str, codec: str, page: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    data = (head + page).encode(codec)
    source = decode(data)
    assert source.text == head + page
    assert (source.encoding, source.guessed) == (codec, False)
    assert source.encode() == data


def test_an_xml_declaration_counts_too() -> None:
    data = '<?xml version="1.0" encoding="windows-1251"?><p>Уфа</p>'.encode("cp1251")
    assert decode(data).text.endswith("<p>Уфа</p>")


def test_a_declaration_behind_two_kilobytes_is_found() -> None:
    data = f"<head><script>{'x' * 5000}</script><meta charset=koi8-r><p>Порт</p>".encode("koi8-r")
    source = decode(data)
    assert source.text.endswith("<p>Порт</p>")
    assert not source.guessed


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="utf-16le">'])
def test_stray_windows_1252_bytes_among_utf8_are_a_guess(head: str) -> None:
    data = head.encode() + "<p>The café’s ".encode() + b"\x93old\x94 caf\xe9</p>"
    source = decode(data)
    assert source.text == head + "<p>The café’s “old” café</p>"
    assert source.guessed


def test_a_declaration_that_does_not_fit_is_a_guess() -> None:
    source = decode('<meta charset="euc-jp"><p>記者は'.encode("euc_jp") + b"\xff</p>")
    assert source.text == '<meta charset="euc-jp"><p>記者は\ufffd</p>'
    assert source.guessed


def test_a_byte_that_windows_1252_lacks_is_a_guess() -> None:
    source = decode(b'<meta charset="windows-1252"><p>\x81\x92</p>')
    assert source.text.endswith("<p>\x81’</p>")
    assert source.guessed


def test_an_encoding_with_states_is_read_but_never_written() -> None:
    data = b"<meta charset=iso-2022-jp>\x1b$B5-<T\x1b(B \x1b(Bof caf\xe9"  # one escape too many
    source = decode(data)
    assert source.guessed
    assert "記者" in source.text


@pytest.mark.parametrize(
    "label",
    ["klingon-8", "cp037", "hex", "idna", "undefined", "punycode", "rot13", "x-user-defined"],
)
def test_an_encoding_that_no_page_has_is_refused(label: str) -> None:
    with pytest.raises(SourceError, match=f"unknown encoding “{label}”; save it as UTF-8"):
        decode(f"<meta charset={label}>".encode() + b"\xff")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7",
        b"PK\x03\x04abc",
        b"\x00\x01\x02\x03" * 50,
        "<p>No mark</p>".encode("utf-16-le"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="binary data"):
        decode(data)


def test_one_control_character_makes_no_binary() -> None:
    assert decode(b"<p>one\x00 stray byte in a line of words</p>").text[6] == "\x00"


def test_no_bytes_are_an_empty_source() -> None:
    source = decode(b"")
    assert source.text == ""
    assert source.position(0) == Position(1, 1)
    assert source.line_span(1) == Span(0, 0)
    assert source.encode() == b""


def test_line_endings_survive_and_each_ends_a_line() -> None:
    text = "one\r\ntwo\rthree\n\nfive\u2028still five\x0b\x0c\x85\u2029end"
    source = decode(text.encode())
    assert source.text == text
    lines = [text[slice(*source.line_span(n))] for n in range(1, len(source.line_starts) + 1)]
    assert lines == ["one", "two", "three", "", "five\u2028still five\x0b\x0c\x85\u2029end"]


def test_without_carriage_returns_lines_are_the_same() -> None:
    assert Source("a\nb\n\nc").line_starts == [0, 2, 4, 5]
    assert Source("a\nb\n\nc\r").line_starts == [0, 2, 4, 5, 7]


def test_columns_count_code_points() -> None:
    text = "é😀x\r\n\tz"
    source = Source(text)
    assert source.position(text.index("x")) == Position(1, 3)
    assert source.position(text.index("\n")) == Position(1, 5)
    assert source.position(text.index("z")) == Position(2, 2)
    assert source.position(len(text)) == Position(2, 3)


def test_a_last_newline_begins_a_last_empty_line() -> None:
    source = Source("a\n")
    assert source.position(2) == Position(2, 1)
    assert source.line_span(2) == Span(2, 2)


def test_encoding_what_the_encoding_lacks_raises() -> None:
    source = decode('<meta charset="koi8-r">Порт'.encode("koi8-r"))
    with pytest.raises(UnicodeEncodeError):
        source.encode("ſ")


def test_spans_overlap_where_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(2, 2).overlaps(Span(0, 5))
    assert not Span(5, 5).overlaps(Span(0, 5))
    assert Span(0, 5).contains(Span(5, 5))
    assert not Span(0, 5).contains(Span(4, 6))


def test_a_hostile_head_is_searched_in_no_time() -> None:
    for piece in (b"<meta", b"<meta ", b"<metacharset=", b'<?xml encoding="', b"<meta a='>' "):
        source = decode(piece * 200_000 + b"\xff")
        assert source.guessed
