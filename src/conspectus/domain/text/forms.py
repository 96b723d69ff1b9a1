"""Forms of a word that no suffix rule relates: "forms:base", by commas."""

_FORMS = """
took taken takes taking:take, gave given gives:give, got gotten:get, paid pays:pay,
left leaves leaving:leave, lent:lend, told:tell, said:say, kept:keep, held:hold, found:find,
felt:feel, made:make, sent:send, saw seen:see, drew drawn:draw, knew known:know, showed shown:show,
began begun:begin, chose chosen choice choices:choose, withdrew withdrawn withdrawal:withdraw,
lost losing loss losses loses:lose, wore worn:wear, met:meet, led:lead, hurt hurts hurting:hurt,
went gone:go, came:come, became:become, grew grown growth:grow, thought:think, brought:bring,
bought:buy, sold:sell, spoke spoken:speak, wrote written:write, ran:run, lay laid:lay,
lived living lives life:live, died dies dying dead death deaths deadly:die, children:child,
men:man, women:woman, feet:foot, teeth:tooth, babies:baby, best:better,
worse worst worsen worsens worsened worsening:bad, analyses analyzed analyze analyse:analysis,
diagnoses diagnosed diagnose diagnostic:diagnosis, biopsies:biopsy,
metastases metastatic:metastasis, data:datum, longer longest lengthy:long, higher highest:high,
lower lowest lowered lowers:low, older oldest:old, younger youngest:young, earlier earliest:early,
later latest:late, medicine medicines medication medications medicament:medicine,
medical medically:medical, surgery surgeries surgical surgeon surgeons:surgery,
insurance insurer insurers insured insure:insurance,
experience experiences experienced experiencing:experience,
experiment experimental experimentally:experimental,
organization organizations organisation:organization, university universities:university,
hospital hospitals:hospital, hospitalized hospitalization hospitalised:hospitalize,
general generally:general, genetic genetics gene genes genome genomic:gene,
pregnant pregnancy pregnancies:pregnant,
breastfeed breastfeeding breast-feeding breast-feed nursing:breastfeed, pain painful pains:pain,
infection infections infectious infected infect:infection,
effective effectiveness efficacy efficacious:effective, safer:safe, safely:careful,
cause causes caused causing:cause, caused:cause, care cares cared caring:care,
careful carefully:careful, testing tests tested test:test,
reliable reliability reliabilities reliably:reliable, responsible responsibility:responsible,
bleed bleeds bleeding bled:bleed,
identify identifies identified identifier identifiers identifiable identifying
identification:identify,
identity identities:identify, private privacy privately:private,
permit permitted permission permissions:permission,
decide decides decided deciding decision decisions:decide, die:die,
proof proven proved proves:prove, severe severely severity:severe,
allergic allergy allergies:allergy, anaphylactic anaphylaxis:anaphylaxis,
injured injury injuries injure injuring:injury, illness illnesses ill:ill, sickness sick:sick,
payment payments payable payer payers paying:pay, billing billed bills bill:bill,
costs costing costly cost:cost,
participation participate participates participated participating:participate,
participants:participant, researcher researchers research:research,
voluntarily voluntariness:voluntary, confidentiality confidentially:confidential,
eligibility:eligible, availability:available, ability:able, disability disabilities:disabled,
possibility possibly possibilities:possible, probability probably:probable,
necessity necessarily:necessary, chemotherapy chemotherapies chemo:chemotherapy,
radiotherapy radiation irradiation radiate:radiation, x-ray x-rays xray xrays:xray,
used uses using user usage:use, jan:january, feb:february, mar:march, apr:april, jun:june,
jul:july, aug:august, sept sep:september, oct:october, nov:november, dec:december, ct cat:ct,
treated treating treats treatment treatments:treat, repeated repeating repeats:repeat,
created creating creates creation:create, nurse nurses:nurse, united:united,
personal personally:personal, states:state
"""

IRREGULAR = {
    form: base
    for entry in _FORMS.split(",")
    for forms, base in [entry.strip().split(":")]
    for form in forms.split()
}
