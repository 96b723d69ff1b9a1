"""Who sponsors or pays for the study."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.labels import IS, NAME

_FUNDERS = (
    r"spons|\bfund(?:s|ed|ing|er)?\b|who (?:is |will )?(?:pay|support|doing|conduct|running|"
    r"leading)",
    r"supported by|grant|financial (?:interest|disclosure)|conflicts?|who (?:is|stands) behind|"
    r"money (?:comes? )?from|organi[sz]ing|organi[sz]ed",
)
SPONSOR = Question(
    "sponsor",
    "text",
    "Which company or agency supports or funds the study?",
    (
        Aspect(
            "sponsor",
            (
                Cue(
                    r"sponsor ?/ ?(?:study|protocol) (?:title|"
                    r"name)\s*:\s*(?P<value>[^/\"\u201c]{3,70}?)"
                    r"\s*/?\s*[\"\u201c]",
                    2.2,
                ),
                Cue(
                    r"(?:\b(?:co-)?sponsor(?:.s name| name|ed by|s|\(s\)|ing (?:the|this) (?:study|"
                    r"research))?|"
                    r"(?:company|agency|organi[sz]ation|institution|body|group)(?: (?:or|and) "
                    r"\w+)?(?:\(s\))? (?:that is |who is |which is )?(?:paying|funding|sponsoring|"
                    r"supporting|conducting|responsible|behind)[^:|]{0,30}|"
                    r"company or agency[^:|]{0,40})"
                    rf"(?: (?:of|for|\(s\)) (?:the |this )?(?:study|research|trial))?{IS}{NAME}",
                    2.0,
                ),
            ),
            avoid=(
                Cue(
                    r"protocol (?:no|num)|sponsor.s (?:study|protocol)|contact|phone|signature", 1.5
                ),
            ),
            away=topics.SIGNATURES,
            form="capture",
        ),
        Aspect(
            "funder",
            (
                Cue(
                    r"(?:fund(?:ed by|er|ers|ing)(?: (?:source|agency|by|provided by|sponsor|"
                    r"organi[sz]ation))*|(?:financial(?:ly)? )?support(?:ed)?(?: (?:by|from))?|"
                    r"paid for by|(?:funds|money|funding) (?:from|provided by)|fund(?:er|"
                    r"ing)s?(?: \(s\)|/\w+)?|grant(?:or|ing agency| support| from)?|source of "
                    r"(?:funding|"
                    r"support)|"
                    rf"who (?:is paying for|pays for|is funding|funds) [^:|"
                    rf"?]{{0,20}}\??){IS}{NAME}",
                    2.0,
                ),
            ),
            avoid=(Cue(r"contact|phone|signature|you will be paid", 1.5),),
            away=topics.SIGNATURES,
            form="capture",
        ),
        Aspect(
            "said",
            (
                Cue(
                    r"(?:sponsored|funded|financed|underwritten|supported|paid for|initiated)"
                    r"(?: (?:and|or) \w+)?(?:,? in part,?| entirely| jointly)? (?:by|through|with "
                    r"(?:money|a grant|funds))",
                    1.4,
                ),
                Cue(
                    r"(?:(?:is|are) (?:its|the|our) (?:\w+ )?sponsors?\b|act(?:s|ing)? as (?:the |"
                    r"its )?"
                    r"(?:legal )?sponsor|(?:is|are) (?:the )?(?:study |trial )?(?:sponsor|"
                    r"funder)s? "
                    r"of|has (?:set up|initiated) the (?:trial|study)|duties of (?:a |the "
                    r")?sponsor)",
                    1.3,
                ),
                Cue(
                    r"(?:money|funds?|funding|financ\w+|support)\b[^.]{0,60}\b(?:com(?:es?|ing)|"
                    r"came|"
                    r"provided|given|received|obtained|supplied|awarded|met|raised) (?:from|by)\b|"
                    r"made possible by|with (?:the )?(?:\w+ )?(?:support|funding|help) (?:of|"
                    r"from) the "
                    r"(?-i:[A-Z])|bears the costs? of (?:the|this) (?:study|research|trial)|"
                    r"(?:gives?|giving|provid\w+|gave|awarded|contribut\w+|supplies) (?:us |the |"
                    r"all "
                    r"|some |part of )*(?:money|funds|funding|financial support|grant)\b|"
                    r"(?:costs?|salar\w+)[^.]{0,40}(?:is|are) (?:met|covered|borne) by the "
                    r"(?-i:[A-Z])",
                    1.3,
                ),
                Cue(
                    r"funding (?:for|from|is|comes|was|has been)|receiv\w+ (?:\w+ )?(?:funding|"
                    r"money|"
                    r"an? grant|grant money|support) from|money for (?:this|the) (?:study|"
                    r"research)|"
                    r"(?:will|to|helps?|helping) (?:sponsor|fund|support|finance|pay for) (?:this|"
                    r"the) "
                    r"(?:study|research|trial|project|registry)|"
                    r"gave (?:a|the) grant|(?:by|with|from|through|"
                    r"under) an? (?:\w+ ){0,2}(?:grant|contract)",
                    1.3,
                ),
                Cue(
                    r"(?:is|are) (?:paying (?:for|to)|funding|sponsoring|supporting|financing)|"
                    r"pays? for (?:the|this) (?:study|research|project|trial|registry)|"
                    r"paying [^.]{3,60} (?:to (?:carry out|do|conduct|run|perform)|for)",
                    1.3,
                ),
                Cue(
                    r"(?:is|as|called|are) the [\"\u201c]?sponsor|"
                    r"[(][\"\u201c]?the [\"\u201c]?sponsor|"
                    r"the sponsor (?:of|for) (?:this|the) (?:study|research|trial)[^.]{0,20} is",
                    1.3,
                ),
                Cue(
                    r"(?:no|not have an?|without) (?:outside|external|company|commercial|agency|"
                    r"sponsor|funding|funder)|(?:not|isn.t) (?:being )?(?:sponsored|funded)|"
                    r"unfunded|(?:paying|pay|paid)[^.]{0,30} (?:myself|ourselves|my own)|"
                    r"(?:no one|nobody) (?:is )?(?:pay|fund)\w*|(?:has|have|receives?|"
                    r"is) no (?:\w+ )?(?:funding|funder|sponsor)",
                    1.6,
                ),
                Cue(
                    r"foundation|institutes? of|institute|inc\.|company|pharma|department|charity",
                    0.3,
                ),
            ),
            avoid=(
                Cue(
                    r"refund|reimburs|\bfares?\b|parking|travel|co-?pay|you (?:will|are|do) "
                    r"(?:not )?(?:be )?(?:pay|paid)\b",
                    1.5,
                ),
                Cue(r"injur|insur|\bbill|your (?:medical|health)? ?(?:care|costs)|charge", 1.5),
                Cue(r"(?:look at|\bsee\b|inspect|review|access)\b|drug is (?:made|supplied)", 0.8),
                Cue(r"(?:does|will|did) not pay|stop|terminat|paid (?:lectures|consult)", 0.8),
            ),
            home=(*_FUNDERS, *topics.KEY, *topics.ABOUT),
            away=(*topics.OPTIONAL, *topics.SIGNATURES, *topics.INJURY, *topics.LEAVING),
            unless=("sponsor", "funder"),
        ),
        # Where no money is told of: whose group runs it, who supplies what is tested.
        Aspect(
            "group",
            (
                Cue(
                    r"^(?:the )?(?P<value>(?-i:[A-Z])[^,.;:|]{3,60}(?-i:Oncology Group|"
                    r"Cooperative Group|Trials? Group|Trials? Network|Trials? Consortium|"
                    r"Study Group|Research Network|Research Group|Research Consortium)"
                    r"(?: \([A-Z-]+\))?)\W*$",
                    1.6,
                ),
            ),
            away=(*topics.OPTIONAL, *topics.SIGNATURES),
            form="capture",
            unless=("sponsor", "funder", "said"),
        ),
        Aspect(
            "supplier",
            (
                Cue(
                    r"(?-i:Inc\b|LLC|Ltd|Corp|GmbH|Pharma\w*|Therapeutics|Biotech\w*|"
                    r"Laboratories|Sciences|Company|Medical|AG\b)[^.]{0,6}\.?[^.]{0,40}? "
                    r"(?:will |is |are )?(?:provid(?:e|es|ing)|suppl(?:y|ies|ying)|mak(?:es|ing)|"
                    r"donat(?:es|ing|e)|manufactures?|giv(?:es|ing)) (?!you\b|care)",
                    1.6,
                ),
                Cue(
                    r"(?:provided|supplied|donated|made|manufactured) (?:free of charge |free )?by "
                    r"(?:the company |the manufacturer )?(?-i:[A-Z])[\w.,& -]{2,50}(?-i:Inc\b|LLC|"
                    r"Ltd|Corp|GmbH|Pharma\w*|Therapeutics|Biotech\w*|Laboratories)",
                    1.6,
                ),
            ),
            avoid=(Cue(r"injur|\blab tests?\b|storage|\bstore|not (?:provid|pay)", 1.5),),
            away=(*topics.OPTIONAL, *topics.SIGNATURES, *topics.INJURY, *topics.PRIVACY),
            unless=("sponsor", "funder", "said"),
        ),
    ),
    most_words=45,
)
