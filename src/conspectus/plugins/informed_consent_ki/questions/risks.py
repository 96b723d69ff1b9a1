"""What can go wrong: the risks that matter most, risks to a pregnancy, radiation."""

from conspectus.domain.facts import Aspect, Cue, Form, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_HOME = (
    *topics.RISKS,
    r"go wrong|bad happen|feel bad|downsides?|dangers?|harms? (?:could|might|may)|burdens?|"
    r"(?:could|might|may) (?:hurt|harm|bother)|be (?:bad|hard) |how safe",
)
# Headings under which bad things are named that are no risks of taking part.
_AWAY = (
    *topics.OPTIONAL,
    *topics.SIGNATURES,
    *topics.RECORDS,
    r"^(?!.*risks?).*benefit",
    r"(?:hurt|injur|harmed)(?!.*risk)|compensat|\bpaid\b|payment|\bcosts?\b",
    r"^(?!.*risks?).*(?:who (?:can|may|should|will)|eligib|purpose|background|why (?:is|are|am) )",
    r"alternatives?|other (?:options|choices|treatments)|usual approach|"
    r"other (?:research )?stud(?:y|ies)|new (?:information|findings)",
    r"taken (?:off|out)|stop(?:ping)? (?:early|being|taking)|withdraw|\bassent\b|responsibilit",
)
_WEIGH = (
    Cue(
        r"\bmay (?:cause|have|feel|experience|get|lead|result|be|make|irritate|hurt)|might|could|"
        r"can (?:cause|lead|be|result|occur|happen)|side effects?|risks?\b|chance (?:of|that)|"
        r"will (?:hurt|harm|cause)",
        0.4,
    ),
    Cue(r"severe|serious|life.threatening|fatal|\bdeath|deadly|\bdie\b|permanent|"
        r"(?<!not )(?<!not be )dangerous", 0.35),
    Cue(r"\d ?%|\d (?:in|out of|of) (?:every )?\d|common|likely|often|frequent|most|\brare", 0.2),
)
_AVOID = (
    # other people, other products, other care
    Cue(
        r"other (?:drugs?|medicines?|vaccines?|devices?) (?:of|in|like)|(?:another|different|other) "
        r"(?:\w+ )?(?:study|studies|drug|vaccine|trial)|in animals|\bmonkeys?\b|\bmice\b|"
        r"(?:in|from) (?:the|an?|one) (?:\w+ ){0,2}(?:study|trial)\b",
        0.9,
    ),
    Cue(
        r"(?:usual|regular|routine|normal) (?:\w+ )?(?:care|treatment|practice)|"
        r"without the study|even if you (?:do|are) not|(?:were|are) not in (?:the|this) study|"
        r"whether or not you",
        1.3,
    ),
    # advice and precautions
    Cue(
        r"\b(?:call|tell|inform|contact|ask|notify) (?:us|the|your|a|any)\b|let (?:us|your|the) \w+ "
        r"know|talk (?:to|with) your|if you (?:have|had|develop|notice|are|become|think|need)|"
        r"seek (?:medical|emergency)|should not be taken|you should|will (?:call|tell) you",
        0.8,
    ),
    Cue(
        r"(?:to|will|can|and) (?:reduce|lower|prevent|minimi[sz]e|avoid|treat|protect|help)\b|"
        r"will be (?:watched|monitored|checked|treated|given|used|minimi)|we (?:will|try|take|train)|"
        r"(?:researchers?|doctors?|staff|team|nurses?) (?:will|have|try)|counsel|insur",
        0.6,
    ),
    Cue(r"you (?:can(?:not|'t)?|may not|must not) (?:join|take part|be in)|eligib|exclu|because you", 1.5),
    Cue(r"purpose|find out (?:whether|if)|we want to|benefit|may help|hope|\blaws?\b|such as when|"
        r"relax|works by|believe|improper|very small|unlikely", 0.9),
)
_DRAW = (
    r"blood (?:draw|sampl|test|collect|tak)|drawing (?:of )?blood|needle|venipuncture|\bIV\b|^blood$|"
    r"finger|heel"
)
# a small infection or fainting after a needle stick is not the infection
_MINOR = Cue(r"blood (?:draw|sampl|test|collect|tak)|drawing (?:of )?blood|faint|light-?head", 1.0)


