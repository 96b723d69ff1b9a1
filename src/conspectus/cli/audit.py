"""`conspectus audit`."""

import asyncio

from rich.console import Console

from conspectus.cli.open import settings
from conspectus.cli.output import write_out
from conspectus.domain.text.counting import counted
from conspectus.domain.trail import head_of
from conspectus.service.proof import Proof, prove
from conspectus.wiring_stores import open_stores


def verify(given: str | None) -> int:
    """Print the head to standard output, or the first break to standard error; exit code 0 or 1."""
    noted = head_of(given) if given else None

    async def work() -> Proof:
        async with open_stores(settings()) as stores:
            return await prove(stores.trail, noted)

    proof = asyncio.run(work())
    if proof.broken:
        _tell(f"The trail is broken: line {proof.broken.number} {proof.broken.told}.")
        return 1
    write_out(f"{proof.head}\n".encode())
    _tell(f"The trail is whole: {counted(proof.head.number, 'line')}.")
    if proof.unsealed:
        told = counted(proof.unsealed, "line")
        _tell(f"Not sealed yet: {told} of an older version; the next line seals them.")
    return 0


def _tell(line: str) -> None:
    Console(stderr=True).print(line, soft_wrap=True, markup=False, highlight=False)
