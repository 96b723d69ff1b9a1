"""How the study is made: purpose, what is tested, who and how many, chance, medicines to stop."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)
_PARTS = (*topics.PURPOSE, *topics.KEY, *topics.ABOUT)
_WHO = (*topics.WHO, *topics.JOINING)
_ENDING = (
    r"withdraw|\bleav(?:e|ing)\b|stop(?:ping)? (?:being|taking part|the study|early|my|your part)|"
    r"tak(?:en|e) (?:me|you|my child|out|off)|\bend(?:ed|s)?\b|early|terminat|change (?:my|your) mind|"
    r"if (?:i|you) (?:decide to |want to )?stop",
)

_EARLIER = Cue(
    r"(?:earlier|previous|prior|past|other|another|pilot|similar|smaller|animal) (?:\w+ ){0,2}"
    r"(?:stud|trial|research|survey)|in the past|years ago|in (?:mice|monkeys|animals)|"
    r"have (?:been|shown|received|taken)|so far",
    1.2,
)
_DANGLING = Cue(r"^(?:it|they|these|those|this (?:is|was|means|count|will|may)|he|she|such)\b", 0.5)

_PURPOSE = Question(
    "purpose",
    "text",
    "Why is the study done?",
    (
        Aspect(
            "aim",
            (
                Cue(
                    r"(?:purpose|goal|aim|objective|reason|point|focus)s?(?: \w+)? (?:of|for|behind) "
                    r"(?:this|the|our|doing this|[A-Z])",
                    1.6,
                ),
                Cue(r"(?:main|primary|first|overall|most important) (?:purpose|goal|aim|reason|objective)", 0.5),
                Cue(
                    r"(?:trying|wants?|like|hopes?|hoping|wish|designed|done|conducted|carried out|doing|"
                    r"planned|need|plan|aims?|seeks?|study|research|intend(?:ed|s)?|order|able|"
                    r"question|goal is|aim is|purpose is) to (?:find out|learn|see|test|understand|"
                    r"determine|evaluate|compare|study|know|assess|measure|examine|describe|explore|"
                    r"investigate|discover|improve|develop|validate|answer|identify|look at|check|"
                    r"collect|create|build)",
                    1.4,
                ),
                Cue(
                    r"to (?:test|find out|learn|see|evaluate|compare|determine|validate|know|understand|"
                    r"assess|examine) (?:whether|if|how|the|what|which|a|an|more)?",
                    0.6,
                ),
                Cue(
                    r"answer (?:one|the following|this|these|the|an important) (?:\w+ )?questions?|"
                    r"(?:this|the) (?:study|research|trial|registry|project) (?:will |is )?(?:test(?:s|ing)?|"
                    r"compar(?:es|e|ing)|look(?:s|ing)? at|examin(?:es|e|ing)|stud(?:ies|y|ying)|"
                    r"evaluat(?:es|e|ing)|measur(?:es|e|ing)|ask(?:s|ing)?|describ(?:es|e)|about)\b|"
                    r"research (?:study )?(?:about|on)\b|"
                    r"we (?:are|will) (?:testing|studying|comparing|trying|looking)",
                    1.1,
                ),
                # What must not be cut off: the question itself, the second half of the aim.
                Cue(r"questions?\W+(?:is|are|does|do|can|will|would|how|what|which)\b.*\?", 0.4),
                Cue(r"\band (?:to \w+|whether|if|how|which)\b.*", 0.1),
            ),
            avoid=(
                Cue(r"(?:purpose|aim|goal|reason)s? of (?:this |the )?(?:consent|form|document|part|section|"
                    r"meeting|certificate|clinical trials|research (?:is|studies)|medical)", 3.0),
                Cue(r"(?:second|other|another|additional|secondary|further) (?:purpose|goal|aim|reason)|"
                    r"\balso\b", 0.9),
                Cue(r"your (?:choice|decision|own doctor)|take part|optional|sub-?study|screening|"
                    r"to see if you (?:can|are|qualify)|if you are eligible|ask(?:ed|ing)? you to|"
                    r"this form|future research|blood samples?|your (?:health )?information", 0.9),
                Cue(r"paid for|funded|sponsor", 1.5),
                Cue(r"^if you|want to know more|what you want|questions? (?:you|about)", 1.5),
                _EARLIER,
                _DANGLING,
            ),
            home=_PARTS,
            away=_ELSEWHERE,
        ),
        Aspect(
            "also",
            (
                Cue(
                    r"(?:second|other|another|additional|secondary|further) (?:\w+ )?(?:purpose|goal|aim|"
                    r"reason|objective)s?",
                    1.8,
                ),
                Cue(
                    r"(?:also|second|in addition)\b.{0,60}?\b(?:want|trying|hope|like|compare|look at|study|"
                    r"learn|see|find out|test|measure|know)",
                    1.4,
                ),
                Cue(r"trying to (?:find out|see|learn)|want to (?:learn|find out|see|know)", 0.8),
            ),
            avoid=(
                Cue(r"\byou(?:r|rs)?\b|optional|sub-?study|paid|sponsor", 1.0),
                Cue(r"purpose of (?:this |the )?(?:consent|form|document)", 3.0),
                _EARLIER,
            ),
            home=_PARTS,
            away=_ELSEWHERE,
            threshold=2.2,
        ),
    ),
)

_THING = (
    r"(?:drug|medicine|medication|vaccine|device|tablet|capsule|pill|treatment|therapy|product|agent|"
    r"biologic|antibody|gel|cream|patch|implant|injection|infusion|procedure|test|tool|app|program|"
    r"scan|tracer|dye|probe|band|diet|supplement|software|machine|technique|method|approach|"
    r"combination|surgery|radiation|chemotherapy|exercise|training|coaching|class(?:es)?|curriculum)"
)
_INTERVENTION = Question(
    "intervention",
    "text",
    "What is tested or given?",
    (
        # Studies that only watch, ask or measure.
        Aspect(
            "none",
            (
                Cue(
                    r"(?:does|will|do|is|are) not (?:test|testing|involve|include|give|change|treat|a treatment"
                    r"|provide)\b[^.]{0,40}(?:drug|treat|medicine|device|therapy|care|dose|it\b)",
                    1.6,
                ),
                Cue(
                    r"(?:no|not an?|without any) (?:study |experimental |investigational |new )?(?:drug|medicine|"
                    r"treatment|intervention|device)s?[^.]{0,30}(?:tested|given|used|in this (?:study|"
                    r"registry|project)|study)",
                    1.5,
                ),
                Cue(r"observational|this is (?:a|an) (?:registry|survey|interview|natural history)", 1.5),
                Cue(r"(?:did|do|will) not (?:pick|choose|decide|control) (?:the|your|which) (?:medicine|drug|"
                    r"treatment)|only (?:collect|watch|observe|measure|follow)", 1.4),
                Cue(r"(?:doctors?|nurses?|team)\b[^.]{0,20} (?:have |has )?already (?:decided|ordered|chosen|prescribed)|"
                    r"(?:given|getting|ordered|taking)[^.]{0,40} (?:as )?part of (?:your|their|his|her|the) (?:\w+ )?"
                    r"(?:usual|regular|routine|normal|standard) care", 1.2),
            ),
            avoid=(
                Cue(r"placebo|sugar pill|not (?:be )?(?:paid|charged)|stop|if you|cost|insur|cannot", 1.5),
                Cue(r"^we only|copies|is larger| \| ", 1.0),
                _EARLIER,
            ),
            home=(*_PARTS, *_WHO, *topics.PROCEDURES),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.COSTS, *topics.ALTERNATIVES, *topics.BENEFITS),
            most=2,
            threshold=1.9,
        ),
        # What the thing is.
        Aspect(
            "thing",
            (
                Cue(
                    rf"\b(?:is|are|called|studying|testing) (?:an? |the )?(?:\w+[ -]){{0,3}}(?:investigational|experimental|new|study)\b"
                    rf"[^.]{{0,30}}?{_THING}",
                    1.6,
                ),
                Cue(
                    rf"\b(?:we are|study is|we will be|this study|the study|research study|study) (?:studying|testing|"
                    rf"comparing|compares|tests|evaluating|looks at|looking at|of|to validate|to test) "
                    rf"(?:an?|the|one|two|three|whether|how)?[^.]{{0,60}}?{_THING}",
                    1.5,
                ),
                Cue(rf"{_THING}[^.]{{0,30}}? (?:is |are |being tested is |being studied is )?(?:being )?"
                    r"(?:called|named|known as)", 1.2),
                Cue(r"investigational|experimental", 0.7),
                Cue(
                    r"not (?:been |yet )*(?:approved|cleared|licensed)[^.]{0,80}(?:combination|for this|to treat|"
                    r"for (?:the )?(?:treatment|use))",
                    0.9,
                ),
                Cue(r"we are comparing|compar\w+ [^.]{3,60} (?:with|to|and|versus|against) ", 1.3),
                Cue(r"(?:two|three|several) (?:\w+ ){0,2}(?:treatments|medicines|drugs|ways|approaches|"
                    r"options|doses)\b", 1.1),
                Cue(r"combin(?:ed|ation)|made by|works by|blocks|is designed to", 0.5),
            ),
            avoid=(
                Cue(r"other (?:investigational|experimental)|investigational stud|involved in", 3.0),
                Cue(r"(?:purpose|aim|goal|reason)s? (?:of|for)|find out|to learn|to see (?:if|whether)|want to", 0.9),
                Cue(r"[\"\u201c]?(?:investigational|experimental)[\"\u201d]? means|placebo is|means that", 0.7),
                Cue(r"side effect|risk|if you|your (?:choice|rights|insurance)|already|we think|is larger|run by|is closed", 0.8),
                _EARLIER,
                _DANGLING,
            ),
            home=(*_PARTS, r"study (?:drug|device|treatment|intervention|product|medicine)", *topics.PROCEDURES),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.COSTS, *topics.INJURY, *topics.ALTERNATIVES,
                  *_ENDING, *topics.PAYMENT),
            threshold=2.1,
        ),
        Aspect(
            "second thing",
            (
                Cue(rf"^second\b[^.]{{0,60}}{_THING}", 1.6),
                Cue(rf"(?:another|second|other|also) (?:\w+ ){{0,2}}{_THING}[^.]{{0,40}}(?:called|is being (?:tested|studied)|"
                    r"investigational|experimental)", 1.4),
                Cue(rf"\b(?:is|are|called|studying|testing) (?:an? |the )?(?:\w+[ -]){{0,3}}(?:investigational|experimental)"
                    rf"\b[^.]{{0,30}}?{_THING}", 1.2),
                Cue(rf"{_THING}[^.]{{0,30}}? (?:is |are )?(?:called|named|known as)", 1.2),
                Cue(r"not (?:been |yet )*(?:approved|cleared|licensed)", 0.8),
                Cue(r"investigational|experimental|combin(?:ed|ation)", 0.8),
            ),
            avoid=(
                Cue(r"other (?:investigational|experimental)|investigational stud|involved in|(?:is|are) not being", 3.0),
                Cue(r"[\"\u201c]?(?:investigational|experimental)[\"\u201d]? means|placebo is|means that|we think|"
                    r"find out|to learn|purpose", 0.9),
                Cue(r"side effect|risk|if you|your (?:choice|rights|insurance)|already|run by|is closed", 0.8),
                _EARLIER,
                _DANGLING,
            ),
            home=(*_PARTS, r"study (?:drug|device|treatment|intervention|product|medicine)"),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.COSTS, *topics.INJURY, *topics.ALTERNATIVES,
                  *_ENDING, *topics.PAYMENT, *topics.PROCEDURES),
            threshold=2.2,
        ),
        # What it is compared with.
        Aspect(
            "control",
            (
                Cue(r"placebo|\bsham\b|look-?alike|inactive (?:pill|substance|solution|tablet)|sugar pill|dummy", 1.2),
                Cue(r"usual care|standard (?:of care|care|treatment)|control group|comparison group|wait-?list", 1.0),
                Cue(r"groups?\b|chance|either|\bor\b|half|one of|out of|receive|\bgets?\b|looks like|\buse\b", 0.4),
                Cue(r"whether (?:you|your child) (?:gets?|receives?)|which of the (?:two|three)", 0.9),
            ),
            avoid=(
                Cue(r"(?:purpose|aim|goal) of|find out|to learn|better than|more than", 0.9),
                Cue(r"(?:trial|study) (?:named|called)|that study|another team|very common", 2.0),
                Cue(r"if you say no|not (?:take part|join|in the study)|side effect|risk|cost|bill|paid|results?\b|"
                    r"there is no placebo|no placebo|will not know|doctor will|blind|no sham|get better|worse|"
                    r"(?:part|regardless) of|would normally|visits?\b|exam|tests?\b", 1.0),
                Cue(r" \| ", 0.6),
                _EARLIER,
                _DANGLING,
            ),
            home=(*_PARTS, *topics.PROCEDURES, r"groups?\b|random|assign"),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.COSTS, *topics.INJURY, *topics.ALTERNATIVES,
                  *_ENDING, *topics.PAYMENT, *topics.BENEFITS, *topics.PRIVACY, *topics.CONTACT),
            threshold=2.2,
        ),
        # What people get: groups, doses, sessions.
        Aspect(
            "given",
            (
                Cue(
                    r"\b(?:you|your child|your baby|everyone|people|participants|one group|half|group \w+|"
                    r"patients|subjects|they|volunteers|all|person|each)\b[^.]{0,40}? (?:will |would |may )?"
                    r"(?:either |also |then )?(?:receives?|gets?|be given|takes?|uses?|wears?|have|has|be treated|walk|"
                    r"train|do|be asked to (?:take|use|wear|complete|answer|fill))\b",
                    0.9,
                ),
                Cue(r"^(?:group|arm|cohort|part) \w+\b[^.]{0,30}:|group:", 1.0),
                Cue(r"study (?:drug|medicine|device|treatment|product|vaccine|intervention|therapy)|\d mg\b|by mouth|infusion|injection|under the skin|"
                    r"into (?:a|your) vein|tablet|capsule|treadmill|lessons|sessions|wear|probe will|exercise|class", 0.7),
                Cue(r"whether you (?:get|receive)|either\b.{0,80}\bor\b|one of (?:two|three|the following)", 0.8),
                Cue(r"(?:training|therapy|program|intervention|lessons|sessions?) (?:will )?(?:involve|include|consist)",
                    1.3),
            ),
            avoid=(
                Cue(r"\bcard\b|copy|paid|gift|side effect|risk|results?\b|blood (?:test|draw)|screening|"
                    r"urine|\bscan\b|exam\b|questions you|questionnaire|diary|bring|keep|(?:trial|study) (?:named|called)|that study|"
                    r"steroid|(?:you|can|to) decide|leave the study|if you (?:do not|are|say|"
                    r"have|stop)|may not|pregnan|emergency|scheduled|responsibilit|appointment", 0.9),
                Cue(r"(?:purpose|aim|goal) of|find out", 0.9),
                Cue(r" \| ", 0.6),
                _EARLIER,
                _DANGLING,
            ),
            home=(*_PARTS, *topics.PROCEDURES, r"(?:study )?(?:groups?|treatments?|drugs?|interventions?)\b"),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.COSTS, *topics.INJURY, *topics.ALTERNATIVES,
                  *_ENDING, *topics.PAYMENT, *topics.BENEFITS, *topics.PRIVACY),
            threshold=2.3,
        ),
        # Surveys, interviews and lessons.
        Aspect(
            "asked",
            (
                Cue(r"(?:asked|invited) to (?:complete|answer|fill|take part in|do|attend|wear|keep|come|give|play|"
                    r"have|talk)|would (?:have|come|answer|wear|complete)", 1.0),
                Cue(r"(?:surveys?|questionnaires?|interviews?|focus groups?|diar(?:y|ies)|lessons?|sessions?)\b", 1.0),
                Cue(r"medical records?|samples?\b|questions (?:about|on)|minutes", 0.4),
            ),
            avoid=(Cue(r"sub-?study|optional|some questions|skip|upset|record(?:ed|ing)s?|\$|gift|if you (?:have|do not)|"
                       r"any questions|ask (?:us|the)|your questions|kept|stored|destroyed|deleted", 1.2),
                   Cue(r"^(?:[^ ]+ ?){1,5}$", 0.6), _EARLIER, _DANGLING),
            home=(*_PARTS, *topics.PROCEDURES),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.COSTS, *topics.PRIVACY, *topics.PAYMENT, *topics.BENEFITS,
                  *topics.CONTACT, *topics.SHARING),
            threshold=0.8,
            unless=("thing", "control", "given"),
        ),
        Aspect(
            "aim",
            (
                Cue(r"(?:purpose|goal|aim)s? of (?:this|the|our)", 1.0),
                Cue(r"(?:to|will) (?:test|compare|evaluate|learn|find out|see) ", 0.8),
            ),
            avoid=(Cue(r"of (?:this |the )?(?:consent|form|document)", 3.0), _EARLIER, _DANGLING),
            home=_PARTS,
            away=_ELSEWHERE,
            threshold=1.6,
            unless=("none", "thing", "control", "given", "asked"),
        ),
    ),
)

_JOIN = r"(?:take part|taking part|participate|join|enroll|be in|be included|be part|be invited|qualify)"
_AGES = (
    r"(?:years? (?:of age|old)|\bages? (?:of )?\d|\baged? \d|ages? between|between (?:the )?ages|"
    r"\d+ (?:to|and|-|\u2013|through) \d+ (?:years|months)|\d\d (?:years )?(?:of age )?(?:and|or) "
    r"(?:older|over|above)|\bat least \d\d\b|\badults?\b|days old|months old|weeks old)"
)
_POPULATION = Question(
    "population",
    "text",
    "Who can take part?",
    (
        Aspect(
            "may",
            (
                Cue(
                    r"(?:can|may|could|able to|eligible to|invited to|qualify to|must|should)\b[^.]{0,30}\b"
                    rf"{_JOIN}\b[^.]{{0,50}}\b(?:if|who)\b",
                    1.6,
                ),
                Cue(rf"who\b[^.]{{0,120}}\b(?:can|may|are eligible to|are able to|are invited to) {_JOIN}", 1.5),
                Cue(
                    r"to (?:be eligible|qualify|take part|join|participate|be in)[^.]{0,40}(?:you|your child|"
                    r"participants|they) (?:must|should|need)|you are eligible|inclusion criteria|"
                    r"participants? (?:of|in) this (?:study|research) (?:should|must|will)|"
                    r"(?:looking for|recruiting|enrolling|inviting|seeking|open to|includes?|will include)",
                    1.3,
                ),
                Cue(r"^(?:healthy |adult )?(?:men|women|people|adults|children|patients|individuals|persons|"
                    r"students|parents|veterans|babies|anyone|volunteers|participants|subjects|first-year)\b", 0.9),
                Cue(_AGES, 1.0),
                Cue(r"who (?:have|has|are|had|live)|diagnos|newly|scheduled|planned|undergone|healthy", 0.5),
            ),
            avoid=(
                Cue(rf"(?:cannot|can.t|can not|may not|not be able to|should not|not be eligible to|unable to) {_JOIN}|"
                    r"you may not|excluded", 2.0),
                Cue(r"voluntar|do(?:es)? not have to|choose|decide|stop|withdraw|leave|penalt|rights", 1.2),
                Cue(r"we will (?:check|ask)|study (?:staff|doctor|team) will|other (?:inclusion|criteria)|"
                    r"about [\d,]+ |up to [\d,]+ (?:people|participants|subjects)|not be able|live with this", 1.2),
                _EARLIER,
            ),
            home=_WHO,
            away=(*_ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
            threshold=2.3,
        ),
        Aspect(
            "asked",
            (
                Cue(r"(?:asked|invited|asking|inviting|approached|selected|chosen|eligible|contacted)\b"
                    r"[^.]{0,80}\b(?:because|since|as) (?:you|your|he or she|they|a )", 1.8),
                Cue(r"^because you (?:have|are)", 1.0),
            ),
            avoid=(Cue(r"stop|leave|sign|copy|cannot make|not able to (?:consent|give|make)", 1.0),),
            home=(*_WHO, *_PARTS),
            away=_ELSEWHERE,
            unless=("may",),
        ),
        Aspect(
            "must",
            (
                Cue(r"(?:you|your child|participants|they|subjects) (?:must|need to|have to) be\b", 1.0),
                Cue(_AGES, 1.0),
                Cue(r"must (?:test|have|be)\b", 0.5),
            ),
            avoid=(
                Cue(rf"(?:cannot|can.t|may not|not) {_JOIN}|will be told|contracepti|birth control|partner", 2.0),
                Cue(r"about [\d,]+|lifetime|risk|side effect|of adults", 1.0),
                _EARLIER,
            ),
            home=_WHO,
            away=(*_ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS, *topics.CONTACT),
            threshold=2.0,
            unless=("may",),
        ),
        Aspect(
            "not",
            (
                Cue(
                    r"(?:may not|cannot|can.t|can not|not be able to|should not|are not eligible to|unable to|"
                    rf"will not be able to|not be eligible to) {_JOIN}",
                    1.6,
                ),
                Cue(r"(?:will be|are|is) (?:excluded|not eligible|ineligible)|exclusion criteria|"
                    r"you (?:may|can)not", 1.3),
                Cue(r"\bif\b|who\b|:$", 0.4),
            ),
            avoid=(
                Cue(r"choose|decide|do not sign|interview part|sub-?study|screening|optional|another", 1.5),
                Cue(r"part of the study|(?:the|this) (?:part|arm|group)", 1.5),
            ),
            home=_WHO,
            away=(*_ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
            threshold=2.6,
        ),
    ),
)

_CHILD = r"your (?:child|baby|infant|newborn|toddler|son|daughter|teen|adolescent|minor)\w*"
_MINOR = r"(?:[0-9]|1[0-7])"
_PEDIATRIC = Question(
    "is_pediatric",
    "boolean",
    "Can minors (under 18) take part as subjects?",
    (
        Aspect(
            "child",
            (
                Cue(rf"(?:permission|consent) for {_CHILD}|{_CHILD}[^.]{{0,60}}(?:take part|participat|study|"
                    r"research|join|be in)|(?:allow|want|let|let) " + _CHILD, 2.0),
                Cue(r"parental permission|permission of (?:a |the )?parent|parents? (?:must|need to|will) "
                    r"(?:also )?(?:sign|give)|child(?:ren)?.s assent|assent (?:form|page|of)", 0.9),
                Cue(r"(?:children|adolescents|teens|teenagers|infants|newborns|babies|youth|minors|kids)"
                    r"[^.]{0,60}(?:aged?|ages|between|who|can (?:take|join|be)|take part)", 1.0),
            ),
            avoid=(
                Cue(r"pregnan|breast|born|if you are the parent|nurs(?:e|ing)|father|in the future|or your child|"
                    r"you/your|\(or your|other children|keep .* out of reach", 1.2),
                _EARLIER,
            ),
            away=(*topics.OPTIONAL, *topics.RECORDS, *topics.RISKS),
        ),
        Aspect(
            "age",
            (
                Cue(
                    rf"\b(?:ages?|aged|between(?: the ages of)?) (?:of )?{_MINOR}\b(?: years?| months?| weeks?)?"
                    r"(?: old| of age)?\s*(?:-|\u2013|to|and|through|up to)\s*\d+",
                    1.4,
                ),
                Cue(
                    rf"\b(?:are|is|be|from) {_MINOR}\b(?: years?| months?| weeks?)?(?: old| of age)?\s*(?:-|\u2013|to|and|"
                    r"through|up to)\s*\d+\s*(?:years|months|weeks|days)",
                    1.4,
                ),
                Cue(
                    rf"(?:at least|age|aged|are) {_MINOR}\b(?: years?(?: old| of age)?)?(?: (?:or|and) (?:older|over|above))"
                    rf"|at least {_MINOR}\b(?= years| and|\.|,)|\b{_MINOR} (?:years )?(?:of age )?(?:or|and) "
                    r"(?:older|over|above)",
                    1.4,
                ),
                Cue(rf"(?:less than|under|younger than) (?:\d+ (?:days|weeks|months)|{_MINOR} years|18)[^.]{{0,20}}", 0.9),
                Cue(r"\bdays old|months old", 0.6),
                Cue(rf"{_JOIN}|eligible|years (?:old|of age)", 0.5),
            ),
            avoid=(
                Cue(r"\b(?:mg|kg|mL|percent|%|score|index|weeks? of|visits?|HIV|counsel)\b|hours|minutes|"
                    r"cannot|can.t (?:take|join|be)|may not|in some (?:countries|states)|scale|points|times", 1.5),
                _EARLIER,
            ),
            home=_WHO,
            away=(*topics.OPTIONAL, *topics.RECORDS, *topics.RISKS, *topics.SIGNATURES, *topics.PRIVACY),
            threshold=1.8,
        ),
        Aspect(
            "adult",
            (
                Cue(r"\badults?\b", 0.8),
                Cue(
                    r"\b(?:1[89]|[2-9]\d)\b(?: years?)?(?: of age| old)? (?:or|and) (?:older|over|above)|"
                    r"\b(?:at least|over|aged?|ages|between|older than|age of) (?:the age of |the ages of )?(?:1[89]|[2-9]\d)\b|"
                    r"\b(?:are|is|be) (?:\u2265 ?)?(?:1[89]|[2-9]\d)\b[^.]{0,20}(?:years|age|old)|"
                    r"\b(?:1[89]|[2-9]\d) ?(?:to|-|\u2013|through) ?\d\d years",
                    1.6,
                ),
                Cue(r"years (?:of age|old)|older", 0.4),
            ),
            avoid=(
                Cue(rf"children|{_CHILD}|turn(?:s|ed)? 18|becom\w+ an adult|when .* 18|parent|in adults|"
                    r"adults (?:who have|with)|an adult (?:in|must|who)|\d+ (?:in|of|out of) ", 1.5),
                Cue(r"mg\b|mL|%|percent|index|BMI", 1.0),
                _EARLIER,
            ),
            home=_WHO,
            away=(*topics.OPTIONAL, *topics.RECORDS, *topics.RISKS),
            threshold=1.0,
            value=False,
        ),
    ),
    silence=False,
)

_PEOPLE = (
    r"(?:people|persons|subjects|participants|patients|volunteers|adults|children|women|men|families|"
    r"individuals|infants|babies|newborns|students|parents|caregivers|veterans|teens|adolescents|youth|couples|"
    r"pairs|households|residents|employees|teachers|survivors|members|others|donors|girls|boys|"
    r"mothers|fathers|nurses|staff|clinicians|healthy|eligible)"
)
_COUNT = (
    r"(?:\d[\d,]*|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|eleven|twelve|"
    r"fifteen|sixteen|eighteen|(?:one|two|three|four|five|six) (?:hundred|thousand))(?:[- ]\w+)?)"
)
_UNITS = (
    r"(?!\s*(?:[-\u2013]|to \d)?\s*(?:\d+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|times|visits?|mg|ml|%|"
    r"percent|centers|sites|hospitals|countries|studies|groups|out of|in \d|of (?:these|those)))"
)
_NUMBER = Question(
    "number_of_participants",
    "text",
    "How many people take part in all, and here?",
    (
        Aspect(
            "count",
            (
                Cue(
                    r"(?:about|approximately|total|up to|around|expect|enroll|recruit|include|invite|nearly|as many as|"
                    r"plan|hope|at least|need|roughly|some|maximum)\b[^.]{0,40}?(?<![\d-])"
                    rf"{_COUNT}\b{_UNITS}[^.]{{0,40}}?\b{_PEOPLE}",
                    1.5,
                ),
                Cue(
                    rf"{_COUNT}\b{_UNITS} (?:\w+ ){{0,3}}{_PEOPLE}[^.]{{0,60}} (?:will|are expected|take|in "
                    r"(?:this|the) study|from|at|across|worldwide|around|nationwide|to (?:take|participate|be))",
                    1.0,
                ),
                Cue(r"(?:take part|participate|be in|be enrolled|join|enroll|be included|in (?:this|the) (?:study|registry|"
                    r"project|trial|research))", 0.6),
                Cue(r"will answer|will complete|hope (?:that|for|to)", 0.5),
                Cue(r"in all\b|in total|total of|altogether|overall|in the (?:current )?study|nationwide|worldwide|"
                    r"countries|(?:several|many|other) (?:sites|centers|hospitals|institutions)", 0.6),
            ),
            avoid=(
                Cue(r"side effect|out of (?:every )?\d|(?:were|was) (?:treated|given|enrolled|tried)|"
                    r"live with|screened only|have (?:this|the) (?:disease|condition)|1 in \d|in 100\b", 2.0),
                Cue(r"have (?:been (?:given|treated)|received|taken)|had (?:taken|received)|\btried\b", 2.0),
                Cue(r"interview part|sub-?study|optional|pick \d|focus group|\$|gift|drawing|winning", 1.2),
                Cue(r"(?:group|arm|part|cohort|phase|stage) (?:\w+ )?will|the first|in each group|part (?:1|2|one|two)", 1.2),
                _EARLIER,
            ),
            home=(
                r"how many (?:\w+ )?(?:people|subjects|participants|others|patients|children|babies|families|will)",
                r"number of (?:people|subjects|participants)",
            ),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.PAYMENT, *topics.BENEFITS),
            threshold=1.5,
        ),
        Aspect(
            "here",
            (
                Cue(
                    rf"{_COUNT}\b{_UNITS}[^.]{{0,60}}\b(?:here|at (?:this|the|our|your)\b|at (?-i:[A-Z])|from (?-i:[A-Z])|"
                    r"of them|in each|at each|locally|this (?:site|center|hospital|clinic))",
                    1.2,
                ),
                Cue(r"(?:here|at (?:this|our|your) (?:\w+ )?(?:site|center|hospital|clinic|university|institution)|at "
                    rf"(?-i:[A-Z])\w+)[^.]{{0,60}}{_COUNT}\b{_UNITS}", 1.0),
                Cue(rf"{_PEOPLE}|of them|enroll|take part", 0.4),
            ),
            avoid=(
                Cue(r"screened|out of|were|had|\$|paid|phone|call|room|suite|minutes|days|hours|mL|mg|years|months|"
                    r"interview part|sub-?study", 1.5),
                _EARLIER,
            ),
            home=(
                r"how many (?:\w+ )?(?:people|subjects|participants|others|patients|children|babies|families|will)",
                r"number of (?:people|subjects|participants)|at (?:your|this) (?:hospital|site)",
            ),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.PAYMENT, *topics.BENEFITS, *topics.CONTACT),
            threshold=2.6,
        ),
    ),
    most_words=50,
)

_NOT_CHANCE = (
    r"(?:\bnot\b|n.t\b|\bno\b|never|nothing|without|rather than|instead of)[^.]{0,50}(?:chance|random|coin)"
)
_RANDOMIZED = Question(
    "randomized",
    "boolean",
    "Are subjects assigned to groups by chance?",
    (
        Aspect(
            "chance",
            (
                Cue(r"randomi[sz]|at random|randomly", 1.0),
                Cue(
                    r"(?:by|random|pure|equal|same|\d in \d|one in (?:two|three|four|five)|1:1|50.50|two.thirds?|half|"
                    r"\d out of \d|\d+%|\d+ percent) (?:chance|probability)|chance of (?:being|getting|receiving) (?:in|put|"
                    r"either|the|placebo|assigned)",
                    1.0,
                ),
                Cue(r"(?:assign|put|place|group|chosen|choos|decid|pick|select)\w*[^.]{0,60}(?:by|random) chance|(?:assigned|"
                    r"randomi[sz]ed|randomly assigned|put|placed) (?:\w+ )?(?:to|into|in) (?:one|either|a|the|two|group)", 0.8),
                Cue(r"(?:flip|toss|like flipping|tossing)[^.]{0,14}coin|draw(?:ing)? (?:straws|numbers|names|lots)|"
                    r"roll(?:ing)? (?:of )?(?:the |a )?dice|out of a hat|lottery", 1.4),
                Cue(r"(?:group|arm|assign|placebo|treatment|study drug|which of|order|put you|place you|decide|sham|"
                    r"either)", 0.7),
                Cue(r"computer (?:program )?(?:will|decides|chooses|picks|assigns|puts)", 0.6),
            ),
            avoid=(
                Cue(_NOT_CHANCE, 3.0),
                Cue(r"random (?:order|sample|number|id|code|\d|digit|time|drug test|check|selection of)|drawing for|raffle|"
                    r"gift card|prize|randomly (?:generated|selected (?:phone|to (?:be|receive)))|at random (?:but|from)|"
                    r"pick \d+|call(?:s|ed) at random|pictures", 2.0),
                Cue(r"(?:passing|chance of (?:getting|having) (?:a |the )?(?:cancer|disease|pregnan))|will win", 2.0),
                _EARLIER,
            ),
            home=(*topics.PROCEDURES, *topics.KEY, r"groups?|random|assign|chance"),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.PAYMENT, *topics.PRIVACY),
            threshold=1.5,
        ),
        Aspect(
            "choice",
            (
                Cue(
                    r"(?:not|n.t|never)\b[^.]{0,40}(?:randomi[sz]|(?:assigned|decided|chosen|picked|put|placed|selected|made)"
                    r"[^.]{0,30}(?:by chance|at random|randomly))|non-?randomi[sz]|no randomi[sz]ation|"
                    r"nothing is (?:decided|done) by chance",
                    2.8,
                ),
                Cue(r"(?:there (?:are|is) (?:no|only one) (?:study |treatment |comparison )?groups?|single[- ](?:arm|group)|"
                    r"(?:everyone|everybody|all (?:participants|subjects|patients|people|children|babies))[^.]{0,30} "
                    r"(?:get|gets|receive|receives|same) (?:the )?(?:same|study))", 1.0),
            ),
            avoid=(Cue(r"optional|extension|sub-?study|if you (?:do|choose)|pictures|sample", 2.0),),
            away=(*_ELSEWHERE, *topics.PRIVACY),
            value=False,
        ),
    ),
    silence=False,
)

_STOP = (
    r"(?:stop|stopping|avoid|avoiding|not (?:take|use|get|receive|start)|refrain from|hold|withhold|discontinue|go without|"
    r"come off|stay off|go off|be off|taper|pause|skip|free of|give up|wean|lower(?:ed)?|"
    r"not (?:be )?(?:allowed|permitted)[^.]{0,12})"
)
_MEDICINE = (
    r"(?:medicines?|medications?|drugs?|supplements?|pills?|inhalers?|antibiotics?|aspirin|ibuprofen|nsaids?|steroids?|"
    r"blood thinners?|anticoagulants?|vitamins?|herbal|antihistamines?|opioids?|statins?|antidepressants?|"
    r"immunosuppress\w+|biologics?|vaccines?|prescription|over-the-counter|\w+ therapy|treatments? for your|"
    r"anti-\w+s?|bronchodilators?|insulin|antacids?|painkillers?|pain relievers?)"
)
_WASHOUT = Question(
    "washout_required",
    "boolean",
    "Must subjects stop or avoid medicines?",
    (
        Aspect(
            "stop",
            (
                Cue(rf"\b{_STOP}\b (?:taking |using |all |any |your |some |certain |other |the |or |use of )*"
                    rf"(?:[\w/-]+,? ){{0,6}}?{_MEDICINE}", 1.5),
                Cue(r"(?:will|may|might|must|would) (?:have|need|be asked|be required|be told) to (?:stop|avoid|stay off)"
                    r"(?: taking| using)?(?: (?:some|any|all|your|certain|these|other|the following|before|for)\b|:|,|$)", 1.4),
                Cue(r"wash-?out (?:period|phase|of (?:your|any|all|medic|drug))|(?:medic\w+|drug) wash-?out", 1.5),
                Cue(r"(?:you|your child|participants|patients|subjects)\b[^.]{0,40}(?:will (?:need|have|be asked|be required)|"
                    r"must|may (?:need|have|be asked)|should|need|have to|are asked|cannot|can.t|may not|asked|able)", 0.3),
                Cue(r"^(?:do not|please do not|avoid|stop|you must not|don.t)\b", 0.4),
                Cue(r"before (?:the|your|each|you|starting|day|an?)|during the study|while you are|for (?:at least )?\d+ "
                    r"(?:days|weeks|hours|months)|\d+ (?:days|weeks|hours)|until", 0.4),
            ),
            avoid=(
                Cue(r"stop (?:taking |using |getting |receiving )?(?:the |this |your )?(?:study|research|trial|treatment)|"
                    r"study (?:drug|medic|treatment|doctor may)|further treatment|investigational", 1.8),
                Cue(r"if you (?:decide|want|choose|stop|leave|withdraw|cannot|can.t|do not)|side effects?|reaction|may cause|"
                    r"doctor (?:may|might|could) (?:stop|lower|reduce)|people who|patients who|withdraw|early", 1.5),
                Cue(r"not (?:need|have|required|be asked|ask)\b[^.]{0,20} to (?:stop|hold|change)|without stopping|never asks?|"
                    r"no (?:medicine|medication)|none has to|need not stop|nobody|not stop|don.t stop|"
                    r"(?:keep|continue|go on|stay on)\b|stop any (?:of )?(?:your )?medic|only stop", 2.5),
                Cue(r"no matter|excluded|(?:cannot|can.t|may not|not be able to) (?:take part|join|be in|participate)|"
                    r"regardless|washout time|unable to stop|wash-?out: no|from the device|illegal|recreational|sell|"
                    r"share|driv|milk|breast|nurs", 2.0),
                _EARLIER,
            ),
            home=(r"wash-?out|stop\w* .*medic|medic\w+ .*(?:stop|avoid|not)|restrict|prohibited|must not|before (?:you|your|the)|"
                  r"responsibilit|what (?:should|must) I (?:not|avoid)",),
            away=(*_ELSEWHERE, *_ENDING, *topics.PRIVACY, *topics.COSTS, *topics.RISKS, *topics.ALTERNATIVES,
                  *topics.INJURY, r"voluntar|exclusion|(?:cannot|should not|may not) (?:take|join|be)"),
            threshold=1.9,
        ),
        # Named where the risks are: what comes of stopping the usual medicines.
        Aspect(
            "risk",
            (
                Cue(r"(?:risks? (?:of|from|if you)|because you|while you|when you|since you) (?:are |will |may |have to |must |"
                    r"need to )*(?:stop|stopping|go without|going without|be(?:ing)? off|coming off|come off|not taking|"
                    r"hold|holding|wash-?out)", 1.6),
                Cue(r"wash-?out period|stopping (?:your|the) (?:usual|current|regular|other|\w+) (?:medic|drug|treatment|pill|"
                    r"inhaler)", 1.5),
            ),
            avoid=(Cue(r"study (?:drug|medic|treatment|tablet)|leave the study|stop being|stop taking part|withdraw|no wash|"
                       r"from the (?:device|band)|wash-?out time", 2.0), _EARLIER),
            away=(*_ELSEWHERE, *topics.PRIVACY, *topics.COSTS),
        ),
        Aspect(
            "go on",
            (
                Cue(r"(?:not|never|no|none|nobody|n.t)\b[^.]{0,40}(?:stop|hold|change|stopped|held)\b[^.]{0,30}(?:medic|drug|"
                    r"treatment|for the study)", 3.0),
                Cue(r"no (?:medicine|medication|drug)s? (?:has|have|needs?) to be stopped", 3.0),
                Cue(r"(?:keep|continue|go on|stay on)\b[^.]{0,30}(?:taking|with|using)?[^.]{0,20}(?:all|usual|regular|other|"
                    r"current|normal|any)\b[^.]{0,15}medic", 1.8),
                Cue(r"take all of your medic", 1.8),
            ),
            avoid=(Cue(r"unless|except|leave the study|without (?:asking|talking|first)|may (?:need|have|be asked) to stop|"
                       r"study (?:drug|medic)", 2.0),),
            away=(*_ELSEWHERE, *topics.PRIVACY, *topics.COSTS, *_ENDING),
            value=False,
        ),
    ),
    silence=False,
)

DESIGN = (_INTERVENTION, _PURPOSE, _POPULATION, _PEDIATRIC, _NUMBER, _RANDOMIZED, _WASHOUT)
