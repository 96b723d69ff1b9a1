"""What the study is: title, number, sponsor, subject, purpose, people."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)

IDENTITY = (
    Question(
        "study_title",
        "text",
        "What is the official title of the study?",
        (
            Aspect(
                "labelled",
                (
                    Cue(
                        r"(?:study title|title of (?:the |this )?(?:research )?(?:study|project|protocol|research)|"
                        r"(?:full |protocol |project |official |research )title(?: of (?:the )?(?:study|project))?|"
                        r"name of (?:the )?study)\s*[:\u2013-]\s*(?P<value>.{12,})",
                        2.0,
                    ),
                    Cue(r"^(?:full |long )?title\s*:\s*(?P<value>.{12,})", 1.8),
                ),
                avoid=(Cue(r"short title", 1.0),),
                form="capture",
            ),
            Aspect(
                "short",
                (Cue(r"short title\s*:\s*(?P<value>.{8,})", 2.0),),
                form="capture",
                unless=("labelled",),
            ),
            Aspect(
                "called",
                (
                    Cue(r"(?:study|trial|project) (?:is )?(?:called|titled|entitled)[ ,:]+[\"\u201c]?(?P<value>[A-Z].{8,})", 1.5),
                ),
                form="capture",
                unless=("labelled", "short"),
            ),
        ),
    ),
    Question(
        "study_id",
        "text",
        "What is the IRB, protocol or trial registry number?",
        (
            Aspect("irb", (Cue(r"(?P<value>\bHUM\d{6,}\b)", 2.0), Cue(r"(?:study id|irb|protocol|study|hsr)[ #]*(?:no\.?|number|#|id)?\s*[:#]\s*(?P<value>[A-Z0-9][\w./-]*\d[\w./-]*)", 1.6)), form="capture"),
            Aspect("registry", (Cue(r"(?P<value>\bNCT\s?\d{8}\b)", 2.0),), form="capture"),
        ),
    ),
    Question(
        "sponsor",
        "text",
        "Which company or agency supports or funds the study?",
        (
            Aspect(
                "labelled",
                (
                    Cue(r"(?:sponsor(?:ed by|\(s\)|s|ing the study)?|funded by|supported by|funding(?: source| agency)?|company or agency[^:]*)\s*:\s*(?P<value>.{4,})", 2.0),
                ),
                most=2,
                form="capture",
            ),
            Aspect(
                "said",
                (
                    Cue(r"(?:sponsored|funded|paid for|supported|financed) by", 1.4),
                    Cue(r"(?:is|are) (?:paying for|funding|sponsoring|supporting)|is the sponsor|no (?:agency|company|outside)[^.]* (?:sponsor|fund)", 1.4),
                ),
                away=_ELSEWHERE,
            ),
        ),
    ),
    Question(
        "condition",
        "text",
        "Which disease or topic is studied?",
        (
            Aspect("having", (Cue(r"because (?:you|your child|he or she|they) (?:have|has|had|are|is)\b", 1.6), Cue(r"(?:diagnosed with|with a diagnosis of)", 1.2), Cue(r"(?:treatment|patients|people|adults|children|prevention) (?:for|with|of) ", 0.4)), home=(*topics.PURPOSE, *topics.KEY, *topics.WHO), away=_ELSEWHERE),
            Aspect("learn", (Cue(r"learn (?:more )?about|to study|find out", 1.0),), home=(*topics.PURPOSE, *topics.KEY), away=_ELSEWHERE, unless=("having",)),
        ),
        most_words=45,
    ),
    Question(
        "intervention",
        "text",
        "What is tested or given?",
        (
            Aspect("tested", (Cue(r"(?:we are|are) (?:testing|studying|comparing|looking at)|study (?:drug|device|treatment|medicine) is|investigational|experimental", 1.2), Cue(r"you will (?:receive|get|be given|take)", 1.0)), home=(*topics.PURPOSE, *topics.PROCEDURES, *topics.KEY), away=_ELSEWHERE, most=2),
        ),
    ),
    Question(
        "purpose",
        "text",
        "Why is the study done?",
        (
            Aspect(
                "aim",
                (
                    Cue(r"(?:main |primary |overall )?(?:purpose|goal|aim|objective)s? (?:of|for) (?:this|the|our)", 2.0),
                    Cue(r"(?:trying|want|like|hope|designed|being done|doing this study|conducted|done) to (?:find out|learn|see|test|understand|determine|evaluate|compare|study|know)", 1.4),
                    Cue(r"to (?:test|find out|learn|see|evaluate|compare|determine|validate) (?:whether|if|how|the|what|a|an)?", 0.6),
                ),
                home=(*topics.PURPOSE, *topics.KEY),
                away=_ELSEWHERE,
                most=2,
            ),
        ),
    ),
    Question(
        "population",
        "text",
        "Who can take part?",
        (
            Aspect("may", (Cue(r"(?:can|may|able to|eligible to) (?:take part|participate|join|be in)", 1.0), Cue(r"(?:years of age|years old|ages? (?:of )?\d|aged \d|between the ages|\d+ (?:to|and|-) \d+ years|\b18 (?:years|and)|adults?\b|or older)", 1.2), Cue(r"because (?:you|your child) (?:have|has|are|is)", 0.8), Cue(r"(?:diagnosed|newly|scheduled|planned|undergone|have had)", 0.5)), home=topics.WHO, away=_ELSEWHERE, most=3),
            Aspect("not", (Cue(r"(?:may not|cannot|can't|can not|not be able to|should not|not eligible|excluded) .*(?:take part|participate|join|be in|if)|will be excluded", 1.2),), home=topics.WHO, away=_ELSEWHERE),
        ),
    ),
    Question(
        "is_pediatric",
        "boolean",
        "Can minors (under 18) take part as subjects?",
        (
            Aspect("child", (Cue(r"your (?:child|baby|infant|son|daughter|teen)\b.*(?:take part|participate|study|research)", 1.6), Cue(r"(?:parental permission|parents? permission|assent)\b", 0.8), Cue(r"(?:children|adolescents|teens|infants|youth) .*(?:aged?|ages|between|who)", 1.0), Cue(r"(?:ages?|between the ages of|aged) (?:\d|1[0-7])\s*(?:-|to|and|through)\s*\d+", 1.8)), away=_ELSEWHERE),
            Aspect("adult", (Cue(r"\badults?\b", 1.2), Cue(r"(?:18|19|21|40|50|65) (?:years|and|or)|at least 18|(?:ages?|aged) (?:1[89]|[2-9]\d)", 1.6)), home=topics.WHO, away=_ELSEWHERE, value=False),
        ),
        silence=False,
    ),
    Question(
        "number_of_participants",
        "text",
        "How many people take part in all, and here?",
        (
            Aspect(
                "count",
                (
                    Cue(r"(?:about|approximately|total of|up to|around|expect|enroll|recruit|include|nearly|as many as)[^.]{0,40}?\b\d[\d,]*\b(?! (?:years?|months?|weeks?|days?|hours?|minutes?|times|visits?|mg|ml|%))[^.]{0,40}?(?:people|subjects|participants|patients|volunteers|adults|children|women|men|families|veterans|individuals|infants|babies|students|parents|families)", 1.5),
                    Cue(r"\d[\d,]* (?:people|subjects|participants|patients|volunteers|adults|children|women|men|families|individuals|infants|babies) (?:will|are expected|take|in|from|at|across|worldwide|around)", 1.0),
                ),
                avoid=(Cue(r"have (?:been|received|taken)|were (?:treated|given)|side effect|out of|in (?:earlier|previous|other|another) stud", 2.0), Cue(r"group|arm", 0.2)),
                home=(r"how many (?:people|subjects|participants|others|patients|children)",),
                away=(*_ELSEWHERE, r"side effects?"),
                most=2,
            ),
        ),
    ),
    Question(
        "randomized",
        "boolean",
        "Are subjects assigned to groups by chance?",
        (
            Aspect("chance", (Cue(r"randomi[sz]", 1.2), Cue(r"(?:by|random) chance|at random|flip(?:ping)? (?:of )?a coin|toss of a coin|flip of a coin|drawing (?:straws|numbers)|roll of", 1.6)), avoid=(Cue(r"(?:not|non-?) ?(?:be )?randomi[sz]|other stud|previous stud|earlier stud", 3.0),), away=_ELSEWHERE),
            Aspect("same", (Cue(r"not (?:be )?randomi[sz]|non-?randomi[sz]|no randomi[sz]ation|everyone (?:in (?:this|the) study )?(?:will )?(?:get|receive)s? the same|all (?:participants|subjects) will receive the same|not (?:be )?(?:assigned|decided|chosen) by chance", 2.4),), away=_ELSEWHERE, value=False),
        ),
        silence=False,
    ),
    Question(
        "washout_required",
        "boolean",
        "Must subjects stop or avoid medicines?",
        (
            Aspect("stop", (Cue(r"wash-?out", 1.4), Cue(r"(?:stop|avoid|not take|refrain from|hold|discontinue|without|off)\w* (?:taking |using |all |any |your |some |certain |other |the )*(?:\w+ ){0,3}(?:medicines?|medications?|drugs?|supplements?|pills?|inhalers?|antibiotics|treatments?|aspirin|ibuprofen)", 1.3)), avoid=(Cue(r"side effects?|stop (?:taking )?(?:the )?study|if you (?:decide|want|choose|stop)|not (?:need|have|required) to stop|keep taking|continue (?:to take|taking)|washout time|no washout", 2.5),), away=(*_ELSEWHERE, *topics.STOPPING)),
        ),
        silence=False,
    ),
)
