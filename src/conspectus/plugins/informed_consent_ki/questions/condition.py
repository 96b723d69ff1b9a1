"""Which disease or topic the study is about."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE
from conspectus.plugins.informed_consent_ki.questions.labels import IS

_TOPIC_END = (
    r"(?=\s+(?:that|which|whose|for which|and (?:you|your|are|is|have|has|because|need|may|will|"
    r"want)|"
    r"but|so|although|even though|or (?:you|your|has|have)|when|before|while|using|by|"
    r"receiving|taking|who|is|are|will|can|may|versus|vs)\b|\s*[,.;:|\u2013\u2014?]|"
    r"\s+\((?!\w{2,6}\))|$)"
)
_HAVING = (
    r"(?:you|your child|your baby|your infant|your teen|your son or daughter|he or she|they|he/she|"
    r"your loved one|your family member|the (?:patient|person))"
)
CONDITION = Question(
    "condition",
    "text",
    "Which disease or topic is studied?",
    (
        # As the title names the people, the disease is named most exactly.
        Aspect(
            "people",
            (
                Cue(
                    r"(?:title|name of)[^|]*?[:|].*?\b(?:in|with|for|of|"
                    r"among)\b (?:the )?(?:[\w-]+,? ){0,4}?"
                    r"(?:adults?|children|patients|people|persons|women|men|participants|"
                    r"individuals|"
                    r"subjects|veterans|adolescents|youth|teens|infants|newborns|volunteers|"
                    r"survivors|"
                    r"caregivers|families|students|adults?) (?:and \w+ )?(?:with|who have|having|"
                    r"at (?:high |"
                    r"increased )?risk (?:for|of)|undergoing|treated for|living with|"
                    r"recovering from|after) "
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
                    rf"(?:because|since|as|that|if) {_HAVING} (?:(?:may |might |currently |also |"
                    rf"both |"
                    r"recently |either |still |now )*(?:have|has|had|having)) (?:recently |just |"
                    r"been "
                    r"|newly |previously )*(?:an? |the )?(?:diagnosed with |diagnosis of |"
                    r"told (?:by a "
                    r"doctor )?that (?:you|they|he or she) (?:have|has) |history of |condition "
                    r"called |disease called |type of |form of )*"
                    r"(?!(?:had|been|a doctor|agreed|already|not|no|questions|chosen|decided|"
                    r"completed|taken|received|undergone|given|been|asked|shown|gone|joined)\b)"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.6,
                ),
                Cue(
                    rf"(?:because|since) {_HAVING} (?:are|is|were|"
                    rf"was)[^.;]{{0,40}}? (?:diagnosed with|"
                    r"hospital (?:with|for|because of)|treated for|being treated for|living with|"
                    r"at (?:higher |high |increased )?risk (?:for|of)|admitted (?:with|for)|"
                    rf"patients? with|having) (?:an? )?(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.6,
                ),
                Cue(
                    rf"(?:because|since) {_HAVING} (?:see|sees|visit|visits|come|comes|go|"
                    rf"goes)[^.;]{{0,30}}? "
                    rf"(?:for|about|with) (?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.3,
                ),
                Cue(
                    r"(?:asked|invited|asking|inviting|eligible)\b[^.]{0,60}\bbecause|"
                    r"you are being asked|"
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
                Cue(
                    r"previous|earlier|in the past|pregnan|insurance|side effect|allerg|injur", 0.8
                ),
                Cue(
                    r"(?:cannot|can.t|may not|should not|not be able to) (?:be|join|take|"
                    r"participate)",
                    1.5,
                ),
                Cue(r"\bpay\b|research-related|because you are in (?:the|this) study", 3.0),
            ),
            home=(*topics.PURPOSE, *topics.KEY, *topics.WHO, *topics.ABOUT, *topics.JOINING),
            away=(*ELSEWHERE, *topics.RISKS, *topics.PRIVACY, *topics.COSTS, *topics.STOPPING),
            threshold=2.4,
            form="capture",
            unless=("people",),
        ),
        # The subject as the title names it.
        Aspect(
            "titled",
            (
                Cue(
                    r"title[^|]*?[:|].*?\bto (?:prevent|treat|reduce|improve|manage|increase|"
                    r"decrease|"
                    r"control|relieve|promote|lower) (?P<value>[^.;|]{3,120}?)(?=\s*[(.;|]|$)",
                    1.7,
                ),
                Cue(
                    r"title[^|]*?[:|].*?\beffects? of [^|.]{3,60}? on "
                    r"(?P<value>[^.;:|]{3,90}?)(?=,? (?:in|among|using|with|of)\b|\s*[.;|(]|$)",
                    1.7,
                ),
                Cue(
                    r"title[^|]*?[:|].*?\b(?:for|in) (?![^,.;:|]{0,30}\b(?:nurses|workers|"
                    r"parents|students|residents|"
                    r"seniors|employees|athletes|users|school|college|hospitals?|year)\b)(?!the |"
                    r"an? |healthy|adults?\b|"
                    r"children\b|patients\b|"
                    r"people\b|women\b|men\b|use\b|subjects\b|participants\b|veterans\b|school)"
                    rf"(?P<value>[A-Z][^,.;:|]{{3,90}}?){_TOPIC_END}",
                    1.5,
                ),
                Cue(
                    r"(?-i:\b(?:Study|Trial|Registry|Evaluation|Survey|Investigation) (?:of|"
                    r"on)) (?!the (?-i:[SEU]))"
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
                    r"(?P<value>(?!\d|this|the study|how|whether|you)[^,.;|"
                    r"]{4,90}?)(?=\s*[,.;(|]|$)",
                    1.4,
                ),
                Cue(
                    r"(?:people|patients|adults|children|veterans|women|men|teens|adolescents|"
                    r"infants|those|someone) "
                    r"(?:with|who have|living with) (?!this|the same|your|more|less|and|no)"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.2,
                ),
                Cue(
                    r"\b(?:causes? of|that cause|leads? to) (?!this|your|the study|harm|pain\b|"
                    r"side)"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.0,
                ),
                Cue(
                    r"(?:study|research|project|survey) (?:about|on|of|regarding|into) "
                    r"(?P<value>(?!\d|an? |the |this |new|how|whether|you|people|our|these|"
                    r"it)[^,.;|]{4,90}?)(?=\s*[,.;(|]|$)",
                    1.1,
                ),
                Cue(
                    r"(?:about|understand|learn|examine|explore|studying|"
                    r"know) (?:more about )?(?P<value>how (?!long|many|much|you)"
                    r"[^.;|]{8,140}?)(?=\s*[.;(|]|$)",
                    0.9,
                ),
                Cue(
                    r"(?:treatment|prevention|diagnosis|care|understanding|management) of "
                    rf"(?P<value>(?!this|the study|your)[^,.;|]{{4,70}}?){_TOPIC_END}",
                    1.1,
                ),
            ),
            home=(*topics.PURPOSE, *topics.KEY, *topics.ABOUT),
            away=ELSEWHERE,
            threshold=1.0,
            form="capture",
            unless=("people", "having", "titled"),
        ),
        Aspect(
            "named",
            (
                Cue(rf"(?:title|name) ?(?:of [^:|]{{0,30}})?{IS}(?P<value>[^|_]{{12,}})", 1.6),
                Cue(rf"title[^:|]{{0,40}}{IS}(?P<value>[^|_]{{12,}})", 1.5),
            ),
            away=topics.SIGNATURES,
            form="capture",
            unless=("people", "having", "titled", "learn"),
        ),
    ),
    most_words=45,
)
