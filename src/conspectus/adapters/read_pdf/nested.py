"""Tables that stand inside a cell of another table or inside a box."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from conspectus.adapters.read_pdf.grid import Cell, Grid
from conspectus.adapters.read_pdf.textline import TextLine

_NARROW = 18.0


def unnest(grid: Grid) -> Iterator[Grid]:
    """Yield the grids that a cell surrounds, and what is left of the grid when it has columns.

    An inner table whose rulings touch those of the outer one makes a single grid with it.
    """
    if all(cell == owner for cell, owner in grid.owner.items()):
        yield grid
        return
    cells: dict[Cell, list[Cell]] = {}
    for cell, owner in grid.owner.items():
        cells.setdefault(owner, []).append(cell)
    merged = dict(grid.owner)
    for owner, held in ((o, held) for o, held in cells.items() if len(held) > 1):
        for inside in _holes(grid, held):
            yield _cut(grid, inside)
            merged.update(dict.fromkeys(inside, owner))
    if merged == grid.owner:
        yield grid
    elif any(merged[r, 0] != merged[r, grid.columns - 1] for r in range(grid.rows)):
        yield Grid(grid.xs, grid.ys, merged)


def _holes(grid: Grid, held: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Yield the cells of each table that a cell holds: full width, but for narrow margins."""
    rows, columns = [row for row, _ in held], [column for _, column in held]
    top, bottom, left, right = min(rows), max(rows), min(columns), max(columns)
    if len(held) == (bottom - top + 1) * (right - left + 1):
        return
    own = set(held)
    full = [all((r, c) in own for c in range(left, right + 1)) for r in range(top, bottom + 1)]
    if not any(full):
        return
    for filled, stretch in groupby(range(top, bottom + 1), key=lambda r: full[r - top]):
        inner = list(stretch)
        inside = [(r, c) for r in inner for c in range(left, right + 1) if (r, c) not in own]
        first, last = min(c for _, c in inside or [(0, 0)]), max(c for _, c in inside or [(0, 0)])
        if (
            not filled
            and last > first
            and len(inside) == len(inner) * (last - first + 1)
            and grid.xs[first] - grid.xs[left] < _NARROW
            and grid.xs[right + 1] - grid.xs[last + 1] < _NARROW
            and all(grid.owner[cell] in inside for cell in inside)
        ):
            yield inside


def _cut(grid: Grid, inside: Sequence[Cell]) -> Grid:
    """Return the grid of some cells alone."""
    (top, left), (bottom, right) = inside[0], inside[-1]
    owner = {
        (r - top, c - left): (grid.owner[r, c][0] - top, grid.owner[r, c][1] - left)
        for r, c in inside
    }
    return Grid(grid.xs[left : right + 2], grid.ys[top : bottom + 2], owner)


def in_grids(
    grids: Sequence[Grid], body: Sequence[TextLine]
) -> Iterator[tuple[Grid, list[TextLine], bool]]:
    """Yield each grid with its lines, the innermost first, and whether it holds another grid.

    One that does comes in pieces, parted where the lines of the other stand between its own.
    """
    free = list(body)
    taken: list[tuple[Grid, list[TextLine]]] = []
    for grid in sorted(grids, key=_area):
        held = [x for x in free if grid.holds((x.left + x.right) / 2, x.middle)]
        if not held:
            continue
        gone = set(map(id, held))
        free = [x for x in free if id(x) not in gone]
        inner = {id(x) for other, lines in taken if _within(other, grid) for x in lines}
        taken.append((grid, held))
        if not inner:
            yield grid, held, False
            continue
        marked = [x for x in body if id(x) in gone or id(x) in inner]
        for own, piece in groupby(marked, key=lambda x: id(x) in gone):
            if own:
                yield grid, list(piece), True


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _within(inner: Grid, outer: Grid) -> bool:
    return all(outer.holds(x, y) for x in inner.xs[:: len(inner.xs) - 1] for y in inner.ys)
