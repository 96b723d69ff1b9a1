"""`conspectus migrate`, `backup` and `restore`."""

import asyncio
import re
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from conspectus.adapters.records_sql import SqliteDatabase
from conspectus.cli.open import settings
from conspectus.domain.errors import ConspectusError, UsageError
from conspectus.domain.text.counting import counted
from conspectus.settings import Settings
from conspectus.wiring_stores import archive_folder, migrate_database, places, records_file

RECORDS = "records.db"
ARCHIVE = "archive"
_MEMBER = re.compile(r"records\.db|archive/(?:uploads/[\w-]+|reports)/[\w-]+(?:\.\w+)?")


def migrated() -> None:
    """Run the migrations that were not run yet."""
    chosen = settings()
    names, (place, _) = asyncio.run(migrate_database(chosen)), places(chosen)
    ran = f"Ran {', '.join(names)}: " if names else ""
    _tell(f"{ran}{place} is as this version needs it")


def back_up(target: Path) -> None:
    """Write a tar file, whole or not at all.

    The records are copied first: whatever they name lies in the archive then. What is deleted
    meanwhile may be missing from it.
    """
    chosen = _own()
    if not records_file(chosen).exists():
        raise UsageError(f"There are no records in {chosen.data_dir}: nothing to back up.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".conspectus-") as folder:
            records, whole = Path(folder) / RECORDS, Path(folder) / "whole"
            asyncio.run(_copy(records_file(chosen), records))
            files = [(records, RECORDS), *_kept(archive_folder(chosen))]
            with tarfile.open(whole, "w") as tar:
                for path, name in files:
                    _add(tar, path, name)
            whole.chmod(0o600)
            whole.replace(target)
    except OSError as error:
        raise ConspectusError(f"{target}: {error.strerror or 'it cannot be written'}.") from error
    _tell(f"Wrote {target}: the records and {counted(len(files) - 1, 'file')}")


def restored(source: Path) -> None:
    """Unpack a backup into a data folder without records. Raises UsageError when it has some."""
    chosen = _own()
    if records_file(chosen).exists() or archive_folder(chosen).exists():
        raise UsageError(f"{chosen.data_dir} is in use. Give an empty CONSPECTUS_DATA_DIR.")
    try:
        chosen.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=chosen.data_dir, prefix=".conspectus-") as folder:
            _unpack(source, Path(folder))
            if not (Path(folder) / RECORDS).exists():
                raise UsageError(f"{source} is no backup of Conspectus.")
            (Path(folder) / ARCHIVE).mkdir(exist_ok=True)
            (Path(folder) / ARCHIVE).replace(archive_folder(chosen))
            (Path(folder) / RECORDS).replace(records_file(chosen))
    except tarfile.TarError as error:
        raise UsageError(f"{source} is no backup of Conspectus.") from error
    except OSError as error:
        raise UsageError(f"{source}: {error.strerror or 'it cannot be read'}.") from error
    _tell(f"Restored {chosen.data_dir}")


def _own() -> Settings:
    """Return the settings. Raise UsageError when not all is kept in the data folder."""
    chosen = settings()
    if chosen.database_url or chosen.archive_url:
        raise UsageError(
            f"This is kept in {' and '.join(places(chosen))}: only a data folder is copied. "
            "Use the tools of the database and of the object store."
        )
    return chosen


async def _copy(source: Path, target: Path) -> None:
    async with SqliteDatabase(source) as database:
        await database.copy(target)


def _kept(archive: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(archive.rglob("*")):
        name = f"{ARCHIVE}/{path.relative_to(archive).as_posix()}"
        if path.is_file() and _MEMBER.fullmatch(name):
            yield path, name


def _add(tar: tarfile.TarFile, path: Path, name: str) -> None:
    try:
        tar.add(path, name, recursive=False)
    except FileNotFoundError:
        return  # deleted with its job meanwhile


def _unpack(source: Path, folder: Path) -> None:
    """Take only plain files with names of ours; a strange member makes the whole no backup."""
    with tarfile.open(source, "r:") as tar:
        for member in tar:
            packed = tar.extractfile(member) if member.isreg() else None
            if packed is None or not _MEMBER.fullmatch(member.name):
                raise tarfile.TarError(member.name)
            path = folder / member.name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with path.open("xb") as file:
                path.chmod(0o600)
                shutil.copyfileobj(packed, file)


def _tell(line: str) -> None:
    Console(stderr=True).print(line, soft_wrap=True, markup=False, highlight=False)
