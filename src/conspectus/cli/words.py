"""Words that several commands take."""

from enum import StrEnum

DEFAULT_PLUGIN = "informed-consent-ki"


class Format(StrEnum):
    """The formats of a result."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"
