"""Layouts say where the parts are in one publisher's markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.article import read_article
from lint.article.layout import LayoutError, load_layouts, parse_selector, select
from lint.document import read_document
from lint.source import Source

HTML = """<html><body id="b"><div class="x one" data-kind="lead"><p class="t">First</p><section><p>Second</p>
</section></div><p class="t two">Third</p></body></html>"""


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("p.t", ["First", "Third"]),
        ("div.x p", ["First", "Second"]),
        ("div.x > p", ["First"]),
        ("#b > p", ["Third"]),
        ("[data-kind=lead] p.t", ["First"]),
        ('div[data-kind^="le"] > section > p', ["Second"]),
        ("*.two", ["Third"]),
        ("body[data-kind]", []),
        ("div.one.x[data-kind] p.t", ["First"]),
    ],
)
def test_selectors_find_elements(selector: str, texts: list[str]) -> None:
    document = read_document(Source(HTML))
    runs = {run.element: run.text.text for run in document.runs}
    found = [runs[each] for each in select(document.root, [parse_selector(selector)])]
    assert found == texts


@pytest.mark.parametrize("text", ["", "p:first-child", "> p", "p >", "p[", "//p", "p + p"])
def test_what_is_no_selector_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no selector"):
        list(parse_selector(text))


def test_a_layout_goes_before_the_heuristics(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(
        'match = ["div.odd"]\nroot = ["div.odd"]\nheadline = ["div.top"]\ncaption = ["h6"]\n'
        'byline = ["p.who"]\nignore = ["p.skip"]\n',
        "utf-8",
    )
    html = (
        "<html><body><p>" + "A long sentence that draws the eye of heuristics. " * 20 + "</p>"
        '<div class="odd"><div class="top">Wall mended</div><div><p class="who">Moira Kell</p></div>'
        '<img src="w.jpg"><h6>The wall</h6><p>It fell.</p><p class="skip">Not this.</p></div>'
        "</body></html>"
    )
    layouts = load_layouts([tmp_path])
    article = read_article(read_document(Source(html)), layouts)
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("headline", "Wall mended"),
        ("byline", "Moira Kell"),
        ("caption", "The wall"),
        ("paragraph", "It fell."),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('root = ["p"]', "“match” is missing"),
        ('match = ["p"]\nrot = ["p"]', "unknown key “rot”"),
        ('match = "p"', "“match” must be a list of selectors"),
        ('match = ["p:x"]', "“match”: “p:x” is no selector"),
        ("match = [", "odd.toml"),
    ],
)
def test_a_bad_layout_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "odd.toml").write_text(text, "utf-8")
    with pytest.raises(LayoutError) as caught:
        load_layouts([tmp_path])
    assert message in str(caught.value)
    assert "odd.toml" in str(caught.value)
