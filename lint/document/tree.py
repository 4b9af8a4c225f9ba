"""The tree over the tokens: lxml decides which element owns which token.

Lxml is fed a skeleton: each start tag carries the number of its token, each text token is replaced
by a numbered mark. Wherever the parser moves an element or a text, its number says where it stands
in the source. The tree itself holds no text; read that from tokens.
"""

from __future__ import annotations

import re

from lxml import etree

from lint.document.tokens import END, START, TEXT, VOID, Token

NUMBER = "copydesk-token"  # the attribute that carries a start tag's token number
_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use characters round a text token's number
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
# Closed as soon as they open: what holds no elements, and void elements that libxml2 takes for
# containers.
_CLOSED_AT_ONCE = frozenset(
    "title textarea script style iframe xmp noembed noframes source track wbr keygen".split()
)
_VISIBLE = re.compile(r"[^\t\n\f\r ]")
# Characters that libxml2 would refuse or cut a document at.
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def build_tree(
    text: str, tokens: list[Token]
) -> tuple[etree._Element, list[etree._Element | None], int]:
    """Parse a token list: the root, the owner of each token, and how many texts had no owner.

    The owner of a start tag is its element, the owner of a text the element that it is in; other
    tokens, and start tags that the parser dropped, have none. Texts that the parser lost (below
    2,048 nested elements) get the owner of the text before them, and are counted.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    root = etree.fromstring(_skeleton(text, tokens).encode("utf-8", "replace"), parser)
    if root is None:
        root = etree.fromstring(b"<html></html>", parser)
    owners: list[etree._Element | None] = [None] * len(tokens)
    for element in root.iter():
        number = element.get(NUMBER)
        if number is not None and number.isdigit() and int(number) < len(tokens):
            owners[int(number)] = element
        if element.text:
            _claim(owners, element.text, element)
        if element.tail:
            parent = element.getparent()
            _claim(owners, element.tail, root if parent is None else parent)
    return root, owners, _adopt(text, tokens, owners, root)


def _skeleton(text: str, tokens: list[Token]) -> str:
    parts: list[str] = []
    closed_early = -1
    for number, token in enumerate(tokens):
        if token.kind == TEXT:
            if number != closed_early:
                parts.append(_text_mark(text, tokens, number))
        elif token.kind == START:
            name = "div" if token.name == "plaintext" else token.name
            attributes = text[token.start + 1 + len(token.name) : token.end]
            parts.append(f'<{name} {NUMBER}="{number}"{attributes}')
            if name in _CLOSED_AT_ONCE:
                # Closed here, so that one left open cannot swallow the rest of the skeleton.
                following = tokens[number + 1 : number + 2]
                if following and following[0].kind == TEXT and name in ("title", "textarea"):
                    closed_early = number + 1
                    parts.append(_text_mark(text, tokens, closed_early))
                parts.append(f"</{name}>")
        elif token.kind == END and token.name not in _CLOSED_AT_ONCE:
            parts.append(text[token.start : token.end])
    skeleton = "".join(parts)
    return _UNFIT.sub("\ufffd", skeleton) if _UNFIT.search(skeleton) else skeleton


def _text_mark(text: str, tokens: list[Token], number: int) -> str:
    visible = _VISIBLE.search(text, tokens[number].start, tokens[number].end)
    return f"{_OPEN}{number}{_CLOSE}" if visible else " "


def _claim(owners: list[etree._Element | None], marks: str, owner: etree._Element) -> None:
    for match in _MARK.finditer(marks):
        number = int(match[1])
        if number < len(owners):
            owners[number] = owner


def _adopt(
    text: str, tokens: list[Token], owners: list[etree._Element | None], root: etree._Element
) -> int:
    lost, last = 0, root
    for number, token in enumerate(tokens):
        owner = owners[number]
        if owner is not None:
            last = owner
        elif token.kind == TEXT and _VISIBLE.search(text, token.start, token.end):
            lost += 1
            owners[number] = last
    return lost


def match_ends(tokens: list[Token]) -> dict[int, int]:
    """Give, for each start tag's token number, the offset at which its element ends.

    End tags close the nearest open element of their name; ``p``, ``li``, ``dt``, ``dd``, ``tr``,
    ``td``, ``th`` and ``option`` are also closed by what cannot be inside them (a subset of
    section 13.2.6 of the standard). Linear in the number of tokens.
    """
    ends: dict[int, int] = {}
    stack: list[int] = []
    open_names: dict[str, int] = {}

    def close(name: str, at: int, after: int) -> None:
        while stack:
            number = stack.pop()
            closed = tokens[number].name
            open_names[closed] -= 1
            ends[number] = after if closed == name else at
            if closed == name:
                return

    for number, token in enumerate(tokens):
        if token.kind == END and open_names.get(token.name):
            close(token.name, token.start, token.end)
        elif token.kind == START:
            for name, scope in _CLOSED_BY.get(token.name, ()):
                if open_names.get(name) and _in_reach(tokens, stack, name, scope):
                    close(name, token.start, token.start)
            if token.name in VOID:
                ends[number] = token.end
            else:
                stack.append(number)
                open_names[token.name] = open_names.get(token.name, 0) + 1
    last = tokens[-1].end if tokens else 0
    ends.update(dict.fromkeys(stack, last))
    return ends


def _in_reach(tokens: list[Token], stack: list[int], name: str, scope: frozenset[str]) -> bool:
    for number in reversed(stack[-24:]):  # bounded: hostile nesting must stay linear
        if tokens[number].name == name:
            return True
        if tokens[number].name in scope:
            return False
    return False


_LISTS = frozenset(["ul", "ol", "dl", "table", "td", "th"])
_TABLES = frozenset(["table"])
_P_SCOPE = frozenset(["td", "th", "button", "caption", "object", "template"])
_CLOSED_BY: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {
    **dict.fromkeys(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section summary "
        "table ul".split(),
        (("p", _P_SCOPE),),
    ),
    "li": (("li", _LISTS),),
    "dt": (("dt", _LISTS), ("dd", _LISTS)),
    "dd": (("dt", _LISTS), ("dd", _LISTS)),
    "tr": (("tr", _TABLES),),
    "td": (("td", _TABLES), ("th", _TABLES)),
    "th": (("td", _TABLES), ("th", _TABLES)),
    "option": (("option", frozenset(["select", "datalist"])),),
}