def _risk(
    name: str,
    topic: str,
    *avoid: Cue,
    weigh: tuple[Cue, ...] = (),
    most: int = 1,
    home: tuple[str, ...] = (),
    away: tuple[str, ...] = (),
    form: Form = "phrase",
    threshold: float = 1.6,
) -> Aspect:
    """One group of risks: `topic` names it."""
    return Aspect(
        name,
        (Cue(topic), *weigh, *_WEIGH),
        avoid=(*_AVOID, *avoid),
        home=home,
        away=away,
        most=most,
        threshold=threshold,
        form=form,
    )


_GRAVE = (
    _risk(
        "death",
        r"(?:cause|lead to|result in|risk of|chance of|including|be) (?:your |even |in )*(?:death|fatal)|"
        r"\bdeaths?\b|\bfatal|could die|may die|people (?:have )?died",
        weigh=(Cue(r"side effects?|reactions? |\bthere is\b", 0.8),),
    ),
    _risk(
        "allergic",
        r"(?:(?:severe|serious|life.threatening) )?allerg(?:ic|y|ies)|anaphyla|"
        r"hypersensitiv|infusion(?:.related)? (?:\w+ )?reactions?|cytokine release",
        Cue(r"known allerg|allerg(?:y|ic) to (?:silicone|any|the|latex)", 0.8),
    ),
    _risk(
        "infection",
        r"(?:serious |severe )?infections?\b|pneumonia|sepsis|shingles|tuberculosis",
        _MINOR,
        Cue(r"(?:upper|urinary|yeast|treat\w*|against|your|the) (?:\w+ )?infection", 0.4),
        away=(_DRAW,),
    ),
    _risk(
        "blood_cells",
        r"low(?:er(?:ed)?)? (?:\w+ ){0,2}(?:blood (?:cell|count)|platelet|white|red|cell)|"
        r"blood (?:cell )?counts?|white (?:blood )?cells?|anemi|anaemi|neutropen|thrombocytop|"
        r"fall of the platelets",
    ),
    _risk(
        "clots",
        r"(?:blood )?clots?\b|thrombo(?!cyto)|embolism|\bstroke",
        _MINOR,
        away=(_DRAW,),
    ),
    _risk(
        "bleeding",
        r"bleed|h(?:a)?emorrhag|h(?:a)?ematuria|h(?:a)?ematoma",
        _MINOR,
        away=(_DRAW,),
    ),
    _risk(
        "heart",
        r"heart (?:attack|failure|problem|damage|rhythm|rate|beat|disease)|heartbeat|"
        r"arrhythmia|cardiac|chest pain|palpitation",
        Cue(r"measure|not (?:be )?dangerous", 0.3),
    ),
    _risk(
        "unborn",
        r"(?:harm|hurt|damag|risk|affect|danger|birth defects?|effects?)\w*[^.;]{0,60}"
        r"(?:unborn|f(?:o)?etus|embryo|pregnan|baby|babies)|unborn|birth defects?|miscarriage|"
        r"loss of (?:the |a )?pregnancy|infertil|not being able to have children|fertility|"
        r"f(?:o)?etal",
        Cue(r"follow your pregnancy|^[^.;]{0,20}must (?:use|not)|agree to|registry|program", 0.5),
        home=(r"pregnan|reproduct|birth|breast",),
    ),
    _risk(
        "not_working",
        r"(?:may|might|could) not (?:be as (?:good|effective)|work|improve|help|be (?:fully )?cured|"
        r"get better)|(?:get|become|getting|feel|make) (?:\w+ )?worse|worsen|worse \w+ symptoms?|"
        r"(?:infection|disease|cancer|symptoms?|illness|condition|tumor|pain|it)[^.;]{0,25} come back|"
        r"stay the same|cancer (?:could|may|might) grow|flare|relapse|less effective|ineffective|"
        r"(?:end|stop)\w* too (?:early|soon)|not receive (?:an )?(?:active|effective)",
        Cue(r"after the|burning|come back to", 0.3),
    ),
    _risk(
        "nerve",
        r"neuropath|\bnumb(?:ness)?\b|tingl|prickl|nerve (?:damage|injury|pain)|paralysis|Guillain|seizure|"
        r"(?:damage to|bleeding (?:in|around)) the (?:brain|spinal)",
    ),
    _risk(
        "liver",
        r"liver|hepat(?:itis B|otox|ic)|jaundice",
        Cue(r"blood is used|to check|checked|prior exposure", 0.8),
    ),
    _risk(
        "blood_pressure",
        r"(?:low|high|drop in|decreased?|increased?|changes in|raised|rise in)(?:er|ed)? blood pressure|"
        r"hypotension|hypertension|blood pressure (?:may|might|can|could)",
        Cue(r"measure", 0.5),
    ),
    _risk("suicide", r"suicid(?:e|al)"),
)
_LIKELY = (
    _risk(
        "stomach",
        r"naus|vomit|diarrh|loose stool|constipat|upset stomach|stomach (?:pain|upset|cramp)|"
        r"abdominal|bloating",
    ),
    _risk(
        "skin",
        r"\bskin\b|\brash|itch|\bredness|blister|\bacne\b|skin burn|hair (?:loss|thinning)|"
        r"(?:injection|infusion|application) site|where the (?:needle|injection|shot)",
    ),
    _risk("fatigue", r"fatigue|tired(?:ness)?\b|weakness|lack of energy|lethargy|drows|sleepi"),
    _risk(
        "injury",
        r"strain\b|sprain|fractur|broken|(?:risk of |may |could |a )fall(?:s|ing)?\b"
        r"(?! (?:in|of|asleep|short))|dislocat",
    ),
    _risk("muscle", r"muscle|joint|\bcramps?\b|sore(?:ness)?\b|swelling|stiff"),
    _risk("headache", r"headaches?|dizz|light-?head|migraine|vertigo", _MINOR),
    _risk(
        "fever",
        r"fevers?\b|chills|flu.like|muscle aches?|\baches?\b|\bcolds?\b(?!.{0,3} (?:temp|weather))|"
        r"sore throat|sinus",
    ),
    _risk(
        "organ",
        r"perforat|\btear (?:in|or)\b|\btorn\b|\bhole in\b|a hole|puncture|collapsed lung|organ damage|kidney|renal",
        Cue(r"blood is used|to check|checked|biops", 0.8),
    ),
    _risk(
        "lung",
        r"(?:trouble|difficulty|problems?) breathing|shortness of breath|breathing (?:problem|trouble)|"
        r"\blungs?\b|low(?:er)? oxygen|wheez|pulmonary",
        Cue(r"patients with|people with", 0.8),
    ),
    _risk("cancer", r"(?:second|new|other|secondary|skin|another) cancers?|leuk(?:a)?emia"),
    _risk("sleep", r"trouble sleeping|insomnia|kept awake|sleepless|worse sleep|wake (?:you|your)"),
)
_TESTS = (
    _risk(
        "device",
        r"laser|electric(?:al)? shock|malfunction|batter(?:y|ies)|\bburns?\b|overheat|heat up|magnet|"
        r"\bmetal\b|closed.in|claustrophob|loud (?:noise|knocking)|an(?:a)?esthe|sedat|incision|"
        r"(?:loud|banging|knocking) \w*|small spaces?|enclosed|scared",
        form="labelled",
        home=(r"MRI|scan|imaging|device|band|sensor|an(?:a)?esthe|surg",),
    ),
    _risk(
        "procedures",
        r"biops[^.;]*(?:pain|bleed|infect|sore)|\bcough(?:ing)?\b|cramp|gagging|blur|"
        r"\bpain(?:ful)?\b|pressure or|hurts?\b",
        _MINOR,
        form="labelled",
        home=(r"biops|scop|aspir|punctur|catheter|procedure|test|swab|scan|surg|injection|walk|eye",),
    ),
    _risk(
        "blood_draw",
        rf"(?:{_DRAW})[^.;]*(?:pain|bruis|faint|sore|infect|light|discomfort|hurt)|"
        rf"(?:pain|bruis|faint|sore|discomfort)[^.;]*(?:{_DRAW})|bruis|faint",
        form="labelled",
        home=(_DRAW,),
    ),
    _risk(
        "radiation",
        r"(?:expos\w+|amounts?|dose|risk)[^.;]{0,40}radiation|radiation (?:exposure|dose|risk)|"
        r"radiation[^.;]{0,60}cancer|x-rays?[^.;]{0,40}(?:radiation|cancer)",
        Cue(r"background|natural|radiation therapy|everyone|all of us", 0.5),
    ),
)
_PERSONAL = (
    _risk(
        "mood",
        r"depress|anxi(?:ety|ous)|\bmood\b|distress|upset(?!\w* stomach)|embarrass|uncomfortable|"
        r"stress(?:ful)?\b|frustrat|\bsad\b|emotional|psychological|sensitive (?:questions|topics)",
        Cue(r"uncomfortable feeling|skip", 0.1),
    ),
    _risk(
        "privacy",
        r"(?:loss|breach|invasion|lack|risks?)[^.;]{0,25}(?:confidential|privacy)|"
        r"(?:privacy|confidential\w*|information)[^.;]{0,20}(?:may|might|could) (?:be|not|get)|"
        r"(?:some ?one|person|people|somebody|others|unauthorized)[^.;]{0,60}(?:\bsees?\b|seen|learn|"
        r"access|get to|get into|find out)|could be (?:seen|identified|lost|stolen|linked)|overhear",
        Cue(r"certificate|we (?:will|do|work)|code|password", 0.5),
        form="labelled",
        home=(r"privacy|confidential",),
    ),
    _risk(
        "genetic",
        r"genetic (?:information|findings?|risks?|discriminat)|your gen(?:es|ome)|\bDNA\b|discriminat",
    ),
    _risk(
        "findings",
        r"(?:see|find|shows?|discover|learn|find out)\b[^.;]{0,40}(?:something|unexpected|abnormal|not "
        r"normal|medical problem|clot|health problem)|(?:incidental|unexpected|secondary) findings?",
    ),
    _risk(
        "other",
        r"(?:may|might|could|can) (?:cause|lead|result|make|feel|be|become|need|not|occur|happen|increase|"
        r"develop|affect)\b|"
        r"(?:risks?|chance) (?:of|that)|^(?-i:[a-z])[^.|]{3,60}$",
        Cue(r"^\W*[\dA-Z.]*\W*(?:risks?|side effects?|discomforts?|possible)\b", 2.0),
        Cue(
            r"^(?:you|if|for|this|these|what|we|common|occasional|rare,|likely|less likely)\b|"
            r"risks (?:that|of this)|following|like all|not every|side effects?",
            0.9,
        ),
        most=4,
        threshold=2.0,
    ),
    _risk(
        "unknown",
        r"(?:unknown|unforeseen|unforeseeable|unexpected|not (?:yet )?known|do(?: not|n.t) know|"
        r"nobody|can(?:not|n.t) foresee|unanticipated|not be known)[^.;]*",
    ),
)

