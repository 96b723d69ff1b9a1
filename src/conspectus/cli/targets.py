"""Which files a batch reads and which it writes: never two sources to one name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from conspectus.domain.errors import UsageError

SUFFIXES = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Target:
    """A source and, relative to the folder of results, the file of its result."""

    source: Path
    result: Path


def targets(sources: Sequence[Path], output: Path, form: str) -> list[Target]:
    """Return every PDF and DOCX file named or beneath a folder named, each once.

    Results mirror the folders; where two would have one name, each keeps the suffix of its source,
    and where they still would, some digits that stand for its path. Raises UsageError when there is
    no file, or when a result would replace a source.
    """
    found: dict[Path, Path] = {}
    for given in sources:
        for path, relative in _files(given, output):
            found.setdefault(path.resolve(), relative)
    if not found:
        raise UsageError("There is no PDF or DOCX file in what was given.")
    named = [relative.with_suffix(f".{form}") for relative in found.values()]
    named = _apart(named, [Path(f"{relative}.{form}") for relative in found.values()])
    told = [_marked(name, path) for name, path in zip(named, found, strict=True)]
    named = _apart(named, told)
    for result in named:
        if (output / result).resolve() in found:
            raise UsageError(f"{output / result} is a source itself. Give another folder with -o.")
    return [Target(path, result) for path, result in zip(found, named, strict=True)]


def _files(given: Path, output: Path) -> Iterable[tuple[Path, Path]]:
    """Yield files and where they stand within what was given; a file that is missing, too."""
    if not given.is_dir():
        yield given, Path(given.name)
        return
    results = output.resolve()
    for path in sorted(given.rglob("*")):
        ours = path.resolve().is_relative_to(results) and results != given.resolve()
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(given).parts)
        if path.suffix.lower() in SUFFIXES and path.is_file() and not ours and not hidden:
            yield path, path.relative_to(given)


def _apart(names: Sequence[Path], longer: Sequence[Path]) -> list[Path]:
    """Take the longer name wherever the short one is not the only one of its kind."""
    often = Counter(str(name).casefold() for name in names)
    return [
        long if often[str(name).casefold()] > 1 else name
        for name, long in zip(names, longer, strict=True)
    ]


def _marked(name: Path, source: Path) -> Path:
    mark = sha256(str(source).encode("utf-8", "surrogateescape")).hexdigest()[:6]
    return name.with_name(f"{name.stem}-{mark}{name.suffix}")
