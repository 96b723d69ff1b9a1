"""Dockerfile, compose file and manifests against linters and published schemas, offline."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from tools import DEPLOY, ROOT, run

MANIFESTS = DEPLOY / "kubernetes"
KUBERNETES = "1.32"
RESOURCES = yaml.safe_load((MANIFESTS / "kustomization.yaml").read_text("utf-8"))["resources"]


def test_hadolint_has_nothing_to_remark() -> None:
    """The Dockerfile follows the rules of hadolint; an exception says why beside it."""
    assert run("hadolint", ROOT / "Dockerfile") == ""


def test_the_compose_file_fits_the_specification() -> None:
    """Its shape is that of the compose specification's own schema."""
    jsonschema = pytest.importorskip("jsonschema")
    schemas = pytest.importorskip("check_jsonschema").__name__
    vendored = files(schemas) / "builtin_schemas" / "vendor" / "compose-spec.json"
    compose = yaml.safe_load((DEPLOY / "compose" / "compose.yaml").read_text("utf-8"))
    jsonschema.validate(compose, json.loads(vendored.read_text("utf-8")))


@pytest.mark.parametrize("name", [*RESOURCES, "secret.example.yaml"])
def test_a_manifest_fits_the_api(name: str) -> None:
    """Every field of a manifest exists in the API of Kubernetes, and none is missing."""
    validate = pytest.importorskip("kubernetes_validate")
    for manifest in _manifests(name):
        validate.validate(manifest, KUBERNETES, strict=True)


def _manifests(name: str) -> Iterator[dict[str, Any]]:
    yield from yaml.safe_load_all((MANIFESTS / name).read_text("utf-8"))