KEY_RISKS = Question(
    "key_risks",
    "list",
    "What are the most serious and the most likely risks and discomforts?",
    (*_GRAVE, *_LIKELY, *_TESTS, *_PERSONAL),
    home=_HOME,
    away=_AWAY,
    most_words=90,
)

REPRODUCTIVE_RISKS = Question(
    "reproductive_risks",
    "boolean",
    "Does the form name a risk to a pregnancy, baby or fertility, or a duty to prevent pregnancy?",
    (
        Aspect(
            "harm",
            (
                Cue(
                    r"(?:unborn|f(?:o)?etus|f(?:o)?etal|embryo|birth defects?|miscarriage|loss of (?:the |a )?pregnancy|"
                    r"infertil|fertility|(?:into|through|in) (?:your |the |human )?breast ?milk|(?:nursing|breast-?fe?e?d\w*) (?:baby|babies|infants?|child)|"
                    r"not being able to have children|early menopause|sperm (?:count|production|quality))",
                    3.0,
                ),
                Cue(
                    r"(?:risk|harm|hurt|affect|damag|danger)\w*[^.;]{0,40}(?:pregnan|unborn|f(?:o)?etus)",
                    2.4,
                ),
            ),
            avoid=(
                Cue(
                    r"no (?:known )?risks? (?!.*(?:however|but))|not (?:be )?(?:affect|harm)|medical record|"
                    r"information about|\?:?\s*No\b",
                    2.0,
                ),
            ),
            away=(*topics.SIGNATURES, *topics.RECORDS, r"purpose|background"),
            threshold=1.8,
        ),
        Aspect(
            "duty",
            (
                Cue(
                    r"birth control|contracept|condoms?\b|abstinence|abstain|(?:must|should|need to|agree to|have to|"
                    r"do|asked to) (?:not |avoid )+(?:get(?:ting)?|becom(?:e|ing)|be|father\w*|donat\w*|have sex|"
                    r"breast-?feed\w*)[^.;]{0,30}(?:pregnant|child|baby|sperm|eggs?|pregnancy)?|donate (?:sperm|eggs?)|"
                    r"father a (?:child|baby)|(?:avoid|prevent)\w* (?:becoming |getting )?pregnan|"
                    r"make (?:someone|a partner|your partner) pregnant",
                    2.4,
                ),
                Cue(r"pregnan|contracept|birth control|sperm|father|sex\b|condom", 1.0),
            ),
            avoid=(
                Cue(r"cannot (?:join|take part|be in)|exclu|not eligible|sex (?:assigned|at birth)|ask(?:s|ed)? about|you can still", 2.4),
            ),
            away=(*topics.SIGNATURES, *topics.RECORDS, *topics.WHO),
            threshold=2.6,
        ),
        Aspect(
            "excluded",
            (
                Cue(r"pregnan|breast-?feed|nursing", 0.6),
                Cue(r"cannot|not (?:be able|take part|join)|exclu|may not|you are pregnant|are pregnant", 0.4),
            ),
            home=topics.WHO,
            away=(*topics.SIGNATURES, *topics.RECORDS, *topics.OPTIONAL),
            value=False,
            threshold=1.0,
        ),
    ),
    silence=False,
)

