"""What the study is: title, number, sponsor and subject."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)

# Between a label and its value, and where a value ends when further labels follow on the line.
_IS = r"\s*(?:[:|\u2013\u2014]|\s-(?=\s))\s*(?!//)(?:protocol(?: (?:no\.?|number))?\s*[:#]\s*)?"
_END = (
    r"(?=\s*\||\s*\(?NCT (?:number|no)|\s+(?:short title|protocol|irb|hsr|study|sponsor(?:ed)?|"
    r"principal|lead|co-|p\.?i\.?|investigators?|nct|version|fund(?:er|ing|ed)|supported|"
    r"researchers?|department|site|phone|telephone|address)\b[^:|.]{0,30}:\s|$)"
)
_NAME = rf"[\"\u201c]?(?P<value>(?=[^_\[]*[a-z]{{3}})[^|_\[]{{4,}}?)[\"\u201d]?{_END}"
_TITLE = (
    rf"[\"\u201c]?(?P<value>(?=[^_\[]*[a-z]{{3}})(?:[^|_\[\s]+\s+){{3,}}?[^|_\[]+?)[\"\u201d]?{_END}"
)

# A word of a heading set in capitals like a title.
_WORD = (
    r"(?-i:[A-Z\d(\"\u201c][\w\u2019'()/.+\"\u201d-]*|of|in|the|a|an|and|for|with|to|on|by|at|or|"
    r"from|as|vs\.?|versus|after|before|among|during|between|using|into|its|their|than|not|&|[\u2013-])"
)

_TITLE_QUESTION = Question(
    "study_title",
    "text",
    "What is the official title of the study?",
    (
        Aspect(
            "official",
            (
                Cue(
                    r"(?:full|official|long|scientific|complete|formal)(?: \w+){0,2} title"
                    rf"[^:|]{{0,60}}(?:https?:\S+)?{_IS}{_TITLE}",
                    2.4,
                ),
                Cue(
                    r"(?:study|protocol|project|research|trial|registry)(?:/\w+)? title"
                    rf"[^:|]{{0,40}}{_IS}{_TITLE}",
                    2.0,
                ),
                Cue(
                    r"(?:title|name) of (?:the |this |your )?(?:\w+ ){0,2}(?:study|project|protocol|"
                    rf"research|trial|registry)(?: \w+){{0,2}}{_IS}{_TITLE}",
                    2.0,
                ),
                Cue(rf"^\W*(?:title|re|study name|study|project){_IS}{_TITLE}", 1.7),
            ),
            avoid=(Cue(r"short(?:ened)? title|lay title|title for participants|nickname", 0.8),),
            away=topics.SIGNATURES,
            form="capture",
        ),
        Aspect(
            "short",
            (Cue(rf"(?:short|lay|plain|brief)(?: \w+){{0,2}} title{_IS}{_NAME}", 2.0),),
            form="capture",
            unless=("official",),
        ),
        Aspect(
            "called",
            (
                Cue(
                    r"(?:study|trial|project|registry|research) (?:is |that is |which is )?(?:being )?"
                    r"(?:called|titled|entitled|named)[ ,:]+[\"\u201c]?(?P<value>[A-Z].{8,}?)"
                    r"[\"\u201d]?[,.]?$",
                    1.5,
                ),
                Cue(
                    r"(?:called|titled|entitled|named)[ ,:]+[\"\u201c](?P<value>[^\"\u201d]{12,})"
                    r"[\"\u201d]",
                    1.8,
                ),
            ),
            avoid=(Cue(r"drug|device|medicine|placebo|brochure|booklet|form", 0.8),),
            away=_ELSEWHERE,
            form="capture",
            unless=("official", "short"),
        ),
        # A title that stands by itself at the head of the form.
        Aspect(
            "headed",
            (
                Cue(rf"^(?P<value>(?:{_WORD}[,:;]?\s+){{4,}}{_WORD}\.?)$", 1.2),
                Cue(
                    r"study of|trial|registry|evaluat|compar|effect|efficacy|safety|pilot|phase|"
                    r"randomi|assess|survey|interview|intervention|repository|biobank|investigat|"
                    r"treatment|prevent|versus|: an? |using |among |in (?:adults|children|patients|"
                    r"people|women|men|veterans)",
                    1.0,
                ),
            ),
            avoid=(
                Cue(
                    r"consent|permission|authoriz|assent|take part|participa(?:te|tion)|\?$|"
                    r"information (?:sheet|for)|key information|clinicaltrials",
                    3.0,
                ),
                Cue(
                    r"university|department|division of|institut|(?:center|hospital|clinic|system)$|"
                    r"committee|board|office|principal|investigator|^part [a-d1-9]|^section|^the ",
                    1.5,
                ),
            ),
            away=_ELSEWHERE,
            threshold=2.0,
            form="capture",
            unless=("official", "short", "called"),
        ),
    ),
)

# Not a telephone number or a date.
_NUMBER = (
    r"(?P<value>(?!\(?\d{3}\)?[-. \u2013]\d{3,4}\b)(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2})"
    r"[A-Z0-9][\w./\u2010-\u2013-]*\d[\w/\u2010-\u2013-]*)"
)
_KIND = (
    r"(?:[ #/-]+(?:protocol|study|project|approval|file|ref(?:erence)?|tracking|application|"
    r"registration|irb))*"
)
_ID = Question(
    "study_id",
    "text",
    "What is the IRB, protocol or trial registry number?",
    (
        Aspect(
            "irb",
            (
                Cue(r"\b(?P<value>(?:HUM|STUDY|Pro|IRB|CR|UMCC |LAB|MP|SMPH)-?\d[\d.-]{5,}\b)", 1.8),
                Cue(
                    r"\b(?:e?irb|reb|erb|iec|ethics|review board|hsr|hrpp|hrpo|cphs|hsirb)"
                    rf"{_KIND}[ ]*(?:#|nos?\b\.?|num(?:ber)?\b|id\b|identifier|code)?\s*[:#|]?\s*{_NUMBER}",
                    1.4,
                ),
                Cue(
                    r"\b(?:study|project|application|approval|committee|reference|file|tracking|submission)"
                    rf"{_KIND}[ ]*(?:(?:#|nos?\b\.?|num(?:ber)?\b|id\b|identifier|code)\s*[:#|]?|[:|])\s*{_NUMBER}",
                    1.3,
                ),
                # A number of several parts needs no sign before it.
                Cue(
                    r"\b(?:study|project) (?P<value>(?-i:(?:[A-Z]{2,}|\d{2,4})-[A-Z\d]{2,}-[A-Z\d-]*\d[A-Z\d-]*))",
                    1.4,
                ),
                Cue(r"(?:irb|study|ethics|tracking|project)\b[^:|]{0,25}(?:#|no\.|number|id)\W", 0.4),
            ),
            avoid=(
                Cue(r"phone|call|fax|room|suite|floor|visit|version|\bdays?\b|\bweeks?\b|part \d", 1.2),
            ),
            form="capture",
            threshold=0.7,
        ),
        Aspect(
            "protocol",
            (
                Cue(
                    r"protocol(?: (?:title and|study|identification|code))*"
                    rf"[ ]*(?:#|no\b\.?|num(?:ber)?\b|id\b|identifier|code)?\s*[:#|]?\s*{_NUMBER}",
                    1.6,
                ),
                Cue(r"protocol[^:|]{0,25}(?:#|no\.|number|id)\W", 0.4),
            ),
            avoid=(Cue(r"version \d|amendment|phone|call|fax", 0.3),),
            form="capture",
            threshold=0.7,
        ),
        Aspect(
            "registry",
            (
                Cue(r"(?P<value>NCT\s?\d{8})\b", 2.0),
                Cue(r"(?P<value>ISRCTN\s?\d{6,})", 1.8),
                Cue(r"(?P<value>(?:EU CT|EudraCT|ACTRN|ChiCTR|CTRI)\W*(?:no\.?|number)?\W*\d[\d-]{6,})", 1.9),
            ),
            form="capture",
        ),
    ),
)

_FUNDERS = (
    r"spons|\bfund(?:s|ed|ing|er)?\b|who (?:is |will )?(?:pay|support|doing|conduct|running|leading)",
    r"supported by|grant|financial (?:interest|disclosure)|conflicts?",
)
_SPONSOR = Question(
    "sponsor",
    "text",
    "Which company or agency supports or funds the study?",
    (
        Aspect(
            "sponsor",
            (
                Cue(
                    r"(?:sponsor(?:ed by|s|\(s\)|ing (?:the|this) (?:study|research))?|"
                    r"company or agency[^:|]{0,40}|organization[^:|]{0,20} (?:conducting|responsible)"
                    r"[^:|]{0,30})"
                    rf"(?: (?:of|for|\(s\)) (?:the |this )?(?:study|research|trial))?{_IS}{_NAME}",
                    2.0,
                ),
            ),
            avoid=(Cue(r"protocol (?:no|num)|sponsor.s (?:study|protocol)|contact|phone|signature", 1.5),),
            away=topics.SIGNATURES,
            form="capture",
        ),
        Aspect(
            "funder",
            (
                Cue(
                    r"(?:fund(?:ed by|er|ers|ing)(?: (?:source|agency|by|provided by|sponsor|"
                    r"organi[sz]ation))*|(?:financial(?:ly)? )?support(?:ed)?(?: (?:by|from))?|"
                    r"paid for by|grant(?:or|ing agency| support| from)?|source of (?:funding|support)|"
                    rf"who (?:is paying for|pays for|is funding|funds) [^:|?]{{0,20}}\??){_IS}{_NAME}",
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
                    r"funding (?:for|from|is|comes|was|has been)|receiv\w+ (?:\w+ )?(?:funding|money|"
                    r"an? grant|grant money|support) from|money for (?:this|the) (?:study|research)|"
                    r"gave (?:a|the) grant|(?:by|with|from|through|under) an? (?:\w+ ){0,2}(?:grant|contract)",
                    1.3,
                ),
                Cue(
                    r"(?:is|are) (?:paying (?:for|to)|funding|sponsoring|supporting|financing)|"
                    r"pays? for (?:the|this) (?:study|research|project|trial|registry)|"
                    r"paying [^.]{3,60} (?:to (?:carry out|do|conduct|run|perform)|for)",
                    1.3,
                ),
                Cue(
                    r"(?:is|as|called|are) the [\"\u201c]?sponsor|[(][\"\u201c]?the [\"\u201c]?sponsor|"
                    r"the sponsor (?:of|for) (?:this|the) (?:study|research|trial)[^.]{0,20} is",
                    1.3,
                ),
                Cue(
                    r"(?:no|not have an?|without) (?:outside|external|company|commercial|agency|"
                    r"sponsor|funding|funder)|(?:not|isn.t) (?:being )?(?:sponsored|funded)|unfunded",
                    1.6,
                ),
                Cue(r"foundation|institutes? of|institute|inc\.|company|pharma|department|charity", 0.3),
            ),
            avoid=(
                Cue(r"injur|insur|\bbill|your (?:medical|health)? ?(?:care|costs)|charge", 1.5),
                Cue(r"(?:look at|see|inspect|review|access)\b|drug is (?:made|supplied)", 0.8),
                Cue(r"(?:does|will|did) not pay|stop|terminat|paid (?:lectures|consult)", 0.8),
            ),
            home=(*_FUNDERS, *topics.KEY, *topics.ABOUT),
            away=(*topics.OPTIONAL, *topics.SIGNATURES, *topics.INJURY, *topics.LEAVING),
            unless=("sponsor", "funder"),
        ),
    ),
    most_words=45,
)

_TOPIC_END = (
    r"(?=\s+(?:that|which|whose|for which|and (?:you|your|are|is|have|has|because|need|may|will|want)|"
    r"but|so|although|even though|or (?:you|your|has|have)|when|before|while|using|by|"
    r"receiving|taking|who|is|are|will|can|may|versus|vs)\b|\s*[,.;:|\u2013\u2014?]|\s+\((?!\w{2,6}\))|$)"
)
_HAVING = (
    r"(?:you|your child|your baby|your infant|your teen|your son or daughter|he or she|they|he/she|"
    r"your loved one|your family member|the (?:patient|person))"
)
_CONDITION = Question(
    "condition",
    "text",
    "Which disease or topic is studied?",
    (
        # As the title names the people, the disease is named most exactly.
        Aspect(
            "people",
            (
                Cue(
                    r"(?:title|name of)[^|]*?[:|].*?\b(?:in|with|for|of|among)\b (?:the )?(?:[\w-]+,? ){0,4}?"
                    r"(?:adults?|children|patients|people|persons|women|men|participants|individuals|"
                    r"subjects|veterans|adolescents|youth|teens|infants|newborns|volunteers|survivors|"
                    r"caregivers|families|students|adults?) (?:and \w+ )?(?:with|who have|having|at (?:high |"
                    r"increased )?risk (?:for|of)|undergoing|treated for|living with|recovering from|after) "
                    rf"(?P<value>[^,.;|]{{3,90}}?){_TOPIC_END}",
                    2.0,
                ),
            ),
            away=topics.SIGNATURES,
            form="capture",
        ),
        Aspect(
            "having",
            (
                Cue(
                    rf"(?:because|since|as|that|if) {_HAVING} (?:(?:may |might |currently |also |both |"
                    r"recently |either |still |now )*(?:have|has|had|having)) (?:recently |just |been "
                    r"|newly |previously )*(?:an? |the )?(?:diagnosed with |diagnosis of |told (?:by a "
                    r"doctor )?that (?:you|they|he or she) (?:have|has) |history of |condition "
                    r"called |disease called |type of |form of )*"
                    r"(?!(?:had|been|a doctor|agreed|already|not|no|questions|chosen|decided|"
                    r"completed|taken|received|undergone|given|been|asked|shown|gone|joined)\b)"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.6,
                ),
                Cue(
                    rf"(?:because|since) {_HAVING} (?:are|is|were|was)[^.;]{{0,40}}? (?:diagnosed with|"
                    r"hospital (?:with|for|because of)|treated for|being treated for|living with|"
                    r"at (?:higher |high |increased )?risk (?:for|of)|admitted (?:with|for)|"
                    rf"patients? with|having) (?:an? )?(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.6,
                ),
                Cue(
                    rf"(?:because|since) {_HAVING} (?:see|sees|visit|visits|come|comes|go|goes)[^.;]{{0,30}}? "
                    rf"(?:for|about|with) (?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.3,
                ),
                Cue(
                    r"(?:asked|invited|asking|inviting|eligible)\b[^.]{0,60}\bbecause|you are being asked|"
                    r"you have been asked|we are asking",
                    0.8,
                ),
                Cue(
                    r"diagnosed with (?:an? |the )?(?:\w+ called )?"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    0.9,
                ),
            ),
            avoid=(
                Cue(r"previous|earlier|in the past|pregnan|insurance|side effect|allerg|injur", 0.8),
                Cue(r"(?:cannot|can.t|may not|should not|not be able to) (?:be|join|take|participate)", 1.5),
                Cue(r"\bpay\b|research-related|because you are in (?:the|this) study", 3.0),
            ),
            home=(*topics.PURPOSE, *topics.KEY, *topics.WHO, *topics.ABOUT, *topics.JOINING),
            away=(*_ELSEWHERE, *topics.RISKS, *topics.PRIVACY, *topics.COSTS, *topics.STOPPING),
            threshold=2.4,
            form="capture",
            unless=("people",),
        ),
        # The subject as the title names it.
        Aspect(
            "titled",
            (
                Cue(
                    r"title[^|]*?[:|].*?\bto (?:prevent|treat|reduce|improve|manage|increase|decrease|"
                    rf"control|relieve|promote|lower) (?P<value>[^.;|]{{3,120}}?)(?=\s*[(.;|]|$)",
                    1.7,
                ),
                Cue(
                    r"title[^|]*?[:|].*?\b(?:for|in) (?!the |an? |healthy|adults?\b|children\b|patients\b|"
                    r"people\b|women\b|men\b|use\b|subjects\b|participants\b|veterans\b|school)"
                    rf"(?P<value>[A-Z][^,.;:|]{{3,90}}?){_TOPIC_END}",
                    1.5,
                ),
                Cue(
                    r"(?-i:\b(?:Study|Trial|Registry|Evaluation|Survey|Investigation) (?:of|on)) (?!the (?-i:[SEU]))"
                    r"(?P<value>[^.;|]{4,80}?)(?=,? (?:in|among|using|with)\b|\s*[.;|(]|$)",
                    1.2,
                ),
            ),
            away=topics.SIGNATURES,
            form="capture",
            unless=("people", "having"),
        ),
        Aspect(
            "learn",
            (
                Cue(
                    r"(?:learn|know|understand|study|research|information|study is|studying)"
                    r"(?: more)? about (?:the )?(?:causes of |effects of |experiences of )?"
                    rf"(?P<value>(?!this|the study|how|whether|you)[^,.;|]{{4,90}}?)(?=\s*[,.;(|]|$)",
                    1.4,
                ),
                Cue(
                    r"(?:treatment|prevention|diagnosis|care|understanding|management) of "
                    rf"(?P<value>(?!this|the study|your)[^,.;|]{{4,70}}?){_TOPIC_END}",
                    1.1,
                ),
            ),
            home=(*topics.PURPOSE, *topics.KEY, *topics.ABOUT),
            away=_ELSEWHERE,
            threshold=1.8,
            form="capture",
            unless=("people", "having", "titled"),
        ),
        Aspect(
            "named",
            (
                Cue(rf"(?:title|name) ?(?:of [^:|]{{0,30}})?{_IS}(?P<value>[^|_]{{12,}})", 1.6),
                Cue(rf"title[^:|]{{0,40}}{_IS}(?P<value>[^|_]{{12,}})", 1.5),
            ),
            away=topics.SIGNATURES,
            form="capture",
            unless=("people", "having", "titled", "learn"),
        ),
    ),
    most_words=45,
)

IDENTITY = (_TITLE_QUESTION, _ID, _SPONSOR, _CONDITION)
