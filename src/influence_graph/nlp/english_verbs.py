"""Irregular English verbs, written for this project from general grammar."""

from __future__ import annotations

# base past participle; a slash separates spellings, "=" repeats the base.
_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne/born; beat = beaten; become became =;
befall befell befallen; begin began begun; behold beheld beheld; bend bent bent; beset = =;
bet = =; bid bade/bid bidden/bid; bind bound bound; bite bit bitten; bleed bled bled;
blow blew blown; break broke broken; breed bred bred; bring brought brought;
broadcast = =; build built built; burn burnt burnt; burst = =; buy bought bought; cast = =;
catch caught caught; choose chose chosen; cling clung clung; come came =;
 cost = =; creep crept crept;
cut = =; deal dealt dealt; dig dug dug; draw drew drawn; dream dreamt dreamt; drink drank drunk;
drive drove driven; dwell dwelt dwelt; eat ate eaten; fall fell fallen; feed fed fed;
feel felt felt;
fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown;
forbid forbade forbidden; forecast = =; foresee foresaw foreseen; forget forgot forgotten;
forgive forgave forgiven; forgo forwent forgone; forsake forsook forsaken; freeze froze frozen;
get got got/gotten; give gave given; go went gone; grind ground ground; grow grew grown;
hang hung hung; have had had; hear heard heard; hide hid hidden; hit = =; hold held held; hurt = =;
keep kept kept; kneel knelt knelt; know knew known; lay laid laid; lead led led; lean leant leant;
leap leapt leapt; learn learnt learnt; leave left left; lend lent lent; let = =; lie lay lain;
light lit lit; lose lost lost; make made made; mean meant meant; meet met met;
mislead misled misled; mistake mistook mistaken; misunderstand misunderstood misunderstood;
offset = =; outdo outdid outdone; overcome overcame =; overrun overran =;
override overrode overridden;
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
pay paid paid;
plead pled pled; prove proved proven; put = =; quit = =; read = =; rebuild rebuilt rebuilt;
repay repaid repaid; resell resold resold; reset = =; rethink rethought rethought;
retake retook retaken; rewrite rewrote rewritten; rid = =; ride rode ridden; ring rang rung;
rise rose risen; run ran =; say said said; see saw seen; seek sought sought; sell sold sold;
send sent sent; set = =; shake shook shaken; shed = =; shine shone shone; shoot shot shot;
show showed shown; shrink shrank shrunk; shut = =; sing sang sung; sink sank sunk; sit sat sat;
sleep slept slept; slide slid slid; smell smelt smelt; sow sowed sown; speak spoke spoken;
speed sped sped; spend spent spent; spill spilt spilt; spin spun spun; split = =;
spoil spoilt spoilt; spread = =; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; strike struck struck/stricken; strive strove striven;
swear swore sworn; sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung;
take took taken; teach taught taught; tear tore torn; tell told told; think thought thought;
throw threw thrown; thrust = =; tread trod trodden; undergo underwent undergone;
understand understood understood; undertake undertook undertaken; undo undid undone;
unwind unwound unwound; uphold upheld upheld; upset = =; wake woke woken; wear wore worn;
weave wove woven; weep wept wept; win won won; wind wound wound; withdraw withdrew withdrawn;
withhold withheld withheld; withstand withstood withstood; wring wrung wrung; write wrote written;
"""
_ODD = {
    "be": ("am", "is", "are", "was", "were", "been", "being", "'m", "'s", "'re"),
    "have": ("has", "'ve", "'d"),
    "do": ("does", "did", "done"),
    "lie": ("lying",),
    "die": ("dying", "died"),
    "tie": ("tying", "tied"),
    "vie": ("vying", "vied"),
    "untie": ("untying",),
    "singe": ("singeing",),
    "panic": ("panicked", "panicking"),
    "picnic": ("picnicked",),
    "traffic": ("trafficked", "trafficking"),
    "mimic": ("mimicked", "mimicking"),
}
# Verbs that a news reader meets and a small treebank may lack; regular, listed because their
# past does not show whether the base ends in e.
_KNOWN = """
abandon abate abduct abide abolish abuse accede accelerate accept accommodate accompany accuse
achieve acknowledge acquire activate adhere adjourn administer admire advance advise advocate affect
agree aid align allege alleviate allocate ally allow alter ambush amend analyse analyze anger
announce annex antagonize apologise apologize appease applaud appoint appreciate approach approve
argue arm arrange arrest arrive assail assassinate assemble assert assist assure attack attribute
authorise authorize back ban bar base battle befriend believe besiege betray blackmail blame blast
block blockade bolster bomb bombard boost boycott breach bribe brief broaden broker bury cajole
campaign cancel capitulate capture castigate caution cease cede celebrate censure challenge charge
chase chastise chide cite claim clash close coerce collaborate combat commence commit compel
compete complain compromise concede conclude condemn condone conduct confide confine confirm
confiscate congratulate conquer consolidate conspire consult contribute convene converge convince
cooperate coordinate counter court create criticise criticize cripple cruise curb deceive decide
declare decline decree decry deepen defeat defect defend defile defuse degrade delegate delete
demonstrate denounce deny deplore deploy deport depose deprive derail deride despise destabilise
destabilize detain deteriorate determine devote dictate differ diminish disagree disapprove
discipline
disclose discourage dislodge dismantle dismiss dispatch displace dispute disqualify disrupt dissolve
dissuade distance distribute diverge divide divorce dominate donate downgrade dispatch ease echo
eliminate embrace encircle encourage endanger endorse endure enforce engage enhance enlist ensure
envisage erode escalate espouse evacuate evade exacerbate examine excuse execute exile expel
explode exploit expose expropriate extradite facilitate fault finance flatter foil force forge
fortify free fuel fume fund gauge gouge grieve guarantee guide halt harass hate hesitate hijack hire
hope host ignite impede implement implicate impose improve incite include increase indict induce
infiltrate inflame initiate injure insist inspire insulate intensify intercept interfere intervene
intimidate invade investigate invite involve irritate isolate issue jeopardise jeopardize judge
justify lambast lambaste lash launch liberate lift litigate loathe lobby manage manipulate massacre
mediate menace merge mobilise mobilize moderate modernise modernize move mute nationalise
nationalize negotiate neutralise neutralize normalise normalize nominate note notice nurture
oblige offend oppose oppress oust outline outrage oversee pardon participate patrol pave penalise
penalize persecute persuade placate plague pledge police postpone praise presume pressure prevail
probe proclaim procure promise promote propose prosecute protect protest provide provoke purchase
pursue question raid rally ratify ravage reaffirm realise realize reassure rebuke receive recognise
recognize reconcile reconsider recuse redeploy reduce refuse refute regulate reinforce reiterate
rejoice release relegate relieve renege renounce repatriate replace reprimand reproach repulse
rescue resemble reserve reshuffle resolve restore restrain resume retaliate retire retreat reunite
reverse revile revoke rule sabotage safeguard sanction sacrifice save scale scold scrutinise seize
separate serve sever shake shape share shelve shore shun side smuggle snub solidify squeeze
stabilise stabilize stage starve stifle stigmatise storm strangle strengthen struggle subdue
subsidise subsidize sue suffice suppose suppress surge surprise surrender survive suspend taunt
terminate threaten tolerate topple torture trade trigger trouble tumble undermine unite update
upgrade urge use vaccinate value venture violate voice vote vow wage waive warn welcome wipe wire
withdraw woo worsen yield
"""


def verb_forms() -> dict[str, list[tuple[str, list[str]]]]:
    """Return each irregular form with its base forms and ``Past`` or ``PastPart``."""
    forms: dict[str, dict[str, list[str]]] = {}

    def add(form: str, base: str, tag: str) -> None:
        tags = forms.setdefault(form, {}).setdefault(base, [])
        if tag not in tags:
            tags.append(tag)

    for entry in _IRREGULAR.split(";"):
        if not entry.strip():
            continue
        base, past, participle = entry.split()
        for form in past.split("/"):
            add(base if form == "=" else form, base, "Ind.Past")
        for form in participle.split("/"):
            add(base if form == "=" else form, base, "PastPart")
        add(base, base, "Inf")
        add(base, base, "Ind.Pres")
    for base, odd in _ODD.items():
        for form in odd:
            add(form, base, "")
    return {form: list(bases.items()) for form, bases in sorted(forms.items())}


def known_verbs() -> list[str]:
    """Return base forms of regular and irregular verbs."""
    bases = [entry.split()[0] for entry in _IRREGULAR.split(";") if entry.strip()]
    return sorted({*bases, *_ODD, *_KNOWN.split()})
