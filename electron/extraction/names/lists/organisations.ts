/** Organisations, armed groups, media and companies that news names without saying what they are. Case matters. */
export const ORGANISATIONS: readonly string[] = `
CIA|FBI|NSA|NASA|NATO|Nato|UN|U.N.|United Nations|EU|E.U.|European Union|African Union|Arab League|OPEC|Opec|OECD|IMF
International Monetary Fund|World Bank|WTO|World Trade Organization|WHO|World Health Organization
World Health Organisation|Unesco|UNESCO|Unicef|UNICEF|UNHCR|IAEA|ICC|International Criminal Court|Interpol|INTERPOL
Europol|G7|G8|G20|OSCE|ASEAN|Asean|Ecowas|ECOWAS|OPCW|Commonwealth|European Commission|European Parliament
European Council|European Central Bank|European Court of Human Rights|UN Security Council|Security Council
United Nations Security Council|General Assembly|Congress|US Congress|U.S. Congress|Senate|US Senate|U.S. Senate
House of Representatives|House of Commons|House of Lords|Supreme Court|Parliament|Knesset|Duma|State Duma|Bundestag
Lok Sabha|Rajya Sabha|Politburo|State Department|US State Department|Justice Department|Treasury|Federal Reserve
Foreign Office|Home Office|Coast Guard|US Coast Guard|Secret Service|National Guard|Air Force|Royal Navy|Red Army
Scotland Yard|Met Office|MI5|MI6|GCHQ|SAS|GRU|FSB|KGB|Mossad|Shin Bet|Stasi|IDF|ISI|NHS|NTSB|FAA|FEMA|FDA|CDC|IRS|DEA
Amnesty International|Human Rights Watch|Greenpeace|Oxfam|Red Cross|Red Crescent|Medecins Sans Frontieres|MSF
Médecins Sans Frontières|Doctors Without Borders|Save the Children|Syrian Observatory for Human Rights|White Helmets
Transparency International|Holy See|Fifa|FIFA|Uefa|UEFA|IOC|International Olympic Committee
Islamic State|Islamic State of Iraq and the Levant|Islamic State in Iraq and the Levant|Islamic State of Iraq and Syria
Islamic State in Iraq and Syria|Isis|ISIS|Isil|ISIL|Daesh|Da'esh|Taliban|Taleban|al-Qaeda|Al-Qaeda|al-Qaida|Al-Qaida
Al Qaeda|al Qaeda|Hamas|Hezbollah|Hizbollah|Hizbullah|Fatah|PLO|Palestinian Authority|Boko Haram|al-Shabab|al-Shabaab
Al-Shabab|Al-Shabaab|al-Nusra Front|Nusra Front|Jabhat al-Nusra|Free Syrian Army|Syrian Democratic Forces|SDF|YPG|PKK
Peshmerga|Muslim Brotherhood|Quds Force|Revolutionary Guards|Revolutionary Guard|Islamic Revolutionary Guard Corps
IRGC|Abu Sayyaf|Farc|FARC|Eta|ETA|IRA|Sinn Fein|Sinn Féin|DUP|SNP|Ukip|UKIP|ANC|BJP|African National Congress
Ku Klux Klan|Khmer Rouge|Mujahideen|Janjaweed|Lashkar-e-Taiba|Jemaah Islamiyah|Lord's Resistance Army|Houthi movement
Democratic Party|Republican Party|Labour Party|Labor Party|Conservative Party|Liberal Democrats|Lib Dems|Green Party
BBC|BBC News|BBC World Service|CNN|ABC News|NBC|NBC News|CBS|CBS News|Fox News|MSNBC|PBS|NPR|Sky News|ITV|Channel 4
Al Jazeera|al-Jazeera|Al-Jazeera|Al Arabiya|al-Arabiya|Reuters|AFP|AP|Associated Press|Agence France-Presse|Xinhua
Tass|TASS|Itar-Tass|Interfax|Ria Novosti|RIA Novosti|Bloomberg|Bloomberg News|PA Media|Press Association|UPI|DPA|EPA
ANSA|Kyodo|Kyodo News|Yonhap|Anadolu Agency|Anadolu|Sana|SANA|Irna|IRNA|Fars|Fars News Agency|Mehr|Tasnim|Press TV
Russia Today|Sputnik|Deutsche Welle|Getty Images|Getty|New York Times|Washington Post|Wall Street Journal
Los Angeles Times|USA Today|Daily Telegraph|Daily Mail|Financial Times|Guardian|Der Spiegel|Le Monde|Le Figaro|El Pais
El País|Haaretz|Jerusalem Post|Time magazine|Economist|Charlie Hebdo|WikiLeaks|Wikileaks|Wikinews|Wikipedia|Wikimedia
Twitter|Facebook|YouTube|Instagram|WhatsApp|Telegram|TikTok|Google|Apple|Microsoft|Amazon|Netflix|Huawei|Samsung|Sony
Tesla|SpaceX|Boeing|Airbus|Lockheed Martin|Toyota|Volkswagen|Ford|General Motors|BP|Shell|ExxonMobil|Exxon|Gazprom
Rosneft|Saudi Aramco|Aramco|Goldman Sachs|JPMorgan|Barclays|HSBC|Lloyd's|Walmart|Nike|Uber|Airbnb|Air France|Lufthansa
British Airways|Malaysia Airlines|Air India|Ryanair|Easyjet|Real Madrid|Manchester United|Manchester City|Arsenal
Chelsea|Harvard|Yale|Stanford|MIT|Pfizer|AstraZeneca|Moderna|Novartis|Intel|IBM|Oracle|Nasdaq|Black Lives Matter
New York Police Department|NYPD|LAPD|Johns Hopkins|Vox|National Geographic|Rolling Stones|Beatles|Gaza Health Ministry
`
  .trim()
  .split(/[|\n]/)

