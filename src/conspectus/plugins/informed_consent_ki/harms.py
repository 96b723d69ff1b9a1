"""Harms, how grave they are, and the words by which a form or a document names them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from conspectus.plugins.informed_consent_ki.denials import affirmed
from conspectus.plugins.informed_consent_ki.patterns import alternatives, at_words


@dataclass(frozen=True, slots=True)
class Harm:
    """A serious harm, and the words by which a form or a document names it.

    `hints` are words by which a form may speak of it without a name: where they stand, nothing
    says that it does not.
    """

    name: str
    pattern: str
    hints: str = ""


DEATH = (
    r"\b(?:deaths?(?! of (?:\w+ )?(?:cells?|tissue|tumou?rs?|bone)\b"
    r"| (?:records?|data|certificates?|ind(?:ex|ices)|registr\w+)\b)|die[sd]?|dying|fatal\w*"
    r"|deadly|mortality(?! (?:data|records?|registr|statistic))|lethal|not (?:survive"
    r"|live through)|passed away)\b"
    r"|\b(?:has|have|had|may|might|could|can|will|would) kill(?:ed)?\b(?! (?:\w+ )?(?:germs?"
    r"|bacteria|virus\w*|cancers?|tumou?rs?|cells?|tissue|worms?|parasites?|fung\w+|insects?)\b)"
    r"|\bkill(?:s|ed|ing)? (?:(?:\w+ )?(?:people|persons?|patients?|men|women|children)|you"
    r"|others|him"
    r"|her|some|one|two|three|many|most|half|a few|\d+)\b"
    r"|\blos(?:e|t|ing) (?:your|his|her|their) (?:own )?li(?:fe|ves)\b"
    r"|\b(?:took|taken|ended) (?:his|her|their) (?:own )?li(?:fe|ves)\b"
    r"|(?:heart|breathing) (?:(?:may|might|could|can|to) )?stop(?:s|ped)?\b"
    r"|stop(?:s|ped|ping)? (?:the|your|his|her|their) (?:heart|breathing)\b"
    r"|stop(?:s|ped)? breathing"
)
HARMS = (
    Harm("death", DEATH),
    Harm(
        "life-threatening harm", r"life.?threatening|danger(?:ous)? (?:to|for) (?:your |the )?life"
    ),
    Harm(
        "serious or permanent side effects",
        r"\b(?:serious|severe|permanent|lasting(?:ly)?|disabling|grave)\b",
    ),
    Harm(
        "allergic reaction",
        r"allergic|anaphyla|hypersensitiv|infusion.?related|infusion reaction",
    ),
    Harm("infection", r"infection|sepsis|pneumonia"),
    Harm("bleeding", r"bleed|hemorrhag|haemorrhag|platelet"),
    Harm("blood clots", r"\bclots?\b(?! factor)|\w*thrombos|embol|stroke"),
    Harm("low blood cell counts", r"blood cell|blood count|an[ae]+mia|neutropeni"),
    Harm(
        "heart or blood pressure",
        r"heart (?:attack|failure|problem|damage|rhythm)|cardiac|blood pressure|irregular heart",
    ),
    Harm("liver", r"\bliver\b|hepat(?!itis(?: [abc])? (?:tests?|screen|vaccin))"),
    Harm("kidney", r"kidney|renal"),
    Harm("nerves", r"neuropath|numbness|tingling|nerve (?:damage|injur)|seizure|paralys"),
    Harm(
        "lung and breathing",
        r"lung (?:damage|injur|inflam)|pneumonitis|(?:trouble|difficulty) breathing"
        r"|shortness of breath",
    ),
    Harm(
        "cancer or radiation",
        r"radiation|\d ?msv\b|second cancer|risk of (?:developing )?cancer|develop cancer"
        r"|cancer (?:may|might|could|can)\b",
    ),
    Harm(
        "unborn or nursing child",
        r"unborn|f[oe]+tus|fetal|birth defect|breast.?feed|nursing|embryo|harm .*baby",
    ),
    Harm(
        "distress",
        r"suicid|depress|anxi|distress|upset(?!s? (?:the |your |an? )?(?:kidney|stomach|liver"
        r"|bowel|gut|belly))|uncomfortable|embarrass",
        hints=r"worr|stress|\bsad|afraid|frighten|unpleasant|frustrat|\bmood|feelings",
    ),
    Harm(
        "loss of confidentiality",
        r"(?:loss|breach|risk)[^.]{0,40}(?:confidential|privacy)"
        r"|(?:confidential|privacy)[^.]{0,30}(?:risk|breach|lost)",
        hints=r"confiden|priva|identif|overhear|who you are|your name",
    ),
    Harm(
        "unknown risks",
        r"unknown|unforeseeable|unexpected|not (?:yet )?known|unforeseen",
        hints=r"foresee|\bknows?\b|learn|discover|\bnew\b",
    ),
)
GRAVE_HARMS: Mapping[str, str] = {
    "death": DEATH,
    "life": (
        r"life.?threatening|danger(?:ous)? (?:to|for) (?:your |the )?life|\bcoma\b|unconscious"
        r"|intensive care|resuscitat|life support|ventilator|breathing (?:tube|machine)|suffocat"
        r"|strang(?:l|ul)|chok(?:e[sd]?|ing) (?:on|to)"
    ),
    "lasting": (
        r"\b(?:permanent|irreversibl|disabling|disabilit(?!y,? (?:insur|or |and |long))|disfigur"
        r"|lasting harm|last for life"
        r"|for life|long-?lasting (?:harm|damage)|lastingly)\w*|for (?:ever\b|good(?! \w))|forever"
        r"|(?:never|(?:may|might|will|can|could|does|did) ?(?:not|n[\u2019']t)) (?:go(?:es)? away"
        r"(?! for (?:a|some))|reverse|be reversed|be undone|come back|return\b|grow back|heal)"
        r"|\bnever (?:\w+ )?(?:walk|see|hear|speak)|rest of (?:your|his|her|their) li(?:fe|ves)"
        r"|wheelchair"
    ),
    "body": (
        r"gangren|amputat|necrosis|necroti[sz]|\brupture|dissection|aneurysm|perforat|tamponade"
        r"|compartment syndrome|fistula|h(?:a)?emorrhag|(?:severe|serious|heavy|internal"
        r"|brain) bleed"
        r"|bl(?:ood|ed|eeds?|eeding) (?:in|around|into|inside|behind|within) (?:the "
        r"|your )?(?:brain"
        r"|spin|skull|head|eye|lung|stomach|belly|chest|gut|bowel)"
        r"|(?:cough|throw|spit|vomit)\w* (?:up )?blood"
        r"|hole in (?:the|your|an?) (?:\w+ )?(?:bowel|gut|heart|stomach|lung|womb|bladder|uterus"
        r"|vessel"
        r"|vein|artery)|\bburst|open.?heart surgery"
        r"|(?:vein|artery|aorta|bowel|gut|womb|uterus|vessel|wall|heart"
        r"|tendon)s? (?:\w+ )?te?ars?\b"
        r"|\btore\b|\blos(?:e|t|ing|s of) (?:an? |the |your |his |her |their |one )?(?:toe|finger"
        r"|foot|leg"
        r"|arm|limb|hand|eye|kidney|spleen|womb|breast|testic\w+)s?\b"
        r"|(?:remove|take out|removal of|cut out) (?:the|your|his|her) (?:spleen|bladder|kidney"
        r"|womb"
        r"|bowel|colon|stomach|uterus|eye|testic|ovar)|(?:spleen|bladder|kidney|womb|bowel|colon"
        r"|uterus) (?:\w+ ){0,4}(?:removed|taken out)"
    ),
    "mind": (
        r"psychosis|psychotic|hallucinat|delirium|\bmania|manic|suicid|dement|addict|overdose"
        r"|schizophren|\b(?:tak(?:e|ing)|end(?:ing)?) (?:your|his|her|their) (?:own )?li(?:fe|ves)"
        r"|(?:thoughts? (?:of|about)|urge to|tr(?:y|ied) to) (?:hurt|harm|kill)(?:ing)? (?:your"
        r"|him|her"
        r"|them)sel(?:f|ves)"
        r"|(?:drug|opioid) dependence"
    ),
    "fertility": (
        r"steril(?:ity|e\b(?! (?:field|needle|technique|water|gauze)))|infertil|fertility"
        r"|(?:unable|not (?:be )?able|never) to (?:have (?:\w+ ){0,2}(?:child|bab|kids)|father"
        r"|bear|conceive)|early menopause"
        r"|shr(?:[iau]nk|unken)\w* (?:of )?(?:the |your )?(?:testic|ovar)"
    ),
    "unborn": (
        r"unborn|f[oe]+tus|f[oe]+tal|embryo\b|miscarr|stillb|birth defect|malform|preterm"
        r"|harm\w* (?:to )?(?:the |your |a )?(?:\w+ )?baby"
        r"|los(?:e|t|ing|s of) (?:the |a |your |their )?(?:pregnanc|bab(?:y|ies))"
    ),
    "heart": (
        r"\bstroke|heart (?:attack|failure|block)|cardiac arrest|\w*myocardi|cardiomyopath|embolism"
        r"|arrhythmi|irregular heart|torsade|(?<!small )blood clots?|\w*thrombos|endocarditis"
        r"|clots? (?:on|in|to) (?:the |your |an? )?(?:\w+ )?(?:lung|neck|leg|brain|heart|vein"
        r"|artery)"
        r"|(?:dangerous|abnormal) (?:heart|rhythm)|inflam\w+ (?:of the )?heart"
        r"|scar\w* (?:in|on|of) the heart|air bubble"
    ),
    "nerves": (
        r"seizure|convulsion|paraly[sz]|\b(?:ha[dsv]e?|having|cause[sd]?|got|get|of|or|and"
        r"|with) fits\b"
        r"|\bfits (?:were|was|may|can|could|occur|happen)|^fits\b|guillain|\w*encephal|meningitis"
        r"|neurotox"
        r"|brain (?:damage"
        r"|injur|swell)|swelling of the brain|leukoenceph|spinal cord|nerve damage"
        r"|los(?:e|t|ing|s of) (?:the |your |his |her |their )?(?:speech|memory|the use|feeling in"
        r"|movement"
        r"|ability to (?:walk|speak|move|see|hear|breathe))|brain tissue"
    ),
    "organs": (
        r"(?<!with )(?:kidney|liver|heart|lung|organ|respiratory|renal|hepatic"
        r"|bone marrow) (?:failure|damage"
        r"|injury)|(?:failure|damage|harm|injur\w+) (?:to|of) (?:the |your )?(?:kidney|liver|heart"
        r"|lung|brain|organ|bone marrow)|(?:kidney|liver|heart|lung|organ)s? (?:may |might "
        r"|could |can )"
        r"?(?:fail|be (?:harmed|damaged))|adrenal (?:crisis|failure)|dialysis"
        r"|transplant(?:ation)? (?:may|might|could)|pancreatitis|pneumonitis"
        r"|\bfibrosis|collapsed lung|pneumothorax|cirrhosis"
    ),
    "reaction": (
        r"anaphyla|(?:severe|serious|bad) (?:\w+ )?(?:allerg|reaction|infection)|sepsis|septic"
        r"|shock\b"
        r"|stevens|toxic epidermal|cytokine|tumou?r lysis|\bpoison|rhabdomyol|serotonin syndrome"
        r"|malignant (?:syndrome|hyperthermia)|ketoacid|lactic acid|h(?:a)?emolytic|tuberculosis"
    ),
    "senses": (
        r"(?<!double[- ])(?<!single[- ])\bblind(?:ness|ed)?\b|cataract"
        r"|(?:loss|lose|losing) (?:of )?(?:your |the )?(?:vision|sight|eyesight"
        r"|hearing)|deaf"
        r"|retinal|hearing loss"
    ),
    "cancer": (
        r"(?:second(?:ary)?|new|other|get|chance of) (?:\w+ )?cancers?|leuk(?:a)?emia|lymphoma"
        r"|melanoma"
        r"|(?:cause|turn into|become|developing|risk of) (?:an? )?(?:\w+ )?(?:cancer|tumou?r)"
    ),
}
"""Groups of grave harms, and the words that name them."""

GRAVE = at_words("|".join(GRAVE_HARMS.values()))
"""As all patterns here it is matched against small letters, four times as fast as both."""

BODY_WORDS = (
    r"\bpains?\b|\bsore|naus|vomit|diarrh|loose stool|constipat|headache|dizz|faint|rash|itch|bruis"
    r"|swell|fever|chills|tired|fatigue|cramp|\bburn|blister|irritat|discomfort|worse|reaction"
    r"|\bfall\b"
    r"|\binjur|\bhurt|\bharm|sleep|appetite|hair|weight|vision|\bsight\b|taste|cough|hunger|urin|bowel|sinus"
    r"|untreated|without (?:any |effective |active )?(?:treatment|medicines?|therapy)|infect"
    r"|cholesterol|blood sugar|thin the bones|growth"
)
"""Lesser harms to the body."""


HARM_WORDS = tuple(
    dict.fromkeys(
        word
        for pattern in (
            r"\b(?:died|killed)\b",
            *GRAVE_HARMS.values(),
            *(harm.pattern for harm in HARMS),
            BODY_WORDS,
        )
        for word in alternatives(pattern)
    )
)
"""The words of harm, each as a pattern of its own. That somebody died says more than one may."""

_DEATH = at_words(DEATH)
_SERIOUS = re.compile(
    r"\b(?:serious|severe|hospital|emergency|operation|surgery|transfusion|danger\w*)\b|"
    r"hospitali[sz]",
)


def names_death(text: str) -> bool:
    """Tell whether a text says that someone may die."""
    return affirmed(_DEATH, text) is not None


def gravity(text: str) -> int:
    """Return 0 for death, 1 for other grave harm, 2 for serious harm, 3 for any other."""
    for rank, pattern in enumerate((_DEATH, GRAVE, _SERIOUS)):
        if affirmed(pattern, text):
            return rank
    return 3
