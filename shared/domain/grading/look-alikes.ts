/**
 * Real names and words that differ from one another by about one letter. A slip of the pen is never read into one of
 * them: whoever types "Iran" means Iran, not a misspelt Iraq. Written for this project.
 */
const groups = `
iran iraq|niger nigeria nigerian|mali malawi bali|gambia zambia|austria australia|slovakia slovenia slovak slovene
guinea guyana ghana guiana|mauritius mauritania|dominica dominican|grenada granada|chad chat|oman amman roman
sweden swedes sudan|switzerland swaziland|korea koran|kuwait|lebanon|libya syria|georgia georgian|india indian indiana
armenia romania|albania albany|bahamas bahrain|congo kongo|kosovo kosova|latvia lithuania|montenegro|tajikistan
turkmenistan|uzbekistan|kazakhstan|kyrgyzstan|tanzania tasmania|tunis tunisia|algiers algeria|panama|peru perth
samoa|togo tonga|uganda rwanda burundi|vienna vietnam|yemen|mosul mosel|basra basel|karbala kabala|kabul kaboul
kiel kiev|hama homs hamas|aleppo|raqqa|tehran teheran|baghdad|budapest bucharest|belfast belgrade|berlin bern
boston bolton|bristol brisbane|cairo cairns|cardiff|dublin durban|delhi deli|dresden|genoa geneva|kingston kingstown
lima lisbon|london linden|lyon lyons|manila manilla|memphis|milan mihan|moscow|nantes nancy|naples|newcastle
paris parish|porto portland|prague|riga|rome|santiago|seoul|sofia|tokyo|toulon toulouse|tripoli|turin|valencia venice
warsaw|washington|wellington|york cork|dakota|carolina caroline|north south|east west|eastern western
northern southern|arabia arabic|kurds turks|kurdish turkish|turkic|sunni sunny|shia|serbs serbia serb|croat croats
obama osama|biden|bush busch|kerry perry kelly gerry terry|khamenei khomeini|merkel markel|macron|modi|mao|putin
rouhani|assad asad|abbas|saleh salih|sadr sadat|maliki malik|abadi|barzani|talabani|zarqawi zawahiri|morsi|mursi
johnson johnston johnstone jonson janson jensen|thompson thomson|stevens stephens stephen stevenson stephenson
clark clarke|brown browne braun|reid read reed|smith smyth smythe|moore more muir|morris norris|morrison
miller millar muller|martin marten martins|mitchell michel michael michele michelle|marion marian marianne mariam
francis frances franco|daniel danielle daniela|harris harrison|parker barker|walker|baker|barrow barlow|bailey
allen alan allan ellen|alexis alexei|adam adams|andrew andrews|edwards edward|evans ewans|roberts robert robertson
richards richard richardson|williams william williamson|davis davies davids david davidson|peters peter petersen peterson
anders anderson andersen|hanson hansen|larson larsen|olson olsen|nelson nielsen neilson|erikson eriksen ericsson
jackson jacksons jacobson jacobs|simpson sampson simson simons simmons|watson wilson watt watts|hutchison hutchinson
nicholson nichols nicholas nicolson|patterson paterson pattison|robinson robison robbins|ferguson|henderson hendersen
gordon gorman|graham grahame|green greene|gray grey|hall hale hill hull|holmes home|howard howarth|hughes hughs
hunter hunt|kane caine kain|lewis louis louise lois|lloyd floyd|mason|murray murphy|page paige|palmer|patrick
pearce pierce peirce|philip philippa philippe|phillipson|porter potter|powell howell|rice price|rogers roger rodgers
ross rose|russell|ryan bryan brian|scott|shaw|sharp sharpe|stewart stuart|sullivan|taylor tailor|turner|ward wood woods
warren barren|webb weber webber|white whyte|wright|young yang|lee leigh li lin liu|wang wong weng|zhang zheng zhao
chang cheng chung|chen chan shen|kim kin|park|choi|han hahn|hassan hussein hasan hasina|hussein|hamid hameed|khalid khalil
karim kareem|omar umar|said saeed|salim salem|samir samira|tariq tarek|yasin yassin|jamal jalal kamal|kamal kemal
ali aly|amin amina|anwar|mustafa|ibrahim|ismail|maria marie mario|marta martha|anna anne hanna hannah|johan johann johanna
julia julie julian juliana|juan joan john jean|carlo carlos carla|paulo paolo paula|robert roberto roberta
antonio antonia antonin|fernando fernanda|francisco francisca francesco francesca|alejandro alejandra
aleksandr aleksandra alexandr alexander alexandra alexandre|victor victoria|patricia patricio|gabriel gabriela gabrielle
valentin valentina|christian christine christina|justin justine|simon simone|denis denise|andrea andreas andrei
nicola nicole nicolas|ivan ivana|jan jane|luis luisa|karl karla|eric erica|erik erika
democrat democrats|republic republican republicans|minister ministry|president presidents|prime crime
military militia|civil civilian|legal illegal|moral mortal|public|party|policy police|nation notion|national rational
affect effect|elicit illicit|adopt adapt|import export|increase decrease|immigrant emigrant|imported exported
defence offence|defense offense|former formed|foreign|interior exterior|inner outer|formal normal
conservation conservative|liberal literal|labour|socialist socialite|federal feudal|economic economy|economics economist
carlson carson|fischer fisher|guterres gutierrez|walters waters|machel|marin martin|peres perez|macdonald mcdonald|mckenzie
mackenzie|alain|andre|bashar bashir|billie billy|carles carlos charles|christiane|colin colleen|elias elisa eliza
gerard gerhard|henri henry|jaime jamie|jesse jessie|joann johann|julien|karin katrin|karsten kirsten kristen kristin
leonel lionel|marcos marcus|marina martina|oliver olivier|petro pietro pedro|serge|stephane stephanie|valerie valery
casual causal|marital martial|trail trial|united untied|diary dairy|angel angle|cavalry calvary|dessert desert
`

const words: ReadonlySet<string> = new Set(groups.split(/[\s|]+/).filter(Boolean))

/** Whether a folded word is a name or word of its own that another one resembles. */
export function isLookAlike(word: string): boolean {
  return words.has(word)
}
