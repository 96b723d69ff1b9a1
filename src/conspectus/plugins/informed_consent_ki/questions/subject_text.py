"""The disease or topic as the sentences of a form tell it."""

from conspectus.domain.facts import Aspect, Cue
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE
from conspectus.plugins.informed_consent_ki.questions.subject_words import (
    DISEASE,
    HAVING,
    PEOPLE,
    TOPIC_END,
)

HAVING_IT = Aspect(
    "having",
    (
        Cue(
            rf"(?:because|since|as|that) {HAVING} (?:(?:may |might |currently |also |"
            rf"both |"
            r"recently |either |still |now )*(?:have|has|had|having)) (?:recently |just |"
            r"been "
            r"|newly |previously )*(?:an? |the )?(?:diagnosed with |diagnosis of |"
            r"told (?:by a "
            r"doctor )?that (?:you|they|he or she) (?:have|has) |history of |condition "
            r"called |disease called |type of |form of |kind of |disorder called )*"
            r"(?!(?:had|been|a doctor|agreed|already|not|no|questions|chosen|decided|"
            r"completed|taken|received|undergone|given|been|asked|shown|gone|joined|read|"
            r"signed|any|the right|gained|lived|worked|attended|"
            r"visited|used|enrolled|registered|told|expressed|contacted|responded|indicated|"
            r"some|to|hurt|harmed|injured|heard|a question|"
            r"concerns?)\b)"
            rf"(?P<value>[^,.;|]{{3,70}}?){TOPIC_END}",
            1.6,
        ),
        Cue(
            rf"(?:because|since) {HAVING} (?:are|is|were|"
            rf"was)[^.;]{{0,40}}? (?:diagnosed with|"
            r"hospital (?:with|for|because of)|treated for|being treated for|living with|"
            r"at (?:higher |high |increased )?risk (?:for|of)|admitted (?:with|for)|"
            rf"patients? with|affected by|having) (?:an? )?"
            rf"(?P<value>[^,.;|]{{3,70}}?){TOPIC_END}",
            1.6,
        ),
        Cue(
            r"(?:because|since) your (?!child|doctor|baby|teen|son|daughter|family|name|"
            r"health|address|part|information|care|number|phone|record|home|school|clinic)"
            r"(?P<value>(?:[\w-]+ ){0,5}?[\w-]+) (?:has|is|did|was|have|came|did not|"
            r"needs|keeps|cannot)\b",
            1.6,
        ),
        Cue(
            rf"(?:because|since) {HAVING} (?:see|sees|visit|visits|come|comes|go|"
            rf"goes)[^.;]{{0,30}}? "
            rf"(?:for|about|with) (?P<value>[^,.;|]{{3,70}}?){TOPIC_END}",
            1.3,
        ),
        Cue(
            rf"\bif {HAVING} (?:have|has) (?:been )?(?:an? |the )?(?:diagnosed with |"
            r"diagnosis of |history of )?"
            rf"(?P<value>[^,.;|]{{3,70}}?){TOPIC_END}",
            0.6,
        ),
        Cue(
            r"(?:asked|invited|asking|inviting|eligible|approached|offered|selected|"
            r"chosen)\b[^.]{0,80}\b(?:because|since)|"
            r"you are being asked|(?:can|may) (?:take part|join|be in)|"
            r"you have been asked|we are asking",
            0.8,
        ),
        Cue(
            r"diagnosed with (?:an? |the )?(?:\w+ called )?"
            rf"(?P<value>[^,.;|]{{3,70}}?){TOPIC_END}",
            0.9,
        ),
    ),
    avoid=(
        Cue(r"previous|earlier|in the past|pregnan|insurance|side effect|allerg|injur", 0.8),
        Cue(
            r"(?:cannot|can.t|may not|should not|not be able to|do not|don.t) (?:be|join|"
            r"take|sign|participate)|please (?:tell|ask|call|do not)|\b(?:fine|okay?|"
            r"even) if|"
            r"(?:tell|call|ask) (?:us|the|your)",
            1.5,
        ),
        Cue(r"\bpay\b|research-related|because you are in (?:the|this) study", 3.0),
    ),
    home=(*topics.PURPOSE, *topics.KEY, *topics.WHO, *topics.ABOUT, *topics.JOINING),
    away=(
        *ELSEWHERE,
        *topics.RISKS,
        *topics.PRIVACY,
        *topics.COSTS,
        *topics.STOPPING,
        r"\binjur|\bhurt\b|harm",
    ),
    threshold=2.2,
    form="capture",
    unless=("people",),
)

