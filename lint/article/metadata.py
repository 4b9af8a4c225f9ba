"""What the head says of an article: its fields as blocks, its language and its dates."""

from __future__ import annotations

import re
from datetime import date

from lint.article import model
from lint.article.structured import structured_fields
from lint.document import Document, MappedText
from lint.tuples import NamedTuple

_META_KINDS = {
    "description": model.DESCRIPTION,
    "og:title": model.OG_TITLE,
    "og:description": model.OG_DESCRIPTION,
    "og:url": model.OG_URL,
    "author": model.META_AUTHOR,
    "article:published_time": model.META_PUBLISHED,
    "article:modified_time": model.META_MODIFIED,
}
# Names under which publishers give the day of publication, most trusted first (survey, 1.1).
_PUBLISHED_NAMES = (
    "article:published_time", "datepublished", "date", "pubdate", "publish-date", "publish_date",
    "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created",
    "article.published", "og:published_time", "publication_date",
)  # fmt: skip
_MODIFIED_NAMES = ("article:modified_time", "datemodified", "last-modified", "og:updated_time")
_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=[/-])")


class Metadata(NamedTuple):
    """Fields of the head (kind, text) in source order; declared language; days; addresses."""

    fields: tuple[tuple[str, MappedText], ...]
    language: str
    published: date | None
    modified: date | None
    url: str

    def texts(self, *kinds: str) -> list[str]:
        """List the texts of some kinds of fields."""
        return [text.text for kind, text in self.fields if kind in kinds and text.text]


def read_metadata(document: Document) -> Metadata:
    """Read what meta tags, JSON-LD and the canonical address say; all of it is optional."""
    fields: list[tuple[str, MappedText]] = []
    values: dict[str, str] = {}
    for meta in document.root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = meta.get("content")
        if not name or content is None:
            continue
        values.setdefault(name, content)
        if name in _META_KINDS:
            text = document.attribute(meta, "content")
            if text is not None and text.text:
                fields.append((_META_KINDS[name], text))
    structured = structured_fields(document)
    fields.extend(field for field in structured if field[1].text)
    address = _address(document)
    if address is not None and address.text:
        fields.append((model.CANONICAL, address))
    url = (address.text if address else "") or values.get("og:url", "")
    data = {kind: text.text for kind, text in structured}
    published = _first_day([data.get(model.DATA_PUBLISHED, "")])
    published = published or _first_day([values.get(name, "") for name in _PUBLISHED_NAMES])
    modified = _first_day([data.get(model.DATA_MODIFIED, "")])
    modified = modified or _first_day([values.get(name, "") for name in _MODIFIED_NAMES])
    return Metadata(
        tuple(fields), values.get("og:locale", ""), published or url_day(url), modified, url
    )


def iso_day(text: str) -> date | None:
    """Read the day at the beginning of an ISO 8601 date or time; None if there is none."""
    match = _ISO_DAY.match(text)
    return _day(*match.groups()) if match else None


def url_day(url: str) -> date | None:
    """Read the day in an address such as /2017/03/15/slug or /20170315-slug; None if none."""
    match = _URL_DAY.search(url[:500])
    return _day(*match.groups()) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _first_day(values: list[str]) -> date | None:
    return next((day for value in values if (day := iso_day(value))), None)


def _address(document: Document) -> MappedText | None:
    for link in document.root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return document.attribute(link, "href")
    return None
