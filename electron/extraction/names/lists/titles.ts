/** Forms of address. What follows them is the name of a person, and they are no part of it nor a role. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  (
    'Mr Mr. Mrs Mrs. Ms Ms. Miss Messrs Messrs. Mx Dr Dr. Sir Dame Lord Lady Madam Madame Monsieur Baroness Baron Sheikh ' +
    'Sheik Shaikh Shaykh Hajji Haji Sayyid Herr Frau Señor Honorable Honourable'
  ).split(' '),
)

/** Titles that are roles as they stand: "President", "Gen". What follows with a capital is a person. */
export const TITLES: ReadonlySet<string> = new Set(
  `
President Vice-President Premier Chancellor Minister Secretary Senator Sen Sen. Sens Sens. Representative Rep Rep. Reps
Congressman Congresswoman Governor Gov Gov. Mayor Ambassador Envoy Commissioner Speaker Chairman Chairwoman Chairperson
Chair Director Spokesman Spokeswoman Spokesperson Judge Justice Prosecutor Attorney Solicitor Sheriff Officer Detective
Inspector Superintendent Constable Sergeant Sgt Sgt. Corporal Private Captain Capt Capt. Lieutenant Lt Lt. Major Maj
Maj. Colonel Col Col. General Gen Gen. Brigadier Admiral Adm Adm. Commodore Commander Cmdr Cmdr. Marshal Commandant
King Queen Prince Princess Duke Duchess Emperor Empress Emir Sultan Shah Pharaoh Count Countess Tsar Crown-Prince
Pope Cardinal Archbishop Bishop Rabbi Imam Ayatollah Mullah Mufti Reverend Rev Rev. Father Sister Brother Pastor Canon
Deacon Dean Professor Prof Prof. Doctor Coach Analyst Correspondent Reporter Editor Journalist Author Actor Actress
Singer Activist Astronaut Scientist Lawyer Leader Chief Head Councillor Councilor Councilman Councilwoman Alderman
Delegate Deputy Comrade Caliph Patriarch Abbot Mother Chaplain Rector Provost Principal Headmaster Taoiseach Kaiser
Führer Caudillo Dictator Strongman Warlord Engineer Researcher Ranger Marine Trooper Mp MP MEP FM PM Det Insp Supt Ch DI DCI Counsel Barrister Whip
Broadcaster Presenter Comedian Rapper Guitarist Drummer Filmmaker Producer Economist Historian Biologist Physicist
Democrat Republican Founder Treasurer Administrator Coordinator Strategist Adviser Advisor Aide Manager Striker
Goalkeeper Midfielder Defender Winger Quarterback Skipper Champion Billionaire Businessman Entrepreneur Philosopher
Poet Novelist Playwright Composer Conductor Surgeon Whistleblower Eyewitness Protester Resident
`
    .trim()
    .split(/\s+/),
)

/** Words that stand before a title and belong to it: "Prime Minister", "Supreme Leader". */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  `
Prime Vice Deputy Foreign Interior Defence Defense Finance Health Justice Education Energy Trade Labour Labor Home
Supreme Grand Chief Senior Assistant Associate Acting Former Ex Co First Second Crown Attorney Solicitor Shadow
Attorney-General Secretary-General Lieutenant Major Brigadier Rear Staff Field Army Police Navy Air State Federal
District Supreme-Court House Senate Majority Minority Opposition Party Cabinet Parliamentary Presidential Press
Communications Campaign Executive Managing General Special Royal National Regional Provincial County City Military
Emergency Emergencies Environment Agriculture Transport Transportation Tourism Information Culture Sports Sport Climate
Economy Economic Social Security Intelligence Democratic Republican Liberal Conservative Labour Detective Chief Inspector
Homeland Housing Treasury Immigration European International Religious Spiritual Political Lead Head Company Planetary
Muslim Catholic Islamic Anglican Orthodox Jewish Coast Guard Medical Human Rights Public Internal Affairs External
Situations Independent Wikinews Then Now Incumbent Lead Circuit Appeals Court
`
    .trim()
    .split(/\s+/),
)