# What an early sentence says a disease is, or who gets the thing.
DEFINED = Aspect(
    "defined",
    (
        Cue(
            r"^(?:an? |the )?(?!it\b|this|there|you|we|they|these|that|what|one|here|our|"
            r"consent|placebo|[^.]{0,30}\b(?:study|drug|medicine|device|research|form|"
            r"doctor|purpose|goal|reason|dose)\b)"
            r"(?P<value>[A-Z][^.;:,|(]{2,60}?)(?: \([^)]{1,60}\))?(?:, (?:also|or|which is|"
            r"sometimes|commonly)[^,]{3,60},)? (?:is|are) (?:an? |the |when |caused by )?"
            rf"(?:[\w-]+,? ){{0,6}}?{DISEASE}\b",
            1.2,
        ),
        Cue(
            r"^(?:an? |the )?(?!it\b|this|there|you|we|they|these|"
            r"that)(?P<value>[A-Z][^.;:,|"
            r"(]{2,60}?)(?: \([^)]{1,60}\))?(?:, also[^,]{3,60},)? (?:occurs|happens|"
            r"develops|affects|comes (?:of|from)|causes|results from|arises)\b",
            1.0,
        ),
        Cue(
            rf"^{PEOPLE} (?:with|who have|living with) (?P<value>[^,.;|]{{3,50}}?) "
            r"(?:often|usually|may|can|are|have|need|do|sometimes|get|who)\b",
            1.1,
        ),
    ),
    avoid=(
        Cue(
            r"side effect|\brisk\b|study|research|not (?:approved|known)|investigational",
            0.9,
        ),
    ),
    home=(*topics.PURPOSE, *topics.KEY, *topics.ABOUT, r"illness|disease|condition"),
    away=(
        *ELSEWHERE,
        *topics.RISKS,
        *topics.PRIVACY,
        *topics.COSTS,
        *topics.STOPPING,
        *topics.PROCEDURES,
    ),
    threshold=1.9,
    form="capture",
    unless=("people", "having", "titled"),
)

LEARN = Aspect(
    "learn",
    (
        Cue(
            r"(?:learn|know|understand|study|research|information|study is|studying|"
            r"interested in|project is|research is|trial is|ask(?:ing)? you|survey is)"
            r"(?: more)? about (?:the )?(?:causes of |effects of |experiences of )?"
            r"(?P<value>(?!\d|this|the study|the research|how|whether|what|"
            r"why|you|so that|it\b|them|taking)[^,.;|]{4,90}?)(?=\s*[,.;(|]|$)",
            1.4,
        ),
        Cue(
            r"\b(?:we (?:study|investigate|research|are (?:studying|researching|investigating))|this (?:study|"
            r"research|project) (?:studies|investigates|is investigating)) (?P<value>(?!the |this|how|whether|if\b|"
            r"what|why|your|an? |you|people|ways)[^,.;|]{4,60}?)(?=\s*[,.;(|]|$)",
            1.3,
        ),
        Cue(
            rf"{PEOPLE} "
            r"(?:with|who have|living with) (?!this|the same|your|more|less|and|no|a )"
            rf"(?P<value>[^,.;|]{{3,70}}?){TOPIC_END}",
            1.2,
        ),
        Cue(
            r"\b(?:causes? of|that cause|leads? to|in whom [^.]{0,30} finds) (?!this|your|"
            r"the study|harm|pain\b|fewer|less|more|side)"
            rf"(?P<value>[^,.;|]{{3,70}}?){TOPIC_END}",
            1.0,
        ),
        Cue(
            r"(?:study|research|project|survey) (?:about|on|of|regarding|into) "
            r"(?P<value>(?!\d|an? |the |this |new|how|whether|you|people|our|these|"
            r"it)[^,.;|]{4,90}?)(?=\s*[,.;(|]|$)",
            1.1,
        ),
        Cue(
            r"(?:research|study|dissertation|thesis|project|survey) (?:about|on|into|of) "
            r"(?P<value>how (?!long|many|much|you)[^.;|]{8,140}?)(?=\s*[.;(|]|$)",
            1.4,
        ),
        Cue(
            r"(?:about|understand(?:ing)?|learn|examin(?:e|es|ing)|explor(?:e|es|ing)|"
            r"studying|"
            r"find out|see|investigat(?:e|es|ing)|describe|know) (?:more about "
            r")?(?P<value>how (?!long|many|much|you|safe|well|often)"
            r"[^.;|]{8,140}?)(?=\s*[.;(|\u2013\u2014]|$)",
            0.9,
        ),
        Cue(
            rf"{PEOPLE} who (?:had|has had|have had|has|survived) (?:an? )?(?!been|not|to)"
            rf"(?P<value>[^,.;|]{{3,60}}?){TOPIC_END}",
            1.2,
        ),
        Cue(r"(?:goal|purpose|aim|objective)s? of (?:this|the|our)|because you", 0.7),
        Cue(
            r"(?:treatment|prevention|diagnosis|care|understanding|management) of "
            rf"(?P<value>(?!this|the study|your)[^,.;|]{{4,70}}?){TOPIC_END}",
            1.1,
        ),
        Cue(
            r"(?:purpose|goal|aim|objective)s? of (?:this|the|our) (?:\w+ ){0,2}(?:study|research|"
            r"project|survey|interviews?) (?:is|are) to (?:better |further )?(?:understand|explore|"
            r"examine|investigate|study|describe|assess|evaluate|identify|document|measure|"
            r"improve|develop|characteri[sz]e|gain insight into) (?P<value>(?!if\b|whether|an? |"
            r"the safety)[^,.;:|]{8,110}?)(?=\s*[,.;:(|\u2013\u2014]|$)",
            0.8,
        ),
    ),
    avoid=(
        Cue(r"side effect|\brisk\b|tell you|surgeons|disagree", 0.6),
        Cue(
            r"(?:cannot|can.t|may not|should not|not be able to|not) (?:join|take part|participate|be "
            r"in)\b|excluded",
            3.0,
        ),
    ),
    home=(*topics.PURPOSE, *topics.KEY, *topics.ABOUT),
    away=(*ELSEWHERE, *topics.RISKS, *topics.PRIVACY, *topics.INJURY),
    threshold=1.3,
    form="capture",
    unless=("people", "having", "titled", "defined"),
)
