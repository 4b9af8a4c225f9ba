"""New text is written as the source writes."""

from __future__ import annotations

import pytest

from lint.document.escape import escape
from lint.source import Source


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("plain", "’"),
        ("it&rsquo;s", "&rsquo;"),
        ("it&#8217;s", "&#8217;"),
        ("it&#x2019;s", "&#x2019;"),
        ("it’s or it&rsquo;s", "’"),  # as itself is first choice
    ],
)
def test_a_character_is_written_as_the_source_writes_it(source: str, written: str) -> None:
    assert escape("’", Source(source), "text") == written


def test_a_hexadecimal_form_keeps_its_case() -> None:
    assert escape("\u201c", Source("&#x201C;"), "text") == "&#x201C;"


def test_what_the_encoding_lacks_becomes_a_reference() -> None:
    source = Source("plain", encoding="koi8-r")
    assert escape("Я’Ł", source, "text") == "Я&rsquo;&#321;"
    assert escape("Я’", source, "json") == r"Я\u2019"


def test_markup_characters_are_escaped() -> None:
    source = Source("plain")
    assert escape("a<b>&\"'", source, "text") == "a&lt;b>&amp;\"'"
    assert escape("a<b>&\"'", source, "attribute", '"') == "a&lt;b>&amp;&quot;'"
    assert escape("a<b>&\"'", source, "attribute", "'") == 'a&lt;b>&amp;"&#39;'


@pytest.mark.parametrize("text", ["a b", "a\tb", "a>b", "a=b", 'a"b', "a'b", "a`b", "a<b", "a&b"])
def test_an_attribute_without_quotation_marks_takes_few_characters(text: str) -> None:
    assert escape(text, Source("plain"), "attribute") is None
    assert escape("a-é", Source("plain"), "attribute") == "a-é"


def test_json_has_its_own_escapes() -> None:
    source = Source("plain")
    assert escape('a"\\\n<', source, "json") == r"a\"\\\u000a\u003c"
    assert escape("é😀", source, "json") == "é😀"
    assert escape("é😀", Source(r"\u2019"), "json") == r"\u00e9\ud83d\ude00"
    assert escape("é", Source(r"é \u2019"), "json") == "é"
    assert escape("\ud800", source, "json") == r"\ud800"
