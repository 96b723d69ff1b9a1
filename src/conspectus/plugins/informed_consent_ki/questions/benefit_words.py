"""How consent forms speak of what the subject or others may gain."""

from conspectus.domain.facts import Cue
from conspectus.plugins.informed_consent_ki.questions import topics

_ABOUT_GAIN = r"^(?!.*(?:benefit|\bgood\b|\bgain|merit|advantage|help|in it for))"
_OTHER_TOPICS = (
    *topics.OPTIONAL,
    *topics.APPENDED,
    *topics.SIGNATURES,
    *topics.PAYMENT,
    *topics.COSTS_ONLY,
    *topics.INJURY,
    *topics.SHARING,
    *topics.STOPPING,
    r"profit|who (?:is|are) (?:paying|doing|conducting)|commercial|financial "
    r"interest|new information",
)
ELSEWHERE = tuple(rf"{_ABOUT_GAIN}.*(?:{topic})" for topic in _OTHER_TOPICS)
HOME = (
    *topics.BENEFITS,
    r"\bgood\b|gain\b|will (?:it|this|taking part) help|helped|why (?:take part|join|"
    r"participate)|\bmerits?\b|in it for|what (?:you|i|we) (?:may|might|could) (?:gain|get out)|"
    r"worth it|\bpros\b|upsides?|(?:possible|expected) (?:gains?|value)|get out of (?:it|this)|"
    r"reasons .*(?:to|might) (?:choose to )?(?:volunteer|take part|join)|positive|"
    r"^[\W\d]*(?:why you (?:might|may)|the upside|upsides?)\W*$",
)
GAIN = (
    r"(?:benefits?|help(?:ed|s)?|improve(?:ment)?s?|better|relief|relieved?|"
    r"reduced?|fewer|less|calmer|"
    r"lower|slow(?:ed|s)?|shrink|disappear|advantage|ease[sd]?|heal(?:ed|ing)?|"
    r"recover|useful|protect(?:ed|ion)?|gain|profit|stronger|strength|easier|healthier|faster|notice|"
    r"longer|lessen(?:ed)?|go(?:es)? (?:down|away)|skills|support|insight|find .{0,40}early)"
)
YOU = (
    r"(?:you|your (?!participation|information|samples?|data|taking|"
    r"part\b|doctor|being|contribution|"
    r"answers|involvement|decision|role|name|identity)\w+|the (?:patient|person)|your (?:child|"
    r"baby|teen|family)|he or she|\bhe|\bshe|they|participants|subjects|volunteers|\bI\b|my \w+)"
)
# Not a benefit of this study, or not one to the subject.
NOT_ONESELF = Cue(
    r"optional|sub-?study|(?:stored|extra|banked) samples?|biobank|payments?|compensation for|"
    r"make (?:your|a|this) (?:choice|decision)|help you (?:decide|understand|choose)|"
    r"if you are (?:not )?infected|financial interest|commercial|compan(?:y|ies)\b|proper treatment|additional information|not counted? as|(?:earlier|previous|another|other|pilot) (?:study|studies|trial|group|round)|"
    r"loss of benefits|lose any|entitled|benefits? (?:and|or) risks|risks? "
    r"(?:and|or|with|outweigh)",
    2.5,
)
OTHERS = Cue(
    r"(?:may|might|could|will|should|can) (?:\w+ ){0,2}(?:benefit|help) (?:\w+ "
    r"){0,3}(?:others?|people|"
    r"patients|society|researchers|doctors|scientists|us|science|future|"
    r"children|persons|those|improve)|"
    r"others? (?:\w+ ){0,4}(?:may|might|could|will) benefit|(?:in|for) the future|future patients|"
    r"(?:serve|spare) (?:\w+ )?(?:others|other|people|patients)|be better served|"
    r"(?:society|others?|science|patients|researchers|veterans|people)(?: "
    r"\w+){0,3} (?:may|might|could|will) (?:\w+ )?benefit",
    1.4,
)

