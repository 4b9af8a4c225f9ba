"""A report as SARIF 2.1.0 (OASIS standard, errata 01), as GitHub code scanning reads it."""

from __future__ import annotations

import posixpath
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote

from lint.finding import ERROR, NOTE, SEVERITIES, WARNING, Checked, Finding, Report
from lint.patterns import lazy_pattern
from lint.report.linehash import line_hashes
from lint.report.machine import written
from lint.report.options import ReportOptions
from lint.report.sarif_rules import describe_rules, plain_message
from lint.report.shown import below
from lint.source import Source, Span

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_HOME: Final = "https://pypi.org/project/copydesk/"
_ROOT: Final = "SRCROOT"
_SAFE: Final = "/-._~!$&'()*+,;=@"
_DRIVE = lazy_pattern(r"[A-Za-z]:/")
#: GitHub keeps at most so many results of an upload.
MOST_RESULTS: Final = 5_000


def render(report: Report, options: ReportOptions) -> str:
    """Render one run. Columns count code points; paths are relative to the folder of the run.

    Of more than 5,000 results the most severe are kept, and a notification says how many are left
    out. Findings that a stet lets stand are in it only where asked for, as suppressed results.
    """
    findings = report.findings(suppressed=options.show_suppressed)
    ranked = sorted(findings, key=lambda each: SEVERITIES.index(each[1].severity))
    kept = {id(finding) for _, finding in ranked[:MOST_RESULTS]}
    rules = {rule.id: number for number, rule in enumerate(report.rules)}
    artifacts = {id(checked): number for number, checked in enumerate(report.files)}
    results: list[dict[str, Any]] = []
    for checked in report.files:
        shown = [each for each in checked.findings if id(each) in kept]
        if checked.source is None or not shown:
            continue
        hashes = line_hashes(
            checked.source, (checked.source.position(each.span.start).line for each in shown)
        )
        results.extend(
            _result(checked, each, artifacts[id(checked)], rules, hashes, options) for each in shown
        )
    left_out = len(findings) - len(results)
    run = {
        "tool": {
            "driver": {
                "name": "copydesk",
                "version": options.version,
                "semanticVersion": options.version,
                "informationUri": _HOME,
                "rules": describe_rules(report.rules),
            }
        },
        "automationDetails": {
            "id": f"copydesk/{options.category}{'/' if options.category else ''}"
        },
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder in which copydesk was run."}}
        },
        "invocations": [_invocation(report, options, left_out)],
        "artifacts": [_artifact(checked, options) for checked in report.files],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return written(document)


def place(path: str, root: str = "") -> dict[str, str]:
    """Write a path as an artifact location: a percent-encoded UTF-8 URI with forward slashes.

    A path below ``root``, the folder of the run, is written relative to it: code scanning wants no
    absolute ones. One that leads out of it is a file URI (section 3.10.2: a relative one begins
    with no slash).
    """
    forward = below(path, root)
    if forward.startswith("../") and root:
        forward = below(posixpath.normpath(f"{root}/{forward}".replace("\\", "/")), root)
    # A first part with a colon would read as a scheme; quote() encodes colons.
    written = quote(forward.encode("utf-8", "surrogateescape"), safe=_SAFE)
    if forward.startswith("/"):
        return {"uri": f"file://{written}"}
    if _DRIVE.match(forward):
        return {"uri": f"file:///{forward[0]}:{quote(forward[2:], safe=_SAFE)}"}
    return {"uri": written, "uriBaseId": _ROOT}


def region(source: Source, span: Span) -> dict[str, Any]:
    """Write a span as a region, in lines and columns and in code points."""
    first, last = source.position(span.start), source.position(span.end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _result(
    checked: Checked,
    finding: Finding,
    artifact: int,
    rules: dict[str, int],
    hashes: dict[int, str],
    options: ReportOptions,
) -> dict[str, Any]:
    source = checked.source
    assert source is not None
    location = {**place(checked.path, options.root), "index": artifact}
    shown = {**region(source, finding.span), "snippet": {"text": _snippet(source, finding.span)}}
    fingerprints = {"copydeskFingerprint/v1": finding.fingerprint}
    line = source.position(finding.span.start).line
    if line in hashes:
        fingerprints["primaryLocationLineHash"] = hashes[line]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": plain_message(finding.message)},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": shown}}],
        "partialFingerprints": fingerprints,
    }
    if finding.rule in rules:
        result["ruleIndex"] = rules[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": {
                    "artifactLocation": location,
                    "region": region(source, each.span),
                },
                "message": {"text": plain_message(each.message)},
            }
            for number, each in enumerate(finding.related, 1)
        ]
    if finding.fixes:
        result["fixes"] = [
            {
                "description": {"text": plain_message(fix.title)},
                "artifactChanges": [
                    {
                        "artifactLocation": location,
                        "replacements": [
                            {
                                "deletedRegion": region(source, edit.span),
                                "insertedContent": {"text": edit.text},
                            }
                            for edit in fix.edits
                        ],
                    }
                ],
            }
            for fix in finding.fixes
        ]
    if options.show_suppressed:  # for all results of a run or for none (section 3.27.23)
        result["suppressions"] = (
            []
            if finding.suppressed is None
            else [
                {
                    "kind": "inSource",
                    "status": "accepted",
                    "justification": finding.suppressed or "stet",
                }
            ]
        )
    return result


def _snippet(source: Source, span: Span) -> str:
    return source.text[span.start : min(span.end, span.start + 400)]


def _artifact(checked: Checked, options: ReportOptions) -> dict[str, Any]:
    artifact: dict[str, Any] = {
        "location": place(checked.path, options.root),
        "mimeType": "text/html",
        "roles": ["analysisTarget"],
    }
    if checked.source is None:
        return artifact
    artifact["encoding"] = _iana(checked.source.encoding)
    if not checked.source.guessed:  # a guess may not give the same bytes again
        data = checked.source.encode()
        artifact["length"] = len(data)
        artifact["hashes"] = {"sha-256": sha256(data).hexdigest()}
    return artifact


def _iana(encoding: str) -> str:
    name = encoding.replace("_", "-").upper()
    return {"CP1252": "windows-1252", "UTF-16-LE": "UTF-16LE", "UTF-16-BE": "UTF-16BE"}.get(
        name, name
    )


def _invocation(report: Report, options: ReportOptions, left_out: int) -> dict[str, Any]:
    notifications = [
        _notification(ERROR, checked.error, checked, options)
        for checked in report.files
        if checked.error
    ]
    notifications += [
        _notification(WARNING, notice, checked, options)
        for checked in report.files
        for notice in checked.notices
    ]
    if left_out > 0:
        text = f"{left_out} results are left out: GitHub keeps {MOST_RESULTS} of an upload"
        notifications.append({"level": NOTE, "message": {"text": text}})
    invocation: dict[str, Any] = {
        "executionSuccessful": not report.errors,
        "exitCode": options.exit_code,
    }
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    return invocation


def _notification(
    level: str, text: str, checked: Checked, options: ReportOptions
) -> dict[str, Any]:
    location = place(checked.path, options.root)
    return {
        "level": level,
        "message": {"text": plain_message(text)},
        "locations": [{"physicalLocation": {"artifactLocation": location}}],
    }
