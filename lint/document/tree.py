"""The tree over the tokens: lxml decides which element owns which token.

Lxml is fed a skeleton: each start tag carries the number of its token, each text token is replaced
by a numbered mark. Wherever the parser moves an element or a text, its number says where it stands
in the source. The tree itself holds no text; read that from tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Any

from lxml import etree

from lint.document.markup import END, FOREIGN, START, TEXT, VOID, Token, Tokens
from lint.document.tokens import read_attributes

NUMBER = "copydesk-token"  # the attribute that carries a start tag's token number
_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use characters round a text token's number
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
# Closed as soon as they open: what holds no elements, and void elements that libxml2 takes for
# containers.
_CLOSED_AT_ONCE = frozenset(
    "title textarea script style iframe xmp noembed noframes source track wbr keygen".split()
)
_PARSED_AS = {"plaintext": "div"}  # lxml would take the rest of the skeleton for text
_ODD = _CLOSED_AT_ONCE.union(_PARSED_AS)
_TEXT_ONLY = frozenset(["title", "textarea"])
_LONG_TAG, _MOST_ATTRIBUTES = 10_000, 1_000
_VISIBLE = re.compile(r"[^\t\n\f\r ]")
# Control characters, at which some versions of libxml2 would cut the document.
_FIT = bytes(ord("?") if code < 32 and code not in b"\t\n\f\r" else code for code in range(256))


def build_tree(
    text: str, tokens: Tokens
) -> tuple[etree._Element, list[etree._Element | None], list[int], int]:
    """Parse a token list into its tree.

    Given are the root, the owner of each token, the numbers of the texts that are not blank, and
    how many of these had no owner.

    The owner of a text is the element that it is in; blank texts and other tokens have none. Texts
    that the parser lost (below 2,048 nested elements) get the owner of the text before them, and
    are counted.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    skeleton, texts = _skeleton(text, tokens)
    root = etree.fromstring(skeleton, parser)
    if root is None:
        root = etree.fromstring(b"<html></html>", parser)
    owners: list[etree._Element | None] = [None] * len(tokens)
    for marks in _texts()(root):
        element = marks.getparent()
        if marks.is_tail:
            parent = element.getparent()
            element = root if parent is None else parent
        _claim(owners, marks, element)
    return root, owners, texts, _adopt(owners, texts, root)


@cache
def _texts() -> Any:
    """What lists the texts below an element, each of which knows its place."""
    return etree.XPath("descendant::text()")


def _skeleton(text: str, tokens: Tokens) -> tuple[bytes, list[int]]:
    """What lxml is fed, and the numbers of the texts that are not blank."""
    parts: list[str] = []
    texts: list[int] = []
    add, visible, closed, odd = parts.append, _VISIBLE.search, _CLOSED_AT_ONCE, _ODD
    held = ""  # the end tag of a title or textarea that waits for its text
    for number, (kind, start, end, name) in enumerate(tokens.rows()):
        if kind == TEXT:
            if visible(text, start, end):
                texts.append(number)
                add(f"{_OPEN}{number}{_CLOSE}")
            if held:
                add(held)
                held = ""
            continue
        if held:
            add(held)
            held = ""
        if kind == START:
            if name not in odd and end - start <= _LONG_TAG:  # as nearly all are
                add(f'<{name} {NUMBER}="{number}"{text[start + 1 + len(name) : end]}')
                continue
            attributes = text[start + 1 + len(name) : end]
            name = _PARSED_AS.get(name, name)
            if end - start > _LONG_TAG:
                attributes = _fewer_attributes(text, tokens[number])
            add(f'<{name} {NUMBER}="{number}"{attributes}')
            if name in closed:
                # Closed here, so that one left open cannot swallow the rest of the skeleton.
                held = f"</{name}>"
                if name not in _TEXT_ONLY:
                    add(held)
                    held = ""
        elif kind == END and name not in closed:
            add(f"</{_PARSED_AS.get(name, name)}>")
    return "".join([*parts, held]).encode("utf-8", "replace").translate(_FIT), texts


def _fewer_attributes(text: str, tag: Token) -> str:
    """The attributes of a long tag; not too many, because libxml2 compares each with all others."""
    found = read_attributes(text, tag)[:_MOST_ATTRIBUTES]
    end = found[-1].end + len(found[-1].quote) if found else tag.end - 1
    return text[tag.start + 1 + len(tag.name) : end] + ">"


