"""OCR by the Tesseract program of the machine."""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conspectus.domain.errors import ReaderFailed, SourceTooLarge
from conspectus.domain.scan import Picture, Word


@dataclass(frozen=True)
class Tesseract:
    """Runs the executable at `path` for each page, in one thread and for at most `seconds`."""

    path: str
    languages: str = "eng"
    seconds: float = 60.0

    @classmethod
    def found(cls) -> "Tesseract | None":
        """Return the machine's Tesseract, None when it has none."""
        path = shutil.which("tesseract")
        return cls(path) if path else None

    def read(self, picture: Picture) -> tuple[Word, ...]:
        """Return the words of the picture in reading order.

        Raise ReaderFailed when the program fails, SourceTooLarge when it takes too long.
        """
        image = b"P5 %d %d 255\n" % (picture.width, picture.height) + picture.pixels
        command = [self.path, "-", "-", "-l", self.languages, "--dpi", str(picture.dots), "tsv"]
        try:
            done = subprocess.run(
                command,
                input=image,
                capture_output=True,
                timeout=self.seconds,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                check=True,
            )
        except subprocess.TimeoutExpired:
            raise SourceTooLarge(f"OCR of a page took more than {self.seconds:.0f} s.") from None
        except (subprocess.CalledProcessError, OSError):
            raise ReaderFailed("Tesseract could not read a scanned page of this file.") from None
        return tuple(_words(done.stdout.decode("utf-8", "replace").splitlines()))


def _words(rows: Iterable[str]) -> Iterator[Word]:
    """Read Tesseract's table: one row a word, numbered by block, paragraph and line."""
    lines: dict[tuple[str, ...], int] = {}
    for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
        text, confidence = (row["text"] or "").strip(), float(row["conf"])
        if row["level"] != "5" or not text or confidence < 0:
            continue
        place = (row["block_num"], row["par_num"], row["line_num"])
        line = lines.setdefault(place, len(lines))
        left, top = float(row["left"]), float(row["top"])
        box = (left, top, left + float(row["width"]), top + float(row["height"]))
        yield Word(text, box, confidence, line)
