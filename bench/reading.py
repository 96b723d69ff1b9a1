"""Compares structured reading with raw text extraction in one run: `python bench/reading.py`.

Prints, for a file of 500 pages and each source of pages, the seconds of both, their ratio (at
most 10 is wanted) and the largest resident memory of a process that only reads (at most 300 MB).
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pypdfium2
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.source import Upload

_SENTENCE = "Taking part in this study is your choice and you may leave it at any time you like. "


def made_form(pages: int) -> bytes:
    """Return a plain form with headings, paragraphs, bullets and a running footer."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=letter)
    for page in range(1, pages + 1):
        y = 740
        for block in range(6):
            canvas.setFont("Helvetica-Bold", 11)
            canvas.drawString(72, y, f"{page}.{block + 1} What will happen in this part?")
            canvas.setFont("Helvetica", 10)
            for _ in range(4):
                y -= 13
                canvas.drawString(72, y, _SENTENCE)
            for item in range(3):
                y -= 14
                canvas.drawString(90, y, f"\u2022 item {item} of the list, 10 mg on day {page}")
            y -= 22
        canvas.drawString(72, 40, f"Page {page} of {pages}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def repeated(path: Path, pages: int) -> bytes:
    """Return a file of `pages` pages that repeats those of another."""
    source, target = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    while len(target) < pages:
        target.import_pages(source, list(range(min(len(source), pages - len(target)))))
    stream = BytesIO()
    target.save(stream)
    return stream.getvalue()


def raw(data: bytes) -> int:
    """Extract the bare text of every page; return how many characters it has."""
    document = pypdfium2.PdfDocument(data)
    total = 0
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        total += len(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return total


def best(action: Callable[[], object], times: int) -> float:
    """Return the seconds of the fastest run."""
    seconds = []
    for _ in range(times):
        begin = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


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


def main() -> None:
    """Measure a made form and the PDFs that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="PDFs whose pages are repeated")
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    sources = {"made form": made_form(options.pages)}
    sources |= {path.name: repeated(path, options.pages) for path in options.files}
    print(f"{'pages of':30} {'raw s':>7} {'read s':>7} {'ratio':>6} {'MB':>5}")
    for name, data in sources.items():
        bare = best(partial(raw, data), options.times)
        read = best(partial(PdfParser().parse, Upload(name, data)), options.times)
        print(f"{name:30} {bare:7.2f} {read:7.2f} {read / bare:6.1f} {memory(data):5.0f}")


if __name__ == "__main__":
    main()
