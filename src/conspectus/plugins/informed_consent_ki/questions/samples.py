"""What is taken from the body for the study, and whether genes are tested."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.procedure_frame import HOME as PROCEDURE_HOME

_ELSEWHERE = (*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)
_SAMPLE = (
    r"(?:blood|urine|saliva|spit|stool|f(?:a)?eces|tissue|sputum|bone marrow|spinal fluid|"
    r"cerebrospinal|plasma|biops(?:y|ies)|swabs?|hair|breast milk|cord blood|tears?|semen|"
    r"cheek cells|"
    r"biospecimens?|specimens?)"
)

_BARE = (
    r"(?:(?:cord )?blood|urine|saliva|spit|stool|hair|nails?|(?:breast )?milk|sweat|tissue|sputum|"
    r"swabs?|biops(?:y|ies))\b(?! (?:pressure|sugar|clots?|cells?|loss|vessels?|thinners?|thinning|"
    r"habits?|types?|infections?|counts?|flow|is|are|may|can|loss)\b)"
)
_DENIED = Cue(r"\?:?\s*No\b|^No[.,]", 4.0)  # the answer under a heading that asks

BIOSPECIMENS = Question(
    "biospecimens",
    "boolean",
    "Are blood, tissue, urine or other samples collected for the study?",
    (
        Aspect(
            "taken",
            (
                Cue(
                    rf"(?:take|taken|draw|drawn|collect\w*|give|gave|provide|obtain\w*|ask "
                    rf"(?:you )?for|"
                    rf"samples? of|swab)\b[^.;|]{{0,50}}\b{_SAMPLE}\b",
                    1.2,
                ),
                Cue(
                    rf"\b{_SAMPLE}\b (?:\w+ )?(?:samples?|draws?|tests?|screens?|collection|"
                    rf"specimens?|"
                    r"will be|is|are)\b",
                    0.9,
                ),
                Cue(
                    rf"\b{_SAMPLE}\b[^.;|]{{0,40}}\b(?:is|are|will be|was) (?:\w+ )?(?:taken|drawn|"
                    r"collected|obtained|sampled|tested|examined)|needle sample|cotton roll|lancet|"
                    r"pricks? (?:it|your|the)|finger.?prick|\b\w+ samples? of (?:\w+ )?"
                    r"(?:muscle|skin|tumou?r|blood)|look in blood",
                    1.2,
                ),
                Cue(
                    r"(?:mL|millilit|teaspoon|tablespoon|tubes?|vials?|cup) ?\)?[^.;]{0,30}blood|"
                    r"blood[^.;]{0,40}(?:mL\b|teaspoon|tablespoon|tubes?)",
                    1.0,
                ),
                Cue(
                    r"spit (?:in|on)to|swab (?:your|the|of)|(?:finger|heel) ?stick|blood draw",
                    1.2,
                ),
                Cue(
                    r"drops of blood|(?:take|draw|collect)\w*[^.;]{0,40}(?:samples?|drops)|"
                    r"samples? (?:is|are|will be) (?:taken|collected|drawn)",
                    1.0,
                ),
                Cue(
                    r"(?:bit|piece|part|slice|sliver|fragment)s? of (?:the|your|that) (?:\w+ )?(?:tumou?r|"
                    r"tissue|skin|muscle|liver|bone|cord|polyp|placenta|afterbirth|gut)\b",
                    1.2,
                ),
                Cue(
                    rf"\b{_BARE} (?:\w+ )?(?:every|each|at) (?:\w+ )?(?:visit|week|month|day|year)",
                    1.2,
                ),
                # A list of what there is: "visits, blood, urine and questionnaires".
                Cue(
                    rf"(?:(?:^|[:,;] |\b(?:and|or|are|is|of|by|with|includes?|for) )(?:\w+ ){{0,2}}?{_BARE}"
                    rf"(?:, | and |,? or )(?:\w+ ){{0,2}}?{_BARE}|(?:^|[:;] ){_BARE}(?: \(| and \w+ of))"
                    r"(?![^.;]* (?:diseases?|problems|pressure is))",
                    1.4,
                ),
                Cue(
                    r"\b(?:visits?|questions?|questionnaires?|surveys?|interviews?|exams?|height|"
                    r"weight|baby|diar(?:y|ies)|scans?)\b",
                    0.4,
                ),
                Cue(r"leftover|left over|left from|remains? (?:of|from)|slices", 0.4),
                Cue(r"for (?:the|this) (?:study|research)|research (?:blood|sample|test)", 0.4),
            ),
            avoid=(
                Cue(
                    r"\b(?:no|not|never|without)\b[^.;]{0,40}(?:blood|urine|saliva|spit|tissue|"
                    r"sample|specimen)|"
                    r"removes? no|not remove",
                    4.5,
                ),
                _DENIED,
                Cue(r"withdraw|will not be used|destroy", 1.0),
                Cue(r"blood pressure|blood (?:clot|cell)|blood sugar level", 0.8),
                Cue(
                    r"(?:usual|regular|routine|standard|clinical|normal) (?:\w+ )?(?:care|"
                    r"biopsy|procedure)|"
                    r"from your (?:medical )?record|copy|copied|biobank project|preparation "
                    r"for|was dropped|"
                    r"do not donate|donate blood|blood bank|blood donation",
                    1.2,
                ),
                Cue(r"current(?:ly)? |may cause|risks?\b|as part of your", 0.5),
                Cue(r"optional|if you (?:choose|agree)|\bI (?:agree|will)|biobank|for future", 0.8),
            ),
            home=(*PROCEDURE_HOME, r"samples?|specimens?|blood|\btests?\b"),
            most=2,
            away=(
                *topics.SIGNATURES,
                *topics.RECORDS,
                r"protected|risks?|side effect|who (?:can|may|cannot)|"
                r"purpose|background|\bassent\b",
            ),
            threshold=1.6,
        ),
        Aspect(
            "none",
            (
                Cue(
                    r"\bno (?:\w+,? ){0,2}(?:blood|samples?|biospecimens?|specimens?|"
                    r"tissue)[^.;]{0,60}"
                    r"(?:taken|collected|drawn|stored|required|part of)|not (?:take|collect|"
                    r"draw|ask for|involve)"
                    r"[^.;]{0,30}(?:blood|urine|saliva|samples?|biospecimens?|specimens?)|"
                    r"not remove any tissue|removes? no tissue|"
                    r"no (?:biological )?(?:samples|biospecimens|specimens)",
                    3.0,
                ),
                Cue(r"(?:blood|samples?|specimens?)[^?]{0,60}\?:?\s*No\b", 1.8),
            ),
            away=_ELSEWHERE,
            value=False,
        ),
    ),
    silence=False,
)

GENETIC_TESTING = Question(
    "genetic_testing",
    "boolean",
    "Is there genetic or genomic testing of samples, required or optional?",
    (
        Aspect(
            "tested",
            (
                Cue(
                    r"genetic (?:tests?|testing|research|stud(?:y|ies)|analys[ei]s|sequenc\w+|"
                    r"material|"
                    r"information (?:that )?we|information (?:about|from))|genomic|genome|gene "
                    r"(?:tests?|testing|called|variants?|sequenc\w+)|variations? in genes|pharmacogen|genotyp|inherited (?:change|trait)",
                    1.2,
                ),
                Cue(r"\bDNA\b|\bRNA\b|\bgenes\b", 0.8),
                Cue(
                    r"(?:test|look|stud(?:y|ied)|sequenc|read|analy[sz]|extract|isolat|examin|"
                    r"take out|check)\w*"
                    r"[^.;]{0,60}(?:genes?\b|genetic|\bDNA\b|genom)|whole genome|(?:genes?|"
                    r"DNA)[^.;]{0,40}"
                    r"(?:tested|studied|read|analy)",
                    0.9,
                ),
                Cue(
                    r"\bgenes? (?:is|are|will be) (?!not\b|never\b)(?:\w+ )?(?:confirmed|checked|read|"
                    r"tested|examined|analy[sz]ed|sequenced)",
                    1.3,
                ),
            ),
            avoid=(
                Cue(
                    r"(?:not|never|n['\u2019]t) (?:\w+ ){0,2}(?:do|test|look|perform|include|"
                    r"involve|sequence|carry out|run|conduct|examine|take(?! part)|taken|draw|plan|"
                    r"study|collect|used?|tested|analy[sz]ed?)\b[^.;]{0,45}(?:genetic|genes?\b|DNA|genom|"
                    r"sequenc)|"
                    r"\bno (?:\w+ )?(?:genetic|genes?|genom|DNA|whole)|"
                    r"gen(?:es|etic|ome)[^.;]{0,25}(?:are|is|be) not (?:be )?(?:tested|done|"
                    r"performed|stud)|"
                    r"gen(?:es|etic|ome)[^.;]{0,25}(?:not be|never) ",
                    2.4,
                ),
                _DENIED,
                Cue(
                    r"bacteria|microb|virus(?:es)?\b|germs?\b|tumor cells of mice|family history",
                    2.5,
                ),
                Cue(
                    r"previous(?:ly)? (?:tested|had)|already (?:had|done)|insurers?\b|GINA|"
                    r"law\b|employers|gene results|database",
                    0.4,
                ),
                Cue(
                    r"(?:regular|usual|routine) (?:\w+ )?care|copy (?:that|the)|if your chart|^YES\b|\bI (?:agree|give)\b|\?$",
                    1.5,
                ),
            ),
            home=(
                *topics.OPTIONAL,
                *topics.PROCEDURES,
                *topics.SHARING,
                r"genetic|genom|\bDNA\b|\bgenes?\b|tissue|samples?\b|specimens?",
            ),
            away=(r"who (?:can|may|cannot)(?! answer)|eligib|background",),
            threshold=1.2,
        ),
        Aspect(
            "none",
            (
                Cue(
                    r"\b(?:no|not|never)\b[^.;]{0,45}(?:genetic (?:test|research|analys|stud)|"
                    r"whole genome|genome "
                    r"sequenc|genomic|\bDNA\b|\bgenes?\b)",
                    2.2,
                ),
            ),
            avoid=(
                Cue(
                    r"whole set|not look for|optional|"
                    r"not (?:be )?(?:told|given|put|returned|used against)",
                    2.0,
                ),
            ),
            value=False,
        ),
    ),
    silence=False,
)
