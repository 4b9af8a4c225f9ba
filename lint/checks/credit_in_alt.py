"""Credits inside alternative texts."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.prose.credits import find_credit

VALUES = ("credit",)
CASES = ()


class Options(CheckOptions):
    """``forms``: the forms of credit that are looked for, as ``Credit.form`` names them."""

    forms: tuple[str, ...] = ("square", "round", "label", "bare", "copyright")


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield credits at the end of alternative texts."""
    for picture in article.pictures:
        if picture.alt is None:
            continue
        alt = picture.alt
        credit = find_credit(alt.text)
        if credit is None or credit.form not in options.forms:
            continue
        if credit.form == "bare" and credit.start == 0 and "/" not in alt.text:
            continue  # the name of a button or of a logo: "Twitter"
        if credit.form == "label" and alt.text[: credit.start].strip().casefold() == "photo":
            continue  # "Photo illustration: …" says what it is
        if (
            credit.form == "label"
            and credit.label.casefold()
            in (
                "image",
                "photo",
                "picture",
                "video",
            )
            and credit.start == 0
        ):  # "Image: South Korea …" is a template's prefix
            continue
        related = (
            [Related(picture.credit.span, "the credit belongs here")] if picture.credit else []
        )
        start, end = alt.start + credit.start, alt.start + credit.end
        values = {"credit": alt.text[credit.start : credit.end]}
        yield hit_in(alt.block, start, end, values=values, related=related)