/** Nouns of what people do, in small letters, before or after a name: "aid worker David Haines", "X, leader of Y". */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  `
president vice-president premier chancellor minister secretary senator representative congressman congresswoman governor
mayor ambassador envoy commissioner speaker chairman chairwoman chairperson chair director spokesman spokeswoman
spokesperson judge justice prosecutor attorney solicitor sheriff officer detective inspector superintendent constable
sergeant captain lieutenant major colonel general brigadier admiral commander marshal commandant king queen prince
princess duke duchess emperor emir sultan pope cardinal archbishop bishop rabbi imam ayatollah cleric mullah pastor
priest monk nun professor doctor coach trainer analyst correspondent reporter editor journalist columnist author writer
actor actress singer musician activist campaigner astronaut cosmonaut scientist lawyer leader chief head boss executive
official councillor councilor delegate deputy worker member candidate nominee contender rival opponent founder
co-founder cofounder treasurer administrator coordinator strategist adviser advisor aide manager striker goalkeeper
midfielder defender winger quarterback skipper champion billionaire businessman businesswoman entrepreneur philosopher
poet novelist playwright composer conductor surgeon physician nurse whistleblower eyewitness witness protester resident
engineer researcher teacher student expert specialist lecturer academic economist historian biologist physicist chemist
geologist meteorologist epidemiologist virologist psychologist sociologist astronomer ecologist botanist zoologist
broadcaster presenter host co-host comedian rapper guitarist bassist drummer vocalist filmmaker producer cinematographer
photographer designer artist painter sculptor architect dancer chef pilot sailor soldier veteran fighter militant gunman
suspect victim survivor hostage driver farmer fisherman firefighter policeman policewoman politician lawmaker legislator
parliamentarian diplomat dissident dictator ruler monarch heir successor predecessor incumbent wife husband widow widower
son daughter father mother brother sister uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother
partner girlfriend boyfriend fiancee friend colleague neighbour neighbor owner operator investor banker trader
counsel barrister solicitor-general attorney-general secretary-general warlord mastermind ringleader recruiter preacher
footballer swimmer runner sprinter cyclist boxer wrestler golfer cricketer athlete gymnast skater driver referee umpire
developer programmer hacker blogger vlogger youtuber influencer model ceo cto cfo principal headmaster dean rector
provost chaplain secretary-general ombudsman regulator auditor treasurer librarian curator archaeologist anthropologist
linguist mathematician statistician translator interpreter publisher announcer anchor newsreader commentator pundit
spokespeople advocate contractor instructor child costumer lobbyist socialite personality supporter creator inventor
organiser organizer figure cook star filmmaker heiress heir fiancée undergraduate undergrad graduate postgraduate scholar addict smoker murderer killer mate critic shooter assailant tycoon magnate mogul counterpart spouse ex-wife ex-husband stepfather stepmother grandparent staffer trustee juror paramedic teen landlord ranger warden convener custodian counsellor councilman councilwoman assemblyman congressperson envoy biochemist climatologist superstar cosplayer podcaster youtuber streamer neurosurgeon pediatrician paediatrician veterinarian midwife dentist orthodontist pharmacist accountant broker financier philanthropist restaurateur chairperson whip treasurer undersecretary superintendent-general taoiseach premier-elect president-elect chancellor-elect agent spy counselor policymaker strategist forward prop hooker pitcher batsman bowler jockey rider rower climber mountaineer explorer adventurer pianist violinist cellist soprano tenor baritone organist songwriter lyricist screenwriter shareholder landowner matriarch patriarch client customer attacker assistant rapporteur emeritus countryman countrywoman interviewee culprit defendant plaintiff prisoner inmate detainee pensioner bystander caller neighbour sidekick mentor protégé collaborator backer donor benefactor negotiator mediator observer investigator examiner coroner marshal trooper sheriff-elect legislator alumnus alumna laureate medallist medalist finalist runner-up captain-general skipper custodian immunologist man woman boy girl teenager native national citizen immigrant refugee migrant character Democrat Republican
`
    .trim()
    .split(/\s+/),
)

/** Parts of names that stay in small letters. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'al el ul bin ibn bint abu van von der den de da do dos das del della di du la le ter ten zu af av y ben e ud'.split(
    ' ',
  ),
)
