"""The arguments of each command, read strictly."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NoReturn

COMMANDS: Final = ("check", "fix", "explain", "rules", "names", "train")
OUTPUT_FORMATS: Final = ("text", "concise", "json", "sarif", "github")
FORMAT_VARIABLE: Final = "COPYDESK_OUTPUT_FORMAT"
_USAGE: Final = {
    "check": "[OPTION…] [PATH…]",
    "fix": "[OPTION…] [PATH…]",
    "explain": "[OPTION…] RULE",
    "rules": "[OPTION…]",
    "names": "[OPTION…] build|check [PATH…]",
    "train": "[OPTION…] [PATH…]",
}
_SEVERITIES: Final = ("error", "warning", "note", "never")
_MOST_JOBS: Final = 256

HELP: Final = """\
Check the HTML of news articles against editorial conventions.

usage: copydesk check [OPTION…] [PATH…]   report faults (`check` is the default)
       copydesk fix [OPTION…] [PATH…]     correct what can safely be corrected
       copydesk explain RULE              say what a rule wants, and why
       copydesk rules                     list the rules
       copydesk names build [PATH…]       make an index of an archive's names
       copydesk names check [PATH…]       list names that may be one
       copydesk train [PATH…]             count the words of an archive
       copydesk --version

  copydesk article.html                   check one article
  copydesk check articles/                check the HTML files below a folder
  copydesk fix --diff articles/           show the corrections, write nothing
  cat article.html | copydesk check - --stdin-filename article.html
  copydesk check --output-format sarif -o copydesk.sarif articles/
  copydesk explain date-format

`copydesk COMMAND --help` lists the options.
exit codes: 0 nothing found, 1 faults found, 2 the run itself failed
"""


class ArgumentError(Exception):
    """Arguments that make no sense; the message says what to do."""


class _Help(argparse.HelpFormatter):
    """As wide as every terminal; to ask for its width would import shutil, at each start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ArgumentError(f"{message}{self._hint(message)}; see `{self.prog} --help`")

    def _hint(self, message: str) -> str:
        unknown = re.search(r"unrecognized arguments: (--[a-z-]+)", message)
        if unknown is None:
            return ""
        from difflib import get_close_matches

        near = get_close_matches(unknown[1], self._option_string_actions, n=1)
        return f"; did you mean {near[0]}?" if near else ""


def parse(
    command: str, arguments: Sequence[str], environment: Mapping[str, str] = os.environ
) -> argparse.Namespace:
    """Parse the arguments of a command. Raises ArgumentError; ``--help`` raises SystemExit(0).

    An argument that begins with a hyphen and is the name of a file is refused: a file must not be
    able to pass for an option. After ``--`` everything is a path.
    """
    before, after = list(arguments), []
    if "--" in before:
        at = before.index("--")
        before, after = before[:at], before[at + 1 :]
    for argument in before:
        if argument.startswith("-") and argument != "-" and os.path.lexists(argument):
            raise ArgumentError(
                f"“{argument}” is a file, but reads as an option; "
                f"write “./{argument}”, or put “--” before the paths"
            )
    parser = _Parser(
        prog=f"copydesk {command}",
        usage=f"copydesk {command} {_USAGE[command]}",  # what argparse makes of all options is long
        allow_abbrev=False,
        formatter_class=_Help,
    )
    if command in ("check", "fix"):
        _add_run(parser, command)
        options = parser.parse_intermixed_args(before)
        # A hyphen behind “--” is a file of that name, not standard input.
        options.paths += [f"./{path}" if path == "-" else path for path in after]
        options.output_format = options.output_format or _format(environment)
    elif command in ("names", "train"):
        (_add_names if command == "names" else _add_train)(parser)
        options = parser.parse_intermixed_args(before)
        options.paths += after
    else:
        _add_listing(parser, command)
        options = parser.parse_intermixed_args([*before, *after])
    return options


def _format(environment: Mapping[str, str]) -> str:
    wanted = environment.get(FORMAT_VARIABLE) or "text"
    if wanted not in OUTPUT_FORMATS:
        raise ArgumentError(
            f"{FORMAT_VARIABLE} is “{wanted}”; it must be one of {', '.join(OUTPUT_FORMATS)}"
        )
    return wanted


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := part.strip())]


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"a number from 1 to {_MOST_JOBS}, not “{text[:20]}”")
    return int(text)


