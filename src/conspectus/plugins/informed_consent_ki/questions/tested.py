"""What a study tests, and that it tests nothing: parts of the answer to "intervention"."""

from conspectus.domain.facts import Aspect, Cue
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import DANGLING, EARLIER, PARTS, WHO
from conspectus.plugins.informed_consent_ki.questions.things import (
    ABOUT_IT,
    APART,
    NAMED,
    THING,
)

_MEANS = Cue(
    r"[\"\u201c]?(?:investigational|experimental)[\"\u201d]? means|placebo is|means that|"
    r"we think|\bno (?:comparison|control|placebo)|by a computer|decides? (?:the|by)|by chance|"
    r"randomi[sz]|voluntary|consent",
    0.9,
)
_GOAL = Cue(
    r"(?:purpose|aim|goal|reason)s? (?:of|for)|find out|to (?:learn|see|settle) (?:if|whether|how)|"
    r"want to|seeks? to|trying to|intended to|to test (?:whether|if|how)|to determine|designed to "
    r"(?:test|"
    r"find|see|learn)",
    2.5,
)
_OTHER = Cue(
    r"other (?:investigational|experimental)|(?<!this )investigational stud|involved in|"
    r"(?:is|are) not being|another (?:study|trial)|clinicaltrials",
    3.0,
)

# How the body works.
_BODY = Cue(
    r"substances? (?:called|known as)|(?:is|are) (?:broken down|digested|released|absorbed|"
    r"produced by|found in)|\bthe body (?:makes|uses|needs|breaks)|bacteria|"
    r"\bhow (?:\w+ ){1,6}?(?:affects?|influences?|causes?|relates?|contributes?)\b",
    1.5,
)

NONE = Aspect(
    "none",
    (
        Cue(
            r"(?:does|will|do|is|are) not (?:test|testing|involve|include|give|giving|change|"
            r"changing|"
            r"treat|a treatment|provide)\b[^.]{0,40}(?:drug|treat|medicine|device|therapy|care|"
            r"dose|"
            r"it\b)",
            1.6,
        ),
        Cue(
            r"(?:\bno\b|not an?|without any) (?:study |experimental |investigational |new "
            r")?(?:drugs?|"
            r"medicines?|treatments?|interventions?|devices?)[^.]{0,30}(?:tested|given|used|"
            r"in this (?:study|registry|project)|study)",
            1.5,
        ),
        Cue(
            r"observational|(?:this|it) is (?:a|an) (?:\w+ )?(?:registry|survey|interview|natural "
            r"history|"
            r"questionnaire|biobank|repository|database|focus group)|(?:bank|registry|repository) is an? (?:\w+ )?"
            r"(?:collection|store|library)|nothing is (?:tested|given|"
            r"tried)|"
            r"not (?:a|an) (?:treatment|drug|intervention) (?:study|trial)",
            1.5,
        ),
        Cue(
            r"(?:did|do|will) not (?:pick|choose|decide|control) (?:the|your|which) (?:medicine|"
            r"drug|"
            r"treatment)|we (?:will )?(?:only|just|simply) (?:collect|watch|observe|measure|"
            r"follow)",
            1.4,
        ),
        Cue(
            r"(?:doctors?|nurses?|team)\b[^.]{0,20} (?:have |has )?already (?:decided|ordered|"
            r"chosen|"
            r"prescribed)|(?:given|getting|ordered|taking)[^.]{0,40} (?:as )?part of (?:your|their|"
            r"his|her|the) (?:\w+ )?(?:usual|regular|routine|normal|standard) care",
            1.2,
        ),
    ),
    avoid=(
        Cue(
            r"placebo|sugar pill|not (?:be )?(?:paid|charged)|stop|if you|cost|insur|cannot|"
            r"no study drug is given|any of your|your (?:own|usual|current)|meant to (?:treat|"
            r"replace)|medical (?:care|treatment) or|say(?:ing)? no|refus|your (?:choice|decision)",
            1.5,
        ),
        Cue(r"copies|is larger", 1.0),
        Cue(r"\bsurgery|operation|implant", 3.0),
        Cue(r" \| ", 2.5),
        EARLIER,
        DANGLING,
    ),
    home=(*PARTS, *WHO, *topics.PROCEDURES, r"registry"),
    away=(*APART, *topics.BENEFITS),
    most=2,
)

