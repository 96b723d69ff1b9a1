"""Reading DOCX documents."""

from conspectus.adapters.read_docx.container import ContainerLimits
from conspectus.adapters.read_docx.parser import DocxParser

__all__ = ["ContainerLimits", "DocxParser"]
