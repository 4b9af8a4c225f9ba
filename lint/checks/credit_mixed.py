"""Credits in two forms inside one article."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Passage
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.prose.credits import read_credit

VALUES = ("credit", "other")
CASES = ()


class Options(CheckOptions):
    """``natures``: the pictures compared; a chart's "Source: X" is no photograph's credit."""

    natures: tuple[str, ...] = ("photograph",)


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the first credit in each rarer form; labels ("Photo:", "Picture:") are one form."""
    forms: dict[str, list[Passage]] = {}
    for picture in article.pictures:
        if picture.credit is None or picture.nature not in options.natures:
            continue
        credit = read_credit(picture.credit.text)
        if credit is None or (credit.form == "bare" and picture.credit.text.startswith("(")):
            continue  # a bracket of names may be the source, or an aside: no form to go by
        label = credit.label.casefold()
        if label.startswith(("source", "illustration", "graphic", "video", "file")):
            continue
        forms.setdefault(credit.form, []).append(picture.credit)
    if len(forms) < 2:
        return
    usual = max(forms.values(), key=len)
    for passages in forms.values():
        if passages is usual or {id(each.block) for each in passages} & {
            id(each.block) for each in usual
        }:
            continue
        yield hit_in(
            passages[0].block,
            passages[0].start,
            passages[0].end,
            values={"credit": passages[0].text, "other": usual[0].text},
            related=[Related(usual[0].span, "written the other way here")],
        )
