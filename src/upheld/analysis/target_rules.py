"""From issues and key words to targets: "maternal mortality" → 3.1, "birth registration" → 16.9.

A target stands here where mechanisms ask States for what it is about; of the others (exports,
tourism, debt) nothing is proposed. Two rows of one target are two ways to it. Patterns are searched
in small letters. What belongs to what follows the words of the targets and of their indicators:
General Assembly resolutions 70/1 and 71/313.
"""

from __future__ import annotations

from upheld.analysis.ohchr_rules import Rule

_GROUPS = (
    r"(?:\bgirls|disabilit|\broma\b|minorit|indigenous|migrant|refugee|asylum|\brural|vulnerab|"
    r"marginali|disadvantag|\bpoor\b|low-income|gender (?:gap|dispar|pari)|remote|nomad|"
    r"special needs|\bgypsy)"
)
_LEARNING = r"(?:\beducation|\bschool|enrol)"
_FIELD_OF_ITS_OWN = (
    r"\bhealth|\beducation|school|traffick|sanitation|litera|violence|torture|\bwork|employ|"
    r"housing|hate |racis|xenophob|nutrit|\bjustice|religi|worship|disaster|climate|\bdata\b|"
    r"forest|\brivers?\b|(?:ratif|acce(?:de|ssion)|sign)\w*[^.;]{0,40}(?:169|optional)"
)
_WOMEN_ALONE = (
    r"discriminat\w* (?:against|of|towards|faced by) (?:\w+ ){0,2}(?:wom|girl)|"
    r"(?:gender|\bsex)[- ](?:based )?discriminat|gender equality|\bcedaw"
)

