"""Medical terms that a patient may not know, and the plain words for them: "plain < term | term".

The claim check takes a term and its plain words for the same. Where the plain words are a single
word, the two are synonyms, see `synonyms`.
"""

_TERMS = """
blood in the urine < hematuria | haematuria
blood in the semen < hematospermia | haematospermia
blood in the stool < hematochezia | haematochezia
black stool with blood < melena | melaena
coughing up blood < hemoptysis | haemoptysis
vomiting blood < hematemesis | haematemesis
nosebleed < epistaxis
bleeding < hemorrhage | haemorrhage
bleeding in the brain < intracranial hemorrhage | intracranial haemorrhage |
    cerebral hemorrhage | cerebral haemorrhage
pool of blood < hematoma | haematoma
bruising < ecchymosis
low red blood cells < anemia | anaemia
low platelets < thrombocytopenia
low white blood cells < neutropenia | leukopenia | leucopenia | lymphopenia
fever with low white blood cells < febrile neutropenia
low counts of all blood cells < pancytopenia
low blood counts < myelosuppression | cytopenia | cytopenias
blood clot in a vein < venous thrombosis | venous thromboembolism
blood clot in a deep vein < deep vein thrombosis | deep venous thrombosis
blood clot in the lung < pulmonary embolism | pulmonary embolus
irregular heartbeat < arrhythmia | arrhythmias | cardiac arrhythmia | cardiac arrhythmias
fast heartbeat < tachycardia
slow heartbeat < bradycardia
pounding heartbeat < palpitations
heart stopping < cardiac arrest
inflamed heart muscle < myocarditis
inflamed lining of the heart < pericarditis
heart damage < cardiotoxicity
high blood pressure in the lungs < pulmonary hypertension
low blood pressure on standing up < orthostatic hypotension
fainting < syncope
shortness of breath < dyspnea | dyspnoea
low oxygen < hypoxia | hypoxemia | hypoxaemia
inflamed lungs < pneumonitis
collapsed lung < pneumothorax
tightening of the airways < bronchospasm
swelling < edema | oedema
swelling under the skin < angioedema | angiooedema
severe allergic reaction < anaphylaxis | anaphylactic reaction | anaphylactic shock
itching < pruritus
hives < urticaria
redness of the skin < erythema
skin infection < cellulitis
hair loss < alopecia
sensitivity to light < photosensitivity
sores in the mouth < stomatitis | mucositis | oral mucositis
dry mouth < xerostomia
trouble swallowing < dysphagia
changes in taste < dysgeusia
vomiting < emesis
indigestion < dyspepsia
inflamed bowel < colitis
hole in the bowel < bowel perforation | intestinal perforation
inflamed pancreas < pancreatitis
yellow skin and eyes < jaundice
liver damage < hepatotoxicity
liver failure < hepatic failure
kidney damage < nephrotoxicity
kidney failure < renal failure
inflamed kidneys < nephritis
pain when urinating < dysuria
trouble emptying the bladder < urinary retention
leaking urine < urinary incontinence
inflamed bladder < cystitis
high blood sugar < hyperglycemia | hyperglycaemia
low blood sugar < hypoglycemia | hypoglycaemia
high potassium < hyperkalemia | hyperkalaemia
low potassium < hypokalemia | hypokalaemia
low sodium < hyponatremia | hyponatraemia
high calcium < hypercalcemia | hypercalcaemia
low calcium < hypocalcemia | hypocalcaemia
high cholesterol < hypercholesterolemia | hypercholesterolaemia
muscle aches < myalgia | myalgias
joint pain < arthralgia | arthralgias
muscle breakdown < rhabdomyolysis
bone death < osteonecrosis
thinning of the bones < osteoporosis
nerve damage < neuropathy | peripheral neuropathy
nerve or brain damage < neurotoxicity
tingling or numbness < paresthesia | paraesthesia | paresthesias | paraesthesias
loss of balance < ataxia
ringing in the ears < tinnitus
spinning feeling < vertigo
sleepiness < somnolence
trouble sleeping < insomnia
feeling unwell < malaise
lack of energy < lethargy
weakness < asthenia
fits < convulsions
inflamed brain < encephalitis
dangerous whole-body infection < sepsis
inflamed vein < phlebitis
whole-body inflammation < cytokine release syndrome
missed periods < amenorrhea | amenorrhoea
painful periods < dysmenorrhea | dysmenorrhoea
heavy periods < menorrhagia
round and swollen face < moon face
lasting effects < sequelae
blood draw < venipuncture | phlebotomy
spinal tap < lumbar puncture
heart ultrasound < echocardiogram | echocardiography
heart tracing < electrocardiogram
brain wave test < electroencephalogram
breathing test < spirometry
collection of white blood cells < leukapheresis
removal of blood cells by a machine < apheresis
breathing tube < intubation
camera exam of the lungs < bronchoscopy
camera exam of the bowel < colonoscopy | sigmoidoscopy
keyhole surgery < laparoscopy
"""

LAY_TERMS = {
    term.strip(): plain.strip()
    for line in _TERMS.replace("\n    ", " ").strip().splitlines()
    for plain, terms in [line.split("<", 1)]
    for term in terms.split("|")
}
"""Each term, in lower case, and its plain words."""
