"""Which disease or topic the study is about."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE
from conspectus.plugins.informed_consent_ki.questions.labels import IS
from conspectus.plugins.informed_consent_ki.questions.title import CALLED, HEADED

_TOPIC_END = (
    r"(?=\s+(?:that|which|whose|for which|and (?:you|your|are|is|have|has|because|need|may|will|"
    r"want|own|live|speak|use|take|took|plan|do|does|were|was|work|see|attend|agree|meet|can|wear|"
    r"do not|in (?:people|healthy))|"
    r"but|so|although|even though|or (?:you|your|has|have)|when|before|while|using|by|as|not|"
    r"receiving|taking|who|is|are|will|can|may|versus|vs|come|came|often|in (?:the|this|our|"
    r"your))\b|"
    r"\s*[,.;:|\u2013\u2014?\"\u201d]|\s+\((?!\w{2,6}\))|$)"
)
_SIMPLE_END = r"(?=,? (?:in|among|using|with|by|for|at|on|from|that|after|during|to)\b|\s*[.;|(:,]|$)"
_HAVING = (
    r"(?:you|your child|your baby|your infant|your teen|your son or daughter|he or she|they|he/she|"
    r"s/he|your loved one|your family member|your relative|the (?:patient|person|participant))"
)
_PEOPLE = (
    r"(?:adults?|children|patients?|people|persons?|women|men|participants?|individuals?|"
    r"subjects?|veterans?|adolescents?|youth|teens?|teenagers|infants?|newborns?|neonates|babies|"
    r"toddlers|boys|girls|volunteers|survivors|caregivers|families|students|mothers|couples|those|"
    r"seniors|elders|recipients|smokers|person|someone|member)"
)
_WITH = (
    r"(?:with|who have(?: had)?|who had|having|at (?:high |increased |elevated )?risk (?:for|of)|"
    r"undergoing|treated for|being treated for|living with|affected by|suffering from|"
    r"hospitali[sz]ed (?:with|for)|recovering from|diagnosed with|newly diagnosed with|after)"
)
# "aged 18 to 65", "60 years and older"
_AGED = (
    r"(?:,? (?:(?:and|or) )?(?:aged?|ages|over|under|between|older|younger|\d[\w-]*|"
    r"years?|months?|of|age|and|to|above|older|old|\w+s))*?"
)
_DISEASE = (
    r"(?:disease|disorder|condition|illness|cancer|infection|syndrome|injury|tumou?r|virus|"
    r"dystrophy|deficiency|dependence|disability|failure|attack|emergency|allergy|"
    r"gap|tear|swelling|inflammation|loss|lack|buildup|build-up|blockage|weakening|pain|"
    r"(?:type|form|kind|group) of|problem)"
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
                    r"(?:title|name of|protocol|^study|^project|^re)[^|]*?[:|].*?\b"
                    r"(?:in|with|for|of|among)\b (?:the )?(?:[\w-]+,? ){0,4}?"
                    rf"{_PEOPLE} (?:and \w+ )?{_AGED}{_WITH} "
                    rf"(?P<value>[^,.;|]{{3,90}}?){_TOPIC_END}",
                    2.0,
                ),
                # A title that no label names tells itself by its capitals.
                Cue(
                    r"\b(?:in|for|of|among|to) (?-i:(?:[A-Z][\w-]*,? ){0,3}?)(?-i:Adults?|"
                    r"Children|Patients|"
                    r"People|Persons|Women|Men|Participants|Individuals|Subjects|Veterans|"
                    r"Adolescents|Youth|Teens|Infants|Newborns|Volunteers|Survivors|Boys|Girls)"
                    rf"{_AGED} (?-i:With|with|Who Have|Who Had|Having|Undergoing|Living With|"
                    r"Living with|At Risk [Ff]or|at Risk [Ff]or|Hospitalized (?:With|with|for|For)|"
                    r"After|after|Treated [Ff]or) (?-i:(?=[A-Z\d]))"
                    rf"(?P<value>[^,.;|]{{3,90}}?){_TOPIC_END}",
                    2.0,
                ),
            ),
            away=topics.SIGNATURES,
            threshold=1.4,
            form="capture",
        ),
        Aspect(
            "having",
            (
                Cue(
                    rf"(?:because|since|as|that) {_HAVING} (?:(?:may |might |currently |also |"
                    rf"both |"
                    r"recently |either |still |now )*(?:have|has|had|having)) (?:recently |just |"
                    r"been "
                    r"|newly |previously )*(?:an? |the )?(?:diagnosed with |diagnosis of |"
                    r"told (?:by a "
                    r"doctor )?that (?:you|they|he or she) (?:have|has) |history of |condition "
                    r"called |disease called |type of |form of |kind of |disorder called )*"
                    r"(?!(?:had|been|a doctor|agreed|already|not|no|questions|chosen|decided|"
                    r"completed|taken|received|undergone|given|been|asked|shown|gone|joined|read|"
                    r"signed|any|the right|some|to|hurt|harmed|injured|heard|a question|"
                    r"concerns?)\b)"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.6,
                ),
                Cue(
                    rf"(?:because|since) {_HAVING} (?:are|is|were|"
                    rf"was)[^.;]{{0,40}}? (?:diagnosed with|"
                    r"hospital (?:with|for|because of)|treated for|being treated for|living with|"
                    r"at (?:higher |high |increased )?risk (?:for|of)|admitted (?:with|for)|"
                    rf"patients? with|affected by|having) (?:an? )?"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
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
                    rf"(?:because|since) {_HAVING} (?:see|sees|visit|visits|come|comes|go|"
                    rf"goes)[^.;]{{0,30}}? "
                    rf"(?:for|about|with) (?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.3,
                ),
                Cue(
                    rf"\bif {_HAVING} (?:have|has) (?:been )?(?:an? |the )?(?:diagnosed with |"
                    r"diagnosis of |history of )?"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
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
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    0.9,
                ),
            ),
            avoid=(
                Cue(
                    r"previous|earlier|in the past|pregnan|insurance|side effect|allerg|injur", 0.8
                ),
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
        ),
        # The subject as the title names it.
        Aspect(
            "titled",
            (
                Cue(
                    r"(?:title|name)[^|]*?[:|].*?\bto (?:prevent|treat|reduce|improve|manage|"
                    r"increase|detect|diagnose|"
                    r"decrease|"
                    r"control|relieve|promote|lower) (?P<value>[^.;|]{3,120}?)(?=\s*[(.;|]|$)",
                    1.7,
                ),
                Cue(
                    r"(?:title|name)[^|]*?[:|].*?\beffects? of [^|.]{3,60}? on "
                    r"(?P<value>[^.;:|]{3,90}?)(?=,? (?:in|among|using|with|of)\b|\s*[.;|(]|$)",
                    1.7,
                ),
                Cue(
                    r"(?:title|name)[^|]*?[:|].*\b(?:for|in) (?![^,.;:|]{0,30}\b(?:nurses|workers|"
                    r"parents|students|residents|"
                    r"seniors|employees|athletes|users|school|college|hospitals?|year)\b)(?!the |"
                    r"an? |healthy|adults?\b|"
                    r"children\b|patients\b|neighborhoods|"
                    r"people\b|women\b|men\b|use\b|subjects\b|participants\b|veterans\b|school)"
                    rf"(?P<value>[A-Z][^,.;:|]{{3,90}}?){_TOPIC_END}",
                    1.5,
                ),
                Cue(
                    r"(?:title|name)[^|]*?[:|].*?(?:treatment|prevention|management|diagnosis|"
                    r"detection|"
                    r"screening|control|prediction|causes|rehabilitation) (?:of|for) (?!the )"
                    rf"(?P<value>[^.;:|]{{3,90}}?){_SIMPLE_END}",
                    1.6,
                ),
                Cue(
                    r"(?:title|name)[^|]*?[:|].*\b(?-i:After|Following|after|following) "
                    r"(?-i:(?=[A-Z]))"
                    rf"(?P<value>[^.;:|(]{{3,60}}?){_TOPIC_END}",
                    1.1,
                ),
                Cue(
                    r"^(?!.*\b(?:consent|permission|university|hospital|you|your|school of|"
                    r"students|"
                    r"workers|nurses|users|parents|neighborhoods|residents|records)\b)"
                    r"(?-i:[A-Z])[^.?]*\b(?-i:in|for|In|For) (?-i:(?=[A-Z]))(?!(?:Adults?|"
                    r"Children|Patients|People|Women|Men|Persons|Veterans|Healthy|the|Use|United|"
                    r"East|West|North|South|New|Students?)\b)"
                    r"(?P<value>(?-i:(?:[A-Z][\w-]*,? ?|and |of |the |or ){2,7}))(?:\(\w+\))?$",
                    1.4,
                ),
                Cue(
                    r"(?:study|trial|project|program|registry|survey|title)\b[^.?]{0,80} "
                    r"(?-i:About|"
                    r"about) (?-i:(?=[A-Z]))(?!The|This|You|Your|How)"
                    rf"(?P<value>[^.;:|]{{4,80}}?)(?=,? (?:in|among|using|with)\b|\s*[.;|(]|$)",
                    1.3,
                ),
                Cue(
                    r"(?-i:\b(?:Study|Trial|Registry|Evaluation|Survey|Investigation) (?:of|"
                    r"on)) (?!the (?-i:[SEU]))(?!an? (?:single|new|novel)|autologous|oral|intra|"
                    r"subcutaneous)"
                    r"(?P<value>[^.;|]{4,80}?)(?=,? (?:in|among|using|with)\b|\s*[.;|(]|$)",
                    1.2,
                ),
            ),
            away=topics.SIGNATURES,
            threshold=1.0,
            form="capture",
            unless=("people", "having"),
        ),
        # What an early sentence says a disease is, or who gets the thing.
        Aspect(
            "defined",
            (
                Cue(
                    r"^(?:an? |the )?(?!it\b|this|there|you|we|they|these|that|what|one|here|our|"
                    r"consent|placebo|[^.]{0,30}\b(?:study|drug|medicine|device|research|form|"
                    r"doctor|purpose|goal|reason|dose)\b)"
                    r"(?P<value>[A-Z][^.;:,|(]{2,60}?)(?: \([^)]{1,60}\))?(?:, (?:also|or|which is|"
                    r"sometimes|commonly)[^,]{3,60},)? (?:is|are) (?:an? |the |when |caused by )?"
                    rf"(?:[\w-]+,? ){{0,6}}?{_DISEASE}\b",
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
                    rf"^{_PEOPLE} (?:with|who have|living with) (?P<value>[^,.;|]{{3,50}}?) "
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
            away=(*ELSEWHERE, *topics.RISKS, *topics.PRIVACY, *topics.COSTS, *topics.STOPPING,
                  *topics.PROCEDURES),
            threshold=1.9,
            form="capture",
            unless=("people", "having", "titled"),
        ),
        Aspect(
            "learn",
            (
                Cue(
                    r"(?:learn|know|understand|study|research|information|study is|studying|"
                    r"interested in|project is|ask(?:ing)? you|survey is)"
                    r"(?: more)? about (?:the )?(?:causes of |effects of |experiences of )?"
                    r"(?P<value>(?!\d|this|the study|the research|how|whether|what|"
                    r"why|you|so that|it\b|them|taking)[^,.;|]{4,90}?)(?=\s*[,.;(|]|$)",
                    1.4,
                ),
                Cue(
                    rf"{_PEOPLE} "
                    r"(?:with|who have|living with) (?!this|the same|your|more|less|and|no|a )"
                    rf"(?P<value>[^,.;|]{{3,70}}?){_TOPIC_END}",
                    1.2,
                ),
                Cue(
                    r"\b(?:causes? of|that cause|leads? to|in whom [^.]{0,30} finds) (?!this|your|"
                    r"the study|harm|pain\b|fewer|less|more|side)"
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
                    r"(?:research|study|dissertation|thesis|project|survey) (?:about|on|into|of) "
                    r"(?P<value>how (?!long|many|much|you)[^.;|]{8,140}?)(?=\s*[.;(|]|$)",
                    1.4,
                ),
                Cue(
                    r"(?:about|understand(?:ing)?|learn|examin(?:e|es|ing)|explor(?:e|es|ing)|"
                    r"studying|"
                    r"find out|see|investigat(?:e|es|ing)|describe|know) (?:more about "
                    r")?(?P<value>how (?!long|many|much|you|safe|well|often)"
                    r"[^.;|]{8,140}?)(?=\s*[.;(|]|$)",
                    0.9,
                ),
                Cue(
                    rf"{_PEOPLE} who (?:had|has had|have had|has|survived) (?:an? )?(?!been|not|to)"
                    rf"(?P<value>[^,.;|]{{3,60}}?){_TOPIC_END}",
                    1.2,
                ),
                Cue(r"(?:goal|purpose|aim|objective)s? of (?:this|the|our)|because you", 0.7),
                Cue(
                    r"(?:treatment|prevention|diagnosis|care|understanding|management) of "
                    rf"(?P<value>(?!this|the study|your)[^,.;|]{{4,70}}?){_TOPIC_END}",
                    1.1,
                ),
            ),
            avoid=(Cue(r"side effect|\brisk\b|tell you|surgeons|disagree", 0.6),),
            home=(*topics.PURPOSE, *topics.KEY, *topics.ABOUT),
            away=(*ELSEWHERE, *topics.RISKS, *topics.PRIVACY, *topics.INJURY),
            threshold=1.3,
            form="capture",
            unless=("people", "having", "titled", "defined"),
        ),
        # Nothing but the whole title tells the topic.
        Aspect(
            "named",
            (
                Cue(rf"(?:title|name) ?(?:of [^:|]{{0,30}})?{IS}(?P<value>[^|_]{{12,}})", 1.6),
                Cue(rf"title[^:|]{{0,40}}{IS}(?P<value>[^|_]{{12,}})", 1.5),
            ),
            away=topics.SIGNATURES,
            form="capture",
            unless=("people", "having", "titled", "defined", "learn"),
        ),
        Aspect(
            "called",
            (*CALLED.cues, *HEADED.cues),
            avoid=HEADED.avoid,
            away=topics.SIGNATURES,
            threshold=1.2,
            form="capture",
            unless=("people", "having", "titled", "defined", "learn", "named"),
        ),
    ),
    most_words=45,
)
