"""The cache in whole runs: the second costs nothing, replay makes the same bytes."""

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from conspectus.adapters.model_cached import CachedModel, UnaskedModel
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.observe_silent import SilentObserver
from conspectus.adapters.render_json import JsonRenderer
from conspectus.cli import app
from conspectus.domain.errors import AnswerMissing, UsageError
from conspectus.domain.report import Report
from conspectus.domain.request import Answer, Request
from conspectus.domain.source import Upload
from conspectus.pipeline.generate import Parts, generate
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.ports import Model
from conspectus.service.parameters import complete
from conspectus.testing import DictAnswers, TextReader
from openai_server import Server, empty, openai_server

ROOT = Path(__file__).parents[1]
FORM = ROOT / "examples" / "numbered_sections.pdf"
WORDS = (
    "# Consent to take part in research\n"
    "# Why is this study done?\nThis research study tests whether the drug Alpha lowers pain.\n"
    "# How long?\nYou will be in this study for 12 months and have 6 visits.\n"
    "# Risks\nAlpha may cause nausea. Rarely, Alpha may cause death.\n"
    "# Your choice\nTaking part is voluntary. You may stop at any time without penalty.\n"
)

Run = Callable[..., Result]


@pytest.fixture
def server() -> Iterator[Server]:
    """Serve a model that says nothing about anything."""
    with openai_server(empty) as running:
        yield running


