"""The most serious and the most likely risks, group by group in the order of a reader's needs."""

from dataclasses import replace

from conspectus.domain.facts import Cue, Question
from conspectus.plugins.informed_consent_ki.questions.risk_frame import (
    AWAY,
    DRAW,
    GRAVELY,
    HOME,
    LIKELY,
    MINOR,
    risk,
)

_GRAVE = (
    risk(
        "death",
        r"(?:cause|lead to|result in|risk of|chance of|including|be) (?:your |even |in "
        r")*(?:death|fatal)|"
        r"\bdeaths?\b|\bfatal|(?:could|may|might|can|would) (?:even )?die\b|(?:people|patients|persons|"
        r"children|subjects|one)\b[^.;]{0,25}\bdied|has killed|have killed|life.threatening",
        weigh=(Cue(r"side effects?|reactions? |\bthere is\b", 0.8),),
    ),
    risk(
        "allergic",
        r"(?:(?:severe|serious|life.threatening) )?allerg(?:ic|y|ies)|anaphyla|"
        r"hypersensitiv|infusion(?:.related)? (?:\w+ )?reactions?|cytokine release",
        Cue(r"known allerg|allerg(?:y|ic) to (?:silicone|any|the|latex)", 0.8),
    ),
    risk(
        "acid",
        r"(?:ketoacid|acidosis|acid in the blood)\w*|(?:liver|kidney|heart|respiratory|organ) failure|"
        r"(?:inflammation|swelling) of the (?:heart|brain|liver|lungs?|pancreas|kidneys?)|"
        r"pancreatitis|myocarditis|encephal|neurotox",
        Cue(r"patients with|people with|because of", 0.8),
    ),
    risk(
        "infection",
        r"(?:serious |severe )?infections?\b|pneumonia|sepsis|shingles|tuberculosis",
        MINOR,
        Cue(r"biops", 0.35),
        Cue(r"(?:upper|urinary|yeast|treat\w*|against|your|the) (?:\w+ )?infection", 0.4),
        away=(DRAW,),
    ),
    risk(
        "blood_cells",
        r"low(?:er(?:ed)?)? (?:\w+ ){0,2}(?:blood (?:cell|count)|platelet|white|red|cell)|"
        r"blood (?:cell )?counts?|white (?:blood )?cells?|anemi|anaemi|neutropen|thrombocytop|"
        r"fall of the platelets",
    ),
    risk(
        "bleeding",
        r"bleed|h(?:a)?emorrhag|h(?:a)?ematuria|h(?:a)?ematoma",
        MINOR,
        Cue(r"biops", 0.35),
        away=(DRAW,),
    ),
    risk(
        "clots",
        r"(?:blood )?clots?\b|thrombo(?!cyto)|embolism|\bstroke",
        MINOR,
        away=(DRAW,),
    ),
    risk(
        "heart",
        r"heart (?:attack|failure|problem|damage|rhythm|rate|beat|disease)|heartbeat|"
        r"arrhythmia|cardiac|chest pain|palpitation",
        Cue(r"measure|not (?:be )?dangerous", 0.3),
    ),
    risk(
        "unborn",
        r"(?:harm|hurt|damag|risk|affect|danger|birth defects?|effects?)\w*[^.;]{0,60}"
        r"(?:unborn|f(?:o)?etus|embryo|pregnan|baby|babies)|unborn|birth defects?|miscarriage|"
        r"loss of (?:the |a )?pregnancy|infertil|not being able to have children|fertility|"
        r"f(?:o)?etal",
        Cue(r"follow your pregnancy|^[^.;]{0,20}must (?:use|not)|agree to|registry|program", 0.5),
        home=(r"pregnan|reproduct|birth|breast",),
    ),
    risk("suicide", r"suicid(?:e|al)", Cue(r"questions?\b|uncomfortable|988", 0.8)),
)
_LIKELY = (
    risk(
        "stomach",
        r"naus|vomit|diarrh|loose stool|constipat|upset stomach|stomach (?:pain|upset|cramp)|"
        r"abdominal|bloating",
    ),
    risk("fatigue", r"fatigue|tired(?:ness)?\b|weakness|lack of energy|lethargy|drows|sleep(?:i|y\b)|irritab"),
    risk(
        "skin",
        r"\bskin\b|\brash|itch|\bredness|blister|\bacne\b|skin burn|hair (?:loss|thinning)|"
        r"(?:injection|infusion|application) site|where the (?:needle|injection|shot)",
        Cue(r"sticky|\btape\b|adhesive|\bECG\b|\bEKG\b", 0.5),
    ),
    risk("headache", r"headaches?|dizz|migraine|vertigo", Cue(DRAW, 0.6)),
)
_SERIOUS = (
    risk(
        "not_working",
        r"(?:may|might|could) not (?:be as (?:good|effective)|work|improve|help|be (?:fully "
        r")?cured|"
        r"get better)|(?:get|become|getting|feel|make) (?:\w+ )?worse|worsen|worse \w+ symptoms?|"
        r"(?:infection|disease|cancer|symptoms?|illness|condition|tumor|pain|it)[^.;]{0,25} "
        r"come back|"
        r"stay the same|cancer (?:could|may|might) grow|flare|relapse|less effective|ineffective|"
        r"(?:end|stop)\w* too (?:early|soon)|not receive (?:an )?(?:active|effective)",
        Cue(r"after the|burning|come back to", 0.3),
    ),
    risk(
        "nerve",
        r"neuropath|\bnumb(?:ness)?\b|tingl|prickl|nerve (?:damage|injury|pain)|paralysis|"
        r"Guillain|seizure|"
        r"(?:damage to|bleeding (?:in|around)) the (?:brain|spinal)",
    ),
    risk(
        "liver",
        r"liver|hepat(?:itis B|otox|ic)|jaundice",
        Cue(r"blood is used|to check|checked|prior exposure", 0.8),
    ),
    risk(
        "blood_pressure",
        r"(?:low|high|drop in|decreased?|increased?|changes in|raised|rise in)(?:er|ed)? blood "
        r"pressure|"
        r"hypotension|hypertension|blood pressure (?:may|might|can|could)",
        Cue(r"measure", 0.5),
    ),
    risk(
        "function",
        r"loss of (?:\w+ ){0,2}(?:strength|function|feeling|movement|vision|hearing|control|sight|"
        r"speech)|(?:another|second|further|repeat) (?:operation|surgery|procedure)|loosen|come loose|"
        r"become loose|slow recovery|blind(?:ness)?\b|deaf|hearing loss|injure the eye|"
        r"vision (?:loss|changes)",
        Cue(r"because of|risk of losing", 0.5),
    ),
    risk(
        "organ",
        r"perforat|\btear (?:in|or)\b|\btorn\b|\bhole in\b|a hole|puncture|collapsed lung|"
        r"organ damage|kidney|renal",
        Cue(r"blood is used|to check|checked|biops", 0.8),
    ),
    risk(
        "lung",
        r"(?:trouble|difficulty|problems?) (?:in |with )?breathing|shortness of breath|breathing (?:problem|"
        r"trouble)|"
        r"\blungs?\b|low(?:er)? oxygen|wheez|pulmonary",
        Cue(r"patients with|people with", 0.8),
    ),
    risk("cancer", r"(?:second|new|other|secondary|skin|another) cancers?|leuk(?:a)?emia"),
    risk(
        "bone",
        r"osteopor|bone (?:loss|thinning|density|marrow fail)|thin(?:ning)? (?:of )?(?:the )?bones|"
        r"osteonecrosis|weak(?:er)? bones",
    ),
)
_FREQUENT = (
    risk(
        "common_infection",
        r"(?:genital|yeast|urinary(?: tract)?|bladder|respiratory(?: tract)?|ear|throat|chest|sinus|"
        r"eye|skin|wound)(?: \w+)? infections?\b",
        Cue(r"biops", 0.4),
        away=(DRAW,),
    ),
    risk(
        "sexual",
        r"impoten|erecti|erectile|sexual (?:function|problem|desire|drive)|sex drive|libido|"
        r"hot flash|hot flush|menopaus|breast (?:tender|enlarge|pain)",
    ),
    risk(
        "urinary",
        r"urinat|bladder (?:irrit|problem|control)|incontinen|blood in (?:your|the) urine|"
        r"urinary (?:frequency|urgency|leak|problem|symptom|retention)|bowel (?:urgency|"
        r"problem|control|movements?|obstruct)",
    ),
    risk(
        "injury",
        r"strains?\b|sprain|fractur|broken|out of (?:place|the socket)|(?:risk of |may |could |a )fall(?:s|ing)?\b"
        r"(?! (?:in|of|asleep|short))|dislocat",
    ),
    risk("muscle", r"muscle|joint|\bcramps?\b|sore(?:ness)?\b|swelling|stiff"),
    risk(
        "fever",
        r"fevers?\b|chills|flu.like|muscle aches?|\baches?\b|\bcolds?\b(?!.{0,3} (?:temp|weather))|"
        r"sore throat|sinus",
    ),
    risk(
        "metabolic",
        r"weight (?:gain|loss)|diabet|blood sugar|cholesterol|appetite|thyroid|hormone levels?",
        Cue(r"measure|people with|patients with|check", 0.6),
    ),
    risk(
        "senses",
        r"(?:blurr\w*|double|changes? in|loss of) (?:\w+ )?vision|dry (?:mouth|eyes?)|taste|mouth "
        r"sores?|sores in the mouth|ringing|trouble swallowing|hoarse|nosebleed",
    ),
    risk("sleep", r"trouble sleeping|insomnia|kept awake|sleepless|worse sleep|wake (?:you|your)"),
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
_PERSONAL = (
    risk(
        "mood",
        r"depress|anxi(?:ety|ous)|\bmood\b|distress|upset(?!\w* stomach)|embarrass|uncomfortable|"
        r"stress(?:ful)?\b|frustrat|\bsad\b|emotional|psychological|sensitive (?:questions|topics)",
        Cue(r"uncomfortable feeling|skip", 0.1),
    ),
    risk(
        "privacy",
        r"(?:loss|breach|invasion|lack|risks?)[^.;]{0,25}(?:confidential|privacy)|"
        r"(?:privacy|confidential\w*|information)[^.;]{0,20}(?:may|might|could) (?:be|not|get)|"
        r"(?:some ?one|persons?|people|somebody|others|unauthorized\w*)\b[^.;]{0,60}(?:\bsees?\b|"
        r"seen by|learn|work out|identify|access to|get to|get into|find out)|(?:become|be) known|"
        r"could be (?:seen|identified|lost|stolen|linked)|overhear|seen by (?:some|other|people)|"
        r"(?:hazard|danger|harm|threat)[^.;]{0,20}privacy|privacy of|tell that (?:a|the|you)",
        Cue(r"certificate|we (?:will|do|work)|code|password", 0.5),
        form="labelled",
        home=(r"privacy|confidential",),
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
        r"normal|medical problem|clot|health problem)|(?:incidental|unexpected|secondary) "
        r"findings?",
        Cue(r"something new|new (?:information|findings)|^if we", 1.0),
        threshold=1.3,
    ),
    risk(
        "other",
        r"(?:may|might|could|can) (?:cause|lead|result|make|feel|be|become|need|not|occur|"
        r"happen|increase|"
        r"develop|affect)\b|"
        r"(?:risks?|chance) (?:of|that)|^(?-i:[a-z])[^.|]{3,60}$|"
        r"^(?!.*\b(?:will|should|must|please|you|we)\b)[A-Z][^.|?!:]{5,90}$",
        Cue(r"^\W*[\dA-Z.]*\W*(?:risks?|side effects?|discomforts?)\b[^:]*$", 2.0),
        Cue(r"^\W*what\b", 2.0),
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
        r"^\W*[\d.]*\W*(?:[\w/-]+ ){0,4}(?:sickness|syndrome|disease|disorder|toxicity|injury|failure|"
        r"loss|burns?|strain|exposure|hypoxia|fire|falls?|trauma|stress|discomfort|irritation|"
        r"infections?|bleeding|reactions?|pain|distress|damage|shock|collapse|embolism|block|fatigue)"
        r"\W*$",
        Cue(r"\brisks?\b|side effects?|other|less|likely|common|rare|serious", 1.0),
        most=2,
        threshold=2.0,
    ),
    risk(
        "unknown",
        r"(?:unknown|unforeseen|unforeseeable|unexpected|not (?:yet )?known|do(?: not|n.t) know|"
        r"nobody|can(?:not|n.t) foresee|unanticipated|not be known)[^.;]*",
    ),
)

KEY_RISKS = Question(
    "key_risks",
    "list",
    "What are the most serious and the most likely risks and discomforts?",
    (
        *(replace(group, home=(*group.home, *GRAVELY)) for group in _GRAVE),
        *(replace(group, home=(*group.home, *LIKELY)) for group in _LIKELY),
        *(replace(group, home=(*group.home, *GRAVELY)) for group in _SERIOUS),
        *(replace(group, home=(*group.home, *LIKELY)) for group in _FREQUENT),
        *_TESTS,
        *_PERSONAL,
    ),
    home=HOME,
    away=AWAY,
    most_words=90,
)
