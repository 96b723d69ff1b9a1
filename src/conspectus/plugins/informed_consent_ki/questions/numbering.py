"""The numbers under which boards and registries know the study."""

from conspectus.domain.facts import Aspect, Cue, Question

# Not a telephone number or a date.
_NUMBER = (
    r"(?P<value>(?!\(?\d{3}\)?[-. \u2013]\d{3,4}\b)(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2})"
    r"[A-Z0-9][\w./\u2010-\u2013-]*\d[\w/\u2010-\u2013-]*)"
)
_KIND = (
    r"(?:[ #/-]+(?:protocol|study|project|approval|file|ref(?:erence)?|tracking|application|"
    r"registration|irb))*"
)
STUDY_ID = Question(
    "study_id",
    "text",
    "What is the IRB, protocol or trial registry number?",
    (
        Aspect(
            "irb",
            (
                Cue(
                    r"\b(?P<value>(?:HUM|STUDY|Pro|IRB|CR|UMCC |LAB|MP|SMPH)-?\d[\d.-]{5,}\b)", 1.8
                ),
                Cue(
                    r"\b(?:e?irb|reb|erb|iec|iras|ethics|review board|hsr|hrpp|hrpo|cphs|hsirb)"
                    rf"{_KIND}[ ]*(?:#|nos?\b\.?|num(?:ber)?\b|id\b|identifier|code)?\s*[:#|"
                    rf"]?\s*{_NUMBER}",
                    1.4,
                ),
                Cue(
                    r"\b(?:study|project|application|approval|committee|reference|file|tracking|"
                    r"submission)"
                    rf"{_KIND}[ ]*(?:(?:#|nos?\b\.?|num(?:ber)?\b|id\b|identifier|code)\s*[:#|]?|"
                    rf"[:|])\s*{_NUMBER}",
                    1.3,
                ),
                # A number of several parts needs no sign before it.
                Cue(
                    r"\b(?:study|project) (?P<value>(?-i:(?:[A-Z]{2,}|"
                    r"\d{2,4})-[A-Z\d]{2,}-[A-Z\d-]*\d[A-Z\d-]*))",
                    1.4,
                ),
                Cue(
                    r"(?:irb|study|ethics|tracking|project)\b[^:|]{0,25}(?:#|no\.|number|id)\W", 0.4
                ),
            ),
            avoid=(
                Cue(r"phone|call|fax|room|suite|floor|visit|\bdays?\b|\bweeks?\b|part \d", 1.2),
            ),
            form="capture",
            threshold=0.7,
        ),
        Aspect(
            "protocol",
            (
                Cue(
                    r"protocol(?: (?:title and|study|identification|code))*"
                    rf"[ ]*(?:#|no\b\.?|num(?:ber)?\b|id\b|identifier|code)?\s*[:#|]?\s*{_NUMBER}",
                    1.6,
                ),
                Cue(r"protocol[^:|]{0,25}(?:#|no\.|number|id)\W", 0.4),
            ),
            avoid=(Cue(r"version \d|amendment|phone|call|fax", 0.3),),
            form="capture",
            threshold=0.7,
        ),
        Aspect(
            "registry",
            (
                Cue(r"(?P<value>NCT\s?\d{8})\b", 2.0),
                Cue(r"(?P<value>ISRCTN\s?\d{6,})", 1.8),
                Cue(
                    r"(?P<value>(?:EU CT|EudraCT|ACTRN|ChiCTR|CTRI)\W*(?:no\.?|"
                    r"number)?\W*\d[\d-]{6,})",
                    1.9,
                ),
            ),
            form="capture",
        ),
    ),
)
