from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

import lint.cli.work
from lint.cli import main
from lint.cli.jobs import cores, in_order, process_pool, workers_for
from lint.files import Found

ITEMS = list(range(100))


def squares(batch: Sequence[int]) -> list[int]:
    return [item * item for item in batch]


def dies_at_17_and_60(batch: Sequence[int]) -> list[int]:
    if 17 in batch or 60 in batch:
        os._exit(1)
    return list(batch)


def stumbles(batch: Sequence[int]) -> list[int]:
    raise ValueError(f"bad {batch[0]}")


def lost(item: int) -> list[int]:
    return [-item]


def _flat(results: list[list[int]]) -> list[int]:
    return [each for result in results for each in result]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    results = list(in_order(squares, ITEMS, workers=workers, lost=lost))
    assert _flat(results) == [item * item for item in ITEMS]


def test_a_worker_that_dies_loses_its_item_and_no_other() -> None:
    results = list(in_order(dies_at_17_and_60, ITEMS, workers=2, lost=lost))
    assert _flat(results) == [-item if item in (17, 60) else item for item in ITEMS]


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="bad 0"):
        list(in_order(stumbles, ITEMS, workers=2, lost=lost))


def test_any_executor_will_do() -> None:
    opened = []

    def threads(workers: int) -> Executor:
        opened.append(workers)
        return ThreadPoolExecutor(workers)

    results = in_order(squares, ITEMS, workers=5, lost=lost, open_executor=threads)
    assert _flat(list(results)) == [item * item for item in ITEMS]
    assert opened == [5]


def test_without_an_executor_the_work_is_done_here() -> None:
    def none(workers: int) -> Executor:
        raise OSError("no semaphores")

    results = in_order(squares, ITEMS, workers=2, lost=lost, open_executor=none)
    assert _flat(list(results)) == [item * item for item in ITEMS]


def test_one_item_opens_no_executor() -> None:
    def never(workers: int) -> Executor:
        raise AssertionError

    assert list(in_order(squares, [3], workers=2, lost=lost, open_executor=never)) == [[9]]


def test_a_reader_that_has_enough_stops_the_work() -> None:
    results = in_order(squares, ITEMS, workers=2, lost=lost, open_executor=process_pool)
    assert next(results) == [item * item for item in range(12)]
    results.close()


def test_there_is_a_core() -> None:
    assert cores() >= 1


def test_few_articles_are_not_worth_a_second_process(tmp_path: Path) -> None:
    small, large = tmp_path / "small.html", tmp_path / "large.html"
    small.write_bytes(b"<p>A.</p>")
    large.write_bytes(b" " * 2_000_000)
    assert workers_for(None, [str(small), str(small), str(tmp_path / "none.html")]) == 1
    assert workers_for(None, [str(large)]) == 1
    assert workers_for(None, [str(small), str(large)]) == min(cores(), 2)
    assert workers_for(3, [str(small)] * 9) == 3
    assert workers_for(8, [str(small), str(small)]) == 2


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(30):
        words = "It hit the the wall." if number % 3 else "It took a hour; Ms Vale saw it."
        (tmp_path / f"{number}.html").write_text(f"<p>{number}: {words}</p>", "utf-8")
    (tmp_path / "empty.html").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_output_is_the_same_for_any_number_of_jobs(
    articles: Path, capfd: pytest.CaptureFixture[str], form: str
) -> None:
    outputs = []
    for jobs in ("1", "3"):
        code = main(["check", "--isolated", "--no-cache", "--jobs", jobs, "--output-format", form])
        outputs.append((code, *capfd.readouterr()))
    assert outputs[0] == outputs[1]
    assert outputs[0][0] == 2
    assert "doubled-word" in outputs[0][1]
    assert outputs[0][2] == "copydesk: empty.html: empty; there is nothing to check\n"


def test_fix_does_the_same_with_any_number_of_jobs(
    articles: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    written = []
    before = {path: path.read_bytes() for path in articles.glob("*.html")}
    for jobs in ("1", "3"):
        for path, data in before.items():
            path.write_bytes(data)
        main(["fix", "--unsafe-fixes", "--isolated", "--jobs", jobs])
        written.append({path: path.read_bytes() for path in articles.glob("*.html")})
        capfd.readouterr()
    assert written[0] == written[1] != before


def test_an_article_at_which_a_process_dies_is_one_line(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real = lint.cli.work.Desk.work_on

    def dies(desk: lint.cli.work.Desk, found: Found, **more: bool) -> lint.cli.work.Outcome:
        if found.path == "17.html":
            os._exit(1)
        return real(desk, found, **more)

    monkeypatch.setattr(lint.cli.work.Desk, "work_on", dies)
    assert main(["check", "--isolated", "--no-cache", "--jobs", "2", "-o", "out.txt"]) == 2
    lines = [line for line in capfd.readouterr().err.splitlines() if line.startswith("copydesk:")]
    assert len(lines) == 2  # the empty one is the other
    assert lines[0].startswith("copydesk: 17.html: the process that checked it died")
    assert Path("out.txt").read_text("utf-8").count("doubled-word") == 20 - 1


def test_one_process_loads_no_executor(articles: Path) -> None:
    code = (
        "import sys; from lint.cli import main; "
        "main(['check', '--isolated', '--exit-zero', '1.html', '2.html']); "
        "sys.exit('concurrent.futures' in sys.modules or 'sqlite3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("number", ["0", "-1", "many", "1000"])
def test_a_senseless_number_of_jobs_is_refused(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", f"--jobs={number}", "."]) == 2
    assert "--jobs" in capsys.readouterr().err
