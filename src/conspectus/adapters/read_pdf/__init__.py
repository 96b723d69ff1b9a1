"""Reads a PDF through PDFium: pages with offsets and boxes, passages with headings."""

from conspectus.adapters.read_pdf.parser import PdfParser

__all__ = ["PdfParser"]