TARGETS = (
    Rule("1.1", (), r"(?:extreme|absolute) poverty|(?:live|living|survive) on less"),
    Rule("1.2", ("Poverty",), r"poverty", share=0.65),
    Rule("1.3", (), r"social (?:security|protection|assistance|insurance|safety|benefit|welfare|"
         r"transfer)|safety nets?\b|\bpensions?\b|cash transfer|child (?:benefit|allowance)|"
         r"family allowance|unemployment benefit|minimum income"),
    Rule("1.4", ("Right to land",), r"basic (?:social |public )?services|land (?:rights|tenure|"
         r"reform|titl|owner)|(?:ownership|control|access|rights?) (?:of|over|to) (?:their |the "
         r")?(?:\w+ )?lands?\b|customary (?:land|tenure)|inherit|property rights|"
         r"micro-?(?:credit|finance)"),
    Rule("1.5", (), r"resilien[^.;]{0,60}(?:\bpoor|vulnerab)|(?:\bpoor|"
         r"vulnerab)[^.;]{0,60}(?:climate|disaster|shocks)|disaster risk|natural disaster"),
    Rule("1.b", (), r"pro-?poor|poverty[- ](?:reduction|eradication|alleviation) (?:strateg|"
         r"polic|plan|programme)|(?:strateg|polic|plan)\w* (?:to|on|for|against) (?:\w+ "
         r"){0,3}poverty"),
    Rule("2.1", ("Right to food",), r"food (?:in)?security|hunger|right to (?:adequate )?food|"
         r"famine|access to (?:\w+,? ){0,3}food|food (?:assist|aid|short)|starvation", share=0.7),
    Rule("2.2", (), r"malnutrition|malnourish|undernutrition|undernourish|stunting|breast-?feed|"
         r"\bnutrition"),
    Rule("2.3", (), r"small-?(?:scale|holder) (?:farm|producer|food)|smallholder|small farmers|"
         r"peasant|family farm|\brural women[^.;]{0,40}(?:farm|agricult)"),
    Rule("2.4", (), r"sustainable (?:agricult|food|farm)|agroecolog|"
         r"agricultur[^.;]{0,40}(?:climate|drought|sustainab)"),
    Rule("3.1", (), r"maternal[^.;]{0,25}(?:mortality|death|health|morbidity|care)|obstetric|"
         r"skilled birth|midwi|prenatal|antenatal|mortality[^.;]{0,30}mothers"),
    Rule("3.2", (), r"(?:infant|child|neonatal|newborn|under[- ](?:five|"
         r"5))\b[^.;]{0,30}(?:mortality|death)|mortality[^.;]{0,25}(?:children|infants|newborn)"),
    Rule("3.3", ("HIV - Aids",), r"\bhiv\b|tuberculosis|malaria|hepatitis|tropical disease|"
         r"(?<!non-)communicable disease|epidemic|infectious"),
    Rule("3.4", (), r"mental(?:-| )health|suicid|non-?communicable|cancer|diabetes|"
         r"cardiovascular|psychiatr|psychological well"),
    Rule("3.5", (), r"drug (?:use|abuse|addict|depend|treatment)|substance abuse|alcohol|harm "
         r"reduction|people who (?:use|inject) drugs"),
    Rule("3.6", (), r"road (?:safety|traffic|accident)|traffic accident"),
    Rule("3.7", (), r"reproductive|family planning|contracepti|sex(?:ual|uality)? education|"
         r"abortion|(?:teenage|adolescen\w+|early|unwanted) pregnan"),
    Rule("3.8", ("Right to health",), r"universal (?:access to )?health|health(?:-| )?(?:care|"
         r"services?|systems?|coverage|insurance|sector|facilit|infrastructure|cent)|right to "
         r"(?:the highest|health)|access to (?:\w+,? ){0,4}(?:health|medical|treatment)|medical "
         r"(?:care|services|treatment)|primary health|hospital", r"reproductive|victim|survivor|"
         r"detain|prison", share=0.55),
    Rule("3.9", (), r"pollut|hazardous (?:waste|chemical|substance|material)|toxic|contaminat|"
         r"air quality|pesticide|mercury|asbestos"),
    Rule("3.a", (), r"tobacco|smoking"),
    Rule("3.b", (), r"vaccin|essential medicines|access to (?:\w+ )?medicines|immuni[sz]ation|"
         r"affordable medic"),
    Rule("3.c", (), r"health(?:-| )?(?:care )?(?:workers|personnel|professionals|workforce|"
         r"staff)|medical (?:personnel|staff)|doctors\b|nurses|midwi"),
    Rule("3.d", (), r"pandemic prepar|health emergenc|health risks"),
    Rule("4.1", ("Right to education",), r"(?:primary|secondary|basic|compulsory|free|universal|"
         r"quality)\b[^.;]{0,30}\beducation|\beducation (?:system|for all)|right to education|"
         r"access to (?:\w+,? ){0,4}education|\bschool (?:enrol|attend|drop)|drop-?out|dropping "
         r"out|enrol?ment|compulsory school|out[- ]of[- ]school|schooling", r"human rights "
         r"education|(?:higher|tertiary|early childhood|sexuality) education|pre-?(?:primary|"
         r"school)|bilingual|universit|vocational", share=0.6, even=True),
    Rule("4.2", (), r"early childhood|pre-?school|pre-?primary|kindergarten|nurser(?:y|ies)|"
         r"early education"),
    Rule("4.3", (), r"(?:higher|tertiary|university|vocational|technical|post-secondary)(?: "
         r"(?:and|or) \w+)? (?:education|training|school)|universit", r"declaration"),
    Rule("4.4", (), r"(?:vocational|technical|skills?|job) (?:and \w+ )?(?:training|development|"
         r"skills|qualif|education)|digital skills|employab"),
    Rule("4.5", (), _GROUPS + r"[^.;]{0,80}" + _LEARNING + r"|" + _LEARNING + r"\w*[^.;]{0,80}" +
         _GROUPS + r"|inclusive education|equal(?:ity of)? access to (?:\w+ )?education",
         r"human rights education|awareness|campaign|(?:for|of) (?:police|judges|law "
         r"enforcement)|violence"),
    Rule("4.6", (), r"(?<!digital )(?<!legal )(?<!media )\b(?:il)?litera(?:cy|te)|adult education"),
    Rule("4.7", (), r"human rights education|education (?:for|in|on|about) (?:human rights|peace|"
         r"tolerance)|(?:human rights|peace|civic|tolerance|gender "
         r"equality)[^.;]{0,50}(?:curricul|in schools|textbook)|(?:curricul|school programme|in "
         r"schools|textbook)\w*[^.;]{0,60}(?:human rights|toleran|peace|gender|divers|"
         r"non-discriminat|stereotyp)|culture of (?:peace|toleran|human rights)|intercultural "
         r"education|stereotyp\w*[^.;]{0,40}(?:textbook|curricul)"),
    Rule("4.a", (), r"\bschool (?:building|facilit|infrastructure|environment|safety|sanitation|"
         r"violence)|safe (?:schools|learning)|attacks? (?:on|against) schools|violence (?:in|"
         r"at) schools?|bullying|(?:equip|build|renovat|repair)\w* (?:\w+ )?schools|"
         r"education(?:al)? (?:facilit|infrastructure)|inclusive education"),
    Rule("4.b", (), r"scholarship"),
    Rule("4.c", (), r"teachers?\b[^.;]{0,40}(?:train|qualif|recruit|salar|shortage)|(?:train|"
         r"qualif|recruit|number|salar)\w*[^.;]{0,40}\bteachers?\b"),
    Rule("5.1", (), r"nationality[^.;]{0,60}\b(?:wom[ae]n|mothers)\b|(?:discriminat|"
         r"inequalit)\w*[^.;]{0,50}(?:\bwom[ae]n|\bgirls|gender(?! identit)|\bsex\b)|"
         r"(?:\bwom[ae]n\b|\bgirls\b|gender(?! identit)|\bsex\b)[^.;]{0,40}(?:discriminat|"
         r"inequalit)|gender (?:equality|equity|stereotyp|gap|bias)|equal\w* (?:rights "
         r")?(?:between|of|for) (?:wom|men\b)|wom[ae]n[’']s (?:human )?rights|rights of women|"
         r"situation of women|equality[^.;]{0,40}\bwom|stereotyp\w*[^.;]{0,40}(?:\bwom|gender)|"
         r"patriarch|status of women|advancement of women|empower\w*[^.;]{0,30}\bwom[ae]n|\bcedaw"),
    Rule("5.2", (), r"violence against (?:\w+,? (?:and )?){0,3}(?:wom|girl)|domestic violence|"
         r"gender-?based (?:and \w+ )?violence|femicid|feminicid|sexual(?:ized|ised)?(?: and "
         r"[\w-]+)? (?:violence|harassment|assault)|\brape\b|istanbul convention|"
         r"violence[^.;]{0,40}(?:\bwom[ae]n|\bgirls)|(?:\bwom[ae]n|"
         r"\bgirls)\b[^.;]{0,40}(?:violence|traffick|sexual exploitation)|"
         r"traffick[^.;]{0,40}(?:\bwom[ae]n|\bgirls)|honou?r (?:killing|crime)|(?:intimate "
         r"partner|family|marital|conjugal) violence", r"abortion|termination of pregnan"),
    Rule("5.3", (), r"(?:child|early|forced|underage)\b[^.;]{0,25}\bmarriage|(?:age (?:of|for) |"
         r"marriage )(?:marriage|age)|marriageable|genital (?:mutilation|cutting)|\bfgm|harmful "
         r"(?:traditional|cultural|customary|practice)|excision|forced sterili|dowry"),
    Rule("5.4", (), r"unpaid (?:care|work|domestic)|care work|(?:parental|paternity|maternity) "
         r"leave|child-?care (?:service|facilit|cent)|work-life|work and family|family and "
         r"(?:work|professional)|(?:household|domestic|family) responsib"),
    Rule("5.5", (), r"(?:\bwom[ae]n|gender|female)\b[^.;]{0,70}(?:politic|public (?:life|office|"
         r"sphere|sector)|decision-?making|leadership|parliament|elected|managerial|management|"
         r"senior|representation|positions|electoral)|(?:political|public life|decision-?making|"
         r"leadership|representation|participation|quota)\b[^.;]{0,50}\bwom[ae]n\b|wom[ae]n[’']s "
         r"(?:\w+ ){0,2}participation"),
    Rule("5.6", (), r"reproductive|abortion|contracepti|family planning|forced sterili|sexuality "
         r"education"),
    Rule("5.a", (), r"(?:\bwom[ae]n|\bgirls|widow)[’']?s?\b[^.;]{0,70}(?:inherit|\blands?\b|"
         r"property|ownership|\bcredit|financial (?:service|resource)|economic resource|\bloans)|"
         r"(?:inherit|land (?:rights|owner)|property|\bcredit)\w*[^.;]{0,50}(?:\bwom[ae]n|widow|"
         r"gender)"),
    Rule("5.b", (), r"technolog\w*[^.;]{0,40}\bwom[ae]n|\bwom[ae]n\b[^.;]{0,40}(?:technolog|"
         r"digital|\bicts?\b)"),
    Rule("5.c", (), r"(?:\blaws?\b|legislat|polic(?:y|ies)|strateg|\bplans?\b|\bacts?\b|\bbill\b|"
         r"programme|mechanism)\w*[^.;]{0,50}(?:gender equality|equality (?:between|of) (?:women|"
         r"men)|gender equity|women[’']s (?:rights|empower)|empowerment of women)|gender "
         r"equality[^.;]{0,30}(?:\blaw|legislat|\bact\b|polic(?:y|ies)|strateg|\bplan\b|"
         r"\bbill\b)|gender (?:mainstream|budget|perspective)|gender-responsive|"
         r"machinery[^.;]{0,40}\bwom|gender equality (?:machinery|institut|body)"),
    Rule("6.1", ("Right to water",), r"(?:drinking|potable|safe|clean) (?:drinking )?water|"
         r"access to (?:\w+,? ){0,3}water|right to (?:\w+,? ){0,3}water|water (?:supply|"
         r"services)|water and (?:\w+ )?sanitation"),
    Rule("6.2", (), r"sanitation|sanitary|hygiene|menstrua|open defecation|toilet|latrine|sewage"),
    Rule("6.3", (), r"water pollution|(?:pollut|contaminat)\w* (?:of )?(?:\w+ )?(?:water|river)|"
         r"wastewater|water quality|(?:waste|discharge)\w*[^.;]{0,40}\brivers?\b"),
    Rule("6.4", (), r"water (?:scarcity|stress|shortage|use effic)"),
    Rule("6.5", (), r"water (?:resources? )?management|transboundary water"),
    Rule("7.1", (), r"electricity|electrification|access to (?:\w+,? ){0,3}energy|energy "
         r"(?:services|poverty)"),
    Rule("7.2", (), r"renewable|clean energy"),
    Rule("8.3", (), r"informal (?:economy|sector|work|employ)|micro-?enterpris|small (?:and "
         r"medium|business|enterprise)|entrepreneur"),
    Rule("8.5", (), r"(?:full|productive|decent|access to|right to|equal) (?:and \w+ "
         r")?(?:employment|work\b|jobs?\b)|unemploy|equal (?:pay|remuneration|wage)|(?:pay|wage) "
         r"gap|employment (?:opportunit|of|for|among|rate|polic|programme|creation)|job "
         r"(?:creation|opportunit|market)|labou?r market|create (?:\w+ )?jobs|right to work|"
         r"minimum wage|employ\w*[^.;]{0,30}(?:disabilit|youth|\bwom[ae]n)"),
    Rule("8.6", (), r"(?:young|youth)\b[^.;]{0,50}(?:employ|\bjobs?\b|labou?r market|vocational)|"
         r"(?:employ|\bjob)\w*[^.;]{0,50}(?:young|youth)"),
    Rule("8.7", ("Trafficking",), r"traffick|slavery|forced labou?r|child labou?r|child soldier|"
         r"recruit\w*[^.;]{0,40}(?:child|minors)|worst forms|bonded|bondage|servitude|"
         r"(?:compulsory|slave) labou?r|forced mobili[sz]|children[^.;]{0,40}armed (?:conflict|"
         r"group|force)", r"^(?!.*(?:human|person|people|\bwom[ae]n|child)).*(?:(?:drugs?|arms|"
         r"weapons?|narcotics?) traffick|traffick\w* (?:in|of) (?:drug|arms|weapon|narcotic|"
         r"organs|wildlife))", even=True),
    Rule("8.8", (), r"labou?r (?:rights|inspect|standards|laws?\b|code|conditions|protection|"
         r"legislat)|workers[’']? rights|rights of (?:\w+ ){0,3}workers|(?:migrant|domestic|"
         r"seasonal|foreign) workers|trade union|collective bargaining|right to strike|"
         r"(?:working|work) conditions|(?:safe|healthy) (?:and \w+ )?work|occupational (?:safe|"
         r"health|acc)|workers\b[^.;]{0,40}(?:protect|exploit|abuse)|kafala|sponsorship system|"
         r"\bicrmw"),
    Rule("9.1", (), r"(?:rural|transport|road|regional) infrastructure|infrastructure development"),
    Rule("9.c", (), r"access to (?:the )?internet|internet (?:access|connect|coverage)|broadband|"
         r"digital divide"),
    Rule("10.1", (), r"income (?:inequal|dispar|distribut)|inequal\w* (?:of|in) (?:income|wealth)"),
    Rule("10.2", ("Disabilities",), r"\binclusion (?:of|in|for) (?!the (?:outcome|recommend|issue|"
         r"topic))|inclusive societ|social (?:inclusion|integration)|integrat\w* (?:of|"
         r"into)[^.;]{0,40}(?:minorit|\broma|migrant|refugee|disab|societ)|marginali[sz]|social "
         r"exclusion|disabilit|\broma\b|minorit|indigenous|older (?:persons|people)|elderly|lgbt|"
         r"african descent|vulnerable groups", _FIELD_OF_ITS_OWN, share=0.65, even=True),
    Rule("10.3", ("Racial discrimination", "Sexual Orientation and Gender Identity"),
         r"discriminat|equal opportunit|equal(?:ity)? (?:before|treatment|rights|access)|racis|"
         r"xenophob|hate (?:speech|crime)|intoleran|same[- ]sex|homosexual|sexual orientation|"
         r"lgbt|islamophob|anti-?semit|racial|caste|hatred", _WOMEN_ALONE),
    Rule("10.4", (), r"fiscal polic|tax (?:polic|reform|justice)|progressive tax|wage polic|"
         r"redistribut"),
    Rule("10.7", ("Migrants", "Asylum-seekers - refugees"), r"\bmigra(?:nts?|tion)|immigra|"
         r"refugee|asylum|refoulement|migratory|push-?back|deportation"),
    Rule("10.c", (), r"remittance"),
    Rule("11.1", ("Right to housing",), r"housing|homeless|\bslums?\b|informal settlement|"
         r"forced(?:ly)? evict|evictions"),
    Rule("11.2", (), r"public transport|\bbus(?:es)?\b|\btrains\b|"
         r"transport\w*[^.;]{0,40}(?:accessib|disabil)|accessib\w*[^.;]{0,50}transport"),
    Rule("11.3", (), r"urban (?:planning|develop|isation)|urbani[sz]ation"),
    Rule("11.4", (), r"(?:cultural|natural|world|religious|archaeolog\w+) heritage|heritage "
         r"sites?|holy (?:sites|places)"),
    Rule("11.5", (), r"natural disaster|disaster (?:risk|prepar|relief|manage|respon|prevent)|"
         r"earthquake|\bfloods?\b|hurricane|cyclone|tsunami"),
    Rule("11.6", (), r"air (?:quality|pollution)|waste management"),
    Rule("11.7", (), r"public (?:spaces?|buildings?|places|facilit\w+)[^.;]{0,50}(?:accessib|"
         r"disabil)|accessib\w*[^.;]{0,50}(?:public (?:space|building|place|facilit)|built "
         r"environment|physical environment)|architectural barrier"),
    Rule("11.b", (), r"sendai|disaster risk reduction (?:strateg|plan)"),
    Rule("12.4", (), r"(?:hazardous|toxic|chemical|radioactive|nuclear) (?:waste|substance|"
         r"chemical|product)|chemicals|pesticide|waste management"),
    Rule("12.6", (), r"business[^.;]{0,50}human rights|human rights[^.;]{0,30}due diligence|"
         r"corporate (?:social )?(?:responsib|account)|business enterprises|extractive (?:compan|"
         r"industr)"),
    Rule("12.c", (), r"fossil fuel subsid|subsid\w*[^.;]{0,30}fossil"),
    Rule("13.1", (), r"climate[^.;]{0,50}(?:adapt|resilien|vulnerab|displac)|(?:adapt|resilien|"
         r"vulnerab|impact|effect|consequence)\w*[^.;]{0,50}climate|disaster (?:risk|prepar|"
         r"prevent|manage|reduc)|natural (?:disaster|hazard)|sea[- ]level|climate shocks",
         r"financ"),
    Rule("13.2", (), r"climate (?:change )?(?:polic|strateg|plan|action|legislat|law|measure|"
         r"commit|mitigat|framework)|(?:polic|strateg|plan|measure|legislat|law|combat|address|"
         r"mitigat|tackl|fight|respon)\w*[^.;]{0,60}climate change|emissions?\b|greenhouse|paris "
         r"agreement|nationally determined|fossil fuel|carbon"),
    Rule("13.3", (), r"(?:\beducat|awareness|capacit)\w*[^.;]{0,50}climate|"
         r"climate[^.;]{0,40}(?:\beducat|awareness|capacit)"),
    Rule("13.a", (), r"climate financ|green climate fund|financ\w*[^.;]{0,30}climate"),
    Rule("14.4", (), r"overfish|illegal(?:,? \w+)* fishing|fish stocks"),
    Rule("14.5", (), r"marine (?:protect|conserv|biodiv|ecosys|environ)|coastal (?:ecosys|zone)"),
    Rule("14.b", (), r"(?:small-scale|artisanal|traditional) fish"),
    Rule("15.1", (), r"ecosystem"),
    Rule("15.2", (), r"deforest|reforest|forests\b|illegal logging"),
    Rule("15.3", (), r"desertif|land degrad"),
    Rule("15.5", (), r"biodivers|biological diversity|endangered species"),
    Rule("15.7", (), r"poaching|wildlife"),
    Rule("16.1", ("Extrajudicial executions",), r"extra-?judicial|summary execution|(?:arbitrary|"
         r"unlawful|extralegal|targeted) (?:execution|killing)|killings\b|homicide|murder|"
         r"excessive (?:use of )?force|use of (?:excessive |lethal )?force|police (?:violence|"
         r"brutality)|(?:armed|gang|political|electoral|communal|ethnic|sectarian|mob|urban) "
         r"violence|\btorture|ill-treatment|enforced disappear|\bgangs?\b|violent crime|lynching|"
         r"acts of violence|civilian casualt|(?:protect|attack|target)\w*[^.;]{0,30}civilians"),
    Rule("16.2", (), r"(?:violence|abuse|exploitation|traffick\w*|torture|neglect|ill-treatment|"
         r"maltreatment|sale|prostitution|pornography)\b[^.;]{0,60}(?:\bchild|\bminors\b|"
         r"\bboys\b|adolescen)|(?:\bchild|\bminors|\bboys|adolescen)\w*[^.;]{0,60}(?:violence|"
         r"abuse|exploitation|traffick|sexual|prostitution|pornograph|neglect|ill-treat|"
         r"maltreat)|corporal punishment|paedophil|infanticide|child protection"),
    Rule("16.3", ("Justice", "Impunity"), r"rule of law|access to (?:\w+ ){0,2}justice|"
         r"(?:independen|impartial)\w*[^.;]{0,40}(?:judicia|judge|court)|(?:judicia|judge|"
         r"court)\w*[^.;]{0,40}(?:independen|impartial|reform)|fair trial|due process|legal "
         r"(?:aid|assistance|representation)|impunity|(?:judicial|justice|penal|penitentiary|"
         r"legal) (?:system|sector|reform)|pre-?trial|arbitrar\w+ (?:arrest|deten|imprison)|"
         r"habeas|effective remed|to justice\b|investigat|prosecut|perpetrator|overcrowd|juvenile "
         r"justice|criminal responsib|rome statute|international criminal court|transitional "
         r"justice|truth (?:and|commission)|\breparation|redress", r"rapporteur[^.;]{0,80}lawyers",
         share=0.75, even=True),
    Rule("16.3", (), r"\bprison|detention|\bdetain", r"migrant|migration|asylum|refugee|health|"
         r"tubercul|\bhiv\b|drug"),
    Rule("16.4", (), r"small arms|illicit (?:arms|weapon|financial)|arms (?:traffick|trade|"
         r"transfer)|firearms?|organi[sz]ed crime|money.launder|light weapons|drugs? traffick|"
         r"transnational crime|stolen (?:\w+ )?assets|tax (?:abuse|evasion|avoid|haven)|"
         r"financial secrecy"),
    Rule("16.5", ("Corruption",), r"corrupt|bribery|embezzl"),
    Rule("16.6", (), r"(?:transparen|accountab)\w*[^.;]{0,50}(?:institution|government|"
         r"administration|public|authorit|police|budget)|(?:institution|government|"
         r"administration|public (?:sector|service))\w*[^.;]{0,40}(?:transparen|accountab)|"
         r"governance|public administration|institutional capacit|institution-building|security "
         r"sector reform"),
    Rule("16.7", ("Elections",), r"\belections?\b|electoral|right to vote|voting|(?:participat|"
         r"consult|involv|represent)\w*[^.;]{0,60}(?:decision|politic|public (?:life|affairs)|"
         r"civil society|communit)|decision-?making|prior and informed|prior consult|civil "
         r"society[^.;]{0,50}(?:participat|consult|involv)|political (?:participat|dialogue|"
         r"represent|plural|part(?:y|ies))|democra(?:cy|ti[sz]|tic (?:process|institut|transit|"
         r"reform|govern))|national dialogue", r"\bwom[ae]n"),
    Rule("16.9", (), r"birth (?:registration|certificate)|regist\w*[^.;]{0,30}\bbirths?\b|"
         r"stateless|legal identity|identity (?:document|card|paper)|civil regist|right to (?:a "
         r")?nationality|(?:acqui|grant|confer|transmit|depriv|obtain|transfer|"
         r"pass)\w*[^.;]{0,40}(?:nationality|citizenship)|(?:nationality|citizenship) (?:law|"
         r"act\b|code)|“?erased”?"),
    Rule("16.10",
         ("Freedom of opinion and expression", "Freedom of the press", "Human rights defenders",
          "Freedom of association and peaceful assembly", "Freedom of religion and belief"),
         r"freedoms? of (?:the )?(?:opinion|expression|speech|press|media|information|peaceful|"
         r"assembl|association|religio|belief|thought|conscience)|journalist|media (?:freedom|law|"
         r"work|plural|outlet)|press freedom|censor|access to (?:public )?information|right to "
         r"information|human rights defender|defamation|peaceful (?:assembl|demonstrat|protest)|"
         r"demonstrators|protest|blogger|internet freedom|civic space|whistle-?blow|religious "
         r"freedom", share=0.7),
    Rule("16.a", ("NHRI", "Counter-terrorism"), r"national human rights (?:institution|"
         r"commission|council)|paris principles|ombuds|terroris|violent extremism|radicali[sz]|"
         r"\bnhri|independent human rights (?:institution|commission)"),
    Rule("16.b", (), r"anti-?discrimination|discriminatory (?:law|legis|provision|polic|practice)|"
         r"(?:\blaws?\b|legislat|polic(?:y|ies)|\bacts?\b|\bcode|\bbill|provision|repeal|"
         r"criminali[sz])\w*[^.;]{0,60}(?:discriminat|racis|hate (?:crime|speech)|same[- ]sex|"
         r"homosexual)|discriminat\w*[^.;]{0,40}(?:\blaws?\b|legislat|polic(?:y|ies))",
         _WOMEN_ALONE),
    Rule("17.1", (), r"tax (?:collect|revenue|system)|domestic resource|mobili[sz]\w* (?:\w+ "
         r")?resources"),
    Rule("17.2", (), r"official development|\boda\b|development (?:assistance|aid)|\b0\.7\b"),
    Rule("17.4", (), r"debt (?:relief|service|cancel|sustain|burden)|external debt"),
    Rule("17.9", (), r"technical (?:assistance|cooperation|support)|capacity[- ]building "
         r"(?:assist|support)"),
    Rule("17.16", (), r"international (?:partnership|cooperation for)|global partnership"),
    Rule("17.17", (), r"(?:partnership|cooperat|collaborat|dialogue)\w* (?:\w+ ){0,2}with (?:\w+ "
         r"){0,2}(?:civil society|non-governmental|\bngos?\b|private sector)|partnerships? "
         r"between"),
    Rule("17.18", (), r"disaggregat|statistic|data[- ]collect|collect\w*[^.;]{0,30}\bdata\b|"
         r"reliable data|\bcensus"),
)  # fmt: skip
"""What leads to each target: issues of UPR Info, words, and words that speak against it."""
