"""What is tested, given or asked, and what it is compared with."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import (
    CHOICES,
    DANGLING,
    EARLIER,
    ELSEWHERE,
    ENDING,
    PARTS,
    WHO,
)

_THING = (
    r"(?:drug|medicine|medication|vaccine|device|tablet|capsule|pill|treatment|therapy|product|"
    r"agent|"
    r"biologic|antibody|gel|cream|patch|implant|injection|infusion|procedure|test|tool|app|program|"
    r"scan|tracer|dye|probe|band|diet|supplement|software|machine|technique|method|approach|"
    r"combination|surgery|radiation|chemotherapy|exercise|training|coaching|class(?:es)?|"
    r"curriculum)"
)
_EITHER = (Cue(r"(?:will |you )either\b.{0,120}\bor\b", 1.8),)
INTERVENTION = Question(
    "intervention",
    "text",
    "What is tested or given?",
    (
        # Studies that only watch, ask or measure.
        Aspect(
            "none",
            (
                Cue(
                    r"(?:does|will|do|is|are) not (?:test|testing|involve|include|give|change|"
                    r"treat|a treatment"
                    r"|provide)\b[^.]{0,40}(?:drug|treat|medicine|device|therapy|care|dose|it\b)",
                    1.6,
                ),
                Cue(
                    r"(?:no|not an?|without any) (?:study |experimental |investigational |"
                    r"new )?(?:drug|medicine|"
                    r"treatment|intervention|device)s?[^.]{0,30}(?:tested|given|used|"
                    r"in this (?:study|"
                    r"registry|project)|study)",
                    1.5,
                ),
                Cue(
                    r"observational|this is (?:a|an) (?:registry|survey|interview|natural history)",
                    1.5,
                ),
                Cue(
                    r"(?:did|do|will) not (?:pick|choose|decide|control) (?:the|your|"
                    r"which) (?:medicine|drug|"
                    r"treatment)|we (?:will )?only (?:collect|watch|observe|measure|follow)",
                    1.4,
                ),
                Cue(
                    r"(?:doctors?|nurses?|team)\b[^.]{0,20} (?:have |has )?already (?:decided|"
                    r"ordered|chosen|prescribed)|"
                    r"(?:given|getting|ordered|taking)[^.]{0,40} (?:as )?part of (?:your|their|"
                    r"his|her|the) (?:\w+ )?"
                    r"(?:usual|regular|routine|normal|standard) care",
                    1.2,
                ),
            ),
            avoid=(
                Cue(
                    r"placebo|sugar pill|not (?:be )?(?:paid|charged)|stop|if you|cost|insur|"
                    r"cannot",
                    1.5,
                ),
                Cue(r"copies|is larger", 1.0),
                Cue(r" \| ", 2.5),
                EARLIER,
                DANGLING,
            ),
            home=(*PARTS, *WHO, *topics.PROCEDURES, r"registry"),
            away=(*ELSEWHERE, *topics.RISKS, *topics.COSTS, *CHOICES, *topics.BENEFITS),
            most=2,
            threshold=1.0,
        ),
        # What the thing is.
        Aspect(
            "thing",
            (
                Cue(
                    rf"\b(?:is|are|called|studying|testing) (?:an? |"
                    rf"the )?(?:\w+[ -]){{0,3}}(?:investigational|experimental|new|study)\b"
                    rf"[^.]{{0,30}}?{_THING}",
                    1.6,
                ),
                Cue(
                    rf"\b(?:we are|study is|we will be|this study|the study|research study|"
                    rf"study) (?:studying|testing|"
                    rf"comparing|compares|tests|evaluating|looks at|looking at|of|to validate|"
                    rf"to test) "
                    rf"(?:an?|the|one|two|three|whether|how)?[^.]{{0,60}}?{_THING}",
                    1.5,
                ),
                Cue(
                    rf"{_THING}[^.]{{0,30}}? (?:is |are |being tested is |"
                    rf"being studied is )?(?:being )?"
                    r"(?:called|named|known as)",
                    1.2,
                ),
                Cue(rf"\bis an? (?:[\w-]+ ){{0,3}}?{_THING}\b", 0.9),
                Cue(r"investigational|experimental", 0.7),
                Cue(
                    r"not (?:been |yet )*(?:approved|cleared|licensed)[^.]{0,80}(?:combination|"
                    r"for this|to treat|"
                    r"for |in )",
                    1.2,
                ),
                Cue(r"we are comparing|compar\w+ [^.]{3,60} (?:with|to|and|versus|against) ", 1.3),
                Cue(
                    r"(?:two|three|several) (?:\w+ ){0,2}(?:treatments|medicines|drugs|ways|"
                    r"approaches|"
                    r"options|doses)\b",
                    1.1,
                ),
                Cue(r"combin(?:ed|ation)|made by|works by|blocks|is designed to", 0.5),
            ),
            avoid=(
                Cue(
                    r"other (?:investigational|experimental)|investigational stud|involved in", 3.0
                ),
                Cue(
                    r"(?:purpose|aim|goal|reason)s? (?:of|for)|find out|to learn|to see (?:if|"
                    r"whether)|want to",
                    2.5,
                ),
                Cue(
                    r"[\"\u201c]?(?:investigational|experimental)[\"\u201d]? means|placebo is|"
                    r"means that",
                    0.7,
                ),
                Cue(
                    r"side effect|risk|if you|your (?:choice|rights|insurance)|we think|"
                    r"is larger|run by|is closed",
                    0.8,
                ),
                Cue(r"will also|usual approach", 0.8),
                Cue(r"title|^(?:project|study)[^.:]{0,20}:", 0.8),
                EARLIER,
                Cue(r"^for an? study", 2.5),
                DANGLING,
            ),
            home=(
                *PARTS,
                r"study (?:drug|device|treatment|intervention|product|medicine)",
                *topics.PROCEDURES,
            ),
            away=(
                *ELSEWHERE,
                *topics.RISKS,
                *topics.COSTS,
                *topics.INJURY,
                *CHOICES,
                *ENDING,
                *topics.PAYMENT,
            ),
            threshold=1.0,
        ),
        Aspect(
            "second thing",
            (
                Cue(rf"^second\b[^.]{{0,60}}{_THING}", 1.6),
                Cue(
                    rf"(?:another|second|other|"
                    rf"also) (?:\w+ ){{0,2}}{_THING}[^.]{{0,40}}(?:called|is being (?:tested|"
                    rf"studied)|"
                    r"investigational|experimental)",
                    1.4,
                ),
                Cue(
                    rf"\b(?:is|are|called|studying|testing) (?:an? |"
                    rf"the )?(?:\w+[ -]){{0,3}}(?:investigational|experimental)"
                    rf"\b[^.]{{0,30}}?{_THING}",
                    1.2,
                ),
                Cue(rf"{_THING}[^.]{{0,30}}? (?:is |are )?(?:called|named|known as)", 1.2),
                Cue(r"not (?:been |yet )*(?:approved|cleared|licensed)", 0.8),
                Cue(r"investigational|experimental|combin(?:ed|ation)", 0.8),
            ),
            avoid=(
                Cue(
                    r"other (?:investigational|experimental)|investigational stud|involved in|"
                    r"(?:is|are) not being",
                    3.0,
                ),
                Cue(
                    r"[\"\u201c]?(?:investigational|experimental)[\"\u201d]? means|placebo is|"
                    r"means that|we think|"
                    r"find out|to learn|purpose",
                    0.9,
                ),
                Cue(
                    r"side effect|risk|if you|your (?:choice|rights|insurance)|already|run by|"
                    r"is closed",
                    0.8,
                ),
                EARLIER,
                DANGLING,
            ),
            home=(*PARTS, r"study (?:drug|device|treatment|intervention|product|medicine)"),
            away=(
                *ELSEWHERE,
                *topics.RISKS,
                *topics.COSTS,
                *topics.INJURY,
                *CHOICES,
                *ENDING,
                *topics.PAYMENT,
                *topics.PROCEDURES,
            ),
            threshold=2.2,
        ),
        # What it is compared with.
        Aspect(
            "control",
            (
                Cue(
                    r"placebo|\bsham\b|look-?alike|inactive (?:pill|substance|solution|tablet)|"
                    r"sugar pill|dummy",
                    1.2,
                ),
                Cue(
                    r"usual care|standard (?:of care|care|treatment)|control group|"
                    r"comparison group|wait-?list",
                    1.0,
                ),
                Cue(
                    r"groups?\b|chance|either|\bor\b|half|one of|out of|receive|\bgets?\b|"
                    r"looks like|\buse\b",
                    0.4,
                ),
                Cue(r"whether (?:you|your child) [^.]{3,80}\bor\b[^.]{0,60}\bchance", 1.4),
                Cue(
                    r"whether (?:you|your child) (?:gets?|receives?)|which of the (?:two|three)",
                    0.9,
                ),
            ),
            avoid=(
                Cue(r"(?:purpose|aim|goal) of|find out|to learn|better than|more than", 0.9),
                Cue(r"(?:trial|study) (?:named|called)|that study|another team|very common", 2.0),
                Cue(
                    r"would be done anyway|most of these|belong to|if you say no|"
                    r"not (?:take part|join|in the study)|side effect|risk|cost|"
                    r"bill|paid|results?\b|"
                    r"there is no placebo|no placebo|will not know|doctor will|blind|no sham|"
                    r"get better|worse|"
                    r"(?:part|regardless) of|would normally|visits?\b|exam|tests?\b",
                    1.0,
                ),
                Cue(r" \| |\bscans?\b|always done", 1.2),
                EARLIER,
                DANGLING,
            ),
            home=(*PARTS, *topics.PROCEDURES, r"groups?\b|random|assign"),
            away=(
                *ELSEWHERE,
                *topics.RISKS,
                *topics.COSTS,
                *topics.INJURY,
                *CHOICES,
                *ENDING,
                *topics.PAYMENT,
                *topics.BENEFITS,
                *topics.PRIVACY,
                *topics.CONTACT,
            ),
            threshold=1.7,
        ),
        # Arms are alike, so each has an aspect of its own.
        *(
            Aspect(
                name,
                (
                    Cue(
                        rf"^\W*(?:the )?(?:group|arm|cohort) (?:{sign})\b[^.|]{{0,30}}:|{named}",
                        1.6,
                    ),
                    *cues,
                ),
                avoid=(
                    Cue(r"side effect|risk|paid|\$|decide|optional|stop|:\W*$", 1.2),
                    Cue(r" \| |group: [^.]*group$|(?:group|arm) \w+: [^.:]*: (?:group|arm)", 2.5),
                    EARLIER,
                ),
                home=(*PARTS, *topics.PROCEDURES, r"groups?\b|random|assign"),
                away=(
                    *ELSEWHERE,
                    *topics.RISKS,
                    *topics.COSTS,
                    *topics.INJURY,
                    *CHOICES,
                    *ENDING,
                    *topics.PAYMENT,
                    *topics.BENEFITS,
                    *topics.PRIVACY,
                ),
                threshold=1.5,
            )
            for name, sign, named, cues in (
                ("arms", "1|A|I|one", r"^[\w -]{3,30} (?:group|arm):", _EITHER),
                ("second arm", "2|B|II|two", r"^[\w -]{3,30} (?:group|arm):", ()),
            )
        ),
        # What people get: groups, doses, sessions.
        Aspect(
            "given",
            (
                Cue(
                    r"\b(?:you|your child|your baby|everyone|people|participants|one group|half|"
                    r"group \w+|"
                    r"patients|subjects|they|volunteers|all|person|each)\b[^.]{0,40}? (?:will |"
                    r"would |may )?"
                    r"(?:either |also |then )?(?:receives?|gets?|be given|takes?|uses?|wears?|"
                    r"have|has|be treated|walk|"
                    r"train|do|play|practice|attend|be (?:randomly )?assigned to|"
                    r"be asked to (?:take|use|wear|complete|answer|fill))\b",
                    0.9,
                ),
                Cue(
                    r"study (?:drug|medicine|device|treatment|product|vaccine|intervention|"
                    r"therapy)|\d mg\b|by mouth|infusion|injection|under the skin|"
                    r"into (?:a|your) vein|tablet|capsule|treadmill|lessons|sessions|wear|"
                    r"probe will|exercise|class",
                    0.7,
                ),
                Cue(r"whether you (?:get|receive)|one of (?:two|three|the following)", 0.8),
                Cue(
                    r"(?:training|therapy|program|intervention|lessons|"
                    r"sessions?) (?:will )?(?:involve|include|consist)",
                    1.3,
                ),
            ),
            avoid=(
                Cue(
                    r"\bcard\b|copy|paid|gift|side effect|risk|results?\b|blood (?:test|draw)|"
                    r"screening|"
                    r"urine|\bscan\b|exam\b|questions you|questionnaire|diary|bring|keep|"
                    r"(?:trial|study) (?:named|called)|that study|"
                    r"steroid|(?:you|can|to) decide|leave the study|if you (?:do not|are|say|"
                    r"have|stop)|may not|pregnan|emergency|scheduled|responsibilit|appointment",
                    0.9,
                ),
                Cue(
                    r"(?:purpose|aim|goal) of|find out|reactions?\b|we also",
                    0.9,
                ),
                Cue(r"before you (?:begin|start)|to help (?:reduce|prevent)", 2.5),
                Cue(r" \| ", 0.6),
                EARLIER,
                DANGLING,
            ),
            home=(
                *PARTS,
                *topics.PROCEDURES,
                r"(?:study )?(?:groups?|treatments?|drugs?|interventions?)\b",
            ),
            away=(
                *ELSEWHERE,
                *topics.RISKS,
                *topics.COSTS,
                *topics.INJURY,
                *CHOICES,
                *ENDING,
                *topics.PAYMENT,
                *topics.BENEFITS,
                *topics.PRIVACY,
                r"^\W*(?:group|arm|cohort) [\dA-Z]\b|before (?:you|the|your) (?:begin|start|"
                r"study)|screening",
            ),
            threshold=1.9,
            unless=("arms",),
        ),
        # Surveys, interviews and lessons.
        Aspect(
            "asked",
            (
                Cue(
                    r"(?:asked|invited) to (?:complete|answer|fill|take part in|do|attend|wear|"
                    r"keep|come|give|play|"
                    r"have|talk)|would (?:have|come|answer|wear|complete)",
                    1.0,
                ),
                Cue(
                    r"(?:talk|speak|chat|meet|sit down) with (?:me|us|you)|interview you|"
                    r"(?:watch|observe|visit) you|(?:share|take) (?:photos|pictures|stories)",
                    1.0,
                ),
                Cue(
                    r"(?:surveys?|questionnaires?|interviews?|focus groups?|diar(?:y|ies)|"
                    r"lessons?|sessions?)\b",
                    1.0,
                ),
                Cue(r"medical records?|samples?\b|questions (?:about|on)|minutes", 0.4),
            ),
            avoid=(
                Cue(
                    r"sub-?study|optional|some questions|skip|upset|record(?:ed|ing)s?|\$|gift|"
                    r"if you (?:have|do not)|"
                    r"any questions|ask (?:us|the)|your questions|kept|stored|destroyed|deleted",
                    1.2,
                ),
                Cue(r"^(?:[^ ]+ ?){1,5}$", 0.6),
                Cue(r"consent|title|project:|willing|e-?mail", 1.0),
                EARLIER,
                DANGLING,
            ),
            home=(*PARTS, *topics.PROCEDURES),
            away=(
                *ELSEWHERE,
                *topics.RISKS,
                *topics.COSTS,
                *topics.PRIVACY,
                *topics.PAYMENT,
                *topics.BENEFITS,
                *topics.CONTACT,
                *topics.SHARING,
            ),
            threshold=0.5,
            unless=("thing", "control", "arms", "given"),
        ),
        Aspect(
            "aim",
            (
                Cue(r"(?:purpose|goal|aim)s? of (?:this|the|our)|stud(?:ying|ies) how", 1.0),
                Cue(r"(?:to|will) (?:test|compare|evaluate|learn|find out|see) ", 0.8),
                Cue(
                    r"(?:want|hope|trying|done|aims?|like) to (?:learn|find out|see|test|compare|"
                    r"know) (?:if|whether|how)",
                    0.6,
                ),
            ),
            avoid=(Cue(r"of (?:this |the )?(?:consent|form|document)", 3.0), EARLIER, DANGLING),
            home=PARTS,
            away=ELSEWHERE,
            threshold=1.0,
            unless=("none", "thing", "control", "arms", "given", "asked"),
        ),
    ),
)
