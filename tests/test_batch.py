"""`conspectus batch` and the commands around it, as a user meets them."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conspectus.cli.targets import targets
from conspectus.domain.errors import UsageError
from conspectus.plugins.informed_consent_ki import plugin as ki
from openai_server import honest, openai_server

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


def _command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "conspectus", *map(str, words)]


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "CONSPECTUS_DATA_DIR": str(folder / "data"),
        "CONSPECTUS_LEASE_SECONDS": "1",
        "COLUMNS": "200",
        "NO_COLOR": "1",
    }


def _run(folder: Path, *words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(*words),
        cwd=ROOT,
        env={**_environment(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _forms(folder: Path, *names: str) -> Path:
    sources = folder / "forms"
    sources.mkdir(exist_ok=True)
    for name in names:
        (sources / name).write_bytes((EXAMPLES / name).read_bytes())
    return sources


def _summary(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "summary.csv").open(encoding="utf-8-sig", newline="") as file:
        return {Path(row["document"]).name: row for row in csv.DictReader(file)}


def _jobs(folder: Path) -> list[str]:
    listed = _run(folder, "jobs", "list").stdout
    first = [line.split("│")[1].strip() for line in listed.splitlines() if line.startswith("│")]
    return [cell for cell in first if cell]


def test_a_batch_makes_each_document_once_and_only_what_is_missing(tmp_path: Path) -> None:
    """One bad file stops nothing; the same command again does nothing but try that file."""
    sources, out = (
        _forms(tmp_path, "numbered_sections.pdf", "question_headings.docx"),
        tmp_path / "o",
    )
    (sources / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    done = _run(tmp_path, "batch", sources, "-o", out, "-f", "md")
    assert done.returncode == 1, done.stderr
    assert "bad.pdf failed: " in done.stderr
    made = {path.name for path in out.iterdir()}
    assert made >= {"numbered_sections.md", "question_headings.md", "summary.csv"}
    assert not [name for name in made if name.startswith(".conspectus-")]
    rows = _summary(out)
    assert rows["bad.pdf"]["status"] == "failed"
    assert rows["bad.pdf"]["reason"]
    assert rows["numbered_sections.pdf"]["result"] == "numbered_sections.md"
    assert int(rows["numbered_sections.pdf"]["words"]) > 300
    alone = _run(tmp_path, "generate", sources / "numbered_sections.pdf", "-f", "md")
    assert (out / "numbered_sections.md").read_text("utf-8") == alone.stdout

    (out / "numbered_sections.md").write_text("edited by a person")
    (out / "question_headings.md").unlink()
    (sources / "bad.pdf").write_bytes((EXAMPLES / "master_and_site.pdf").read_bytes())
    (job,) = _jobs(tmp_path)
    assert _run(tmp_path, "batch", sources, "-o", out, "-f", "md").returncode == 0
    assert (out / "numbered_sections.md").read_text() == "edited by a person"
    assert (out / "question_headings.md").exists()
    assert (out / "bad.md").exists()
    (second,) = set(_jobs(tmp_path)) - {job}
    status = json.loads(_run(tmp_path, "jobs", "show", second, "--json").stdout)
    assert second in _run(tmp_path, "jobs", "list", "--trace", status["trace_id"]).stdout
    assert [one["name"] for one in status["documents"]] == ["bad.pdf"]


def test_a_batch_that_was_killed_is_finished_by_the_same_command(tmp_path: Path) -> None:
    """No second job is made: the first one goes on where it was."""
    sources, out = _forms(tmp_path, *(p.name for p in EXAMPLES.glob("*.pdf"))), tmp_path / "o"
    words = _command("batch", sources, "-o", out, "-f", "json", "--jobs", "1")
    with subprocess.Popen(
        words, cwd=ROOT, env=_environment(tmp_path), stderr=subprocess.DEVNULL
    ) as process:
        while not (tmp_path / "data" / "archive" / "reports").exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert _run(tmp_path, "batch", sources, "-o", out, "-f", "json").returncode in (0, 1)
    assert len(list(out.glob("[!.]*.json"))) == 3
    (job,) = _jobs(tmp_path)
    replayed = _run(tmp_path, "replay", job, "0")
    assert replayed.returncode == 0, replayed.stderr
    assert "the same, byte for byte" in replayed.stderr
    assert json.loads(replayed.stdout)["report"]["sections"]


def test_a_backup_restores_jobs_and_files(tmp_path: Path) -> None:
    """What is replayed from it is still the same; a folder in use is never written over."""
    sources = _forms(tmp_path, "question_headings.docx")
    assert _run(tmp_path, "batch", sources, "-o", tmp_path / "o").returncode in (0, 1)
    copy, other = tmp_path / "copy.tar", tmp_path / "other"
    assert _run(tmp_path, "backup", copy).returncode == 0
    assert _run(tmp_path, "restore", copy).returncode == 2
    assert _run(other, "restore", copy).returncode == 0
    (job,) = _jobs(other)
    assert _run(other, "replay", job, "0").returncode == 0
    assert _run(other, "migrate").returncode == 0
    assert _run(other, "jobs", "delete", job).returncode == 0
    assert _jobs(other) == []
    assert [p for p in (other / "data" / "archive").rglob("*") if p.is_file()] == []
    copy.write_bytes(b"no tar at all")
    assert _run(tmp_path / "third", "restore", copy).returncode == 2


def test_a_worker_takes_up_what_was_queued_and_ends_when_told(tmp_path: Path) -> None:
    """`retry` queues, `worker` works; SIGTERM ends it cleanly."""
    sources = _forms(tmp_path, "question_headings.docx")
    (sources / "empty.pdf").write_bytes(b"")
    assert _run(tmp_path, "batch", sources, "-o", tmp_path / "o").returncode == 1
    (job,) = _jobs(tmp_path)
    assert "1 queued" in _run(tmp_path, "jobs", "retry", job).stderr
    with subprocess.Popen(
        _command("worker"), cwd=ROOT, env=_environment(tmp_path), stderr=subprocess.PIPE, text=True
    ) as worker:
        while "1 failed" not in _run(tmp_path, "jobs", "show", job).stdout:
            assert worker.poll() is None
        worker.send_signal(signal.SIGTERM)
        _, told = worker.communicate(timeout=60)
    assert worker.returncode == 0
    assert "Traceback" not in told
    assert "partly_failed" in _run(tmp_path, "jobs", "cancel", job).stderr


def test_a_replay_asks_no_language_model(tmp_path: Path) -> None:
    """Its job's answers make the report again, though the cache is off and the server is gone."""
    sources, out = _forms(tmp_path, "question_headings.docx"), tmp_path / "o"
    environment = {"LLM_CACHE_ENABLED": "false"}
    with openai_server(honest(ki.questions)) as server:
        environment["CONSPECTUS_MODEL"] = f"openai-compatible:tiny@{server.url}"
        done = _run(tmp_path, "batch", sources, "-o", out, "-f", "json", **environment)
        assert done.returncode in (0, 1), done.stderr
        assert int(_summary(out)["question_headings.docx"]["calls"]) == len(server.bodies) > 0
    (job,) = _jobs(tmp_path)
    replayed = _run(tmp_path, "replay", job, "0", **environment)
    assert replayed.returncode == 0, replayed.stderr
    written = json.loads((out / "question_headings.json").read_bytes())
    assert json.loads(replayed.stdout)["report"] == written["report"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["batch", "docs", "-o", "{}/o"], 2),
        (["batch", "nowhere.pdf", "-o", "{}/o"], 3),
        (["batch", "examples", "-o", "{}/o", "-p", "docs/example_plugin.py"], 2),
        (["batch", "examples", "-o", "{}/o", "--param", "max_words=5"], 2),
        (["jobs", "show", "nothing"], 2),
        (["jobs", "cancel", "nothing"], 2),
        (["replay", "nothing", "0"], 2),
        (["backup", "{}/b.tar"], 2),
        (["restore", "{}/none.tar"], 2),
    ],
)
def test_a_mistake_is_one_line_and_an_exit_code(
    tmp_path: Path, words: list[str], code: int
) -> None:
    """And nothing is queued."""
    done = _run(tmp_path, *(word.format(tmp_path) for word in words))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data" / "archive").exists()


