"""A language model behind the command line: chosen by one setting, told of, paid for, or missed."""

import json
import os
import subprocess
import sys
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


def test_a_second_model_takes_over(tmp_path: Path) -> None:
    """The report names both."""
    with openai_server(empty) as server:
        done = _generate(
            tmp_path, "openai-compatible:a@http://127.0.0.1:9/v1", "-f", "json",
            CONSPECTUS_FALLBACK_MODEL=_named(server), CONSPECTUS_MODEL_TRIES="1",
        )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    model = json.loads(done.stdout)["report"]["model"]
    assert model == "openai-compatible:a, else openai-compatible:tiny"


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
