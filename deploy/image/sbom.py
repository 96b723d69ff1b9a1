"""Write the parts list of the environment that runs this, as CycloneDX JSON."""

import json
import sys
from importlib.metadata import Distribution, distributions
from typing import Any


def bill() -> dict[str, Any]:
    """Return every installed package with its version, licence and package URL, by name."""
    found = sorted({part["purl"]: part for part in map(_part, distributions())}.items())
    parts = [part for _, part in found]
    whole = next(part for part in parts if part["name"] == "conspectus")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": whole | {"type": "application"}},
        "components": [part for part in parts if part is not whole],
    }


def _part(package: Distribution) -> dict[str, Any]:
    name, version = package.name.lower().replace("_", "-"), package.version
    told = package.metadata.json
    part = {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "bom-ref": f"pkg:pypi/{name}@{version}",
    }
    if expression := told.get("license_expression"):
        return part | {"licenses": [{"expression": expression}]}
    classified = [
        one.rpartition(" :: ")[2]
        for one in told.get("classifier", [])
        if one.startswith("License :: OSI Approved :: ")
    ]
    named = classified or str(told.get("license", "")).splitlines()[:1]
    return part | {"licenses": [{"license": {"name": one}} for one in named]}


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1)