def _touched(*paths: Path) -> list[Path]:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return [*paths]


def test_results_mirror_the_folders(tmp_path: Path) -> None:
    """Only PDF and DOCX files, nothing hidden, nothing of the results themselves."""
    _touched(
        tmp_path / "a" / "one.pdf",
        tmp_path / "two.DOCX",
        tmp_path / "notes.txt",
        tmp_path / ".hidden" / "three.pdf",
        tmp_path / "~$two.docx",
        tmp_path / "out" / "one.docx",
    )
    planned = targets([tmp_path], tmp_path / "out", "html")
    assert sorted(str(one.result) for one in planned) == ["a/one.html", "two.html"]


def test_two_sources_never_have_one_result(tmp_path: Path) -> None:
    """Not even where the file system knows no difference between small and capital letters."""
    paths = _touched(
        tmp_path / "a" / "form.pdf",
        tmp_path / "b" / "form.pdf",
        tmp_path / "c" / "form.docx",
        tmp_path / "d" / "FORM.docx",
        tmp_path / "e" / "other.pdf",
    )
    planned = targets([*paths, paths[0]], tmp_path / "out", "md")
    results = [str(one.result).casefold() for one in planned]
    assert len(results) == len(set(results)) == 5
    assert "other.md" in results
    assert [one.result for one in planned] == [
        one.result for one in targets(paths, tmp_path / "out", "md")
    ]


def test_a_source_is_never_replaced_by_a_result(tmp_path: Path) -> None:
    """Results beside their sources are refused when one would have its name."""
    (source,) = _touched(tmp_path / "form.docx")
    with pytest.raises(UsageError, match="is a source itself"):
        targets([source], tmp_path, "docx")
    assert [str(one.result) for one in targets([source], tmp_path, "md")] == ["form.md"]
