/** Adjectives of countries and regions that news uses before nouns; alone they name nobody. */
export const DEMONYMS: ReadonlySet<string> = new Set(
  `
Afghan Albanian Algerian American Andorran Angolan Arab Arabian Argentine Argentinian Armenian Asian African Australian
Austrian Azerbaijani Azeri Bahraini Baltic Bangladeshi Basque Belarusian Belgian Bolivian Bosnian Brazilian British
Bulgarian Burmese Burundian Cambodian Cameroonian Canadian Catalan Caribbean Chadian Chechen Chilean Chinese Colombian
Congolese Croatian Cuban Cypriot Czech Danish Dutch Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian
European Fijian Filipino Finnish Flemish French Gambian Georgian German Ghanaian Greek Guatemalan Guinean Haitian
Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian
Kashmiri Kazakh Kenyan Korean Kosovan Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian
Macedonian Malagasy Malawian Malaysian Malian Maltese Mauritanian Mexican Moldovan Mongolian Montenegrin Moroccan
Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian Panamanian Paraguayan
Persian Peruvian Philippine Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Scandinavian
Scottish Senegalese Serb Serbian Singaporean Slovak Slovenian Somali Soviet Spanish Sudanese Swedish Swiss Syrian
Taiwanese Tajik Tamil Tanzanian Thai Tibetan Tongan Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek
Venezuelan Vietnamese Welsh Yemeni Zambian Zimbabwean Western Californian Texan Latin Hispanic Latino Roman Byzantine
Ottoman Parisian Sicilian Hawaiian Queensland Bavarian Siberian Crimean Anglo Afro Nordic Slavic Balkan Federal
`
    .trim()
    .split(/\s+/),
)

/** Faiths and sects, as adjective or as noun in the singular. */
export const FAITHS: ReadonlySet<string> = new Set(
  (
    "Sunni Shia Shiite Shi’ite Shi'ite Muslim Islamic Islamist Christian Catholic Protestant Orthodox Anglican Jewish " +
    'Hindu Buddhist Sikh Yazidi Yezidi Alawite Druze Coptic Baptist Methodist Mormon Evangelical Pentecostal Salafi ' +
    "Wahhabi Sufi Ismaili Zoroastrian Baha'i Lutheran Presbyterian Quaker"
  ).split(' '),
)

/** People of a country, region or ethnic group, as nouns in the plural; such a word alone names a group. */
export const PEOPLES: ReadonlySet<string> = new Set(
  `
Afghans Albanians Algerians Americans Angolans Arabs Argentines Armenians Asians Africans Australians Austrians
Azerbaijanis Azeris Bahrainis Bangladeshis Basques Belarusians Belgians Bolivians Bosnians Bosniaks Brazilians Britons
Brits Bulgarians Cambodians Canadians Catalans Chechens Chileans Colombians Croats Croatians Cubans Cypriots Czechs
Danes Dutchmen Egyptians Emiratis Eritreans Estonians Ethiopians Europeans Fijians Filipinos Finns Flemings Georgians
Germans Ghanaians Greeks Haitians Hazaras Hispanics Hondurans Houthis Hungarians Hutus Icelanders Indians Indonesians
Iranians Iraqis Israelis Italians Jamaicans Jordanians Kashmiris Kazakhs Kenyans Koreans Kosovans Kurds Kuwaitis
Latinos Latvians Liberians Libyans Lithuanians Macedonians Malaysians Malians Mexicans Moldovans Mongolians Moroccans
Namibians Nepalis Nigerians Norwegians Omanis Pakistanis Palestinians Pashtuns Persians Peruvians Poles Qataris Roma
Romanians Russians Rwandans Salvadorans Samoans Saudis Scots Serbs Serbians Singaporeans Slovaks Slovenes Somalis
Spaniards Sudanis Swedes Syrians Tajiks Tamils Tanzanians Thais Tibetans Tongans Tunisians Turkmens Turks Tutsis
Ugandans Ukrainians Uighurs Uyghurs Uruguayans Uzbeks Venezuelans Yemenis Zambians Zimbabweans Zulus Rohingya
Rohingyas Westerners Scandinavians Texans Californians Londoners Parisians Northerners
`
    .trim()
    .split(/\s+/),
)

/** People of a faith, as nouns in the plural. */
export const BELIEVERS: ReadonlySet<string> = new Set(
  (
    'Muslims Sunnis Shias Shiites Christians Catholics Protestants Anglicans Jews Hindus Buddhists Sikhs Yazidis ' +
    'Yezidis Alawites Druze Copts Baptists Methodists Mormons Evangelicals Salafis Salafists Wahhabis Sufis Islamists ' +
    'Zionists'
  ).split(' '),
)

/** Members of parties as a body: "Democrats", "Tories". */
export const PARTISANS: ReadonlySet<string> = new Set(
  (
    'Democrats Republicans Conservatives Liberals Tories Communists Socialists Greens Nationalists Unionists ' +
    "Libertarians Labourites Nazis Ba'athists Baathists"
  ).split(' '),
)

/** Peoples whose plain adjective is their plural after "the": "the British". */
export const PEOPLES_AFTER_THE: ReadonlySet<string> = new Set(
  (
    'British French Chinese Japanese Dutch Irish Welsh Scottish Spanish English Swiss Portuguese Vietnamese Lebanese ' +
    'Burmese Sudanese Taiwanese Turkish Polish Danish Swedish Finnish Kurdish Saudi Sinhalese Nepalese Shia'
  ).split(' '),
)

/** Nouns that make a group of the people or faith named before them: "Arab states", "Kurdish Peshmerga". */
export const GROUP_NOUNS_AFTER_PEOPLE: ReadonlySet<string> = new Set(
  'states countries nations Peshmerga peshmerga Arabs Muslims Christians Jews Kurds Catholics Turkmen Turks'.split(' '),
)