def _add_run(parser: argparse.ArgumentParser, command: str) -> None:
    does = "check" if command == "check" else "correct"
    parser.description = (
        "Report the faults of articles." if command == "check" else "Correct what can be corrected."
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=f"what to {does}: files, folders, or “-” for standard input (default: this folder)",
    )
    rules = parser.add_argument_group("which rules")
    for name, what in (
        ("--select", "apply these rules or groups only"),
        ("--ignore", "do not apply these"),
        ("--extend-select", "apply these as well, also if they are off"),
    ):
        rules.add_argument(
            name, type=_names, action="extend", default=[], metavar="RULE,…", help=what
        )
    _add_configuration(rules)
    files = parser.add_argument_group("which files")
    files.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="leave these files and folders out of a folder's walk",
    )
    files.add_argument(
        "--force-exclude",
        action="store_true",
        help="leave them out even where they are named themselves (for hooks)",
    )
    if command == "check":
        files.add_argument(
            "--diff-base",
            metavar="REV",
            help="report what is on lines that changed since this git revision, nothing else",
        )
    else:
        parser.set_defaults(diff_base=None)
    files.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="work in so many processes at once (default: as many as there are cores)",
    )
    files.add_argument("--stdin-filename", metavar="NAME", help="what to call standard input")
    fixing = parser.add_argument_group("corrections")
    if command == "check":
        fixing.add_argument("--fix", action="store_true", help="correct what can be corrected")
    else:
        parser.set_defaults(fix=True)
    fixing.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="also what a person should look at afterwards",
    )
    fixing.add_argument(
        "--diff",
        action="store_true",
        help="show the corrections, write nothing; exit 1 if there are any",
    )
    _add_output(parser)


def _add_output(parser: argparse.ArgumentParser) -> None:
    output = parser.add_argument_group("output")
    output.add_argument(
        "--output-format",
        choices=OUTPUT_FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(OUTPUT_FORMATS)} (default: ${FORMAT_VARIABLE}, else text)",
    )
    output.add_argument(
        "-o",
        "--output-file",
        metavar="FILE",
        help="write the report there; a summary goes to stderr",
    )
    output.add_argument("--category", default="", help="tells SARIF uploads of a commit apart")
    for name, what in (
        ("--statistics", "count the findings of each rule"),
        ("--show-suppressed", "show what a stet lets stand, too"),
    ):
        output.add_argument(name, action="store_true", help=what)
    output.add_argument("-q", "--quiet", action="store_true", help="findings only, no summary")
    output.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="auto, always, never",
    )
    code = parser.add_argument_group("exit code")
    code.add_argument(
        "--fail-on",
        choices=_SEVERITIES,
        metavar="SEVERITY",
        help="exit 1 from this severity on: error (default), warning, note; or never",
    )
    code.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")


def _add_listing(parser: argparse.ArgumentParser, command: str) -> None:
    if command == "explain":
        parser.description = "Say what a rule wants, and why."
        parser.add_argument("rule", metavar="RULE", help="the id of a rule")
    else:
        parser.description = "List the rules, with the severities that they have here."
        parser.add_argument("--output-format", choices=("text", "json"), default="text")
    _add_configuration(parser)


def _add_names(parser: argparse.ArgumentParser) -> None:
    parser.description = "Make an index of an archive's names, or look for names spelt twice."
    parser.add_argument("action", choices=("build", "check"), help="build or check")
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles, folders, and indexes (.jsonl), which are added up",
    )
    parser.add_argument(
        "-o", "--output-file", default="names.jsonl", metavar="FILE",
        help="build: where to write the index (default: names.jsonl)",
    )  # fmt: skip
    parser.add_argument(
        "--index", metavar="FILE", help="check: take the counts from this index, not from PATH"
    )
    parser.add_argument("--output-format", choices=("text", "json"), default="text")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")
    parser.add_argument("--jobs", type=_count, metavar="N", help="work in so many processes")
    _add_configuration(parser)


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.description = "Count what an archive of clean articles says of words and slips."
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles, folders, and earlier counts (.jsonl), which are added up",
    )
    parser.add_argument(
        "-o", "--output-file", default="words.jsonl", metavar="FILE",
        help="where to write the counts (default: words.jsonl)",
    )  # fmt: skip
    parser.add_argument("--jobs", type=_count, metavar="N", help="work in so many processes")
    _add_configuration(parser)


def _add_configuration(parser: Any) -> None:
    parser.add_argument("--preset", metavar="NAME", help="the house whose style applies")
    parser.add_argument("--config", metavar="FILE", help="take the configuration from this file")
    parser.add_argument("--isolated", action="store_true", help="take no configuration at all")
    parser.add_argument("--no-cache", action="store_true", help="keep nothing for the next run")
