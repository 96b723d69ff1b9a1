"""Keys: no two different requests have one, and one request has no two."""

import json
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.adapters.model_cached.key import key_of

PARAMETERS: dict[str, list[object]] = {
    "instructions": ["Answer.", "Answer", "answer."],
    "prompt": ["[1] You may stop.", "[1] You may not stop.", "[1] You may stop. "],
    "model": ["maker:small", "maker:large"],
    "base_url": ["https://a.example/v1", "https://b.example/v1", "https://a.example/v1/"],
    "version": ["1", 1, "1.0"],
    "temperature": [0, 0.5, None],
    "top_p": [1, 0.9, None],
    "top_k": [40, 41],
    "min_p": [0, 0.05],
    "typical_p": [1, 0.2],
    "seed": [1, 2, None],
    "output_tokens": [100, 101],
    "stop": [["###"], ["##", "#"], []],
    "presence_penalty": [0, 0.1, -0.1],
    "frequency_penalty": [0, 0.1],
    "repetition_penalty": [1, 1.1],
    "logit_bias": [{}, {"50256": -100}, {"50256": 100}],
    "logprobs": [True, False, 1, 0],
    "reasoning": ["low", "high", None],
    "thinking_tokens": [0, 1024],
    "tools": [[], [{"name": "answer"}], [{"name": "answers"}]],
    "tool_choice": ["auto", "required"],
    "parallel": [True, False],
    "response": ["json_schema", "json_object"],
    "strict": [True, False],
    "guided": [{"grammar": "a"}, {"grammar": "b"}],
    "extra_body": [{}, {"cache_prompt": False}, {"cache_prompt": True}],
    "extra_headers": [{}, {"x-route": "eu"}],
    "quantization": ["q4", "q8"],
    "deployment": ["east", "west"],
    "api_version": ["2026-01-01", "2026-06-01"],
    "user": ["", "a"],
    "service_tier": ["flex", "default"],
    "messages": [["ab", "c"], ["a", "bc"], ["abc"], [["ab"], "c"]],
    "schema": [
        {"properties": {"a": {}, "b": {}}},
        {"properties": {"b": {}, "a": {}}},
        {"properties": {"a": {}}, "b": {}},
    ],
}

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)
SHAPES = st.dictionaries(st.text(max_size=3).filter(lambda name: name != "schema"), PLAIN)


def _first() -> dict[str, object]:
    return {name: values[0] for name, values in PARAMETERS.items()}


def _meaning(value: object) -> object:
    """Say by other means what a shape says: numbers by value, names sorted, kinds apart."""
    if isinstance(value, dict):
        return {name: _meaning(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_meaning(one) for one in value]
    if isinstance(value, float) and value == int(value):
        return int(value)
    return value


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_makes_another_key(name: str) -> None:
    """Each value of each parameter, and its absence, is told from every other."""
    shapes = [{**_first(), name: value} for value in PARAMETERS[name]]
    shapes.append({other: value for other, value in _first().items() if other != name})
    for one, other in combinations(shapes, 2):
        assert key_of(one) != key_of(other)


def test_workspace_plugin_and_address_make_another_key() -> None:
    """No combination of them shares an answer with another."""
    keys = {
        key_of({**_first(), "base_url": url}, plugin, workspace)
        for url in ("", "https://a.example", "https://b.example")
        for plugin in ("", "ki 1.0", "ki 1.1", "ward")
        for workspace in ("", "ward", "ki 1.0", "lab")
    }
    assert len(keys) == 3 * 4 * 4


@given(SHAPES, st.randoms())
def test_the_order_of_names_makes_no_other_key(shape: dict[str, object], chance) -> None:  # type: ignore[no-untyped-def]
    """Nor does a tuple in place of a list."""
    names = list(shape)
    chance.shuffle(names)
    other = {
        name: tuple(value) if isinstance(value := shape[name], list) else value for name in names
    }
    assert key_of(shape) == key_of(other)


@given(st.integers(-(2**53), 2**53))
def test_equal_numbers_make_no_other_key(number: int) -> None:
    """0 and 0.0 are one setting; true is not 1."""
    assert key_of({"n": number}) == key_of({"n": float(number)})
    assert key_of({"n": -0.0}) == key_of({"n": 0})
    assert key_of({"n": True}) != key_of({"n": 1})


@given(SHAPES, SHAPES)
def test_two_shapes_have_one_key_only_if_they_mean_the_same(
    one: dict[str, object], other: dict[str, object]
) -> None:
    """Compared with another way of writing them down."""
    same = json.dumps(_meaning(one), sort_keys=True) == json.dumps(_meaning(other), sort_keys=True)
    assert (key_of(one) == key_of(other)) == same


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_words_are_told_apart_however_they_are_cut(one: list[str], other: list[str]) -> None:
    """No text can imitate the marks between two texts."""
    assert (key_of({"words": one}) == key_of({"words": other})) == (one == other)


@given(st.permutations(["type", "properties", "required", "schema", "maxLength"]))
def test_a_schema_keeps_its_own_order(names: list[str]) -> None:
    """A model writes in the order of the schema, at every depth; elsewhere order is nothing."""
    usual = ["type", "properties", "required", "schema", "maxLength"]
    inner, sorted_inner = ({name: {"a": 1, "b": 2} for name in order} for order in (names, usual))
    for deep in (lambda schema: schema, lambda schema: {"anyOf": [{"x": schema}]}):
        one, other = {"schema": deep(inner)}, {"schema": deep(sorted_inner)}
        assert (key_of(one) == key_of(other)) == (names == usual)
    assert key_of({"settings": inner}) == key_of({"settings": sorted_inner})


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), {1, 2}, b"bytes", Path("p"), object(), {1: "a"}, {"schema": {1}}],
    ids=["nan", "infinity", "set", "bytes", "path", "object", "number as name", "in a schema"],
)
def test_what_is_not_plain_data_is_refused(value: object) -> None:
    """A guess could make two different requests one."""
    for _ in range(2):
        with pytest.raises(TypeError, match="key"):
            key_of({"parameters": [value]})


def test_every_process_makes_the_same_key() -> None:
    """Whatever the hash seed."""
    code = (
        "import json, sys; from conspectus.adapters.model_cached.key import key_of; "
        "print(key_of(json.loads(sys.argv[1]), 'ki 1.0', 'ward'))"
    )
    keys = {
        subprocess.run(
            [sys.executable, "-c", code, json.dumps(_first())],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "1", "4242")
    }
    assert keys == {key_of(_first(), "ki 1.0", "ward")}
