/**
 * Words that are common in small letters in English prose, so that a capital at the start of a sentence says nothing.
 * Counted in openly licensed news and web text; words that name people or places as often are left out.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
abandoned ability able aboard about above abroad absolute absolutely abuse academic accept acceptable acceptance
accepted access accessible accident accommodation accompanied according accordingly account accounts accuracy accurate
accused achieve achieved achieving acknowledged acquired across act acted acting action actions active actively
activities activity actor acts actual actually adaptation adapted add added adding addition additional address addressed
addresses adequate adjust adjusted adjustments administration admitted adopted adult adults advance advanced advantage
advertising advice advise advised advisor advocate affair affairs affect affected afford affordable afraid after
afternoon again against age aged agencies agency agenda agent agents ago agree agreed agreement agriculture ahead aid
aim aimed aims air aircraft airline aka album albums alive all allegations alleged allegedly alliance allies allocated
allow allowed allowing allows almost alone along alongside already also alternative alternatives although always am
amazing among amongst amount amounts an analyses analysis analyst ancient and angle animal animals anniversary announced
announcement announcing annual another answer answered answers anthrax ants any anybody anymore anyone anything anyway
anywhere apart apartment apparent apparently appeal appear appearance appeared appears application applications applied
applies apply applying appointed appointment appreciate appreciated approach approached approaching appropriate approval
approve approved approximately architecture are area areas arena argue argued arguing argument arguments armed arms army
around arrange arranged arrest arrested arrival arrive arrived arriving art article articles artificial artillery artist
artistic artists arts artwork artworks as aside ask asked asking aspect aspects assassination assault asserted assess
assets assigned assist assistance assistant associate associated assume assumed assuming assured astronauts asylum at
atmosphere attached attack attacked attacker attacking attacks attempt attempted attempting attempts attend attended
attendees attending attention attorney attract attributed audience audio audit author authorities authority authorized
authors automatically availability available average avoid avoided award awarded awards aware away awesome babies baby
back backed background bad badly bag balance ball ballot ban band bands bank banks banned bar barely barrels bars base
based basic basically basis basketball bathroom battle be beaches bear bears beat beautiful beauty became because become
becomes becoming bed been before began begin beginning begins begun behalf behavior behaviour behind being beings belief
believe believed believes belong belongs below benefit benefits best bet better between beyond bid big bigger biggest
bike billion biological bird birds birth birthday bit bite biting black blame blanket blind block blocks blog blood blow
blue board boarding boat bodies body bomb bombing bombings bombs book booked books border borders born both bother
bottom bought box boxer boy boys brain branch brand break breakfast breaking breaks brief brightness bring bringing
brings broad broadcast broader broke broken bronze brother brothers brought budget build building buildings built bulb
bunch burden bus buses business businesses busy but button buy buying by cabinet cage cages calendar call called calling
calls calm came camera camp campaign campus can cancel cancer candidate candidates cap capability capable capacity
capital caps captain capture captured car carbon card cards care career careful carefully cares caring carried carry
carrying cars case cases cash cast casualties cat catalog catch categories category cats caucuses caught cause caused
causes causing cave celebrated celebrity census cent central centre centuries century certain certainly certificate
chain chair chairman chairs challenge challenges challenging champion championship chance chances change changed changes
changing channel chapter character characterized characters charge charged charges charity cheap cheaper cheapest check
checked checking checks cheese chef chemical chess chest chicken chickens chief child children choice choose chose
chosen church circle circles circuit circumstances cited cities citing citizen citizens city civil civilian civilians
claim claimed claiming claims class classes classical classified clause clean cleaned cleaning clear clearly click
client climate clock close closed closely closer closing clothes clothing club coach coal coalition coast coastal
cocktail code coffee cognitive cold collapsed collateral colleagues collected collecting collection collections college
collision colonies color colors combat combination combined come comedy comes comfortable coming command comment
commented comments commercial commission commit commitment commitments committed committee common commonly communication
communities community companies company compare compared comparison compete competing competition competitive complaint
complete completed completely complex composed composer composition comprehensive computer concentration concept
concepts concern concerned concerning concerns concert concerts concluded conclusion concrete condition conditions
conduct conducted conference conferences confidence confident confidential confined confirm confirmed confirming
conflict conflicts confused connected connection connections conscious consensus consequences conservative consider
considerable consideration considered considering consistent constant constantly constituency constitution
constitutional constructed construction consumer consumption contact contacted contacts contain contained containing
contains contemporary content contest contested context continue continued continues contract contracts contrast
contributed contribution contributions control controlled controversial convention conventional conversation
conversations converted convicted conviction cooked cool cooperation copies copy copyright core corner coronavirus
corporate correct correctly cost costs couch could council counsel count counted counter counterparty counties countless
countries country coup couple course courses court courts cover coverage covered covering covers crash crate create
created creating creation creative credit crew crime crimes criminal crisis criteria critical criticism criticized
critics crop cross crossing crowd crowds crucial crude cruise cruises cultural culture curb currency current currently
curves custody custom customer customers customs cut cuts cutting cycle dad daily damage damaged dance danger dangerous
dark data database date dated dates dating daughter day days dead deadline deal dealer dealing deals dealt death deaths
debate debut decade decades decent decide decided decision decisions declared decline declined dedicated deep deeply
default defeat defeated defend defended defense defensive define defined definitely definition degree degrees del delay
delayed delegates delete deliberately delicious deliver delivered delivery demand demanding demands democracy
demonstrate demonstrated denied dentist deny department departure depending depends deployed deposit describe described
describes description design designated designed designer desire desk desperate despite destination destinations destroy
destroyed destruction detail detailed details detained determine determined develop developed developing development
developments device devoted diagnosed did die died dies difference differences different difficult difficulties
difficulty digital dining dinner dioxide diplomatic direct directed direction directions directly director dirty
disability disappeared disappointed disaster discharge discount discover discovered discovery discrimination discuss
discussed discussion discussions disease dish dismissed display dispute distance distinction distinguished distributed
distribution diverse diversity division divisions do doctor document documentation documents does dog dogs doing dollar
dollars domain domestic dominant dominate donated donations done door doors double doubt down dozen dozens draft dragon
dramatic draw drawn dress drew dried drink drinking drinks drive driver driving drop dropped drove drug drugs dry due
duel during dust duty dying each eager earlier earliest early earned earthquake easier easily easy eat eaten eating
economic economy editor editors education educational effect effective effects efficient effort efforts eggs eight
eighteen either elected election elections electoral electric electrical electricity electronic elements eleven eligible
eliminate elite else elsewhere email emailed emails emerged emergency emerging emissions employed employees employment
encourage encouraged encouraging end ended ends enemy energy enforcement engine engineer enjambment enjoy enjoyed
enjoying enormous enough enron ensure enter entered entering entertainment entire entirely entities entity entry
environment environmental episode equal equality equally equipment equivalent era error errors es escape especially
essence essential essentially establish established establishing establishment establishments estimate estimated
estimates et ethnic even evening event events eventually ever every everybody everyday everyone everything everywhere
evidence evident evil evolution evolving exact exactly examined example examples exceed excellent except exception
exchange excited execute executed execution executive exercise exhibit exhibits exist existed existence existing exists
exit expand expanded expanding expansion expect expectations expected expecting expense expenses expensive experience
experienced experiences experimental experiments expert expertise experts explain explained explains explanation
exploration explore exposed exposure express expressed extend extended extension extensive extent external extra extreme
extremely eye eyes face faced facilities facility facing fact factor factors facts faculty failed failing failure fair
fairly faith fake fall falling false fame familiar families family famous fan fans fantastic far fare farrier fashion
fast faster fat father favor favorite favourite fax fear feature featured features federal fee feed feedback feeding
feel feeling feels fees feet fell fellow felt female females femur ferry festival festivals fetus few fiction field
fields fifteen fifth fifty fight fighter fighting fights figure figured figures file filed files filing fill filled film
films filter final finally finance financial find finding findings fine finger finish finished fire fired firm first
fish fishing fit five fix fixed flag flat flight flights floor flow flowers flows fluid fly flying focus focused focuses
focusing folks follow followed following follows food foods fool foot football for force forced forces forecast foreign
foreigners forever forget forgot form formal formally format formed former formerly forms forth forward fought found
founded founder founding four fourteen fourth frame framework fraud free freedom freeze frequent frequently fresh friend
friendly friends from front fuel full fully fun function functional functions fund fundamental funded funding funds
funeral funny furniture further future gain gained gains galleries gallery gallon game games garage gas gather gathered
gauge gave gender general generally generate generated generation generators geographical geometry get gets getting gift
girl girlfriend girls give given gives giving glad glass global go goal goals goes going golden gon gone good goods got
gotten government governments governor grab graduate graduated grain grammar grant granted graphic great greater
greatest greatly grew grid gross ground grounds group groups grow growing grown growth guarantee guess guest guests
guidance guide guidelines guilty guitar gun guns guy guys gym habitat had hair half hamster hand handed handle handled
handling hands hanging happen happened happening happens happiness happy hard has hate have having he head headed
heading headline headquarters heads health healthy hear heard hearing hearings heart heat heavily heavy height held
helicopters hell help helped helpful helping helps hence her here herself hide hiding high higher highest highly him
himself hire his historical history hit hockey hold holding holds holiday home homeland homes homosexuality honest
honorable hope hopefully hopes horrible horror horse horses hospital hospitalized hospitals host hosted hosting hosts
hot hotel hotels hour hours house household houses housing how however hub huge human humans hundred hundreds hungry
hurt husband ice idea ideal ideas identical identified identifies identify identity if ignore ignored ill illegal image
images imagination imagine immediate immediately immigrants immigration immunity impact implement implementation
implemented implications importance important impossible impressed imprisoned improve improved improvement in inches
incident incitement include included includes including income increase increased increases increasing increasingly
incredible incredibly incumbent indeed independent index indicate indicated indicates indigenous indirectly individual
individuals industrial industry infected infections inflation influence influenced influential info information informed
infrastructure ingredients inhabitants initial initially initiated initiative injured injuries injury inner innocent
insects inside insight inspired installed instance instead institutions instructions insurance intelligence intend
intended intent interaction interconnect interest interested interesting interests interjection internal international
internet interstellar intervening intervention interview interviewed interviews into introduced invasion investigate
investigating investigation investigations investment invitation invited involve involved involvement involving iron is
islamists islands issue issued issues it item items its itself job jobs join joined joining joke journal journalist
journalists journals journey judge judgment judicial jump jury just justice keep keeping keeps kept key kids kill killed
killing kilometers kind kinds king kitchen kitten kittens km knew knife know knowing knowledge knowledgeable known knows
lab label laboratory lack lady land lands language languages large largely larger largest laser last lasted late later
latest latter laugh launch launched launching law laws lawsuit lawyer lawyers lbs lead leader leaders leadership leading
leads league learn learned learning leash least leave leaving led left leg legacy legal legislative legislature
legitimate legs length less lesson lessons let letter letters level levels lexical liberal librarians license licensed
lie lies life lifetime light lighting lights like liked likely likes likewise limb limestone limit limited line lines
linguistic link linked links list listed listen lists literally literary literature little live lived lives living load
loading loan local locals located location locations lock locomotive long longer longest look looked looking looks lose
losing loss losses lost lot lots love loved lovely loves loving low lower luck lucky lunch lying lyrics machine mad made
magazine magic magnificent magnitude mail mailings main mainland mainly mainstream maintain maintained maintaining
maintenance major majority make makes making male males mama man manage managed management manager manner manual
manufacturer many map marine marked market marketing markets marriage married marry mass massive master match mate
material materials mathematical mathematician mathematics matter matters maximum may maybe mayor me meal mean meaning
means meant measure measured measures meat mechanic mechanism medal media medical medicine medium meet meeting meetings
member members membership memory men mental mention mentioned menu merely message messages met metal meter method
methods metro mice mid middle might migrants mild mile miles militant military million millions mind mine minimum
minister minor minority minute minutes miss missed missile missiles missing mission missions mistake mix mixed model
models moderate modern modified modify mom moment money monitor monks month monthly months moon moral morality more
morning mosques most mostly mother motion mountains mourning mouse mouth move moved movement movements movie movies
moving much multiple murder murders muscle muscles museums music musical musicians must mutation my myself na nail name
named names naming narrative nation national nations native natural nature naval near nearby nearest nearly necessarily
necessary neck need needed needs negative negotiated neighbor neighborhood neighborhoods neighbors neighbouring neither
neologism nephew nervous nest net network never newer newly news newspaper next nice night nightlife nine no noise
nominated nomination nominee none noon nor normal normally northbound northeastern northern not notable notably notch
note noted notes nothing notice noticed notified notion novel now nowhere nuclear number numbered numbers numerous
object observations observed obtain obtained obvious obviously occasion occasions occupation occur occurred ocean of off
offensive offer offered offering offers office officer officers offices official officially officials offshore often oh
oil okay ola old older oldest on once one ones ongoing online only onto open opened opening openly operate operated
operating operation operations operative operator operators opinion opportunities opportunity oppose opposed opposite
opposition option options or orange orbit order ordered orders ordinary organisation organization organizations
organized orientation origin original originally origins other others otherwise our ourselves out outbreak outcome outer
outlets outside outstanding over overall overcome overseas overwhelming own owned owner owners ozone package packed page
pages paid pain painful pair pandemic panel paper papers paperwork parakeet parallel parent parents parking parliament
part participant participants participate participated participating participation particles particular particularly
parties partly partner partners partnership parts party pass passed passenger passengers passing passion passport past
path patience patient patients pattern pay paying payment pays peace peaceful peak penalty peninsula people per
perceived percent perfect perfectly perform performance performances performed performing perhaps period periods
permanent permission permitted person personal personality personally persons perspective pet petroleum pets phase
phenomenon philosophy phone phones photo photograph photography photos phrase physical pick picked picture pictures
piece pieces pilot pipeline pizza place placed places plaintiffs plan plane planet planned planning plans plant plants
plastic platform play played player players playing plays pleasant please pleased pleasure pledged plenty plot plus
pocket poems poetry point pointed pointing points poison poker polar police policies policy political politicians
politics polls pollution pool poor pop popular popularity population portion ports posed poses position positions
positive possession possibilities possibility possible possibly post posted poster posting potential potentially poverty
power powerful practical practice practices precise predators prefer preferred pregnant premium prepare prepared
preparing presence present presentation presented preserved president presidential press pressure pretty prevent
prevented previous previously price prices pricing priest primaries primarily primary prime principal principle
principles print printed prior priority prison private privileged prize probably problem problems procedure procedures
proceed proceeded proceeding process processes processing produce produced producers produces product production
products professional professor program programme programs progress project projected projects prominent promise
promised promote promoted promoting promotion pronounced proof propaganda proper properly property propose proposed
prosecution prosecutors prosperous protect protected protection protest protests proud prove provide provided provides
providing provincial provision provisions provocation psychology pub public publication publications publicly published
pull pulled punishment punitive puppy purchase purchased pure purpose purposes pursue push pushed put puts putting
qualified quality quantity quarter question questioned questions quick quickly quiet quite quote quoted rabbit rabbits
race racial radiation radio rail rain raise raised rally ran range rank ranked ranks rapid rapidly rare rarely rat rate
rated rates rather rats rays reach reached reaction read readers reads ready real reality realize realized really reason
reasonable reasons rebels recall recalled receipt receive received receives receiving recent recently recipient
recognition recognize recognized recommend recommendation recommendations recommended reconciliation record recorded
recording records recover recovered recovery recruiting red reduce reduced refer reference referendum referred referring
refers reflect reflects refused regard regarding regardless regards regime region regional regions register registered
regular regularly regulation related relating relation relations relationship relationships relative relatively
relatives relaxed release released relevant reliable relief religion religious remain remainder remained remaining
remains remarked remarks remember reminder remote removal remove removed rent rental repair repeat repeated repeatedly
replace replaced replacement replication reply report reported reportedly reporter reporters reporting reports represent
representative represented representing represents reputation request requested requests require required requirement
requirements requires requiring rescue rescued research researchers reserves resident residential residents resignation
resistance resolution resolve resolved resource resources respect respectively respond responded respondents responding
response responses responsibilities responsibility responsible rest restaurant restaurants restrictions result resulted
resulting results resume retail retired retirement return returned returning returns revealed review reviews revised
revision revolution reward rich rida ride riding right rights ring ripped rise rising risk risks road roads rock rocks
role roles roll romantic room rooms rose rough roughly round rounds route routes royal rude rule ruled rules ruling run
running runs rush safe safer safety said sake sale sales salon salsa same sample samples sampling sat satanism satellite
satisfied satisfy save saved saving saw say saying says scale scared scenario scene scenes schedule scheduled school
schools science scientific scientist scientists scope score scored screen sea search searching season seasons seat seats
second seconds secret section sections sector secure secured security see seeing seek seeking seem seemed seems seen
sees seized select selected selection self sell selling send sending senior sense sensitive sent sentence sentenced
sentences separate separated series serious seriously serve served server serves service services serving session set
sets setting settled settlement seven several severe sexual shall shame shape share shared she sheet shell shelter ship
ships shoes shoot shooting shop shopping shops short shortly shot should show showed shower showing shown shows shut
shutdown sick side sides sights sign signature signed significant significantly signing signoff signs silent silver
similar simple simply simultaneously since singer single sink sister sit site sites sitting situated situation six
sixteen size skill skilled skills skin sleep slice slight slightly slow slowly small smaller smart smoke smoking smooth
snake snakes so social society soft software soil sold soldiers solution some somebody somehow someone something
sometime sometimes somewhat somewhere son song songs soon sorry sort sought soul sound sounds source sources southbound
southeast southern sovereignty space spacecraft speak speaker speakers speaking special species specific specifically
spectacular speech speed spelling spend spending spent spirit spiritual split spoke spoken spokesman spokesperson sports
spot spots spray spread spreading spring spur stabbed stability staff stage stand standard standards standing stands
star stars start started starter starting starts state stated statement statements stating station stations statistics
status statute stay stayed staying steel step steps stick still stock stop stopped storage store stores stories storm
story straight strain strange strategy stream street streets strength strengthen stress strict strike strong stronger
strongest strongly struck structure structures struggle stuck student students studied studies studio study studying
stuff stupid style styles subject subjects submit subsequent subsequently substantial substantially succeed success
successful successfully successor such suffer suffered suffering sufficient suggest suggested suggesting suggestion
suggestions suggests suicide suit sum summary summer sump sun super superseding supplies supply support supported
supporter supporters supporting supports supposed sure surface surgery surprise surprised surprisingly surrender
surrounded surrounding survey survive survived suspect suspected suspended suspicion sustained sweet switch switched
symptoms syntactic system systematic systems table tag tail take taken takes taking talk talked talking talks tank
target targets task taste tasted taught tax taxes taxi teacher teachers teaching team teams technical technique
techniques technologies technology teeth television tell telling tells temperature temperatures temple temples temporary
ten tend tended tens term terms terrible territories territory terror terrorism terrorist terrorists test tested
testimony testing tests text than thank thanks that the theatre their them theme themselves then theories theory there
therefore theropods these they thick thin thing things think thinking thinks third this those though thought thoughts
thousand thousands threat threatened threats three threw through throughout throw thus ticket tickets tight till time
times timing tiny tire tires title titled titles to today toes together told toll tomorrow tonight too took tool tools
top topic topics tort total totally touch tough tour tourism tourist tourists tournament tours toward towards town towns
toxic toys track tracks trade traders trading tradition traditional traffic trail train trained training transaction
transactions transfer transferred transition translated translation transmedia transmission transport transportation
transported trapped travel traveled traveling travelling treat treated treating treatment treatments tree trees
tremendous trial tribe tried tries trillion trip trips troops tropical trouble truck true truly trust truth try trying
turn turned turning tweeted twelve twenty twice two type types typical typically uh ultimate ultimately um unable under
underground understand understanding understood unique unit units universal universities university unknown unless
unlikely unlimited unprecedented until unusual up upcoming update updated upon upper urban urged us use used useful user
users uses using usual usually vacation valid valuable value values variety various vary vast ve vehicle vehicles
vendors venture version versions versus very vet veteran veterans via vice victim victims victory video videos view
views village villages violation violence violent virtually virus visa visible vision visit visited visiting visitors
visits visual vital voice void volunteer volunteers vote voted voters votes voting vs vulnerable vvi wai wait waited
waiting waive waiver wake walk walked walking wall want wanted wanting wants war warm warming warn warned warning was
waste watch watched watching water waters wave way ways we wealth wealthy weapon weapons wear wearing weather web
website websites wedding week weekend weekly weeks weight welcome well went were western what whatever wheel when
whenever where whether which while who whole whom whose why wide widely wider widespread wife wiki wild wildlife will
willing win wind window windows winds wine wing winner winning wins wisdom wish with within without wolf wolves woman
women won wonder wonderful wondering word words work worked workers workforce working works world worldwide worms
worried worry worse worship worst worth would wounded write writer writers writes writing written wrong wrote year
yearly years yellow yes yesterday yet yoga you young younger youngest your yourself youth zone
`
    .trim()
    .split(/\s+/),
)
