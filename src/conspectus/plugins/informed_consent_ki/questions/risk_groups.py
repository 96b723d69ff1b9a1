"""What may befall the body, from the gravest and the most frequent to the others."""

from conspectus.domain.facts import Cue
from conspectus.plugins.informed_consent_ki.questions.risk_frame import DRAW, MINOR, risk

GRAVE = (
    risk(
        "death",
        r"(?:cause|lead to|result in|risk of|chance of|including|be) (?:your |even |in "
        r")*(?:death|fatal)|"
        r"\bdeaths?\b|\bfatal|(?:could|may|might|can|would) (?:even )?die\b|(?:people|patients|persons|"
        r"children|subjects|one)\b[^.;]{0,45}\bdied|has killed|have killed|life.threatening|"
        r"(?:can|may|might|could) kill\b(?! (?:\w+ )?(?:germs?|bacteria|cancers?|tumou?rs?|cells?))|"
        r"\bdeadly\b|\bdying of|(?:took|taken|lost) (?:his|her|their) (?:own )?li(?:fe|ves)",
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
        r"(?:serious |severe )?infections?\b|(?:get|become|be) infected\b|pneumonia|sepsis|shingles|tuberculosis",
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
        r"f(?:o)?etal|\bsperm\b|breast ?milk|\bsemen\b|in the womb|periods? (?:may|might|could|can) stop",
        Cue(r"follow your pregnancy|^[^.;]{0,20}must (?:use|not)|agree to|registry|program", 0.5),
        home=(r"pregnan|reproduct|birth|breast",),
    ),
    risk(
        "others",
        r"infect(?:s|ing)? (?:others?|other people|people|someone|those|your (?:family|child\w*|"
        r"partner|household|contacts))\b|(?:pass|spread|give|giving|passing|spreading) (?:it|them|the "
        r"(?:\w+ )?(?:germs?|virus(?:es)?|bacteria|infection|illness|disease|parasites?)|an infection) "
        r"(?:on )?to\b",
    ),
    risk("suicide", r"suicid(?:e|al)", Cue(r"questions?\b|uncomfortable|^if you\b|988", 0.8)),
)
OFTEN = (
    risk(
        "stomach",
        r"naus|vomit|diarrh|loose stool|constipat|upset stomach|stomach (?:pain|upset|cramp)|"
        r"abdominal (?:pain|cramp|discomfort)|bloating",
    ),
    risk(
        "fatigue",
        r"fatigue|tired(?:ness)?\b|weakness|lack of energy|lethargy|drows|sleep(?:i|y\b)|irritab",
    ),
    risk(
        "skin",
        r"\bskin\b|\brash|itch|\bredness|blister|\bacne\b|skin burn|"
        r"(?:injection|infusion|application) site|where the (?:needle|injection|shot)",
        Cue(r"sticky|\btape\b|adhesive|\bECG\b|\bEKG\b", 0.5),
    ),
    risk("headache", r"headaches?|dizz|migraine|vertigo", Cue(DRAW, 0.6)),
)
SERIOUS = (
    risk(
        "not_working",
        r"(?:may|might|could) not (?:be as (?:good|effective)|work|improve|help|be (?:fully "
        r")?cured|"
        r"get better)|(?:get|become|getting|feel|make) (?:\w+ )?worse|worsen|worse \w+ symptoms?|"
        r"(?:infection|disease|cancer|symptoms?|illness|condition|tumor|pain|it)[^.;]{0,25} "
        r"come back|"
        r"stay the same|cancer (?:could|may|might) grow|(?:go on|grow|goes?) (?:or \w+ )?worse|"
        r"untreated|not (?:be )?treated|(?:go(?:es)?|be|is|are|stays?|remains?)(?= without (?:\w+ )?"
        r"(?:treatment|therapy|medicine))|flare|relapse|less effective|ineffective|"
        r"(?:end|stop)\w* too (?:early|soon)|not receive (?:an )?(?:active|effective)",
        Cue(r"after the|burning|come back to", 0.3),
        Cue(r"numb|tingl", 0.8),
    ),
    risk(
        "nerve",
        r"neuropath|\bnumb(?:ness)?\b|tingl|prickl|nerve (?:damage|injury|pain)|paralysis|"
        r"Guillain|seizure|convuls|\bfits\b|memory (?:loss|lapses?|problems?)|loss of memory|confusion|"
        r"confused|tremor|shak(?:y|ing|iness)\b|pass(?:ed|ing)? out|unconscious|loss of consciousness|"
        r"\bcoma\b|"
        r"(?:damage to|bleeding (?:in|around)) the (?:brain|spinal)",
    ),
    risk(
        "liver",
        r"liver|hepat(?:itis B|otox|ic)|jaundice",
        Cue(r"blood is used|to check|checked|prior exposure|different parts", 0.8),
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
        r"(?:more|worse|severe|lasting|greater|with) disabilit(?:y|ies)|"
        r"los(?:e|ing) the use of|loss of (?:\w+ ){0,2}(?:strength|function|feeling|movement|vision|hearing|control|sight|"
        r"speech)|(?:another|second|further|repeat) (?:operation|surgery|procedure)|loosen|come loose|"
        r"become loose|slow recovery|blind(?:ness)?\b|deaf|hearing loss|injure the eye|"
        r"vision (?:loss|changes)|\bretina|\bcornea|cataract|glaucoma|cloudy lens|pressure in the eye|"
        r"(?:reduce|lose|harm|damage|affect) (?:your |the )?(?:eye)?sight\b|\bscars?\b|scarring|"
        r"need (?:to have )?(?:an? |another |more )?(?:surgery|operation)|hospitali[sz]ed|"
        r"(?:taken|admitted|brought|go back) (?:back )?(?:to|into) (?:the |a )?hospital",
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
        r"\blungs?\b|low(?:er)? oxygen|wheez|pulmonary|\bchok(?:e|ing)\b|suffocat",
        Cue(r"patients with|people with", 0.8),
    ),
    risk(
        "cancer",
        r"(?:second|new|other|secondary|skin|another) cancers?|cancer of (?:the )?(?:bone|blood)|"
        r"cause (?:\w+ )?cancer|turn into a cancer|leuk(?:a)?emia",
    ),
    risk(
        "bone",
        r"osteopor|bone (?:loss|thinning|density|marrow fail)|thin(?:ning)? (?:of )?(?:the )?bones|"
        r"osteonecrosis|weak(?:er|en)?(?: \w+)? bones|(?:slow(?:er|s|ed)?|poor|less|reduced?|delayed|"
        r"stunt\w*) (?:\w+ )?(?:growth|grow\b)|growth (?:may|might|could|can) (?:be )?slow|grow more slowly",
    ),
)
FREQUENT = (
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
        r"weight (?:gain|loss)|(?:put(?:ting)? on|gain(?:ing)?|los(?:e|ing)) (?:\w+ )?weight|diabet|blood sugar|cholesterol|appetite|thyroid|hormone levels?",
        Cue(r"measure|people with|patients with|check", 0.6),
    ),
    risk("hair", r"hair (?:loss|thinning|color)|lose (?:your|their) hair|bald"),
    risk(
        "senses",
        r"(?:blurr\w*|double|changes? in|loss of) (?:\w+ )?vision|dry (?:mouth|eyes?)|taste|mouth "
        r"sores?|sores in the mouth|ringing|trouble swallowing|hoarse|nosebleed",
    ),
    risk("sleep", r"trouble sleeping|insomnia|kept awake|sleepless|worse sleep|wake (?:you|your)"),
)
