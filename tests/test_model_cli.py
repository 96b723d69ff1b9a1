"""A language model behind the command line: chosen by one setting, told of, paid for, or missed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conspectus.cli.sending import bill
from conspectus.domain.usage import Usage
from conspectus.plugins.informed_consent_ki import plugin as ki
from openai_server import Fault, Server, empty, honest, openai_server

ROOT = Path(__file__).parents[1]
FORM = ROOT / "examples" / "numbered_sections.pdf"


def _generate(
    folder: Path, model: str, *words: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.endswith("_API_KEY")}
    return subprocess.run(
        [sys.executable, "-m", "conspectus", "generate", FORM, "--model", model, *words],
        cwd=ROOT,
        env={**kept, "NO_COLOR": "1", "CONSPECTUS_DATA_DIR": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _named(server: Server) -> str:
    return f"openai-compatible:tiny@{server.url}"


def test_one_setting_points_at_a_server_and_the_result_says_what_it_took(tmp_path: Path) -> None:
    """A form takes ten calls or fewer, and the last line counts them."""
    with openai_server(honest(ki.questions)) as server:
        done = _generate(tmp_path, _named(server), "-f", "json")
    assert done.returncode in (0, 1), done.stderr
    result = json.loads(done.stdout)
    assert result["report"]["model"] == "openai-compatible:tiny"
    assert 6 <= len(server.bodies) <= 10
    assert result["usage"]["calls"] == len(server.bodies)
    told = f"{len(server.bodies)} calls, 0 answers from the cache, "
    assert told in done.stderr.splitlines()[-1]
    assert "cost unknown" in done.stderr
    stated = [fact for fact in result["report"]["facts"].values() if fact["status"] == "stated"]
    assert len(stated) > 25
    assert "Sends the text" not in done.stderr


def test_a_server_that_is_down_is_exit_code_4_and_nothing_is_written(tmp_path: Path) -> None:
    """No partial document is passed off as whole."""
    written = tmp_path / "summary.md"
    down = "openai-compatible:tiny@http://127.0.0.1:9/v1"
    done = _generate(tmp_path, down, "-o", str(written), CONSPECTUS_MODEL_TRIES="1")
    assert done.returncode == 4
    assert "cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr
    assert not written.exists()


def test_a_model_that_fails_midway_leaves_no_document(tmp_path: Path) -> None:
    """Seven good answers of eight are not a document."""
    with openai_server(empty) as server:
        server.faults = [Fault()] * 5 + [Fault(content="{", finish="length")]
        done = _generate(tmp_path, _named(server))
    assert done.returncode == 4
    assert done.stdout == ""
    assert "CONSPECTUS_MODEL_OUTPUT" in done.stderr
    assert "8 calls, 0 answers from the cache, 8,800 tokens" in done.stderr


def test_a_second_model_takes_over_and_is_told_of(tmp_path: Path) -> None:
    """The report names both, and says who answered; the first one's key goes to the first alone."""
    with openai_server(empty) as server:
        done = _generate(
            tmp_path, "openai-compatible:a@http://127.0.0.1:9/v1", "-f", "json",
            CONSPECTUS_FALLBACK_MODEL=_named(server), CONSPECTUS_MODEL_TRIES="1",
            CONSPECTUS_MODEL_KEY="sk-of-the-first",
        )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)["report"]
    assert report["model"] == "openai-compatible:a, else openai-compatible:tiny"
    assert report["provenance"]["answered_by"] == "openai-compatible:tiny"
    host = server.url.split("/")[2]
    assert report["provenance"]["model_host"] == f"127.0.0.1:9, {host}"
    assert done.stderr.count("openai-compatible:tiny is asked instead.") == 1
    assert not any("authorization" in headers for headers in server.headers)


def test_a_key_of_its_own_goes_to_the_second_model(tmp_path: Path) -> None:
    """Two servers, two keys."""
    with openai_server(empty) as server:
        _generate(
            tmp_path, "openai-compatible:a@http://127.0.0.1:9/v1",
            CONSPECTUS_FALLBACK_MODEL=_named(server), CONSPECTUS_MODEL_TRIES="1",
            CONSPECTUS_MODEL_KEY="sk-first", CONSPECTUS_FALLBACK_KEY="sk-second",
        )  # fmt: skip
    assert {headers["authorization"] for headers in server.headers} == {"Bearer sk-second"}


