"""Grids of cells, found where ruling lines cross."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.adapters.read_pdf.rulings import Drawing, Rule

_TOUCH = 3.0
_MOST_CELLS = 20_000
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Rows and columns between the ascending `xs` and `ys`; `owner` maps merged cells to one."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: dict[Cell, Cell]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.xs) - 1

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the grid."""
        return self.xs[0] - 2 <= x <= self.xs[-1] + 2 and self.ys[0] - 1 <= y <= self.ys[-1] + 1

    def row_at(self, y: float) -> int:
        """Return the row that holds the height `y`."""
        return min(max(bisect_right(self.ys, y) - 1, 0), self.rows - 1)

    def walls(self, row: int) -> Iterator[tuple[float, float, Cell]]:
        """Yield the left edge, right edge and owner of each cell of a row."""
        start = 0
        for column in range(1, self.columns + 1):
            if column == self.columns or self.owner[row, column] != self.owner[row, start]:
                yield self.xs[start], self.xs[column], self.owner[row, start]
                start = column


def find_grids(drawing: Drawing) -> list[Grid]:
    """Return the grids of at least two columns, from the top of the page."""
    grids = []
    for across, down in _components(drawing.across, drawing.down):
        xs = _steps([r.at for r in down] + _ends(across, [r.at for r in down]))
        ys = _steps([r.at for r in across] + _ends(down, [r.at for r in across]))
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) <= _MOST_CELLS:
            grid = Grid(tuple(xs), tuple(ys), _owners(xs, ys, across, down))
            if len(set(grid.owner.values())) > 1:
                grids.append(grid)
    return sorted(grids, key=lambda grid: grid.ys[0])


def _components(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Gather the rulings that touch one another."""
    left = set(range(len(across)))
    free = set(range(len(down)))
    while free:
        columns, rows, queue = [free.pop()], [], [0]
        while queue:
            standing = down[columns[queue.pop()]]
            for i in [i for i in left if _cross(across[i], standing)]:
                left.discard(i)
                rows.append(i)
                for j in [j for j in free if _cross(across[i], down[j])]:
                    free.discard(j)
                    columns.append(j)
                    queue.append(len(columns) - 1)
        if len(columns) > 1 or len(rows) > 1:
            yield [across[i] for i in rows], [down[j] for j in columns]


def _cross(across: Rule, down: Rule) -> bool:
    return (
        down.low - _TOUCH <= across.at <= down.high + _TOUCH
        and across.low - _TOUCH <= down.at <= across.high + _TOUCH
    )


def _ends(rules: Sequence[Rule], steps: Sequence[float]) -> list[float]:
    """Where the rulings of one direction reach well beyond those of the other: open sides."""
    if not rules or not steps:
        return []
    low, high = min(r.low for r in rules), max(r.high for r in rules)
    return [end for end, gap in ((low, min(steps) - low), (high, high - max(steps))) if gap > 8]


def _steps(values: Sequence[float]) -> list[float]:
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > _TOUCH:
            steps.append(value)
    return steps


def _owners(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> dict[Cell, Cell]:
    """Merge the cells between which no ruling runs; the top left one owns the others."""
    owner = {(r, c): (r, c) for r in range(len(ys) - 1) for c in range(len(xs) - 1)}

    def root(cell: Cell) -> Cell:
        while owner[cell] != cell:
            cell = owner[cell]
        return cell

    def unite(one: Cell, two: Cell) -> None:
        first, second = sorted((root(one), root(two)))
        owner[second] = first

    for r in range(len(ys) - 1):
        y = (ys[r] + ys[r + 1]) / 2
        for c in range(len(xs) - 1):
            x = (xs[c] + xs[c + 1]) / 2
            if c and not _walled(down, xs[c], y):
                unite((r, c - 1), (r, c))
            if r and not _walled(across, ys[r], x):
                unite((r - 1, c), (r, c))
    return {cell: root(cell) for cell in owner}


def _walled(rules: Sequence[Rule], at: float, along: float) -> bool:
    return any(abs(r.at - at) <= _TOUCH + 1 and r.low - 1 <= along <= r.high + 1 for r in rules)
