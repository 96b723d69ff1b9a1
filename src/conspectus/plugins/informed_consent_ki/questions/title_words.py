"""How a title that no label names is known from the other lines of a form."""

from conspectus.domain.facts import Cue

# A word of a heading set in capitals like a title.
_WORD = (
    r"(?-i:[A-Z\d(\[\"\u201c][\w\u2019'()\[\]/.+&*%\u00ae\u2122?!\"\u201d\u2010-\u2013-]*|"
    r"of|in|the|a|an|"
    r"and|for|with|to|on|by|at|or|from|as|vs\.?|versus|after|before|among|during|between|using|"
    r"into|its|their|than|not|plus|who|that|is|are|be|do|does|how|over|through|under|within|"
    r"without|against|about|via|per|up|de|la|y|et|&|\+|[\u2013-])"
)
RUN = rf"(?:{_WORD}[,:;]?\s+){{4,}}{_WORD}(?:\s+\([^()]{{2,40}}\))?\.?"

# The numbers that may follow a title on its line.
NUMBERS = r"(?=\s+(?-i:IRB|IND|IDE|NCT|HUM|EudraCT|[Pp]rotocol)\b(?: (?:file|no\.?|number))? ?[#\d][^|]*(?:\||$))"

STUDIED = Cue(
    r"study of|trial|registry|evaluat|compar|effect|efficacy|safety|pilot|phase|randomi|assess|"
    r"survey|interview|intervention|repository|biobank|investigat|causes of|role of|impact|outcome|"
    r"quality of life|experience|understand|improving|reducing|treatment|prevent|versus|: an? |"
    r"using |among |imaging|collection of|"
    r"in (?:[\w-]+ ){0,3}(?:adults|children|patients|people|women|men|veterans|students|teachers|"
    r"nurses|infants|families|parents|survivors|workers|adolescents|youth)\b",
    0.15,
)

# Sentence case: what a title begins with, and no word of a sentence in it.
PLAIN = (
    r"(?:an? |the )?(?:phase [\dIV]|(?:[\w-]+,? ){0,4}(?:randomi[sz]ed|double[- ]blind|"
    r"open[- ]label|multi-?cent(?:er|re)|prospective|pilot|observational|single[- ](?:arm|"
    r"cent\w+)|feasibility|longitudinal|qualitative|natural history|cross-sectional|"
    r"dose[- ]\w+)\b|(?:evaluation|assessment|effects?|efficacy|safety|impact|study|trial|"
    r"comparison|investigation|analysis|role) (?:of|about|on|exploring|examining|to)\b|"
    r"understanding|exploring|investigating|"
    r"evaluating|assessing|comparing|improving|examining)"
    r"(?!.*\b(?:you|your|we|our|will|may|if|should|please|this)\b)[^|]{25,}?[^.?:|]"
)
VERBLESS = (
    r"(?-i:[A-Z])(?!.*\b(?:you|your|we|our|will|may|can|if|should|please|this|is|are|was|were|has|"
    r"have|do|does|i|my)\b)(?:[^\s|:.?!]+ ){6,}[^\s|:.?!]+"
)
NO_TITLE = (
    Cue(
        r"consent|permission|authori[sz]|assent|tak(?:e|ing) part|participa(?:te|ting|tion)|"
        r"information (?:sheet|for(?! (?:future )?research)|form|statement|about|and|letter)|"
        r"key information|clinicaltrials|"
        r"bill of rights|\b(?:this|the|our) (?:research|study|trial|project|form|document)\b|"
        r"\byou\b|\byour\b|\bwe\b|\bI\b|\?$|version|template|revised|approved|summary|page \d|"
        r"(?:^|: )\W*(?:paid (?:for|by)|fund(?:er|ing|ed)|supported|sponsored|financed)\b|"
        r"research (?:study|subjects?|participants?)$|contact|telephone|phone|e-?mail",
        3.0,
    ),
    Cue(
        r"university|department|division of|institut|(?:center|centre|hospital|clinic|system|"
        r"alliance|network|foundation|inc\.?|unit)$|committee|board\b|office|principal|"
        r"investigator|"
        r"^part [a-d1-9]|^section|school of|"
        r"college(?! (?:students?|athletes|age|women|men|freshm\w+|graduates))|\b(?:MD|PhD|RN|MPH|DrPH|PharmD)\b|street|"
        r"avenue|"
        r"\bsuite\b|table of contents|national institutes|veterans affairs|sponsor|"
        r"^(?:dr|prof|mr|ms)\b",
        1.5,
    ),
)