_RAYS = (
    r"x-?ray|\bCT (?:scan|of|or|and|image|picture)|\bCTs\b|PET.CT|\(CT\)|, CT\b|CT/|\bCAT scan|computed tomography|\bPET\b|\bSPECT\b|\bDE?XA\b|bone (?:density|scan)|"
    r"mammogra|fluoroscop|angiogra|radioactive|radiotracer|ioni[sz]ing|radiation|radiotherapy|nuclear|"
    r"skeletal survey|\bMUGA\b"
)
RADIATION = Question(
    "radiation",
    "boolean",
    "Are subjects exposed to ionising radiation (x-ray, CT, PET ...) as part of the study?",
    (
        Aspect(
            "exposed",
            (
                Cue(_RAYS, 1.0),
                Cue(
                    r"will (?:have|get|be|undergo|receive)|expose|exposure|amount|extra|performed|done|only if|scans?\b|"
                    r"for (?:the|this) (?:study|research)",
                    0.3,
                ),
            ),
            avoid=(
                Cue(
                    r"\b(?:no|not|without|never)\b[^.;]{0,60}(?:x-?ray|radiation|\bCT |PET\b|scan)|"
                    r"(?:magnet|sound waves|radio waves|light)[^.;]{0,40}(?:not|no) ",
                    3.0,
                ),
                Cue(
                    r"(?:part of|in|during|under) (?:your |the )?(?:usual|regular|routine|normal|standard)|usual care|"
                    r"ordered by|own doctors?|may order|already (?:done|been)|(?:results|reports|images|copies|pictures) "
                    r"(?:of|and)|only get copies|for care|medical record|were done|look at|wireless|radio\b|laser",
                    1.6,
                ),
                Cue(
                    r"you (?:cannot|have had|had|must|should)|prior|previous|radiation therapy|natural|background|"
                    r"options?\b|instead|outside of the study|contrast",
                    0.8,
                ),
            ),
            home=(*topics.PROCEDURES, *topics.RISKS, r"tests?|scan|imaging|radiation|x-ray"),
            away=(
                *topics.OPTIONAL,
                *topics.SIGNATURES,
                *topics.RECORDS,
                r"privacy|confidential|protect|who (?:can|may|cannot)|eligib|alternatives?|other (?:options|choices)|"
                r"usual approach|\bcosts?\b|purpose|background|\bassent\b",
            ),
            threshold=1.3,
        ),
        Aspect(
            "none",
            (
                Cue(
                    r"(?:no|not (?:use|involve|have|include))\b[^.;]{0,40}(?:x-?rays?|radiation)|"
                    r"no (?:scans?|x-?rays?)[^.;]{0,40}(?:done|study)",
                    1.6,
                ),
            ),
            avoid=(Cue(r"\bMRI\b|ultrasound", 0.5),),
            away=(*topics.RECORDS,),
            value=False,
        ),
    ),
    silence=False,
)

RISKS: tuple[Question, ...] = (KEY_RISKS, REPRODUCTIVE_RISKS, RADIATION)