@pytest.fixture
def run(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs the command with the server as model and a data folder of its own."""
    monkeypatch.chdir(tmp_path)
    environment = {
        "CONSPECTUS_MODEL": f"openai-compatible:stand-in@{server.url}",
        "CONSPECTUS_DATA_DIR": str(tmp_path / "data"),
        "CONSPECTUS_READER": "direct",
        "COLUMNS": "120",
    }

    def run(*words: str | Path, **more: str) -> Result:
        return CliRunner().invoke(app, list(map(str, words)), env={**environment, **more})

    return run


def test_the_same_form_twice_is_paid_for_once(run: Run, server: Server) -> None:
    """The second run makes no call, says so, and reports the same."""
    first = run("generate", FORM, "-f", "json")
    calls = len(server.bodies)
    second = run("generate", FORM, "-f", "json")
    assert len(server.bodies) == calls > 0
    one, other = json.loads(first.stdout), json.loads(second.stdout)
    assert one["report"] == other["report"]
    assert (one["usage"]["calls"], one["usage"]["cache_hits"]) == (calls, 0)
    assert (other["usage"]["calls"], other["usage"]["cache_hits"]) == (0, calls)
    assert "0 calls" in second.stderr
    told = json.loads(run("cache", "stats", "--json").stdout)
    assert told["tiers"]["sqlite"]["entries"] == calls
    assert (told["totals"]["hits_sqlite"], told["totals"]["misses"]) == (calls, calls)
    assert told["totals"]["input_tokens_saved"] == 1000 * calls
    shown = run("cache", "stats").stdout
    assert "input tokens saved" in shown
    assert f"{1000 * calls:,}" in shown


def test_a_purge_or_the_switch_makes_the_calls_again(run: Run, server: Server) -> None:
    """By what the tags say; with the switch off nothing is read or written."""
    run("generate", FORM)
    calls = len(server.bodies)
    assert "0 from sqlite" in run("cache", "purge", "--plugin", "another").stdout
    assert "0 from sqlite" in run("cache", "purge", "--older-than", "7d").stdout
    assert f"{calls} from sqlite" in run("cache", "purge", "--document", FORM).stdout
    off = run("generate", FORM, "-f", "json", LLM_CACHE_ENABLED="false")
    assert json.loads(off.stdout)["usage"]["calls"] == calls
    told = json.loads(run("cache", "stats", "--json").stdout)
    assert told["tiers"]["sqlite"]["entries"] == 0


def test_a_purge_names_the_model_as_generate_does(run: Run, server: Server) -> None:
    """With its address, without it, or by its name for HTTP; a misspelt one is told."""
    told = run("cache", "purge", "--model", "openai-compatible:standin")
    assert (told.exit_code, "Nothing that is kept matches" in told.stdout) == (0, True)
    full = f"openai-compatible:stand-in@{server.url}"
    models = json.dumps({"ours": full})
    for name in ("openai-compatible:stand-in", full, "ours"):
        run("generate", FORM)
        told = run("cache", "purge", "--model", name, CONSPECTUS_MODELS=models)
        assert "0 from sqlite" not in told.stdout
        assert "matches" not in told.stdout


@pytest.mark.parametrize("ill", ["sqlite", "redis"])
def test_an_ill_cache_is_told(run: Run, tmp_path: Path, ill: str) -> None:
    """By each run that it costs, by `cache stats` and by `doctor`, which do not end with 0."""
    if ill == "sqlite":
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "answers.db").write_text("no database at all" * 100)
    more = {"REDIS_URL": "redis://127.0.0.1:1/0"} if ill == "redis" else {}
    made = run("generate", FORM, **more)
    assert f"The answer cache failed ({ill} " in made.stderr
    for words in (["cache", "stats"], ["cache", "purge", "--all"]):
        told = run(*words, **more)
        assert told.exit_code != 0
        assert f"{ill}: " in str(told.exception)
    doctor = run("doctor", **more)
    assert doctor.exit_code == 1
    assert f"{ill}: " in doctor.stdout
    assert "failed" not in run("generate", FORM, LLM_CACHE_ENABLED="false", **more).stderr


def test_a_batch_tells_of_an_ill_cache(run: Run, tmp_path: Path) -> None:
    """In one line, beside its summary."""
    made = run("batch", FORM, "-o", tmp_path / "out", REDIS_URL="redis://127.0.0.1:1/0")
    assert made.stderr.count("The answer cache failed (redis ") == 1


def test_savings_of_unknown_price_are_told_beside_the_dollars(run: Run, server: Server) -> None:
    """A price that is not known is not nothing."""
    for _ in range(2):
        run("generate", FORM)
    assert f"and {len(server.bodies)} hits of unknown price" in run("cache", "stats").stdout


def test_what_was_signed_otherwise_or_is_stale_is_paid_again(run: Run, server: Server) -> None:
    """A secret binds the answers to those who know it; a time of life ends."""
    run("generate", FORM, CONSPECTUS_CACHE_SECRET="one", LLM_CACHE_TTL="0")
    calls = len(server.bodies)
    other = run("generate", FORM, "-f", "json", LLM_CACHE_TTL="0.001")
    assert json.loads(other.stdout)["usage"]["calls"] == calls
    assert json.loads(run("cache", "stats", "--json").stdout)["totals"]["refused"] >= calls
    stale = run("generate", FORM, "-f", "json")
    assert json.loads(stale.stdout)["usage"]["calls"] == calls


def test_the_offline_model_is_not_cached(run: Run, tmp_path: Path) -> None:
    """Not even a folder is made for it."""
    assert run("generate", FORM, "--model", "offline").exit_code in (0, 1)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Say what to purge"),
        (["--all", "--plugin", "ki"], "--all alone"),
        (["--older-than", "a week"], "7d"),
        (["--document", "nowhere.pdf"], "neither a file nor"),
    ],
)
def test_a_purge_wants_to_know_what(run: Run, words: list[str], told: str) -> None:
    """An option that says nothing, or none, is a mistake of usage."""
    done = run("cache", "purge", *words)
    assert isinstance(done.exception, UsageError)
    assert told in str(done.exception)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LLM_CACHE_TTL", "-1"),
        ("LLM_CACHE_TTL", "inf"),
        ("LLM_CACHE_TTL", "1e18"),
        ("LLM_CACHE_ENABLED", "perhaps"),
        ("CONSPECTUS_CACHE_MEMORY_BYTES", "much"),
        ("REDIS_URL", "http://nowhere"),
    ],
)
def test_wrong_cache_settings_are_named_as_they_are_set(run: Run, name: str, value: str) -> None:
    """With the variable that an operator knows."""
    done = run("cache", "stats", **{name: value})
    assert isinstance(done.exception, UsageError)
    assert name in str(done.exception).replace(f"CONSPECTUS_{name}", "")


class OfflineByTopic(OfflineModel):
    """The offline model, asked like a language model: some passages at a time."""

    most_words = 1_500
    calls = 0

    async def ask(self, request: Request) -> Answer:
        """Count and answer."""
        self.calls += 1
        return self.answer(request)


def test_a_report_is_made_again_byte_for_byte_without_a_model() -> None:
    """From kept answers alone; another form is an error, not a call."""
    store, model = DictAnswers(), OfflineByTopic()
    first = _report(WORDS, CachedModel(model, store))
    calls = model.calls
    replay = CachedModel(UnaskedModel(model), store)
    assert JsonRenderer().render(_report(WORDS, replay)) == JsonRenderer().render(first)
    assert first.facts["duration"].status == "stated"
    with pytest.raises(AnswerMissing):
        _report(WORDS.replace("12 months", "13 months"), replay)
    assert model.calls == calls > 0


@pytest.mark.parametrize(
    ("before", "after"),
    [("Rarely", "Seldom"), ("12 months", "13 months"), ("may stop", "can stop")],
)
def test_an_amended_form_is_asked_about_only_where_it_changed(before: str, after: str) -> None:
    """A long form, one sentence of it changed: less than half of the calls are made again."""
    padding = " ".join(f"Room {n} of the clinic is on floor {n % 7}." for n in range(120))
    form, model = WORDS.replace("\n# ", f"\n{padding}\n# "), OfflineByTopic()
    cached = CachedModel(model, DictAnswers())
    _report(form, cached)
    calls = model.calls
    _report(form.replace(before, after), cached)
    assert 0 < model.calls - calls < calls / 2


def _report(words: str, model: Model) -> Report:
    parts = Parts(TextReader(), model, SilentObserver())
    upload = Upload("form.txt", words.encode())
    report, _ = asyncio.run(generate(upload, plugin, complete(plugin, {}), parts, "1"))
    return report
