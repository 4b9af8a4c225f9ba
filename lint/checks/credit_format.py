"""Credits in captions against the house's form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Passage, model
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.credits import Credit, find_credit, is_agency

VALUES = ("credit", "wanted")
CASES = ("brackets", "separator", "capitals", "stop")


class Options(CheckOptions):
    """How the house writes credits.

    ``form``: "square" for [Name/Agency], "round" for (Name/Agency), or "any". ``separator``: what
    stands between its parties. ``stop``: whether a full stop may stand before it. ``acronyms``:
    names in capitals that stay so.
    """

    form: Literal["square", "round", "any"] = "square"
    separator: str = "/"
    stop: bool = False
    acronyms: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield each fault of a credit; credits in elements of their own are exempt.

    "brackets" (the base is not used alone) says that the credit has another house's form. It is
    told only where the article also has a credit in the house's form, or has no other credit: a
    site that consistently writes "Photo: A/B" has another convention, not a fault.
    """
    found = list(_credits(article))
    in_form = [credit for _, credit in found if credit.form == options.form]
    for passage, credit in found:
        text = passage.text
        if options.form != "any" and credit.form != options.form:
            if in_form and credit.form in ("square", "round") and not credit.label:
                yield _brackets(passage, credit, options)
            continue
        found_here = (
            _separator(passage, credit, options),
            _capitals(passage, credit, options),
            _stop(passage, credit, options, text),
        )
        yield from (hit for hit in found_here if hit is not None)


def _credits(article: Article) -> Iterator[tuple[Passage, Credit]]:
    for picture in article.pictures:
        if picture.credit is None or picture.credit.block.kind != model.CAPTION:
            continue
        block = picture.credit.block
        credit = find_credit(block.text)
        if credit is not None and credit.start == picture.credit.start:
            yield Passage(block, 0, len(block.text)), credit


def _brackets(passage: Passage, credit: Credit, options: Options) -> Hit:
    pair = "[]" if options.form == "square" else "()"
    block = passage.block
    inner = block.text[credit.inner_start : credit.inner_end]
    wanted = f"{pair[0]}{inner}{pair[1]}"
    fix = rewrite(block, credit.start, credit.end, wanted)
    return hit_in(
        block, credit.start, credit.end, case="brackets",
        values={"credit": block.text[credit.start : credit.end], "wanted": wanted}, fixes=[fix],
    )  # fmt: skip


def _separator(passage: Passage, credit: Credit, options: Options) -> Hit | None:
    text = passage.block.text
    for (_, end), (start, _) in zip(credit.parts, credit.parts[1:], strict=False):
        between = text[end:start]
        plain = between.strip()
        if between == options.separator or plain not in ("/", "-", "–", "—", "|"):
            continue
        fix = rewrite(passage.block, end, start, options.separator, safe=True)
        values = {"credit": text[credit.start : credit.end], "wanted": options.separator}
        return hit_in(passage.block, end, start, case="separator", values=values, fixes=[fix])
    return None


def _capitals(passage: Passage, credit: Credit, options: Options) -> Hit | None:
    text = passage.block.text
    for start, end in credit.parts:
        name = text[start:end]
        letters = [word for word in name.split() if len(word) > 3 and word.isalpha()]
        if not letters or not name.isupper() or is_agency(name) or name in options.acronyms:
            continue
        if len(name.split()) < 2:
            continue
        wanted = " ".join(word.capitalize() if len(word) > 2 else word for word in name.split())
        fix = rewrite(passage.block, start, end, wanted)
        values = {"credit": name, "wanted": wanted}
        return hit_in(passage.block, start, end, case="capitals", values=values, fixes=[fix])
    return None


def _stop(passage: Passage, credit: Credit, options: Options, text: str) -> Hit | None:
    if options.stop or credit.form == "label":
        return None
    before = text[: credit.start].rstrip(" \u00a0")
    if not before.endswith(".") or before.endswith("..") or ". " in before:
        return None
    last = before[:-1].rpartition(" ")[2]
    if len(last) < 4 or "." in last:  # "Inc.", "p.m.": the stop may be the word's own
        return None
    at = len(before) - 1
    fix = rewrite(passage.block, at, at + 1, "", title="Remove the full stop", safe=True)
    values = {"credit": text[credit.start : credit.end], "wanted": ""}
    return hit_in(passage.block, at, at + 1, case="stop", values=values, fixes=[fix])
