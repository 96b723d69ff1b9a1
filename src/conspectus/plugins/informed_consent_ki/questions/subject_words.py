"""How a disease, those who have it, and the end of its name stand in a form."""

TOPIC_END = (
    r"(?=\s+(?:that|which|whose|for which|and (?:you|your|are|is|have|has|because|need|may|will|"
    r"want|own|live|speak|use|take|took|plan|do|does|were|was|work|see|attend|agree|meet|can|wear|"
    r"do not|in (?:people|healthy))|"
    r"but|so|although|even though|or (?:you|your|has|have)|when|before|while|using|by|as|not|"
    r"receiving|taking|who|is|are|will|can|may|versus|vs|come|came|often|in (?:the|this|our|"
    r"your))\b|"
    r"\s*[,.;:|\u2013\u2014?\"\u201d]|\s+\((?!\w{2,6}\))|$)"
)
SIMPLE_END = (
    r"(?=,? (?:in|among|using|with|by|for|at|on|from|that|after|during|to)\b|\s*[.;|(:,]|$)"
)
HAVING = (
    r"(?:you|your child|your baby|your infant|your teen|your son or daughter|he or she|they|he/she|"
    r"s/he|your loved one|your family member|your relative|the (?:patient|person|participant))"
)
PEOPLE = (
    r"(?:adults?|children|patients?|people|persons?|women|men|participants?|individuals?|"
    r"subjects?|veterans?|adolescents?|youth|teens?|teenagers|infants?|newborns?|neonates|babies|"
    r"toddlers|boys|girls|volunteers|survivors|caregivers|families|students|mothers|couples|those|"
    r"seniors|elders|recipients|smokers|person|someone|member)"
)
WITH = (
    r"(?:with|who have(?: had)?|who had|having|at (?:high |increased |elevated )?risk (?:for|of)|"
    r"undergoing|treated for|being treated for|living with|affected by|suffering from|"
    r"hospitali[sz]ed (?:with|for)|recovering from|diagnosed with|newly diagnosed with|after)"
)
# "aged 18 to 65", "60 years and older"
AGED = (
    r"(?:,? (?:(?:and|or) )?(?:aged?|ages|over|under|between|older|younger|\d[\w-]*|"
    r"years?|months?|of|age|and|to|above|older|old|\w+s))*?"
)
DISEASE = (
    r"(?:disease|disorder|condition|illness|cancer|infection|syndrome|injury|tumou?r|virus|"
    r"dystrophy|deficiency|dependence|disability|failure|attack|emergency|allergy|"
    r"gap|tear|swelling|inflammation|loss|lack|buildup|build-up|blockage|weakening|pain|"
    r"(?:type|form|kind|group) of|problem)"
)