# Not everything that may or may not come is a gain.
NO_GAIN = Cue(
    r"\b(?:gain(?:s|ed|ing)?|put(?:ting)? on) (?:\w+ ){0,2}(?:weight|kilos?|pounds)|weight gain|"
    r"\blos(?:e|es|ing) (?:the|your|his|her|their) (?:\w+ )?(?:ability|hearing|sight|hair|job|place|"
    r"benefits?)|(?:heal|recover)\w* (?:more slowly|less)|(?:get|become|grow)s? (?:worse|weaker|sicker)",
    9.0,
)

NONE = (
    Cue(
        r"\bno (?:\w+ ){0,4}(?:direct|personal|medical|health|individual|immediate|"
        r"therapeutic|clinical|"
        r"known|expected|anticipated|guaranteed)? ?benefits?\b",
        1.6,
    ),
    Cue(
        r"(?:will|may|might|would|should|do|does|are|is|can|could|probably) ?(?:not|"
        r"n.t)\s+(?:be )?(?:\w+ ){0,4}?"
        r"(?:benefit|help|gain|improve)",
        1.6,
    ),
    Cue(
        r"not (?:be )?(?:expect(?:ed)?|likely|intended|designed|anticipate[ds]?|meant|able) .{0,40}"
        r"(?:benefit|help|improve|treat)|unlikely .{0,40}benefit|not be (?:of )?(?:any )?direct",
        1.7,
    ),
    Cue(r"\b(?:neither|none of)\b[^.;]{0,60}\b(?:help|benefit|gain|profit)", 1.7),
    Cue(r"not (?:receive|get|gain|have|derive) (?:any |a )?(?:\w+ ){0,3}benefit", 1.4),
    Cue(
        r"^(?:[^:.]{0,20}: )?(?:no, )?(?:probably |most likely )?(?:not|nothing) (?:for|to) (?:you|me|"
        r"your child)\b|(?:not|nothing) (?:for|to) (?:you|me) (?:personally|yourself|directly)\b",
        1.7,
    ),
    Cue(
        r"none (?:is|are) expected|none (?:for|to) (?:you|your)|without (?:any )?(?:direct "
        r")?benefit",
        1.4,
    ),
    Cue(
        r"\bno (?:\w+ ){0,3}(?:advantage|gain|profit|good|help)\b[^.;]{0,60}(?:you|subject|"
        r"participant|volunteer|child|expected|yourself)|nothing (?:in it |to gain )?for (?:you|me)|"
        r"nothing (?:in it|to gain)|of no (?:\w+ )?(?:use|help|value|advantage) to (?:you|the)|"
        r"(?:not|n.t) (?:be )?(?:likely )?(?:to )?(?:gain|profit|be helped|be of use|do you)",
        2.0,
    ),
)
HELD_OUT = (
    Cue(r"(?:may|might|could) or (?:may|might|could) not (?:\w+ ){0,5}" + GAIN, 3.0),
    Cue(r"(?:may|might|could|can) (?:\w+ )?(?:help|benefit) you\b", 1.5),
    Cue(
        YOU + r" (?:may|might|could|can)(?: (?:also|possibly|directly|personally|"
        r"potentially|each))* "
        r"(?:receive|get|have|see|notice|experience|feel|gain|find|be|become|enjoy|"
        r"learn|sleep|live)? ?"
        r"(?:a |an |some |more |direct |personal |health |sustained |possible |"
        r"medical |about |that )*" + GAIN,
        2.6,
    ),
    Cue(
        YOU + r" (?:may|might|could|can) (?:also |perhaps )?(?:find|feel|notice|see|learn|"
        r"discover)(?: that)?\b[^.;]{0,50}\b(?:helps?|helped|improves?|eases?|reduces?|lowers?|"
        r"relieves?|useful|enjoyable|works? (?:well|for you)|makes? (?:you|it|your))\b",
        2.6,
    ),
    Cue(
        r"(?:may|might|could)(?: (?:also|possibly|potentially|directly))* (?:"
        + GAIN
        + r"|make|control|prevent|"
        r"decrease|increase|lead to|result in|treat|stop|delay|keep|get better|cure)(?=[ .])",
        1.2,
    ),
    Cue(r"(?:possible|it (?:may|might) be) (?:that )?(?:it |the |this |you).{0,60}" + GAIN, 2.4),
    Cue(
        YOU + r" (?:may|might|could|can) (?:well |also |possibly )?(?:become|grow|get|feel|be|lose|"
        r"live|sleep|move|think|keep|use|need|drink|smoke|crave|walk|hear|see|suffer|cough|ache|itch|fall|bleed) (?:\w+ ){0,3}?(?:stronger|better|more slowly|fitter|calmer|"
        r"healthier|easier|less|longer)",
        1.6,
    ),
    Cue(
        r"\byour (?!participation|information|samples?|data|taking|part\b|answers|role)\w+ "
        r"(?:(?:at|in|on|during|from|after|of|with|and|or) (?:[\w-]+ ){1,4})?(?:may|might|could) "
        r"(?:then |also )?(?:improve|ease|lessen|lift|get better|heal|recover|feel better|hurt less|"
        r"be (?:better|less|lower|easier|shorter)|(?:come|go) down)\b|(?:may|might|could) (?:\w+ )?(?:"
        r"take away|lift|soothe|calm|restore|remove|bring back|get rid of) (?:some of |all of )?your\b|"
        r"\byou (?:may|might|could) (?:then )?(?:sleep|walk|breathe|move|think|live|hear|see|work|talk) more "
        r"(?:soundly|easily|freely|deeply|clearly|calmly|comfortably)|(?:perhaps|maybe|possibly|possible "
        r"that) (?:you|your \w+)\b[^.]{0,40}\b(?:better|improves?|less|come down|helped)\b",
        2.4,
    ),
    Cue(
        r"(?:hope|think|believe|expect|likely|chance) (?:that )?.{0,50}(?:you|"
        r"your).{0,40}" + GAIN,
        1.4,
    ),
    Cue(
        r"\b(?:hope|think|believe|may|might|could)\b[^.;]{0,50}\b(?:keeps?|spares?|saves?) (?:you|your child) "
        r"(?:out of (?:the )?hospital|alive|free (?:of|from)|safe)\b",
        2.4,
    ),
    # Those who are given what is tested.
    Cue(
        r"\b(?:people|patients|those|participants|women|men|children|volunteers) (?:who|that) (?:get|have|"
        r"take|receive|use|wear|do|attend|are given|were given)\b[^.;]{0,50} (?:may|might|could|can) (?:\w+ )?"
        r"(?:get|feel|have|sleep|walk|breathe|live|become|find|see|hear|move|eat|think|climb|grow|run|work|be)\b"
        r"[^.;]{0,50}\b(?:back|better|easier|(?:more )?(?:easily|freely|calmly|deeply|soundly)|farther|further|"
        r"stronger|fitter|calmer|healthier|relief|relieved)\b",
        1.4,
    ),
    Cue(
        r"(?:relief|alleviation|easing|improvement|recovery|cure)\b[^.;]{0,40}\b(?:is|are) "
        r"(?:hoped|looked|aimed) for",
        2.4,
    ),
    Cue(
        r"(?:can ?not|can.t|no one can) (?:be )?(?:promised?|guaranteed?|be sure|"
        r"know)|no (?:guarantee|promise)|"
        r"not (?:guaranteed|promised|known (?:if|whether))",
        1.0,
    ),
    Cue(
        r"nothing (?:at all )?(?:may|might|could) be gained|would (?:then )?have (?:had )?an? advantage|will have had an advantage|"
        r"(?:potential|possible|expected)? ?benefits? "
        r"(?:(?:to|for) you |you |of \w+ \w+ )?(?:may|might|could) (?:include|be|involve)",
        2.6,
    ),
)
