"""Write docs/openapi.json anew: `make openapi`."""

import json
from contextlib import asynccontextmanager
from pathlib import Path

from conspectus.web import create

if __name__ == "__main__":
    app = create(asynccontextmanager(lambda: iter(())))  # type: ignore[arg-type]  # never opened
    target = Path(__file__).parents[2] / "docs" / "openapi.json"
    target.write_text(json.dumps(app.openapi(), indent=1, ensure_ascii=False) + "\n", "utf-8")