/** Last words of the names of groups. */
export const GROUP_ENDINGS: ReadonlySet<string> = new Set(
  `
Agency Academy Administration Airlines Airways Alliance Army Assembly Associates Association Authority Bank Battalion
Board Brigade Brigades Broadcaster Brotherhood Bureau Cabinet Centre Center Chamber Chronicle Church Club Coalition
College Commission Committee Command Community Company Confederation Conference Congress Consortium Constabulary Corp
Corp. Corporation Corps Council Court Daily Defence Department Dept Directorate Division Embassy Enterprises Faction
Faculty Federation Fellowship Force Forces Foundation Front Fund Gazette Government Group Guard Guards Guild Herald
High-School Holdings Hospital Inc Inc. Industries Initiative Inquirer Inspectorate Institute Institution
Intelligence Jihad Journal Junta Laboratory Laboratories League Legion Limited LLC LLP Ltd Ltd. Magazine Media Militia
Ministry Mission Movement Museum Navy Network News Observer Office Operator Orchestra Organisation Organization Panel
Parliament Partners Partnership Party Patrol Plc PLC Police Politburo Post Presidency Press Project Radio Records
Regiment Registry Republicans Review School Schools Secretariat Senate Service Services Society Squad Standard State-TV
Studios Symposium Syndicate Taskforce Team Technologies Telegraph Television Times Tribunal Tribune Troupe Trust TV
Union United Unit Universities University Watch Workers Workshop Zeitung Airline Group's Resistance Vanguard Militants
Investigators Ombudsman Treasury Clinic Seminary Consulate Boys Rovers Wanderers Athletic FC Rangers Hotspur
Convention Caucus Coordination Entertainment Motors Games Systems Pictures Band Trio Quartet Choir Prosecutors
Parliamentarians Peshmerga Broadcasting Communications Pharmaceuticals Energy Electric Airforce Fleet Infantry
`
    .trim()
    .split(/\s+/),
)

/** Words of groups after which "of" or "for" goes on with the name: "Ministry of Defence", "Center for Justice". */
export const GROUP_HEADS: ReadonlySet<string> = new Set(
  `
Ministry Department University Bank Council Court Academy Institute Institution Church Party League Front Movement Army
Association Society Office Board Bureau Centre Center Centers Centres Federation Commission Committee Confederation
College Museum School Union Organisation Organization Agency Assembly Congress Parliament House Embassy Chamber
Directorate Division Faculty Foundation Fund Network Conference Coalition Campaign Alliance Authority Company
Corporation Group International Service Services Administration Joint Physicians Reporters Students Friends Brothers
Knights Sisters Observatory Hospital Guardians Daughters Sons Lawyers Doctors Partnership Consortium Ministries
Community Royal-Society Brigade Brigades Battalion Sociedad Forces
`
    .trim()
    .split(/\s+/),
)

/** Words of places after which "of" goes on with the name: "Gulf of Guinea". */
export const PLACE_HEADS: ReadonlySet<string> = new Set(
  'Gulf Bay Strait Straits Sea Isle Isles Cape Republic Kingdom State City Province Port Horn Territory Islands District'.split(
    ' ',
  ),
)

/** Plural or people's nouns whose possessive begins the name of a group: "Workers' Party", "Lord's Resistance Army". */
export const GROUP_POSSESSORS: ReadonlySet<string> = new Set(
  (
    'People Women Men Children Workers Worker Writers Teachers Farmers Nurses Sheriff Queen King Lord Attorney General ' +
    'Prosecutor Coroner Coroners Students Veterans Lloyd Pupils Citizens Peasants Mayor Governor Commissioner Doctors'
  ).split(' '),
)

/** Acronyms and words in capitals that name no group, place or person. */
export const NOT_GROUPS: ReadonlySet<string> = new Set(
  (
    'TV PM AM GMT UTC EST EDT PST CET BST IST ET PT CEO CFO COO FM MP MPs MEP MEPs DNA RNA AIDS HIV SARS MERS COVID USB ' +
    'GPS PDF DVD CD PC IT AI SUV SUVs LGBT LGBTQ LGBT+ GDP VAT ID IDs PhD MBA BA MA MSc MD QC KC SC RIP VIP IED IEDs WMD ' +
    'ICU IV II III VI VII VIII IX XI XII XIII XIV XV XVI OK UFO UFOs Q A I PS NB AKA ATM SMS PR HR US$ AD BC BCE CE WW1 ' +
    'WW2 WWII MRI PTSD ADHD IVF STEM BLM ICBM MVP DIY FAQ R D DC'
  ).split(' '),
)
