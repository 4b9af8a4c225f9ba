"""Character references into the characters that they stand for."""

from __future__ import annotations

import html
from html.entities import html5

import pytest

from lint.document.references import REFERENCE, decode_reference


def _decode(text: str, *, in_attribute: bool = False) -> str:
    done, position = [], 0
    for match in REFERENCE.finditer(text):
        decoded = decode_reference(match, in_attribute=in_attribute)
        if decoded is not None:
            done += [text[position : match.start()], decoded[1]]
            position = decoded[0]
    return "".join([*done, text[position:]])


def test_every_named_reference_is_known() -> None:
    for name, characters in html5.items():
        assert _decode(f"a&{name} b") == f"a{characters} b", name
        assert _decode(f"a&{name} b", in_attribute=True) == f"a{characters} b", name


def test_names_with_letters_behind_them_agree_with_the_standard_library() -> None:
    for name in html5:
        for behind in ("x", "=", "1", ";", "-"):
            text = f"&{name}{behind}"
            assert _decode(text) == html.unescape(text), text


@pytest.mark.parametrize(
    ("text", "in_text", "in_attribute"),
    [
        ("&ampcopy", "&copy", "&ampcopy"),
        ("?a=1&copy=2", "?a=1©=2", "?a=1&copy=2"),
        ("&notit;", "¬it;", "&notit;"),
        ("&noti;", "¬i;", "&noti;"),
        ("&not ", "¬ ", "¬ "),
        ("&not", "¬", "¬"),
        ("&notin;", "∉", "∉"),
        ("&copy;x", "©x", "©x"),
        ("&copyé", "©é", "©é"),
        ("&bogus;", "&bogus;", "&bogus;"),
        ("&hellip", "&hellip", "&hellip"),  # only old names may lack the semicolon
        ("&Amp;", "&Amp;", "&Amp;"),
        ("&;", "&;", "&;"),
        ("& amp;", "& amp;", "& amp;"),
        ("&&amp;", "&&", "&&"),
        ("&#;", "&#;", "&#;"),
        ("&#x;", "&#x;", "&#x;"),
        ("&#8217;", "’", "’"),
        ("&#8217x", "’x", "’x"),
        ("&#X2019;", "’", "’"),
        ("&#x2019g", "’g", "’g"),
        ("&#00000000000000008217;", "’", "’"),
        ("&#146;&#150;&#x80;", "’–€", "’–€"),
        ("&#129;", "\x81", "\x81"),
        ("&#1;", "\x01", "\x01"),
        ("&#13;", "\r", "\r"),
        ("&#0;", "\ufffd", "\ufffd"),
        ("&#xD800;", "\ufffd", "\ufffd"),
        ("&#x110000;", "\ufffd", "\ufffd"),
        ("&#x10FFFF;", "\U0010ffff", "\U0010ffff"),
        ("&#" + "9" * 5000 + ";", "\ufffd", "\ufffd"),
        ("&NotEqualTilde;", "≂̸", "≂̸"),
    ],
)
def test_odd_references_read_as_in_browsers(text: str, in_text: str, in_attribute: str) -> None:
    assert _decode(text) == in_text
    assert _decode(text, in_attribute=True) == in_attribute


def test_digits_of_other_scripts_are_no_digits() -> None:
    assert _decode("&#٣٤;") == "&#٣٤;"
