"""The numbers under which boards and registries know the study."""

from conspectus.domain.facts import Aspect, Cue, Question

# Not a telephone number or a date.
_NUMBER = (
    r"(?P<value>(?!\(?\d{3}\)?[-. \u2013]\d{3,4}\b)(?!\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d|\d)\d\b)"
    r"[A-Z0-9][\w./\u2010-\u2013-]*\d[\w/\u2010-\u2013-]*(?: ?\([A-Z]\))?)"
)
_KIND = (
    r"(?:[ #/-]+(?:protocol|study|project|approval|file|ref(?:erence)?|tracking|application|"
    r"registration|irb|irbnet|record|submission|package|case|central))*"
)
_SIGN = r"(?:#|nos?\b\.?|num(?:ber)?\b|id\b|identifier|code)"
_BOARD = (
    r"(?:e?irb|irbnet|reb|hireb|erb|iec|iras|rec|hrec|nrec|lrec|mrec|ethics|review board|"
    r"review committee|"
    r"hsr|hrpp|hrpo|hso|cphs|hsirb|comirb|chr|cirb|wirb|wcg|advarra|gco|rsrb|crrf?|uhirb|"
    r"human subjects(?: \w+)?|human research(?: \w+)?)"
)

# Numbers that cooperative groups give their studies.
_GROUP = (
    r"(?P<value>(?-i:RTOG|NRG|SWOG|ECOG|CALGB|NSABP|COG|GOG|ACTG|HPTN|HVTN|IMPAACT|MTN|Alliance|"
    r"ACOSOG|NCCTG|CCTG|ACRIN|ABTC|PBTC|CTSU|EORTC|TROG|NCIC|BMT CTN|ACNS|DCP|INSIGHT)[ #-]{1,2}"
    r"(?-i:[A-Z]{0,5})[-]?\d[\w-]{1,}\b)"
)
_PARTED = r"(?-i:[A-Z]{2,6}(?:-[A-Z\d]{1,6}){1,3}-?\d{3,}\b)(?!-\d)"
STUDY_ID = Question(
    "study_id",
    "text",
    "What is the IRB, protocol or trial registry number?",
    (
        Aspect(
            "irb",
            (
                Cue(
                    r"\b(?P<value>(?:HUM|STUDY|Pro|IRB|CR|LAB|MP|SMPH|HM|HP|HS|STU|UIRB|CHR|"
                    r"REB|HSC|AAA[A-Z])[- ]?\d[\d.-]{3,}\d[A-Z]?\b(?!-\w))",
                    1.8,
                ),
                Cue(rf"\b{_BOARD}[\u00ae\u2122]?{_KIND}[ ]*{_SIGN}?\s*[:#|]?\s*{_NUMBER}", 1.4),
                Cue(
                    r"\b(?:study|project|application|approval|committee|board|reference|file|tracking|"
                    r"submission)"
                    rf"{_KIND}[ ]*(?:{_SIGN}(?:\s+is)?\s*[:#|]?|[:|])\s*{_NUMBER}",
                    1.3,
                ),
                # "(the board) has reviewed this project as HSC-AB-19-0337"
                Cue(
                    r"(?:reviewed|approved|review board|committee|protocol|project|study|office|"
                    rf"file|application)\b[^|]{{0,160}}?\b(?P<value>{_PARTED})",
                    1.0,
                ),
                Cue(
                    r"(?P<value>(?-i:[A-Z]{2,6})[ #:-]{1,2}\d{3,}[\w/-]*)[^.|\w]{0,4}(?:irb "
                    r")?approv(?:ed|al)\b",
                    1.0,
                ),
                Cue(
                    r"number (?:of|for) (?:this|the) (?:study|project|trial|research)[^.|"
                    r"\d]{0,30}?(?P<value>(?:(?-i:[A-Z]{2,6}) ?[#-]? ?)?\d{3,}[\w./-]*\w)",
                    1.3,
                ),
                # "This protocol, 7-19-0337, has been certified"
                Cue(
                    r"\b(?:protocol|study|project|application|proposal|submission),? "
                    rf"\(?(?:{_SIGN}\s*[:#]?\s*)?{_NUMBER}[),]* (?:has been|was|is|were|have "
                    r"been) (?:\w+ )?(?:certified|approved|reviewed|cleared|determined|granted|"
                    r"exempt\w*|registered|authori[sz]ed|accepted)",
                    1.4,
                ),
                # "It has the number B-77/25", "NUMBER: VX-2025-06"
                Cue(
                    r"\b(?:has|have|bears?|carr(?:y|ies)|given|under|got|gets|know it (?:by|under)|filed "
                    rf"(?:under|as)) (?:the |an? |our )?(?:\w+ )?(?:number|no\.|file|code) {_NUMBER}",
                    1.0,
                ),
                Cue(
                    r"(?:(?:approved|reviewed|registered|filed|known)\b[^|.]{0,60} (?:under|as)|\bas) (?:the |our )?"
                    r"(?:(?:file|study|project|protocol|bank) )?(?:number |no\. )?(?!\d\d (?:CFR|USC)|\d\d\.\d)"
                    rf"(?=\w*\d+[-/]\w){_NUMBER}",
                    1.0,
                ),
                Cue(
                    rf"^(?:[^:]{{0,40}}: )?\W*(?:file )?(?:number|no\.?)\s*[:#|]\s*{_NUMBER}",
                    1.0,
                ),
                Cue(
                    r"\b(?:file|study|project|protocol|trial|approval) (?:number|no\.|code)\b[^.:|\d]{0,40} "
                    rf"(?:is|reads)[: ]+{_NUMBER}",
                    1.2,
                ),
                # A number of several parts needs no sign before it.
                Cue(
                    r"\b(?:study|project) (?P<value>(?-i:(?:[A-Z]{2,}|"
                    r"\d{2,4})-[A-Z\d]+-[A-Z\d-]*\d[A-Z\d-]*))",
                    1.4,
                ),
                Cue(
                    r"(?:irb|study|ethics|tracking|project)\b[^:|]{0,25}(?:#|no\.|number|id)\W", 0.4
                ),
            ),
            avoid=(
                Cue(
                    r"phone|\bcall|\bfax|\broom|suite|floor|visit|\bdays?\b|\bweeks?\b|part \d|"
                    r"\b(?:your|each|every|sample|bottle|kit|tube|bed)s?\b[^.]{0,20} (?:number|code)",
                    1.2,
                ),
            ),
            form="capture",
            threshold=0.7,
        ),
        Aspect(
            "protocol",
            (
                Cue(
                    r"protocol(?: (?:title and|study|identification|code))*"
                    rf"[ ]*{_SIGN}?\s*[:#|]?\s*{_NUMBER}",
                    1.6,
                ),
                Cue(rf"\b{_GROUP}", 1.5),
                Cue(rf"^\W*(?P<value>{_PARTED})\W*(?:$|[:|])", 1.2),
                Cue(r"protocol[^:|]{0,25}(?:#|no\.|number|id)\W", 0.4),
            ),
            avoid=(
                Cue(r"earlier|previous(?:ly)?|companion|(?:room|suite|floor|phone)\b", 0.8),
                Cue(r"version \d|amendment|phone|call|fax", 0.3),
            ),
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
