"""The most serious and the most likely risks, group by group in the order of a reader's needs."""

from dataclasses import replace

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions.risk_frame import (
    AWAY,
    DRAW,
    GRAVELY,
    HOME,
    LIKELY,
    MINOR,
    risk,
)
from conspectus.plugins.informed_consent_ki.questions.risk_groups import (
    FREQUENT,
    GRAVE,
    OFTEN,
    SERIOUS,
)

_TESTS = (
    risk(
        "device",
        r"laser|electric(?:al)? shock|malfunction|batter(?:y|ies)|\bburns?\b|overheat|heat up|"
        r"magnet|"
        r"\bmetal\b|closed.in|claustrophob|loud (?:noise|knocking)|an(?:a)?esthe|sedat|incision|"
        r"(?:loud|banging|knocking) \w*|small spaces?|enclosed|scared",
        form="labelled",
        home=(r"MRI|scan|imaging|device|band|sensor|an(?:a)?esthe|surg",),
    ),
    risk(
        "procedures",
        r"biops[^.;]*(?:pain|bleed|infect|sore)|\bcough(?:ing)?\b|cramp|gagging|"
        r"\bpain(?:ful)?\b|pressure or|hurts?\b",
        MINOR,
        form="labelled",
        home=(
            r"biops|scop|aspir|punctur|catheter|procedure|test|swab|scan|surg|injection|walk|eye",
        ),
    ),
    risk(
        "blood_draw",
        rf"(?:{DRAW})[^.;]*(?:pain|bruis|faint|sore|infect|light|discomfort|hurt)|"
        rf"(?:pain|bruis|faint|sore|discomfort)[^.;]*(?:{DRAW})|bruis|faint",
        form="labelled",
        home=(DRAW,),
    ),
    risk(
        "radiation",
        r"(?:expos\w+|amounts?|dose)[^.;]{0,40}radiation|radiation (?:exposure|dose|risk)|"
        r"radiation[^.;]{0,60}cancer|x-rays?[^.;]{0,40}(?:radiation|cancer)|"
        r"millisievert|\bmSv\b",
        Cue(r"background|natural|radiation therapy|everyone|all of us", 0.5),
    ),
)
_BODILY = tuple(group.name for group in (*GRAVE, *OFTEN, *SERIOUS, *FREQUENT, *_TESTS))
_NO_RISK = (
    r"^(?:\W*(?:\w[\w-]* ){0,4}risks?\W+)?(?:there|we|the (?:study|research|researchers?|"
    r"investigators?)|this (?:study|research|project|survey)|your participation|participation|"
    r"participating|taking part|being in|you|no(?=ne\b)|it)\b"
)
_SAFE = (
    Aspect(
        "none_known",
        (
            Cue(
                _NO_RISK + r"(?=[^.;]{0,60}\b(?:(?:no|not any|n.t any|not (?:\w+ ){0,3}any|few)"
                r"(?: or \w+)? (?:[\w-]+,? (?:or |and )?){0,5}(?:risks?|harms?|discomforts?|"
                r"dangers?)\b|(?:minimal|no (?:more|greater) than minimal|very low|little) (?:or no "
                r")?risk|risks?\b[^.;]{0,30}(?:minimal|no (?:greater|more) than|not (?:be )?"
                r"(?:greater|more)|very (?:low|small))|not (?:\w+ )?(?:incur|expose|involve|pose|"
                r"carry|present|put|place|entail)\b[^.;]{0,50}risks?))",
                2.0,
            ),
            Cue(r"known|foreseeable|anticipate|expect|minimal|everyday|daily life|beyond", 0.3),
        ),
        avoid=(
            Cue(
                r"review board|\bIRB\b|wa(?:s|ived)|benefit|if you|pregnan|\bother\b|additional|"
                r"further|insur|to (?:reduce|minimi[sz]e|lower)|not (?:yet )?known|unknown|"
                r"radiation|\bMRI\b|ultrasound|drug|\bcode",
                2.0,
            ),
        ),
        form="phrase",
        unless=_BODILY,
        threshold=2.2,
    ),
    Aspect(
        "not_covered",
        (
            Cue(
                r"(?:does|do|will|may) not (?:\w+ )?(?:protect|cover|apply|prohibit|prevent|extend)"
                r"[^.;]{0,90}(?:discriminat\w+|life insur|life,|disability|long.?term care)",
                2.0,
            ),
        ),
        home=(r"genetic|GINA|discriminat",),
        form="phrase",
        unless=_BODILY,
        threshold=2.0,
    ),
)
_PERSONAL = (
    risk(
        "mood",
        r"depress|anxi(?:ety|ous)|\bmood\b|distress|upset(?!\w* stomach)|embarrass|uncomfortable|"
        r"stress(?:ful)?\b|frustrat|\bsad\b|emotional|psychological|sensitive (?:questions|topics)|"
        r"\bpanic|nightmare|bad dreams|agitat|restless|\bmani(?:a|c)\b|aggressi|uneasy|"
        r"(?:painful|bad|upsetting) memories",
        Cue(r"uncomfortable feeling|skip", 0.1),
    ),
    risk(
        "privacy",
        r"(?:loss|breach|invasion|lack|risks?)[^.;]{0,25}(?:confidential|privacy)|"
        r"(?:privacy|confidential\w*|information)[^.;]{0,20}(?:may|might|could) (?:be|not|get)|"
        r"(?:some ?one|persons?|people|somebody|others|unauthorized\w*)\b[^.;]{0,60}(?:\bsees?\b|"
        r"seen by|learn|work out|identify|access to|get to|get into|find out)|(?<!not )(?<!yet )(?:bec[ao]me|be) known|"
        r"could be (?:seen|identified|lost|stolen|linked)|overhear|seen by (?:some|other|people)|"
        r"(?:hazard|danger|harm|threat)[^.;]{0,20}privacy|privacy of|tell that (?:a|the|you)|"
        r"\b(?:wrong|other) hands|(?:must|have to|will|may) (?:\w+ )?report (?:it|this|that|them|signs|abuse|"
        r"suspected)",
        Cue(r"certificate|we (?:will|do|work)|code|password", 0.5),
        form="labelled",
        home=(r"privacy|confidential",),
    ),
    risk(
        "group",
        r"(?:members|others|people|veterans|participants|patients|students|parents|everyone)\b[^.;]{0,25} "
        r"(?:will|may|might|could|can) (?:hear|repeat|talk about|pass on|tell (?:others|people))\b|"
        r"repeat what (?:you|is|was)|(?:hear|overhear)s? what you (?:say|tell)",
        weigh=(Cue(r"\bgroup|\bclass|\bmeeting|\bsession|what you say", 0.4),),
    ),
    risk(
        "genetic",
        r"genetic (?:information|findings?|risks?|discriminat)|your gen(?:es|ome)|\bDNA\b|"
        r"discriminat",
        weigh=(Cue(r"used against|discriminat|could be (?:used|linked)|life insur|employ", 1.0),),
    ),
    risk(
        "findings",
        r"(?:see|find|shows?|discover|learn|find out)\b[^.;]{0,40}(?:something|unexpected|"
        r"abnormal|not "
        r"normal|medical problem|clot|health problem)|(?:incidental|unexpected|secondary|"
        r"chance|unlooked.for) findings?|(?:unexpected|unwelcome|upsetting|distressing|unwanted|"
        r"surprising|sensitive) (?:information|news|results?|knowledge)|to light\b",
        Cue(r"something new|new (?:information|findings)|^if we", 1.0),
        weigh=(Cue(r"negative(?:ly)? (?:impact|affect)|famil(?:y|ies)|relationships?", 0.4),),
        threshold=1.3,
    ),
    risk(
        "other",
        r"(?:may|might|could|can) (?:cause|lead|result|make|feel|be|become|need|not|occur|"
        r"happen|increase|"
        r"develop|affect)\b|"
        r"(?:risks?|chance) (?:of|that)|^(?-i:[a-z])[^.|]{3,60}$|"
        r"^(?=[A-Z][^.|?!:]{5,90}$)(?!.*\b(?:will|should|must|please|you|we)\b).*",
        Cue(r"^\W*(?:\w+(?:\.\w+)*\W+)?(?:risks?|side effects?|discomforts?)\b[^:]*$", 2.0),
        Cue(r"^\W*what\b", 2.0),
        Cue(
            r"risks? (?:of|to|in|from) (?:\w+ ){0,2}(?:allowing|letting|taking part|participat\w+|"
            r"being|joining|storing|sharing|giving|donating|providing|developing|passing)\b|"
            r"(?:DNA|gene|genetic) (?:changes?|variants?)|risk score|become available|"
            r"choose to complete|newsletter",
            2.0,
        ),
        Cue(
            r"^(?:you|if|for|this|these|what|we|common|occasional|rare(?=,)|likely|less likely)\b|"
            r"(?:doctor|team|staff|we) (?:will|can|may)\b|risks (?:that|of this)|following|like all|not every|side effects?",
            0.9,
        ),
        most=4,
        threshold=2.0,
    ),
    risk(
        "named",
        r"^[\W\d]*(?:[a-z][\w/-]* ){0,4}(?:sickness|syndrome|disease|disorder|toxicity|injury|failure|"
        r"loss|burns?|strain|exposure|hypoxia|fire|falls?|trauma|stress|discomfort|irritation|"
        r"infections?|bleeding|reactions?|pain|distress|damage|shock|collapse|embolism|block|fatigue)"
        r"\W*$",
        Cue(r"\brisks?\b|side effects?|other|less|likely|common|rare|serious", 1.0),
        most=2,
        threshold=2.0,
    ),
    risk(
        "unknown",
        r"(?:unknown|unforeseen|unforeseeable|unexpected|not (?:yet )?known(?! to\b(?! what))|do(?: not|n.t) know|"
        r"nobody|can(?:not|n.t) foresee|unanticipated|not be known)[^.;]*",
    ),
)

KEY_RISKS = Question(
    "key_risks",
    "list",
    "What are the most serious and the most likely risks and discomforts?",
    (
        *(replace(group, home=(*group.home, *GRAVELY)) for group in GRAVE),
        *(replace(group, home=(*group.home, *LIKELY)) for group in OFTEN),
        *(replace(group, home=(*group.home, *GRAVELY)) for group in SERIOUS),
        *(replace(group, home=(*group.home, *LIKELY)) for group in FREQUENT),
        *_TESTS,
        _SAFE[0],
        *_PERSONAL[:3],
        _SAFE[1],
        *_PERSONAL[3:],
    ),
    home=HOME,
    away=AWAY,
    most_words=90,
)