@pytest.mark.parametrize(("configured", "sent"), [("offline", True), ("elsewhere", False)])
def test_a_key_goes_to_the_address_it_was_set_for(
    configured: str, sent: bool, tmp_path: Path
) -> None:
    """`--model` with another address than the settings' does not take the key along."""
    elsewhere = "openai-compatible:m@http://127.0.0.1:9/v1"
    with openai_server(empty) as server:
        _generate(
            tmp_path, _named(server), CONSPECTUS_MODEL_KEY="sk-mine",
            CONSPECTUS_MODEL=elsewhere if configured == "elsewhere" else configured,
        )  # fmt: skip
        assert server.headers
    assert all((h.get("authorization") == "Bearer sk-mine") is sent for h in server.headers)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Whoever runs the tests in the background lets them, and what they start, ignore SIGINT."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_stopping_says_that_answers_are_kept(tmp_path: Path) -> None:
    """Ctrl-C ends with a line: what was paid for is not lost."""
    with openai_server(empty) as server:
        server.faults = [Fault(hang=True)] * 8
        running = subprocess.Popen(
            [sys.executable, "-m", "conspectus", "generate", FORM, "--model", _named(server)],
            env={**os.environ, "NO_COLOR": "1", "CONSPECTUS_DATA_DIR": str(tmp_path)},
            stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        while not server.bodies:
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        written, told = running.communicate(timeout=60)
    assert (running.returncode, written) == (5, "")
    assert "Stopped; nothing is written. Answers that had come are kept" in told


def test_a_server_that_hangs_is_told_of_before_the_end(tmp_path: Path) -> None:
    """The first time-out is a line on standard error, once however many calls it befell."""
    with openai_server(empty) as server:
        server.faults = [Fault(hang=True)] * 4
        done = _generate(tmp_path, _named(server), CONSPECTUS_MODEL_SECONDS="1")
    assert done.stderr.count("(no answer within 1 s). Trying again.") == 1
    assert f"{len(server.bodies)} calls, 0 answers from the cache" in done.stderr


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("nothing", "openai-compatible:NAME@URL"),
        ("openai:gpt-4.1", "OPENAI_API_KEY"),
        ("anthropic:claude-haiku-4-5", "ANTHROPIC_API_KEY"),
    ],
)
def test_a_wrong_name_or_a_missing_key_is_one_line_and_exit_code_2(
    model: str, told: str, tmp_path: Path
) -> None:
    """The line says what to give or to set."""
    done = _generate(tmp_path, model)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_doctor_names_the_key_that_is_missing() -> None:
    """What would stop a run is told before one."""
    kept = {k: v for k, v in os.environ.items() if not k.endswith("_API_KEY")}
    done = subprocess.run(
        [sys.executable, "-m", "conspectus", "doctor"],
        env={**kept, "COLUMNS": "200", "CONSPECTUS_MODEL": "openai:gpt-4.1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "set the variable OPENAI_API_KEY" in done.stdout


def test_a_model_outside_the_machine_is_named_before_text_goes_to_it(tmp_path: Path) -> None:
    """The line stands before the first call, which here finds nobody."""
    away = "openai-compatible:m@http://192.0.2.1:9/v1"
    done = _generate(
        tmp_path, away, CONSPECTUS_MODEL_TRIES="1", CONSPECTUS_MODEL_SECONDS="0.2"
    )  # fmt: skip
    assert done.returncode == 4
    lines = done.stderr.splitlines()
    assert lines[0] == (
        "Sends the text of numbered_sections.pdf to openai-compatible:m (192.0.2.1)"
    )


def test_a_budget_needs_a_price(tmp_path: Path) -> None:
    """A server of one's own has none, so nothing is sent."""
    with openai_server(empty) as server:
        done = _generate(tmp_path, _named(server), CONSPECTUS_BUDGET_USD="1")
        assert server.bodies == []
    assert done.returncode == 2
    assert "price" in done.stderr


def test_the_offline_model_loads_no_model_client() -> None:
    """Who uses no language model does not wait for its libraries."""
    code = (
        "import sys\n"
        "from conspectus.cli import main\n"
        f"sys.argv = ['conspectus', 'generate', {str(FORM)!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic_ai', 'openai', 'httpx2', 'genai_prices', 'anthropic'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr[-500:]


@pytest.mark.parametrize(
    ("usage", "told"),
    [
        (Usage(calls=1), ""),
        (
            Usage(8, 0, 0, 20000, 1034, 0.0312),
            "8 calls, 0 answers from the cache, 21,034 tokens, $0.03",
        ),
        (
            Usage(1, 0, 0, 500, 5, 0.0004),
            "1 call, 0 answers from the cache, 505 tokens, $0.0004",
        ),
        (
            Usage(2, 5, 1, 500, 5, None, 0.02),
            "2 calls, 6 answers from the cache, 505 tokens, cost unknown, saved $0.02",
        ),
        (Usage(cache_hits=8, saved_usd=0.5), "0 calls, 8 answers from the cache, saved $0.50"),
        (
            Usage(cache_hits=2, saved_usd=None),
            "0 calls, 2 answers from the cache, saved 2 calls of unknown cost",
        ),
    ],
)
def test_the_last_line_counts_calls_tokens_money_and_savings(usage: Usage, told: str) -> None:
    """The offline model costs nothing worth a line; an unknown price is called unknown."""
    assert bill(usage) == told
