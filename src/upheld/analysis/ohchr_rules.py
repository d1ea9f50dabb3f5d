"""From issues and key words to OHCHR's names: "overcrowding in prisons" → Conditions of detention.

Three tables of (name, issues that lead to it, words that lead to it, words that speak against it):
themes and persons under the names of the fourth cycle (see ``core.taxonomies``), and the goals of
the 2030 Agenda as OHCHR connects them with rights. Patterns are searched in small letters.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """What leads to one name; ``share`` is how often it holds when an issue leads to it.

    ``unless`` keeps words from leading to it, and with ``even`` issues as well.
    """

    name: str
    issues: tuple[str, ...] = ()
    words: str = ""
    unless: str = ""
    share: float = 0.8
    even: bool = False


_LAW = (
    r"\b(?:legislat\w+|laws?|bill|acts?|constitution\w*|penal code|criminal code|civil code|"
    r"criminali[sz]\w+|decriminali[sz]\w+|legal framework|amend\w*)\b"
)
_RATIFY = (
    r"\b(?:ratif\w+|acced\w+|accession|sign(?:ing)? (?:and|the)|become a (?:state )?party|"
    r"withdraw\w* (?:its |all |the )?reservations?|adher\w+)\b"
)
_GBV = (
    r"violence against (?:wom|girl)|domestic violence|gender-based|sexual(?:ized)? violence|"
    r"sexual(?: and|,)[^.;]{0,25}violence|femicide|rape\b|sexual (?:abuse|harassment)|"
    r"violence against children and women|istanbul convention|women victims of violence"
)

THEMES = (
    Rule("Ratification of & accession to international instruments", (), _RATIFY),
    Rule("Constitutional & legislative framework", (), _LAW, _RATIFY),
    Rule("Equality & non-discrimination", (),
         r"discriminat|\bequality\b|\bequal (?:rights|treatment|access|opportunit)|stereotyp|"
         r"\binclusi(?:on|ve)\b|hate speech|hate crime|intoleran",
         r"discrimination against wom|racial discrimination|gender equality"),
    Rule("Racial discrimination", ("Racial discrimination",),
         r"rac(?:ial|ism|ist)|xenophob|hate speech|hate crime|incitement to hatred|anti-?semit|"
         r"islamophob|convention on the elimination of (?:all forms of )?racial"),
    Rule("Discrimination against women", (),
         r"discriminat\w+ (?:against|of|towards) (?:wom|girl)|gender[- ](?:based )?"
         r"(?:discriminat|equality|gap|pay|stereotyp|parity|equity)|pay gap|equal(?:ity)? "
         r"(?:pay|between (?:women|men))|stereotyp\w*[^.]{0,40}(?:wom|gender)|cedaw"),
    Rule("Advancement of women", (),
         r"gender (?:equality|parity|equity|perspective|mainstream|pay)|empower\w*[^.]{0,30}wom|"
         r"wom[ae]n[’']?s? (?:empower|rights|participation|represent|leader)|advancement of women|"
         r"women in (?:decision|leader|politic|public|management|the labou?r)|"
         r"equal\w* (?:between|of) (?:women|men)"),
    Rule("Participation of women in political & public life", (),
         r"(?:wom[ae]n|gender|female)[^.]{0,70}(?:politic|public life|public office|"
         r"decision-making|leadership|parliament|elected|managerial|senior)|"
         r"(?:political|public|decision-making)[^.]{0,40}wom[ae]n"),
    Rule("Violence against women", (),
         r"violence against (?:wom|girl)|domestic violence|gender-based violence|femicide|"
         r"violence[^.]{0,30}\bwom[ae]n|istanbul convention|genital mutilation|rape\b"),
    Rule("Sexual & gender-based violence", (), _GBV),
    Rule("Support to victims & witnesses", (),
         r"(?:support|assist|protect|rehabilitat|shelter|services|compensat|help|aid|counsel|"
         r"identif)\w*[^.;]{0,60}(?:victims?|survivors?|witness)|(?:victims?|survivors?)[^.;]{0,50}"
         r"(?:support|assist|protect|rehabilitat|shelter|services|compensat|access)"),
    Rule("Human trafficking & contemporary forms of slavery", ("Trafficking",),
         r"traffick|slavery|forced labou?r|smuggl"),
    Rule("Right to education", ("Right to education",),
         r"\beducation\b(?! and training)|school|literacy|curricul|teacher",
         r"human rights education|awareness"),
    Rule("Right to health", ("Right to health", "HIV - Aids"),
         r"\bhealth|medical|hospital|mortality|\bhiv|disease|abortion|palliative"),
    Rule("Sexual & reproductive health and rights", (),
         r"reproductive|abortion|contracepti|family planning|obstetric|maternal mortality|"
         r"sexuality education"),
    Rule("Migrants", ("Migrants",), r"\b(?:im)?migra\w+|migrant"),
    Rule("Refugees & asylum seekers", ("Asylum-seekers - refugees",),
         r"refugee|asylum|non-?refoulement|statelessness|international protection"),
    Rule("Members of minorities", ("Minorities",),
         r"minorit|\broma\b|sinti|travellers|ethnic|hate speech|linguistic"),
    Rule("Indigenous peoples", ("Indigenous peoples",), r"indigenous"),
    Rule("Children: definition; general principles; protection", (),
         r"rights of (?:the )?child|child(?:ren)?[’']?s? rights|\bchild(?:ren)?\b[^.]{0,40}"
         r"(?:protect|violence|abuse|corporal|best interest|rights)|(?:protect|violence|abuse)"
         r"[^.]{0,40}\bchild|corporal punishment|child marriage|\bminors\b"),
    Rule("Children: juvenile justice", (), r"juvenile (?:justice|offend)|child justice|"
         r"(?:minimum )?age of criminal|(?:children|minors) (?:in conflict|in detention)"),
    Rule("Children: family environment & alternative care", (),
         r"alternative care|foster (?:care|famil|home)|adoption of children|intercountry "
         r"adoption|unaccompanied|"
         r"family environment|institutional care|orphan|parental"),
    Rule("Children: protection against exploitation", (),
         r"child labou?r|sale of children|child (?:prostitution|pornography)|child soldier|"
         r"sexual exploitation of child|sexual abuse of child|children in armed conflict|"
         r"child traffick|child sexual"),
    Rule("Persons with disabilities: independence, inclusion", (),
         r"disabilit\w*[^.]{0,90}(?:inclusi|access|integrat|independen|participat|employ|educat|"
         r"opportunit|services|community)|(?:inclusi|access|integrat|employ|educat)\w*[^.]{0,80}"
         r"disabilit|deinstitutionali[sz]"),
    Rule("Persons with disabilities: definition, general principles", (),
         r"rights of persons with disab|disabilit\w*[^.]{0,30}(?:rights|discriminat)|"
         r"discriminat[^.]{0,40}disabilit|\bcrpd\b|persons with disabilities[^.]{0,20}$"),
    Rule("Persons with disabilities: protecting the integrity of the person", (),
         r"disabilit[^.]{0,60}(?:consent|steriliz|sterilis|coerc|involuntary)|forced "
         r"(?:sterili|treatment|hospitali)|legal capacity|psychosocial"),
    Rule("Persons with disabilities: protection against exploitation, violence & abuse", (),
         r"disabilit[^.]{0,60}(?:violence|abuse|exploitation)|(?:violence|abuse)[^.]{0,60}"
         r"disabilit"),
    Rule("National Human Rights Action Plans (or specific areas) / implementation plans",
         ("National plan of action",),
         r"action plan|national plan|plan of action|national strategy|national programme|"
         r"comprehensive (?:strategy|plan)|strategic plan|roadmap|road map|\bstrategy\b"),
    Rule("Human rights education, trainings & awareness raising", (),
         r"train(?:ing|ed)\b|awareness|sensiti[sz]|human rights education|campaign|"
         r"capacity[- ]building|curricul"),
    Rule("National Human Rights Institution (NHRI)", ("NHRI",),
         r"paris principles|national human rights (?:institution|commission)|ombuds|\bnhri"),
    Rule("National Mechanisms for Implementation, Reporting and Follow-up (NMIRF)", (),
         r"national mechanism[^.]{0,60}(?:implementation|reporting|follow-up)|nmirf|"
         r"follow-up mechanism"),
    Rule("Right to an adequate standard of living", ("Poverty", "Right to food"),
         r"standard of living|living (?:conditions|standards)|poverty|basic services|food|"
         r"cost of living|social services|social exclusion"),
    Rule("Human rights & poverty", ("Poverty",), r"poverty"),
    Rule("Right to adequate housing", ("Right to housing",),
         r"housing|homeless|evict|slum|dwelling"),
    Rule("Right to food", ("Right to food",), r"right to food|food security|malnutrition|hunger"),
    Rule("Safe drinking water & sanitation", ("Right to water",),
         r"\bwater\b|sanitation", r"territorial waters"),
    Rule("Right to social security", (), r"social (?:security|protection|assistance|insurance)|"
         r"pension|social benefit|safety net|maternity leave|parental leave"),
    Rule("Labour rights and right to work", ("Labour",),
         r"labou?r (?:rights|market|law|inspection|force)|\bworkers?\b|employment|\bwage|"
         r"working conditions|decent work|trade union|unemploy|workplace|pay gap",
         r"forced labou?r"),
    Rule("Rule of law & impunity", ("Impunity",),
         r"impunity|investigat|prosecut|bring\w*[^.]{0,40}to justice|accountab|rule of law|"
         r"perpetrator|punish"),
    Rule("Access to justice & remedy", (),
         r"access to justice|judicia|judges|courts?\b|fair trial|remed(?:y|ies)|redress|"
         r"reparation|legal aid|due process|compensation|backlog|independence of the"),
    Rule("Rights related to name, identity & nationality", (),
         r"stateless|nationality|birth registration|“?erased”?|citizenship|birth certificate|"
         r"civil regist|identity document|legal gender|gender recognition"),
    Rule("Rights related to marriage & family", (),
         r"marriage|same-sex (?:couples|partner)|\bfamily law|family code|family reunif|"
         r"same-sex|support (?:to|for) famil|institution of (?:the )?family|protection of the "
         r"family"),
    Rule("Freedom of opinion and expression & access to information",
         ("Freedom of opinion and expression", "Freedom of the press"),
         r"freedom of (?:opinion|expression|speech|the press|the media|information)|journalist|"
         r"defamation|\bmedia\b|censor|access to information|\bslapp"),
    Rule("Freedom of association", (), r"freedom of association|freedoms? of (?:peaceful )?"
         r"assembly and (?:of )?association|trade union|non-governmental organi[sz]ation"),
    Rule("Right to peaceful assembly", (), r"assembl|demonstrat(?:ion|or)|protest"),
    Rule("Freedom of thought, conscience & religion", ("Freedom of religion and belief",),
         r"relig|\bbelief|conscientious"),
    Rule("Freedom of movement", ("Freedom of movement",), r"freedom of movement"),
    Rule("Human rights defenders", ("Human rights defenders",), r"rights defenders?|reprisal"),
    Rule("Cooperation & consultation with civil society", (),
         r"civil society|non-governmental|\bngos?\b|meaningful(?:ly)? consult"),
    Rule("Cooperation with human rights mechanisms & requests for technical assistance",
         ("Special procedures", "Treaty bodies", "UPR process"),
         r"special procedures|standing invitation|rapporteur|treaty bod|technical assistance|"
         r"ohchr|human rights mechanisms|universal periodic|overdue"),
    Rule("Inter-State cooperation & development or humanitarian assistance", (),
         r"development (?:assistance|aid|cooperation)|official development|humanitarian "
         r"(?:aid|assistance)|0\.7|international cooperation|other (?:states|countries)"),
    Rule("Conditions of detention", ("Detention",),
         r"prison|detention (?:centre|facilit|condition|place)|overcrowd|inmate|detain"),
    Rule("Liberty & security of the person", (),
         r"arbitrary (?:arrest|detention)|pre-?trial detention|arbitrarily (?:detain|arrest)|"
         r"alternatives to (?:detention|imprison)|administrative detention|security of the person"),
    Rule("Arbitrary arrest & detention", (), r"arbitrar\w+ (?:arrest|det)"),
    Rule("Prohibition of torture & ill-treatment (including cruel, inhuman or degrading treatment)",
         ("Torture and other CID treatment",),
         r"tortur|ill-treatment|cruel, inhuman|degrading treatment|preventive mechanism|\bop-?cat"),
    Rule("Enforced disappearances", ("Enforced disappearances",), r"disappear"),
    Rule("Extrajudicial, summary or arbitrary executions", ("Extrajudicial executions",),
         r"extra-?judicial|summary executions|unlawful killing"),
    Rule("Death penalty", ("Death penalty",), r"death penalty|capital punishment|execution"),
    Rule("Right to life", (), r"right to life|death penalty|moratorium on executions|femicide|"
         r"suicide|extra-?judicial"),
    Rule("Right to physical & moral integrity", (),
         r"corporal punishment|physical (?:and|or) (?:moral|mental|psychological) integrity|"
         r"excessive (?:use of )?force|genital mutilation|intersex|forced sterili"),
    Rule("Good governance & corruption", ("Corruption",), r"corruption|good governance|transparen"),
    Rule("Right to participate in public affairs & right to vote", ("Elections",),
         r"election|right to vote|electoral|political participation|participation in public"),
    Rule("Legal & institutional reform", (),
         r"institutional (?:framework|reform|capacit|mechanism|structure)|reform of (?:the )?"
         r"(?:judic|justice|police|security)|strengthen\w* (?:its |the |national |public )*"
         r"institution"),
    Rule("Budget & resources (for human rights implementation)", (),
         r"\b(?:budget\w*|fund(?:s|ing|ed)?|resourc\w+|financ\w+|allocat\w+|invest(?:ment|ing)?)\b"),
    Rule("Data collection & research", (),
         r"\bdata\b|statistic|indicators|research\b|disaggregat|survey"),
    Rule("Human rights & the environment", ("Environment",),
         r"environment(?:al)?\b(?! for)|pollut|biodivers|healthy environment|emission",
         r"(?:enabling|safe|family|working|favou?rable|school|conducive|learning) environment"),
    Rule("Human rights & climate change", (), r"climate|disaster|emission|global warming"),
    Rule("Business & Human Rights", (), r"business|corporat(?:e|ion)|companies|private sector|"
         r"enterprises|extractive|due diligence"),
    Rule("International criminal & humanitarian law (including crimes against humanity, war "
         "crimes, genocide)", ("International humanitarian law",),
         r"genocide|war crimes|crimes against humanity|humanitarian law|rome statute|"
         r"international criminal court|aggression|armed conflict"),
    Rule("Human rights and counter-terrorism", ("Counter-terrorism",), r"terroris"),
    Rule("Right to development", (), r"right to development"),
    Rule("2030 Agenda & other voluntary commitments", (),
         r"2030 agenda|sustainable development goal|\bsdgs?\b|voluntary (?:commitment|pledge)"),
    Rule("Economic, social & cultural rights - general measures of implementation",
         ("ESC rights - general",), r"economic, social and cultural rights|socio-?economic"),
    Rule("Civil & political rights - general measures of implementation",
         ("CP rights - general",), r"civil and political rights"),
    Rule("Cultural rights", (), r"\bcultural (?:heritage|life|identit|diversity)|mother tongue|"
         r"\bsport"),
    Rule("Private life & privacy", (), r"privacy|private life|surveillance|personal data|"
         r"data protection|digital"),
    Rule("Land & property rights", ("Right to land",), r"land rights|property rights|land tenure"),
    Rule("Unilateral coercive measures", (), r"unilateral coercive|sanctions imposed"),
)  # fmt: skip

GOALS = (
    Rule("1", ("Poverty",), r"poverty|social protection|\bpoor\b|vulnerable "
         r"(?:households|famil)|basic services|social (?:security|assistance|safety)|pension|"
         r"economic, social and cultural rights"),
    Rule("2", ("Right to food",), r"food|hunger|nutrition|famine|agricultur|economic, "
         r"social and cultural rights"),
    Rule("3", ("Right to health", "HIV - Aids"),
         r"\bhealth|medical|mortality|hospital|reproductive|\bdrugs?\b|disease|suicide|palliative|"
         r"(?:quality|long-term) care|mental|elderly|economic, social and cultural rights"),
    Rule("4", ("Right to education",),
         r"\beducation|school|literacy|teacher|curricul|vocational|lifelong|universit|"
         r"economic, social and cultural rights"),
    Rule("5", ("Women's rights",),
         r"\bwom[ae]n|\bgender(?! identity)|\bgirls?\b|domestic violence|\bcedaw|istanbul "
         r"convention|femicide|sexual violence|genital|rape\b|pay gap"),
    Rule("6", ("Right to water",), r"\bwater\b|sanitation"),
    Rule("7", (), r"\benergy\b|electricity"),
    Rule("8", ("Labour", "Trafficking"),
         r"labou?r\b|worker|employ|\bwage|decent work|traffick|slavery|\bjobs?\b|pay gap|"
         r"economic growth|unemploy|exploitation|tourism|economic, social and cultural rights"),
    Rule("9", (), r"infrastructure|industriali|innovation|technolog\w+ transfer|internet access"),
    Rule("10",
         ("Minorities", "Racial discrimination", "Migrants", "Disabilities",
          "Sexual Orientation and Gender Identity", "Asylum-seekers - refugees",
          "Indigenous peoples"),
         r"discriminat|inequalit|minorit|\broma\b|migra|disabilit|refugee|asylum|lgbt|xenophob|"
         r"racis|\binclusi(?:on|ve)|hate speech|marginali[sz]|older persons|elderly|stateless|"
         r"social exclusion|equal (?:opportunit|access|rights)|nationality|“?erased”?",
         # Where a field of its own is named, naming a group does not add inequality.
         r"^(?!.*discriminat).*(?:\bhealth|\beducation\b|traffick|sanitation|literacy)", even=True),
    Rule("11", ("Right to housing",), r"housing|homeless|evict|slum|urban|public transport|"
         r"cultural heritage|accessib"),
    Rule("12", (), r"sustainable consumption|hazardous waste|chemicals"),
    Rule("13", (), r"climate|disaster|emission|global warming"),
    Rule("14", (), r"\bocean|marine|fisher"),
    Rule("15", (), r"biodivers|deforest|desertif|ecosystem"),
    Rule("16",
         ("Justice", "Torture and other CID treatment", "Detention", "Death penalty", "NHRI",
          "Impunity", "Corruption", "Human rights defenders", "Freedom of opinion and expression",
          "Freedom of the press", "Freedom of association and peaceful assembly", "Elections",
          "Enforced disappearances", "Extrajudicial executions", "Public security",
          "Human rights violations by state agents", "CP rights - general", "Civil society",
          "Statelessness", "Counter-terrorism", "International humanitarian law"),
         r"justice|violence|\bjudic|courts?\b|impunity|corruption|torture|prison|detention|rule of "
         r"law|birth registration|legal (?:aid|identity|status|recognition)|investigat|prosecut|"
         r"journalist|freedom of|paris principles|ombuds|accountab|police|\babuse|nationality|"
         r"access to information|decision-making|citizenship|stateless|identity document|official "
         r"documents|institution|national mechanism|transparen|anti-discrimination (?:law|legis)|"
         r"unilateral coercive|corporal punishment|child marriage|constitution",
         r"violence against wom|gender-based|domestic violence|\bwom[ae]n|traffick|gender "
         r"(?:representation|equality)"),
    Rule("17", (),
         r"development (?:assistance|aid|cooperation)|official development|0\.7|international "
         r"cooperation|partnership|disaggregat|\bdata\b|developing countr"),
)  # fmt: skip

PERSONS = (
    Rule("Women & girls", ("Women's rights",),
         r"\bwom[ae]n\b|\bgirls?\b|\bfemale|\bgender[- ](?:based|equal|pay|gap|pari|perspect|"
         r"stereo|mainstream)|domestic violence|matern|femicide|istanbul convention|\bcedaw"),
    Rule("Children", ("Rights of the Child",),
         r"\bchild|\bminors\b|juvenile|\bgirls?\b|\bboys?\b|infant|adolescen|corporal punishment"),
    Rule("Youth & juveniles", (), r"\byouth|young (?:people|persons|women)|juvenile|adolescen"),
    Rule("Children in vulnerable situations (abused, living on the street, institutionalized, "
         "indigenous, migrant children etc.)", (),
         r"street children|unaccompanied|child victims|children (?:in|with|of|from) (?:street|"
         r"disab|migra|institution|vulnerab|minor|roma|rural)|roma children|migrant children|"
         r"vulnerable children|children living"),
    Rule("Migrants", ("Migrants",), r"migra"),
    Rule("Refugees & asylum seekers", ("Asylum-seekers - refugees",),
         r"refugee|asylum|refoulement"),
    Rule("Stateless persons", (), r"stateless|“?erased”?|without nationality"),
    Rule("Internally displaced persons", ("Internally displaced persons",),
         r"internally displaced|\bidps?\b"),
    Rule("Indigenous peoples", ("Indigenous peoples",), r"indigenous|afro-descendant"),
    Rule("Minorities/ racial, ethnic, linguistic, religious or descent-based groups",
         ("Minorities",),
         r"minorit|\broma\b|ethnic|xenophob|racis|racial|hate speech|islamophob|anti-?semit|"
         r"african descent|religious (?:group|communit|intoler)"),
    Rule("Roma, Gypsies, Sinti & Travellers", (), r"\broma\b|gyps|sinti|travellers"),
    Rule("Persons with disabilities", ("Disabilities",), r"disabilit|disabled|\bcrpd\b"),
    Rule("Lesbian, gay, bisexual and transgender and intersex persons (LGBTI)",
         ("Sexual Orientation and Gender Identity",),
         r"lgbt|lesbian|\bgay\b|transgender|same-sex|sexual orientation|gender identity|intersex"),
    Rule("Older persons", (), r"older (?:persons|people|women)|elderly|ageing|\bolder\b|old age"),
    Rule("Persons deprived of their liberty & detainees", ("Detention",),
         r"prison|detain|inmate|detention|deprived of (?:their )?liberty|imprison"),
    Rule("Persons living in poverty", ("Poverty",), r"poverty|\bpoor\b|homeless|low-income"),
    Rule("persons living in rural areas", (), r"\brural\b|peasant|remote (?:area|communit)"),
    Rule("persons living with HIV/AIDS", ("HIV - Aids",), r"\bhiv\b|\baids\b"),
    Rule("Disappeared persons", ("Enforced disappearances",), r"disappear"),
    Rule("Human rights defenders", ("Human rights defenders",), r"human rights defender"),
    Rule("Media", ("Freedom of the press",), r"journalist|\bmedia\b|press freedom"),
    Rule("Civil society", ("Civil society",), r"civil society|non-governmental|\bngos?\b"),
    Rule("Judges, lawyers and prosecutors", (),
         r"judge|lawyer|prosecut|\bjudici|magistrat|legal profession|courts?\b|investigat|justice "
         r"(?:system|reform|act)|bring[^.]{0,30}to justice"),
    Rule("Law enforcement / police & prison officials",
         (),
         r"\bpolice|law enforcement|prison (?:staff|official|guard)|security forces|investigat|"
         r"prison|detention"),
    Rule("Medical staff / health professionals", (),
         r"health(?:-care|care)? (?:workers|professionals|personnel|staff)|doctors|medical (?:staff"
         r"|personnel)|health(?:-care)? (?:service|system|sector|care)"),
    Rule("Educational staff & students", (),
         r"teacher|students?\b|educational staff|pupils?\b|universit|school"),
    Rule("Vulnerable persons/groups", (),
         r"vulnerab|marginali[sz]|disadvantaged|victims? of traffick|traffick|groups at risk"),
    Rule("Public officials", (), r"public official|civil servant|government official|"
         r"public servant"),
)  # fmt: skip