def _claim(owners: list[etree._Element | None], marks: str, owner: etree._Element) -> None:
    one = marks[1:-1]
    if one.isdecimal() and marks[0] == _OPEN and (number := int(one)) < len(owners):
        owners[number] = owner
        return
    for each in _MARK.findall(marks):
        if int(each) < len(owners):
            owners[int(each)] = owner


def _adopt(owners: list[etree._Element | None], texts: list[int], root: etree._Element) -> int:
    lost = [number for number in texts if owners[number] is None]
    for number in lost:
        before = bisect_left(texts, number)
        owners[number] = owners[texts[before - 1]] if before else root
    return len(lost)


# What an end tag, or a start tag that implies one, does not reach through (the standard's scopes).
_CELLS = frozenset("table td th caption object template".split())
_TABLES = frozenset(["table"])
_LISTS = _CELLS | {"ul", "ol", "dl"}
_P_SCOPE = _CELLS | {"button"}

# The open elements that a start tag closes first.
_CLOSED_BY: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {
    **dict.fromkeys(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section summary "
        "table ul".split(),
        (("p", _P_SCOPE),),
    ),
    "li": (("li", _LISTS), ("p", _P_SCOPE)),
    **dict.fromkeys(["dt", "dd"], (("dt", _LISTS), ("dd", _LISTS), ("p", _P_SCOPE))),
    "tr": (("tr", _TABLES),),
    **dict.fromkeys(["td", "th"], (("td", _TABLES), ("th", _TABLES))),
    **dict.fromkeys(
        ["thead", "tbody", "tfoot"],
        (("tr", _TABLES), ("thead", _TABLES), ("tbody", _TABLES), ("tfoot", _TABLES)),
    ),
    "option": (("option", frozenset(["select", "datalist"])),),
    "a": (("a", _CELLS),),
}
_INLINE = frozenset(["a", "option"])  # of the names in this table
_BLOCKS = (frozenset(_CLOSED_BY) - _INLINE) | {"button", "caption", "object", "template"}
_REACH = {
    **dict.fromkeys(_BLOCKS, _CELLS),
    **dict.fromkeys("table thead tbody tfoot tr td th".split(), _TABLES),
    "li": _CELLS | {"ul", "ol"},
    "p": _P_SCOPE,
}


def match_ends(text: str, tokens: Tokens) -> dict[int, int]:
    """Give, for each start tag's token number, the offset at which its element ends.

    End tags close the nearest open element of their name, and what is open inside; ``p``, ``li``,
    ``td`` and others are also closed by what cannot be inside them (a subset of section 13.2.6 of
    the standard). The end tag of an inline element leaves the blocks open that it crosses. Linear
    in the number of tokens.
    """
    ends: dict[int, int] = {}
    stack: list[int] = []
    open_names: dict[str, int] = {}
    names = tokens.names

    def close(name: str, at: int, after: int) -> None:
        while stack:
            number = stack.pop()
            closed = names[number]
            open_names[closed] -= 1
            ends[number] = after if closed == name else at
            if closed == name:
                return

    for number, (kind, start, end, name) in enumerate(tokens.rows()):
        if kind == END and open_names.get(name):
            if names[stack[-1]] == name:
                open_names[name] -= 1
                ends[stack.pop()] = end
                continue
            barrier = _barrier(names, stack, name, _REACH.get(name, _BLOCKS))
            if barrier is None:
                close(name, start, end)
            elif name not in _BLOCKS and barrier >= 0:
                ends[stack.pop(barrier)] = end
                open_names[name] -= 1
        elif kind == START:
            for closed, scope in _CLOSED_BY.get(name, ()):
                if open_names.get(closed) and _barrier(names, stack, closed, scope) is None:
                    close(closed, start, start)
            if name in VOID or (
                text[end - 2] == "/"  # <path/> closes itself, <div/> does not
                and (name in FOREIGN or any(map(open_names.get, FOREIGN)))
            ):
                ends[number] = end
            else:
                stack.append(number)
                open_names[name] = open_names.get(name, 0) + 1
    last = tokens.ends[-1] if tokens.ends else 0
    ends.update(dict.fromkeys(stack, last))
    return ends


def _barrier(names: list[str], stack: list[int], name: str, scope: frozenset[str]) -> int | None:
    """Where the open ``name`` is in the stack, if one of ``scope`` keeps it out of reach.

    Only the innermost 24 elements are looked at, because hostile nesting must stay linear: -1
    where the name is further out.
    """
    met = False
    for depth in range(len(stack) - 1, max(-1, len(stack) - 25), -1):
        inner = names[stack[depth]]
        if inner == name:
            return depth if met else None
        met = met or inner in scope
    return -1 if met else None
