"""Harm to a pregnancy and exposure to radiation."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

REPRODUCTIVE_RISKS = Question(
    "reproductive_risks",
    "boolean",
    "Does the form name a risk to a pregnancy, baby or fertility, or a duty to prevent pregnancy?",
    (
        Aspect(
            "harm",
            (
                Cue(
                    r"(?:unborn|in the womb|f(?:o)?etus|f(?:o)?etal|embryo|birth defects?|miscarriage|"
                    r"(?:loss of|of losing|(?:may|might|could|can) lose) (?:the |a |your )?pregnancy|"
                    r"infertil|fertility|\bsemen\b|(?:become|becoming|be|make \w+) sterile|periods? (?:may|might|"
                    r"could|can) stop|(?:harder|hard|difficult) to (?:have|conceive|father|get pregnant)|"
                    r"(?:into|through|in) (?:your |the |human )?breast "
                    r"?milk|(?:nursing|breast-?fe?e?d\w*) (?:baby|babies|infants?|child)|"
                    r"not being able to have children|early menopause|sperm (?:count|"
                    r"production|quality)|(?:testic\w+|ovar(?:y|ies)) (?:or|and) (?:testic|ovar|sperm|eggs)|later generation|(?:unable|ability) "
                    r"to (?:have|conceive|bear|father) (?:a )?child)",
                    3.0,
                ),
                Cue(
                    r"(?:risk|harm|hurt|affect|damag|danger)\w*[^.;:]{0,40}(?:pregnan|unborn|"
                    r"f(?:o)?etus)",
                    2.4,
                ),
                Cue(r"pregnan[^.;]{0,60}(?:harm|hurt|danger|\brisks? (?:to|for))", 2.4),
            ),
            avoid=(
                Cue(
                    r"\b(?:nothing|none of)\b(?!.*known (?:about|of|on)\b)[^.;]{0,60}(?:harm|hurt|"
                    r"affect|danger|risk)|not (?:known|thought|believed|expected) to (?:be )?(?:harm|"
                    r"hurt|affect|danger)|\bno (?:known )?(?:harm|danger|threat|effect)s? to (?:\w+ ){0,4}"
                    r"(?:pregnan|unborn|f(?:o)?etus|bab)(?!.*\b(?:however|but|known)\b)|(?<!may )(?<!might )"
                    r"(?:(?:does|do|will|would|can|could) not|cannot) (?:harm|hurt|endanger)"
                    r"(?!.*\b(?:however|but|if|unless)\b)",
                    6.0,
                ),
                Cue(
                    r"no (?:known )?risks? (?!.*(?:however|but))|"
                    r"not (?:be )?(?:affect|harm)|"
                    r"medical record|"
                    r"information about|\?:?\s*No\b",
                    2.0,
                ),
            ),
            away=(*topics.SIGNATURES, *topics.RECORDS, r"purpose|background"),
            threshold=1.8,
        ),
        Aspect(
            "duty",
            (
                Cue(
                    r"pregnancy (?:must|should|has to|have to|would have to|is to) be (?:prevented|avoided)|"
                    r"birth control|contracept|condoms?\b|protection (?:during|when|for) (?:you have )?sex|"
                    r"abstinence|abstain|(?:must|should|"
                    r"need to|agree to|have to|"
                    r"do|asked to) (?:not |avoid )+(?:get(?:ting)?|becom(?:e|ing)|be|father\w*|"
                    r"donat\w*|have sex|"
                    r"breast-?feed\w*)[^.;]{0,30}(?:pregnant|child|baby|sperm|eggs?|"
                    r"pregnancy)?|donate (?:sperm|eggs?)|"
                    r"father a (?:child|baby)|(?:avoid|prevent)\w* (?:becoming |getting )?pregnan|"
                    r"(?:avoid|not) (?:to )?(?:beget|conceiv)\w*|make (?:someone|any(?:one|body)|somebody|"
                    r"a partner|your partner) pregnant",
                    2.4,
                ),
                Cue(
                    r"pregnan|contracept|birth control|sperm|father|sex\b|condom|conceiv|beget", 1.0
                ),
            ),
            avoid=(
                Cue(
                    r"cannot (?:join|take part|be in)|exclu|not eligible|sex (?:assigned|at "
                    r"birth)|ask(?:s|ed)? (?:you )?(?:about|whether|if)\b|you can still",
                    2.4,
                ),
            ),
            away=(*topics.SIGNATURES, *topics.RECORDS, *topics.WHO),
            threshold=2.6,
        ),
        Aspect(
            "excluded",
            (
                Cue(r"pregnan|breast-?feed|nursing", 0.6),
                Cue(
                    r"cannot|not (?:be able|take part|join)|exclu|may not|you are pregnant|are "
                    r"pregnant",
                    0.4,
                ),
            ),
            home=topics.WHO,
            away=(*topics.SIGNATURES, *topics.RECORDS, *topics.OPTIONAL),
            value=False,
            threshold=1.0,
        ),
    ),
    silence=False,
)

_RAYS = (
    r"x-?ray|\bCT (?:scan|of|or|and|image|picture)|PET.CT|\(CT\)|, CT\b|CT/|\bCAT scan|"
    r"computed tomography|\bPET\b|\bSPECT\b|\bDEXA\b|\bDXA\b|bone (?:density|scan)|"
    r"mammogra|fluoroscop|angiogra|radioactive|radiotracer|ioni[sz]ing|radiation|radiotherapy|"
    r"nuclear|"
    r"skeletal survey|\bMUGA\b"
)
RADIATION = Question(
    "radiation",
    "boolean",
    "Are subjects exposed to ionising radiation (x-ray, CT, PET ...) as part of the study?",
    (
        Aspect(
            "exposed",
            (
                Cue(_RAYS, 1.0),
                Cue(
                    r"\bmsv\b|millisievert|\brem\b|(?:dose|amount)s? of (?:\w+ )?radiation",
                    0.6,
                ),
                Cue(
                    r"will (?:have|get|be|undergo|receive)|expose|exposure|amount|extra|"
                    r"performed|done|only if|scans?\b|"
                    r"for (?:the|this) (?:study|research)",
                    0.3,
                ),
            ),
            avoid=(
                Cue(
                    r"\b(?:no|not|without|never)\b[^.;]{0,60}(?:x-?ray|radiation|\bCT |PET\b|scan)|"
                    r"(?:magnet|sound waves|radio waves|light)[^.;]{0,40}(?:not|no) ",
                    3.0,
                ),
                Cue(
                    r"(?:part of|in|during|under) (?:your |the )?(?:usual|regular|routine|"
                    r"normal|standard)|usual care|"
                    r"ordered by|own doctors?|may order|already (?:done|been)|(?:results|"
                    r"reports|images|copies|pictures) "
                    r"(?:of|and)|only get copies|for care|medical record|were done|look at|"
                    r"wireless|radio\b|laser",
                    1.6,
                ),
                Cue(
                    r"you (?:cannot|have had|had|must|should)|prior|previous|"
                    r"natural|background|"
                    r"options?\b|instead|outside of the study|contrast",
                    0.8,
                ),
                Cue(r"(?: \| [^|]*){3}", 0.6),  # a row of many cells reads badly
            ),
            home=(*topics.PROCEDURES, *topics.RISKS, r"tests?|scan|imaging|radiation|x-ray"),
            away=(
                *topics.OPTIONAL,
                *topics.SIGNATURES,
                *topics.RECORDS,
                r"privacy|confidential|protect|who (?:can|may|cannot)|eligib|alternatives?|"
                r"other (?:options|choices)|"
                r"usual approach|\bcosts?\b|purpose|background|\bassent\b",
            ),
            most=2,
            threshold=1.3,
        ),
        Aspect(
            "none",
            (
                Cue(
                    r"\bno (?:x-?rays?|radiation|CT)\b[^.;]{0,20}(?:involved|used|given|taken|part)|"
                    r"gives? off no x-?ray|and no radiation|no X-?ray [^.;]{0,20}is (?:ever )?taken",
                    2.0,
                ),
                Cue(
                    r"(?:no|not (?:use|involve|have|include))\b[^.;]{0,40}(?:x-?rays?|radiation)|"
                    r"no (?:scans?|x-?rays?)[^.;]{0,40}(?:done|study)",
                    1.6,
                ),
            ),
            avoid=(Cue(r"\bMRI\b|ultrasound", 0.5),),
            away=(*topics.RECORDS,),
            value=False,
        ),
    ),
    away=topics.OPTIONAL,
    silence=False,
)
