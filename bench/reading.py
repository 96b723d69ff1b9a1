"""Structured reading against raw text extraction, and its memory.

`python -m bench.reading [PDF...]`

Files of 500 pages: the example forms again and again, and each PDF that is named.
"""

import io
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

import pypdfium2 as pdfium

from bench.forms import long_form, raw_text
from bench.measure import Figure, ratio
from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.source import Upload

PAGES, ROUNDS = 500, 2


def figures(files: Mapping[str, bytes] | None = None) -> Iterator[Figure]:
    """Measure the time as a ratio and the largest resident memory of a process that only reads."""
    for name, data in (files or {"examples": long_form(PAGES)}).items():
        read = ratio(
            lambda data=data: PdfParser().parse(Upload("form.pdf", data)),  # type: ignore[misc]
            lambda data=data: raw_text(data),  # type: ignore[misc]
            ROUNDS,
        )
        yield Figure(f"read {PAGES} pages of {name}, against raw extraction", read, 10, "x")
        yield Figure(f"read {PAGES} pages of {name}, memory", memory(data), 300, "MB")


def repeated(path: Path) -> bytes:
    """Return a file of 500 pages that repeats those of another."""
    source, target = pdfium.PdfDocument(path), pdfium.PdfDocument.new()
    while len(target) < PAGES:
        target.import_pages(source, list(range(min(len(source), PAGES - len(target)))))
    stream = io.BytesIO()
    target.save(stream)
    return stream.getvalue()


def memory(data: bytes) -> float:
    """Return the megabytes that a process needs which reads the file and nothing else."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        command = [sys.executable, "-c", _READ_ALONE, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


_READ_ALONE = """
import resource, sys
from pathlib import Path
from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.source import Upload
source = PdfParser().parse(Upload("alone.pdf", Path(sys.argv[1]).read_bytes()))
status = Path("/proc/self/status")  # getrusage counts what the parent held at the fork
peak = status.read_text().partition("VmHWM:")[2].split()[:1] if status.exists() else []
print(*peak or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss])
"""

if __name__ == "__main__":
    named = {path.name: repeated(path) for path in map(Path, sys.argv[1:])}
    for figure in figures(named):
        print(figure)