# What the thing is.
TESTED = Aspect(
    "thing",
    (
        Cue(
            rf"\b(?:is|are|called|studying|testing) (?:an? |the "
            rf")?(?:\w+[ -]){{0,3}}(?:investigational|"
            rf"experimental|new|study)\b[^.]{{0,30}}?{THING}\b",
            1.6,
        ),
        Cue(
            rf"\b(?:we are|study is|we will be|this study|the study|research study|study|project|"
            rf"trial) "
            rf"(?:studying|testing|comparing|compares|tests|evaluates(?: if| whether)?|evaluating|looks at|looking at|of|to "
            rf"validate|to test|offers|gives|provides|uses) (?:an?|the|one|two|three|whether|how)?"
            rf"[^.]{{0,60}}?{THING}\b",
            1.5,
        ),
        Cue(NAMED, 1.2),
        Cue(
            r"\b(?:we|researchers|team|scientists|doctors|company|university|engineers)\b[^.]{0,40} "
            r"(?:have |has )?(?:made|developed|designed|created|invented|built|produced|prepared) "
            rf"(?:an? |the )?(?:[\w-]+ ){{0,4}}?(?:{THING}|ingredients?|systems?|formulas?)\b",
            1.8,
        ),
        Cue(
            rf"{THING}\b[^.]{{0,30}}? (?:is |are |being tested is |being studied is )?(?:being )?"
            r"(?:called|named|known as)",
            1.2,
        ),
        Cue(
            rf"(?<!who )\b(?:is|are) (?!given|having|treated|taking|receiving|getting|asked|taken|"
            rf"risks)"
            rf"(?:an? |the )?(?:[\w-]+,? ){{0,4}}?{THING}\b",
            0.9,
        ),
        Cue(rf"^(?:an? |the )(?:[\w-]+,? ){{0,3}}?{THING}\b[^.]{{0,40}}?,? (?:which|that) ", 0.8),
        Cue(r"investigational|experimental|under investigation", 0.7),
        Cue(
            r"not (?:been |yet )*(?:approved|cleared|licensed)[^.]{0,80}(?:combination|for this|"
            r"to treat|"
            r"for |in )",
            1.2,
        ),
        Cue(
            r"we are comparing|we (?:will |want to )?compare\b|compar\w+ [^.]{3,60} (?:with|to|"
            r"and|versus|"
            r"against) ",
            1.3,
        ),
        Cue(
            r"(?:two|three|four|several|both) (?:[\w-]+ ){0,3}(?:treatments|medicines|drugs|ways|"
            r"approaches|"
            r"options|doses|sorts|kinds|types|operations|methods|devices|programs|versions|"
            r"schedules|"
            r"diets|strategies|techniques|surgeries|procedures|tests|tools|strengths)\b",
            1.1,
        ),
        # The aim, where it names them: each of the ways compared, a thing with its number.
        Cue(r"\bcompar\w+ (?:two|three|four|several) [^.:]{3,60}: .*", 3.2),
        Cue(
            r"(?:learn|find out|test|determine) (?:if|whether) "
            r"(?-i:(?=[\w-]*\d)[A-Z][\w-]{3,})",
            3.4,
        ),
        Cue(
            r"combin(?:ed|ation)|made (?:by|from|of)|works by|\bblocks\b|is designed to|"
            r"carr(?:ies|ying)|"
            r"contains?\b|\bsends?\b|shines|lowers the|: an? [^.]{3,90},? and an? ",
            0.5,
        ),
        Cue(
            r"(?:intervention|program|training|treatment|therapy) (?:is|consists|includes|involves|"
            r"combines)\b",
            0.8,
        ),
    ),
    avoid=(
        Cue(r"^(?:on|during|at|before|after|in) (?:the|each|every|this|that)\b", 0.5),
        _OTHER,
        _GOAL,
        _MEANS,
        Cue(
            r"side effect|\brisks?\b|^there (?:is|are)\b|recorded\b|^no |^this (?:talk|visit|call|"
            r"interview)",
            2.0,
        ),
        Cue(
            r"if you|your (?:choice|rights|insurance)|is larger|run by|is closed|"
            r"certificate|compare the genomes|records|take part|reference|\bEMG\b|(?:sensors?|"
            r"cameras?|monitors?|balls)"
            r"[^.]{0,60}(?:measure|track|record|allow us)|"
            r"^(?:in addition|we may also|after this)",
            0.8,
        ),
        Cue(r"will also|usual approach", 0.8),
        Cue(r"\b(?:named|called|(?:en)?titled),? [\"\u201c]", 2.0),
        _BODY,
        Cue(r"title|^(?:project|study|name)[^.:]{0,20}:|^for an? (?:study|trial)", 2.0),
        EARLIER,
        DANGLING,
    ),
    home=(*PARTS, *ABOUT_IT, *topics.PROCEDURES),
    away=(*APART, *topics.PRIVACY),
    threshold=1.2,
)

SECOND = Aspect(
    "second thing",
    (
        Cue(rf"^second\b[^.]{{0,60}}{THING}\b", 1.6),
        Cue(
            rf"(?:another|second|other|also) (?:\w+ ){{0,2}}{THING}\b[^.]{{0,40}}(?:called|is "
            rf"being (?:tested|"
            rf"studied)|investigational|experimental)",
            1.4,
        ),
        Cue(
            rf"\b(?:is|are|called|studying|testing) (?:an? |the "
            rf")?(?:\w+[ -]){{0,3}}(?:investigational|"
            rf"experimental)\b[^.]{{0,30}}?{THING}\b",
            1.2,
        ),
        Cue(NAMED, 1.0),
        Cue(rf"{THING}\b[^.]{{0,30}}? (?:is |are )?(?:called|named|known as)", 1.2),
        Cue(r"not (?:been |yet )*(?:approved|cleared|licensed)", 0.8),
        Cue(r"investigational|experimental|combin(?:ed|ation)", 0.8),
    ),
    avoid=(
        _OTHER,
        _BODY,
        _GOAL,
        _MEANS,
        Cue(
            r"side effect|risk|if you|your (?:choice|rights|insurance)|already|run by|is closed|"
            r"certificate",
            0.8,
        ),
        # Only the state of what has been told.
        Cue(r"^(?:the )?\S+(?: \S+)? is (?:investigational|(?:not|also) [^.]{0,60})\W*$", 2.0),
        EARLIER,
        DANGLING,
    ),
    home=(*PARTS, *ABOUT_IT),
    away=(*APART, *topics.PROCEDURES),
    threshold=2.2,
)
