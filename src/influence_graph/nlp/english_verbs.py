"""English conjugation, written for this project from general grammar."""

from __future__ import annotations

import re

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
browbeat = browbeaten; disprove disproved disproven; foretell foretold foretold;
forswear forswore forsworn; outbid = =; outrun outran =; outshine outshone outshone;
overfly overflew overflown; overhear overheard overheard; overrun overran =; overspend overspent
overspent; partake partook partaken; recast = =; redraw redrew redrawn; regrow regrew regrown;
remake remade remade; resend resent resent; rerun reran =; slay slew slain; sling slung slung;
slit = =; spit spat spat; stink stank stunk; stride strode stridden; string strung strung;
undercut = =; underlie underlay underlain; underpay underpaid underpaid; unfreeze unfroze unfrozen;
underwrite underwrote underwritten;
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
abandon abate abduct abet abhor abide abolish abrogate abuse accede accelerate accept acclaim
accommodate accompany accord accuse achieve acknowledge acquiesce acquire acquit act activate
address adhere adjourn adjure administer admire admit admonish adopt advance advise advocate
affect affiliate affirm agitate agonise agonize agree aid aim air airlift alarm alienate align
allege alleviate allocate allow ally alter amass ambush amend amnesty analyse analyze anchor anger
annex annihilate announce annoy annul answer antagonise antagonize apologise apologize appeal
appear appease applaud apply appoint apportion appreciate apprehend approach approve arbitrate
argue arm arouse arrange array arrest arrive ask assail assassinate assault assemble assent assert
assist associate assume assure atone attach attack attend attract attribute auction authorise
authorize await award axe back backtrack badger bail balance balk ban band banish bankroll bar
bare bargain barrack barricade barter base bash bat batter battle baulk bayonet be beef befriend
beg behead believe belong bemoan berate beseech besiege bestow betray beware bicker blacklist
blackmail blame blast bless block blockade bloom blossom bludgeon blunt board bolster bomb bombard
bond boo boost boot bow boycott brace brand brandish brawl breach breakfast bribe bridle brief
brighten bristle broach broaden broker brood browbeat brush buckle buddy bug bulk bulldoze bully
bury butt butter buzz bypass cajole call camp campaign cancel canvass capitulate capture carry
carve castigate catcall cause caution cave cease cede celebrate cement censor censure chair
challenge champion channel chant charge chase chastise chat check checkmate cheer chide chill
chuck circle cite claim clamp clap clash clasp classify clear cleave climb clinch close club coax
coerce cold collaborate collapse collect collude colonise colonize combat combine command
commandeer commence commend commiserate commit commune communicate compare compel compensate
compete complain complete compliment comply compromise concede concentrate concern conciliate
conclude concur condemn condone conduct confederate confer confide confine confirm confiscate
confront congratulate congregate conquer conscript consent consider consolidate conspire
constitute constrain construct consult contain contend contest continue contract contradict
contribute control convene converge converse convey convince convoke cool cooperate coordinate
cosy counter counterattack counterbalance court covet cow cozy crack crank create cripple
criticise criticize cross crowd cruise crumble crusade crush cry cuddle cultivate curb curdle
curtail dabble damage dance dangle debate debunk decamp decapitate deceive decide decimate declare
decline decouple decrease decree decry deepen deface defeat defect defend defer defile defuse defy
degrade delay delegate delete deliberate delist deliver demand demine demolish demonise demonize
demonstrate demur denigrate denounce dent deny depart depend depict deplore deploy deport depose
deprive derail deride descend describe desecrate desert design designate desire despatch despise
destabilise destabilize destroy detach detain deteriorate determine detest detonate devastate
develop deviate devote dial dialogue dictate differ dilute diminish dine direct disagree disallow
disappear disappoint disapprove disarm disassociate disavow disbar disburse discard discipline
disclose discontinue discount discourage discredit discuss disenchant disengage disentangle
disillusion disintegrate disinvite dislodge dismantle dismay dismiss disobey disown disparage
dispatch disperse displace display displease disprove dispute disqualify disquiet disregard
disrupt dissipate dissociate dissolve dissuade distance distribute distrust disturb ditch diverge
diversify divide divorce do dominate donate double doubt down downgrade draft drag dragoon dread
dress drift drill drop dub duel dump dwindle earmark earn ease eavesdrop ebb echo eclipse edge
eject elbow electrify elevate elicit eliminate emancipate embargo embark embed embrace emerge
enact encircle encourage encroach end endanger endorse endow endure enforce engage enhance enjoin
enjoy enlist enrage ensconce ensure enter entertain entreat entrench envisage equip erase erode
escalate escape espouse establish estrange eulogise eulogize evacuate evade evaporate evict
exacerbate exact examine exasperate exchange exclude excommunicate excoriate excuse execrate
execute exercise exert exhort exile exit exonerate expand expel explode exploit explore export
expose express expropriate extend exterminate extol extract extradite extricate eye face
facilitate fade falter fault favor favour fear federate felicitate fence fete feud field file
finalise finalize finance finish fire firebomb fix flatten flatter flay flex flirt flock flood
flourish flout flush fob foil fold force forewarn forfeit forge form formalise formalize forswear
fortify forward foster fraternise fraternize fray free fret frighten frustrate fuel fulfil fulfill
fulminate fume function fund funnel furnish fête gag gain garrison gas gather gauge gear genuflect
gift glorify gouge grab grant grapple gravitate greet grieve grovel grumble guarantee guide gun
hack haggle hail halt hammer hand handcuff harangue harass harbor harbour harden harm hash hate
haul head heal heap heckle hector heed help hesitate hew hijack hinge hire honor honour hope host
hound house hover huddle humour hunker hunt hurl identify ignite ignore impede imperil implant
implement implicate implore import importune impose impound imprison improve impugn incarcerate
incense inch incinerate incite incline include increase incriminate incur indemnify indict induce
indulge infiltrate inflame inflict influence infringe infuriate ingratiate initial initiate inject
injure ink insert insinuate insist inspire install institute instruct insulate insult intensify
interact intercede intercept interfere intern interrogate interrupt intervene intimidate intrigue
introduce intrude invade invalidate inveigh invest investigate invite involve irk iron irritate
isolate issue jail jam jeer jeopardise jeopardize jet jettison jilt join jostle journey joust
judge jump junk justify kick kidnap kill kiss knock kowtow label lack lambast lambaste lament land
lash laud laugh launch lavish lease lecture lessen level levy liaise liberate lift limit line link
liquidate list litigate loan loathe lob lobby lock lodge look loosen loot lower lunch lunge lure
lynch maim maintain malign manage maneuver manipulate manoeuvre manufacture march marginalise
marginalize mark marshal mass massacre maul measure meddle mediate mellow melt menace mend merge
mine mingle miss mistrust moan mob mobilise mobilize mock moderate modernise modernize mold
mollify mortar mould mount move mow murder muscle muster mute mutilate mutiny muzzle nab name
nationalise nationalize negotiate nestle neutralise neutralize nominate normalise normalize
nosedive note notice nudge nuke nullify nurse nurture obey object oblige obliterate observe
obstruct obtain occupy offend offer open operate oppose oppress opt order organise organize orient
ostracise ostracize oust outbid outfit outflank outlaw outline outmanoeuvre outrage overfly
overrule overrun owe pacify paint pair parade paralyse paralyze pardon parley parole part partake
participate partner pass patch patrol pause pave peel pelt penalise penalize penetrate pepper
perceive perform permit perpetrate persecute persuade perturb pester petition phase phone pick
picket pile pillory pin pit pitch pivot placate place plague plan plant pledge plot plummet plunge
ply point poison police pool portray pose position postpone pound pour praise pray preoccupy
prepare present preserve press pressure pressurise pressurize presume prevail prevent prise probe
proclaim procure prod produce profess prohibit project prolong promise promote pronounce prop
propose prosecute protect protest provide provision provoke pry pull pulverise pulverize pummel
pump punish purchase pursue push qualify quarrel quarter quash quell question queue race rage raid
rail railroad rain raise rally ram ramp ransack rant rap rape ratchet ratify rattle ravage raze
reach readmit ready reaffirm realign realise realize reappoint rearm reassert reassess reassure
rebel rebound rebuff rebuke rebut recalibrate recall recapture recede receive recognise recognize
recommend reconcile reconquer reconsider reconstruct recover recuse redeploy reduce reestablish
refer refuse refute regain regard register regret regulate rehearse reignite reimburse reimpose
reinforce reinstate reiterate reject rejoice rejoin rekindle relaunch relax relay release relegate
relent relieve relinquish rely remain remand remove render renege renew renounce reopen reorient
repair repatriate repeal repeat repel repent replace report represent repress reprieve reprimand
reproach reprove repudiate repulse request require requisition reschedule rescind rescue resemble
resent reserve reshuffle resign resile resist resolve respect respond restart restate restore
restrain restrict restructure resume resupply retain retaliate retire retract retreat return
reunite reverse review revile revive revoke revolt reward ridicule rile riot rip rival roast
rocket roll rollback root rough rout route row rubbish rule rupture rush sabotage sack sacrifice
saddle safeguard sail salute salvage sanction sap satisfy savage save scale scare schedule scheme
scold scorn scramble scrap scream scrutinise scuffle scupper seal search secede second secure
seduce seize sentence separate serve settle sever shadow shape share shell shelter shelve shield
shift ship shore shorten shoulder shout shower shred shrug shun shutter shuttle shy side sideline
sidestep sidle sign signal silence skewer skirmish slam slander slap slash slaughter slay sling
slip smear smooth smuggle snap snarl snatch sneer snipe snoop snub snuggle soften solicit solidify
solve sound sour source spar spark spearhead spit sponsor spoof spook spray spurn spy squabble
squander square squeeze stab stabilise stabilize stage stake stamp start starve state station stay
steer stem step stew stiffen stifle stigmatise stipulate stoke stone stonewall stop storm strafe
strain strangle stray strengthen stress strip struggle subdue subjugate submit subscribe subsidise
subsidize subvert succumb suck sue suffer suffice summon supersede supervise supplant supply
support suppose suppress surge surprise surrender surround survive suspect suspend swamp swap sway
swerve switch sympathise sympathize table tail talk target taunt team teargas telephone temper
tender terminate terrorise terrorize test thank thaw thrash threaten thumb thunder thwart tighten
tilt toast tolerate tone topple torch torpedo torture toss toughen tour track trade train trample
transact transfer transmit transport trash travel treat trespass trigger trim trouble truck tumble
turf turn tussle unblock uncouple undercut underline undermine underscore underwrite unfreeze
unite unleash unlock unnerve unravel unseal unsettle unshackle untether unveil upbraid update
upgrade urge use usurp utter vacate vaccinate value vandalise vandalize vanish vanquish veer vent
venture veto vex vie view vilify vindicate violate visit voice void vote vow wag wage wait waive
walk wane want war warm warn wash waste watch wave waylay weaken wean welcome widen wield wipe
wire wiretap wither woo work worry worsen wound wrangle wrap wreck wrest wrestle yank yell yield
"""


# Irregular verbs that also have a regular past.
_ALSO_REGULAR = """
awake burn dream dwell hang kneel lean leap learn lie light plead prove disprove smell speed spill
spoil swell wake weave shine
"""
# Verbs of more than one syllable whose last consonant is doubled: the last syllable is stressed ...
_DOUBLING = """
abet abhor acquit admit allot annul commit compel concur confer control defer demur deter dispel
embed emit enrol entrap equip excel expel extol handicap impel incur infer inter kidnap omit occur
outfit outwit patrol permit prefer propel rebel rebut recur refer regret remit repel submit
transfer transmit unplug unwrap worship
"""
# ... or British spelling doubles the l.
_DOUBLING_L = """
cancel channel counsel dial duel equal fuel fulfil funnel grovel imperil instil jewel label level
marshal model panel pedal pencil pummel quarrel rival shovel shrivel signal snivel spiral swivel
total travel tunnel unravel
"""
_ENDS_DOUBLED = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][bdgklmnprtz]$")
_SYLLABLE = re.compile(r"[aeiouy]+")


def _stems(base: str) -> list[str]:
    """Return what -ed and -ing are added to; two where spelling differs."""
    if base in _DOUBLING.split():
        return [base + base[-1]] if not base.endswith(base[-1] * 2) else [base]
    if base in _DOUBLING_L.split():
        return [base + "l", base]
    single = len(_SYLLABLE.findall(base.replace("qu", "q"))) == 1
    return [base + base[-1]] if single and _ENDS_DOUBLED.search(base) else [base]


def regular_past(base: str) -> list[str]:
    """Return the regular past of a verb, which is its past participle too.

    Examples
    --------
    >>> regular_past("deny"), regular_past("square"), regular_past("quarrel")
    (['denied'], ['squared'], ['quarrelled', 'quarreled'])
    """
    if base.endswith("e"):
        return [base + "d"]
    if base.endswith("y") and base[-2:-1] not in tuple("aeou"):
        return [base[:-1] + "ied"]
    return [stem + "ed" for stem in _stems(base)]


def present_participle(base: str) -> list[str]:
    """Return the present participle of a verb.

    Examples
    --------
    >>> present_participle("tie"), present_participle("ban"), present_participle("agree")
    (['tying'], ['banning'], ['agreeing'])
    """
    if base.endswith("ie"):
        return [base[:-2] + "ying"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return [base[:-1] + "ing"]
    return [stem + "ing" for stem in _stems(base)]


def third_person(base: str) -> str:
    """Return the third person singular of the present.

    Examples
    --------
    >>> third_person("deny"), third_person("push"), third_person("veto"), third_person("say")
    ('denies', 'pushes', 'vetoes', 'says')
    """
    if base.endswith("y") and base[-2:-1] not in tuple("aeou"):
        return base[:-1] + "ies"
    if re.search(r"(?:[sxz]|[cs]h|[^aeiou]o)$", base):
        return base + "es"
    return base + "s"


def irregular_forms() -> dict[str, tuple[list[str], list[str]]]:
    """Return the past forms and past participles of each irregular verb."""
    forms = {}
    for entry in _IRREGULAR.split(";"):
        if entry.strip():
            base, past, participle = entry.split()
            forms[base] = (
                [base if form == "=" else form for form in past.split("/")],
                [base if form == "=" else form for form in participle.split("/")],
            )
    return forms


def verb_forms() -> dict[str, list[tuple[str, list[str]]]]:
    """Return each form of the listed verbs with its base forms, and their moods and tenses.

    Base forms of irregular verbs stand first: *found* is *find* before it is *found*.
    """
    forms: dict[str, dict[str, list[str]]] = {}

    def add(form: str, base: str, *tags: str) -> None:
        known = forms.setdefault(form, {}).setdefault(base, [])
        known.extend(tag for tag in tags if tag not in known)

    irregular = irregular_forms()
    for base, (past, participle) in irregular.items():
        for form in past:
            add(form, base, "Ind.Past")
        for form in participle:
            add(form, base, "PastPart")
        add(base, base, "Inf", "Ind.Pres")
    for base, odd in _ODD.items():
        for form in odd:
            add(form, base, "")
    for base in known_verbs():
        if base == "be":
            continue
        add(base, base, "Inf", "Ind.Pres")
        if base not in ("have", "do"):
            add(third_person(base), base, "Ind.Pres")
        if base not in _ODD or base in ("have", "do"):
            for form in present_participle(base):
                add(form, base, "PresPart")
        if base not in _ODD and (base not in irregular or base in _ALSO_REGULAR.split()):
            for form in regular_past(base):
                add(form, base, "Ind.Past", "PastPart")
    return {form: list(bases.items()) for form, bases in sorted(forms.items())}


def known_verbs() -> list[str]:
    """Return base forms of regular and irregular verbs."""
    return sorted({*irregular_forms(), *_ODD, *_KNOWN.split()})
