"""What a word is about: words of one topic are told in one breath, but do not mean the same.

A list of risks may name one that the quote at hand does not; a lunch named there is out of place.
"""

from functools import lru_cache

from conspectus.domain.claim_words import Ideas, stem

_TOPICS = {
    "health": """
        ache acne allergy anaphylaxis anemia anxiety appetite arthritis asthma bleed blister blood
        bone bowel brain breath bruise cancer cardiac chest chill clot cold colitis coma confuse
        constipation cough cramp damage death depress diabetes diarrhea die disease disorder dizzy
        eye fail failure faint fatal fatigue fever fibrosis fracture gut hair headache hearing heart
        hepatitis hiv hormone hurt immune infection infertile inflame injury insomnia irregular
        irritate itch joint kidney liver lung lymph memory migraine mood mouth muscle nausea nerve
        neuropathy numb organ pain palpitation pancreas perforation permanent pneumonia pressure
        problem pulmonary rash reaction redness relapse scar seizure sepsis sexual shingles
        shortness sickness sideeffect skin sleep sore sores spasm stomach strain stroke sugar
        sweat swell symptom taste thyroid tingle tired tremor tumor ulcer unborn vision vomit
        weak weight worsen wound lysis sodium potassium cholesterol bone marrow harm danger upset
        embarrass stress tear anger distress uneasy worry fall falls""",
    "study work": """
        analysis appointment aspirate assess biomarker biopsy blood body bone call camera chart check
        collect counseling ct diary diet draw ecg echocardiogram electrocardiogram emg exam
        examination exercise eye fast follow gene genetic height history imaging infusion injection
        interview lab laboratory measure measurement mri nurse pet phone photograph photo physical
        plasma pregnancy pregnant pressure procedure questionnaire recording record review saliva
        sample scan screening sensor session sign signs spirometry spit stool surgery survey swab
        temperature test testing tissue training treadmill treatment tube ultrasound urine video
        visit vital vitals walk weight xray question eligibility eligible consent random
        randomize placebo dose tablet capsule drug medicine device band watch cuff message""",
    "medicine": """
        antibiotic anticoagulant approach biologic capecitabine chemotherapy care comfort
        counseling dexamethasone dose drug exercise hospice infusion inhibitor injection medicine
        observation operation option placebo prednisone pill radiation radiotherapy regimen
        rehabilitation rest shot steroid supplement surgery tablet therapy transplant treatment
        vaccine repellent usual standard""",
    "fitness": """
        abscess adult age alcohol allergy asthma autoimmune bipolar bleed breastfeed cancer
        child condition consent diabetes diagnosis disease disorder donor drug eligible english
        epilepsy fracture healthy heart hearing hepatitis hiv illness implant infection injury
        kidney language liver lymphoma medicine metal migraine nursing older pacemaker pregnancy
        pregnant recent relapse seizure severe silicone smoke speak stroke surgery therapy
        transplant treat treatment tumor uncontrolled vaccine younger""",
    "overseers": """
        agency audit auditor authority board cdc center college committee dsmb ema ethics fda look see view inspect access
        federal government hospital industry inspector insurer institute institution irb janssen
        monitor nci nhlbi nih office official ohrp oversight records regulator review safety
        school sponsor state university company companies department""",
    "privacy": """
        access anonymous archive certificate chart code coded computer confidential database data
        datum delete destroy encrypt file identify identity identifier initials key law link locked
        login lock name password police privacy private protect publish record repository research
        sample secret secure share storage store uncoded withdraw take retrieve pull bank biobank
        erase drive cabinet server birth""",
    "freedom": """
        any anytime benefit care change choice choose decide decision decline effect entitle free
        harm job join leave lose loss mind penalty quit reason refuse rights right later stop
        voluntary withdraw standing grade legal treatment relationship future permission
        questionnaire""",
    "ending": """
        cancel close closure condition end eligible follow funding harm health illness
        improve ineligible injury instruction interest miss move new pregnancy pregnant
        progress progression rule safe safety schedule sideeffect stop suspend terminate toxicity
        unsafe withdraw worsen abscond visit dose disease board sponsor fda irb doctor""",
    "money": """
        bill card cash charge check compensate copay cost cover coverage deductible expense
        insurance mileage paid pay payment receipt refund reimburse tax travel wage wages
        earnings medicare medicaid prepaid ssn""",
    "comforts": """
        accommodation airfare babysit bonus breakfast bus child childcare coffee dinner drink entertain
        flight food fee fun gift gym holiday hotel house housing laundry lodging lottery lunch
        meal movie music parking party prize ride snack spa taxi ticket toy train trip vacation
        vitamin wine""",
    "help": """
        call contact coordinator counselor doctor email hotline investigator irb number office
        phone principal question researcher site staff study telephone team emergency name
        hematology oncology cardiology neurology pediatric department""",
}
STAKES = frozenset({"health", "money", "comforts"})
"""Topics in which even a note is out of place where nothing else speaks of them."""

_BY_STEM: dict[str, set[str]] = {}
for _topic, _words in _TOPICS.items():
    for _word in _words.split():
        _BY_STEM.setdefault(stem(_word), set()).add(_topic)
for _found in _BY_STEM.values():
    if "health" in _found:
        _found.add("fitness")


@lru_cache(maxsize=16384)
def topics(base: str) -> Ideas:
    """Return the topics that a stem belongs to, none for most words."""
    return frozenset(_BY_STEM.get(base, ()))
