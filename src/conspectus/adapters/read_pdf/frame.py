"""The visible frame of a page: turns PDF coordinates into points from its top left corner."""

from array import array
from typing import Any

import pypdfium2.raw as pdfium

from conspectus.domain.source import Box


class Frame:
    """Crop box and rotation of one page; `width` and `height` are those of the page as seen.

    `quarters` says how often it is turned clockwise by 90 degrees to be seen so.
    """

    def __init__(self, page: Any) -> None:
        self.width: float = pdfium.FPDF_GetPageWidthF(page)
        self.height: float = pdfium.FPDF_GetPageHeightF(page)
        self.quarters: int = pdfium.FPDFPage_GetRotation(page)
        crop = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, crop)
        self._crop = (crop.left, crop.bottom, crop.right, crop.top)

    def turn(self, boxes: "array[float]") -> "array[float]":
        """Return flat (left, top, right, bottom) boxes as the page is seen, heights upwards."""
        x0, y0, x1, y1 = self._crop
        if self.quarters == 0 and not (x0 or y0):
            return boxes
        lefts, tops, rights, bottoms = (boxes[i::4] for i in range(4))
        turned = (
            ((lefts, -x0, 1), (tops, -y0, 1), (rights, -x0, 1), (bottoms, -y0, 1)),
            ((bottoms, -y0, 1), (lefts, x1, -1), (tops, -y0, 1), (rights, x1, -1)),
            ((rights, x1, -1), (bottoms, y1, -1), (lefts, x1, -1), (tops, y1, -1)),
            ((tops, y1, -1), (rights, -x0, 1), (bottoms, y1, -1), (lefts, -x0, 1)),
        )[self.quarters]
        result = array("f", bytes(4 * len(boxes)))
        for side, (values, shift, sign) in enumerate(turned):
            result[side::4] = array("f", [sign * value + shift for value in values])
        return result

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return one box given in PDF coordinates."""
        left, top, right, bottom = self.turn(array("f", (left, top, right, bottom)))
        return (left, self.height - top, right, self.height - bottom)
