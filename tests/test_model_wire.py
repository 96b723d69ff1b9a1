"""What goes to a server and what comes back: no stranger's header, no proxy, no flood."""

import gzip
import json

import pytest

from conspectus.adapters.model_llm import wire
from conspectus.adapters.model_llm.names import model_name
from conspectus.adapters.model_llm.schema import replies_of
from conspectus.domain.errors import (
    AnswerMalformed,
    AnswerTruncated,
    ModelRefused,
    ModelUnreachable,
    UnknownModel,
)
from conspectus.domain.request import Answer, Extract, Request
from language_models import with_model
from openai_server import Fault, claim, empty, openai_server
from plugins import PAY

PAID = "You will be paid $20 for each visit."
REQUEST = Request((PAY,), (Extract(1, "paragraph", PAID),))


def _answer(*faults: Fault, given: str = "openai-compatible:tiny") -> Answer:
    with openai_server(empty) as server:
        server.faults = list(faults)
        return with_model(server.url, lambda model: model.ask(REQUEST), given=given)


@pytest.mark.parametrize("given", ["openai-compatible:m", "ollama:m"])
def test_no_variable_adds_a_header(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set for OpenAI goes to no other server that speaks its protocol."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-openai")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-secret")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-secret")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: 1\nAuthorization: Bearer sk-custom")
    with openai_server(empty) as server:
        with_model(server.url, lambda model: model.ask(REQUEST), given=given)
    (headers,) = server.headers
    assert headers["authorization"] == "Bearer sk-test"
    assert "secret" not in str(headers)
    assert "x-secret" not in headers


def test_a_server_on_this_machine_is_asked_past_every_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Text that is said to stay here does stay."""
    with openai_server(empty) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        assert _answer().usage.calls == 1
        assert proxy.bodies == []


def test_a_proxy_is_named_with_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads along is told, without the login; on this machine nobody does."""
    monkeypatch.setenv("https_proxy", "http://user:word@proxy.example:3128")
    monkeypatch.setenv("no_proxy", "inside.example")
    away = model_name("openai-compatible:m@https://far.example/v1")
    assert away.route == "far.example through the proxy proxy.example"
    assert model_name("openai-compatible:m@https://inside.example/v1").route == "inside.example"
    assert model_name("openai-compatible:m@https://localhost/v1").route == "localhost"


def test_a_flood_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A body larger than any answer is not read to its end, zipped or not."""
    monkeypatch.setattr(wire, "MOST_BYTES", 10_000)
    for flood in (
        Fault(body=b" " * 20_000),
        Fault(body=gzip.compress(b" " * 20_000), headers={"Content-Encoding": "gzip"}),
    ):
        with pytest.raises(AnswerMalformed, match="TooLong"):
            _answer(flood)


@pytest.mark.parametrize("finish", ["abort", "error"])
def test_an_answer_that_the_server_broke_off_is_no_answer(finish: str) -> None:
    """Valid JSON does not prove that the model had finished."""
    with pytest.raises(AnswerTruncated) as caught:
        _answer(Fault(finish=finish))
    assert caught.value.usage.input_tokens == 1000


@pytest.mark.parametrize(
    "body", [b"", b"<html>log in</html>", b"[]", b'{"choices": []}', b'{"error": "busy"}']
)
def test_what_is_no_completion_is_malformed(body: bytes) -> None:
    """A page, an empty body or no choice: worth one more call, not four."""
    with pytest.raises(AnswerMalformed):
        _answer(Fault(body=body))


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (400, "Lower CONSPECTUS_MODEL_WORDS"),
        (413, "Lower CONSPECTUS_MODEL_WORDS"),
        (401, "Check the key"),
        (402, "Check the credit"),
        (404, "Check model name and address"),
        (307, "Check model name and address"),
    ],
)
def test_a_refusal_says_what_to_look_at_first(status: int, advice: str) -> None:
    """The likeliest cause comes first, and nothing is tried again."""
    with pytest.raises(ModelRefused, match=rf"\(HTTP {status}\)\. {advice}") as caught:
        _answer(Fault(status=status))
    assert not caught.value.retryable


def test_who_is_not_there_is_named_with_host_port_and_reason() -> None:
    """A wrong port is seen at a glance; so is a server that hangs or fails."""
    with pytest.raises(ModelUnreachable, match=r"127\.0\.0\.1:9 .*\(connection refused\)"):
        with_model("http://127.0.0.1:9/v1", lambda model: model.ask(REQUEST))
    with pytest.raises(ModelUnreachable, match=r"127\.0\.0\.1:[0-9]+ fails \(HTTP 500\)"):
        _answer(Fault(status=500))


def test_a_count_that_no_json_can_hold_loses_no_answer() -> None:
    """A server's nonsense is brought down to the largest whole number."""
    usage = {"prompt_tokens": 2**64, "completion_tokens": 1, "total_tokens": 1}
    assert _answer(Fault(usage=usage)).usage.input_tokens == 2**53


def test_an_answer_names_its_model() -> None:
    """Where two models stand behind one name, it can be told which one answered."""
    assert _answer().model == "openai-compatible:tiny"


@pytest.mark.parametrize(
    "told",
    [
        '{"pay": {"claims": []}, "pay": {"claims": []}}',
        '{"pay": {"claims": [], "claims": []}}',
    ],
)
def test_a_name_that_stands_twice_breaks_the_schema(told: str) -> None:
    """Which of the two was meant nobody knows."""
    with pytest.raises(AnswerMalformed, match="stands twice"):
        replies_of(told, (PAY,))


@pytest.mark.parametrize("around", ["{}", "\ufeff{}", "```json\n{}\n```", "``` {} ```\n"])
def test_a_fence_or_a_byte_order_mark_does_not_spoil_an_answer(around: str) -> None:
    """They are no part of what the model says."""
    told = json.dumps({"pay": {"claims": [claim(PAID, 1, PAID)]}})
    assert replies_of(around.replace("{}", told), (PAY,))[0].claims[0].text == PAID


@pytest.mark.parametrize("login", [":word@", "user@", "@", "user:word@"])
def test_an_address_with_a_login_is_refused_and_not_repeated(login: str) -> None:
    """A password in a name would stand in every report."""
    with pytest.raises(UnknownModel) as caught:
        model_name(f"openai-compatible:m@http://{login}host/v1")
    assert "word" not in str(caught.value)


def test_a_name_without_an_address_says_so() -> None:
    """The line tells what is missing, and where it goes."""
    with pytest.raises(UnknownModel, match="'openai-compatible:q' has no address: give openai-co"):
        model_name("openai-compatible:q")


def test_the_region_of_bedrock_is_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two regions are two places, to the user and to the cache; a region is not a host."""
    given = "bedrock:amazon.nova-lite-v1:0"
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    url = "https://bedrock-runtime.eu-west-1.amazonaws.com"
    assert model_name(given).url == url

    async def shape(model: object) -> object:
        return model.shape(REQUEST)["base_url"]

    assert with_model("", shape, given=given) == url
    monkeypatch.setenv("AWS_REGION", "elsewhere.example/")
    with pytest.raises(UnknownModel, match="AWS_REGION"):
        model_name(given)
