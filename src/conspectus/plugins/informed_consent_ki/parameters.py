"""What a user may choose about a key-information document."""

from conspectus.plugins.informed_consent_ki.sections import SECTIONS

PARAMETERS: dict[str, object] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "audience": {
            "type": "string",
            "enum": ["auto", "adult", "parent"],
            "default": "auto",
            "description": "Whom the document speaks to; auto follows the form.",
        },
        "max_words": {
            "type": "integer",
            "minimum": 350,
            "maximum": 900,
            "default": 850,
            "description": "Longest document, in words.",
        },
        "target_grade": {
            "type": "number",
            "minimum": 4,
            "maximum": 14,
            "default": 8,
            "description": "Flesch-Kincaid grade above which the document is flagged.",
        },
        "sections": {
            "type": "array",
            "items": {"type": "string", "enum": [section.id for section in SECTIONS]},
            "uniqueItems": True,
            "default": [],
            "description": "Sections to write; empty means all.",
        },
    },
}
