"""Calls, records, stays and follow-up: what is done besides treatment, samples and tests."""

from conspectus.domain.facts import Cue
from conspectus.plugins.informed_consent_ki.questions.procedure_frame import done

CONTACTS = (
    done(
        "calls",
        r"(?:phone|telephone|video) (?:calls?|visits?|check)|(?:call|telephone|phone)s? you|"
        r"by (?:phone|telephone)|calls?\b (?:at|on|in)",
        Cue(
            r"emergency|number|for questions|rights|at 1-|(?:takes?|lasts?) about|also whether", 0.6
        ),
    ),
    done(
        "records",
        r"(?:look (?:at|in|into|through)|review|read|copy|collect|note|take|get|use|check|see|"
        r"gather|obtain|abstract)\w*\b[^.;|]{0,60}(?:records?|charts?)\b|record review|chart "
        r"review|(?:information|facts|data|results) [^.;|]{0,30}from (?:your|the|his|her|a) "
        r"[^.;|]{0,25}(?:records?|charts?)|we (?:will )?write down (?:age|weight|your|how|the|his|her)|"
        r"dental records|(?:medical|health|hospital|school|clinic)"
        r" (?:and \w+ )?records?",
        Cue(r"bill|protect|private|copy of (?:this|your)|may (?:view|look)|gene test", 0.6),
        Cue(r"^[\W\d]*(?:your |my )?(?:[a-z]\w* )?(?:and \w+ )?(?:records?|charts?)\W*$", 1.5),
    ),
    done(
        "coursework",
        r"(?:course|class|school|classroom) ?(?:work|materials?|records?|assignments?|activities|"
        r"grades)|materials you (?:submit|hand in|turn in|create)|homework|assignments\b|"
        r"\bgrades?\b(?! \d)|test scores|transcripts?|social media|posts you|"
        r"(?:writing|work) samples?",
        Cue(
            r"random|your group|assignment to|side effects?|affect|better|worse|extra credit|"
            r"de-identified|final|bonus|tumou?r|penalt|transcri(?:be|pt of)|interview",
            1.5,
        ),
    ),
    done("awake", r"stay(?:ing)? awake|awake (?:all|the|for)|without sleep|sleep (?:lab|study)"),
    done(
        "stay",
        r"stays? in (?:the )?hospital|remain in the hospital|hospital stay|overnight|"
        r"sleep (?:at|in) |(?:be )?admitted to|\d+ nights?\b|nights? (?:in|at) (?:the|our)",
    ),
    done("pregnancy", r"pregnancy tests?|test for pregnancy"),
    done(
        "followup",
        r"follow-?up (?:visits?|period|calls?)|check on you|end of (?:treatment|study) visit|"
        r"followed (?:for|until|up)|follow (?:your|you)\b|keep seeing you|home visits?\b|"
        r"watched[^.;|]{0,30} for\b",
    ),
    done(
        "genes",
        r"genetic (?:tests?|testing|sequenc\w*|analys\w+)|genome\b|\bDNA\b|"
        r"\bgenes?\b[^.;|]{0,20}test|tested for[^.;|]{0,30}\bgenes?\b|gene test",
        Cue(r"not look|never used|no (?:other )?gene|per kg", 0.8),
    ),
    done(
        "screening",
        r"screening (?:visit|tests?|period)|to (?:find out|see) if you (?:can|qualify)",
        Cue(r"will (?:take|last)|minutes|hours", 0.5),
    ),
)
