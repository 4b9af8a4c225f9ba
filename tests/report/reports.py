"""Reports to render: findings of the real line over made-up articles with hard characters."""

from __future__ import annotations

from lint.desk import check_bytes, check_text
from lint.finding import Checked, Report
from lint.rulebook import load_rules
from lint.source import Source

BOOK = load_rules().select()

HARD = (
    "<p>A 😀 gull sat for a hour &amp; the the crew&rsquo;s “boat” left on January 23 2017.</p>\r\n"
    "<figure><img src='a.jpg' alt='The crew mends the long wall in Oban on March 3 2019'>"
    "<figcaption>The crew mends the long\r\nwall in Oban on 3 March 2019 [Jo Blake - AFP]"
    "</figcaption></figure>\r<p>He had <b>not rec</b>ieved it. <!-- stet a-an: as it was said -->"
    "<i>x</i></p><!-- stet a-an: the letter has it so --><p>It took a hour</p>"
)


def report(*files: Checked) -> Report:
    return Report(files, BOOK.rules)


def checked(html: str, path: str = "a.html", bom: bytes = b"") -> Checked:
    return check_text(Source(html, path, bom=bom), BOOK)


def hard_report() -> Report:
    return report(
        checked(HARD, "news/Ça va – 100 %.html"),
        checked(HARD, "b.html", bom=b"\xef\xbb\xbf"),
        checked("<p>It took a hour", "no newline.html"),
        checked('<p>It took an hour.</p><a href="', "cut.html"),
        checked("<p>clean</p>", "clean.html"),
        check_bytes(b"\x89PNG\r\n\x1a\n", "picture.html", BOOK),
        check_bytes(
            '<meta charset="iso-8859-1"><p>He took a hour at the café’s door'.encode("cp1252"),
            "old.html",
            BOOK,
        ),
    )
