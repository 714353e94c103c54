/** Continents, seas, regions, and the first-level divisions that news names without their country. */
export const REGIONS: readonly string[] = `
Africa|Asia|Europe|Antarctica|Arctic|Antarctic|Oceania|Americas|America|North America|South America|Latin America
Central America|Central Asia|East Asia|South Asia|Southeast Asia|South-East Asia|Middle East|Near East|Far East
North Africa|West Africa|East Africa|Southern Africa|Sub-Saharan Africa|Horn of Africa|Sahel|Sahara|Maghreb|Levant
Balkans|Baltics|Caucasus|Crimea|Donbas|Donbass|Scandinavia|Siberia|Eastern Europe|Western Europe|Central Europe
Kurdistan|Iraqi Kurdistan|Kashmir|Punjab|Balochistan|Sindh|Helmand|Kandahar|Darfur|Tigray|Catalonia|Basque Country
Andalusia|Bavaria|Saxony|Sicily|Sardinia|Corsica|Crete|Brittany|Normandy|Flanders|Wallonia|Tuscany|Lombardy|Cornwall
Kent|Yorkshire|Lancashire|Essex|Sussex|Surrey|Tibet|Xinjiang|Inner Mongolia|Mindanao|Luzon|Java|Sumatra|Borneo|Bali
Aceh|Gaza|Gaza Strip|Golan Heights|Sinai|Sinai Peninsula|Korean Peninsula|Arabian Peninsula|Persian Gulf|Gulf of Mexico
Gulf of Aden|Gulf of Oman|Strait of Hormuz|Red Sea|Black Sea|Caspian Sea|Mediterranean|Mediterranean Sea|Baltic Sea
North Sea|South China Sea|East China Sea|Arabian Sea|Pacific|Pacific Ocean|Atlantic|Atlantic Ocean|Indian Ocean
Arctic Ocean|Southern Ocean|Caribbean|Suez Canal|Panama Canal|English Channel|Alps|Andes|Himalayas|Mount Everest
Amazon|Nile|Danube|Rhine|Euphrates|Tigris|Mekong|Ganges|Gulf
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa
Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada
New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island
South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|New York State
District of Columbia|New England|Southern California|Silicon Valley|Midwest|West Coast|East Coast
Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Saskatchewan|Yukon|Nunavut
Queensland|New South Wales|South Australia|Tasmania|Western Australia|Northern Territory|Chechnya|Dagestan|Tatarstan
Kerala|Bihar|Gujarat|Maharashtra|Rajasthan|Tamil Nadu|Uttar Pradesh|Madhya Pradesh|West Bengal|Karnataka|Odisha|Goa
Assam|Telangana|Haryana|Guangdong|Sichuan|Hubei|Yunnan|Hunan|Fujian|Zhejiang|Jiangsu|Anbar|Nineveh|Idlib|Ghouta
White House|Kremlin|Downing Street|Wall Street|Capitol Hill|Buckingham Palace|Westminster|Pentagon|Trump Tower|Earth
Mars|Venus|Jupiter|Saturn|Guantanamo Bay|Guantanamo|Chernobyl|Fukushima|Auschwitz|Manhattan|Brooklyn|Bronx|Queens
Scotland Yard Building|Easter Island|Falklands|Azores|Canary Islands|Madeira|Bougainville|Zanzibar|Sinjar|Rakhine
Cox's Bazar|Transvaal|KwaZulu-Natal|Western Cape|Gauteng|Mount Sinjar|Mount Rushmore|Tora Bora|Kurdish region
`
  .trim()
  .split(/[|\n]/)

/** Capitals and large or much-named cities. Where a name is commoner as something else ("Reading"), it is left out. */
export const CITIES: readonly string[] = `
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Aden|Adelaide|Ahmedabad|Aleppo|Alexandria|Algiers|Almaty|Amman|Amsterdam
Ankara|Antwerp|Asmara|Astana|Athens|Atlanta|Auckland|Austin|Baghdad|Baku|Baltimore|Bamako|Bangalore|Bengaluru|Bangkok
Bangui|Barcelona|Basra|Beijing|Beirut|Belfast|Belgrade|Benghazi|Berlin|Bern|Birmingham|Bishkek|Bogota|Bogotá|Bologna
Bonn|Boston|Brasilia|Bratislava|Brazzaville|Brisbane|Bristol|Brussels|Bucharest|Budapest|Buenos Aires|Bujumbura|Cairo
Calais|Calcutta|Calgary|Canberra|Cape Town|Caracas|Cardiff|Casablanca|Charlotte|Chennai|Chicago|Chisinau|Christchurch
Cincinnati|Cleveland|Colombo|Cologne|Conakry|Copenhagen|Crawley|Dakar|Dallas|Damascus|Dar es Salaam|Darwin|Delhi
Denver|Derby|Detroit|Dhaka|Doha|Donetsk|Dubai|Dublin|Durban|Dushanbe|Düsseldorf|Edinburgh|Edmonton|El Paso|Erbil|Irbil
Falluja|Fallujah|Ferguson|Florence|Frankfurt|Freetown|Gaborone|Gdansk|Gdańsk|Geneva|Ghent|Glasgow|Gothenburg
Guadalajara|Guangzhou|Guatemala City|Hamburg|Hanoi|Harare|Havana|Helsinki|Hiroshima|Ho Chi Minh City|Homs|Honolulu
Houston|Hyderabad|Incheon|Indianapolis|Islamabad|Istanbul|Jakarta|Jeddah|Jerusalem|Johannesburg|Juba|Kabul|Kampala
Kano|Karachi|Karbala|Kathmandu|Kazan|Kharkiv|Khartoum|Kherson|Kiev|Kyiv|Kigali|Kingston|Kinshasa|Kirkuk|Kobane|Kobani
Kolkata|Kosovska Mitrovica|Krakow|Kraków|Kuala Lumpur|Kunduz|Kuwait City|Kyoto|Lagos|Lahore|La Paz|Las Vegas|Leeds
Leicester|Libreville|Lille|Lima|Limassol|Lisbon|Liverpool|Ljubljana|London|Los Angeles|Luanda|Lucknow|Luhansk|Lusaka
Luxembourg City|Lviv|Lyon|Madrid|Maiduguri|Malmo|Malmö|Managua|Manama|Manchester|Manila|Maputo|Mariupol|Marrakech
Marseille|Marseilles|Mecca|Medellin|Medellín|Medina|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee|Minneapolis
Minsk|Misrata|Mogadishu|Mombasa|Monrovia|Monterrey|Montevideo|Montreal|Moscow|Mosul|Multan|Mumbai|Munich|Muscat
Nagasaki|Nairobi|Najaf|Naples|Nashville|Naypyidaw|Newcastle|New Delhi|New Orleans|New York|New York City|Niamey|Nice
Nicosia|Nouakchott|Odessa|Odesa|Oklahoma City|Omsk|Osaka|Oslo|Ottawa|Ouagadougou|Oxford|Palermo|Palm Beach|Panama City
Paris|Perth|Peshawar|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Port Moresby|Port-au-Prince|Portland|Porto|Port Louis
Port of Spain|Prague|Pretoria|Pristina|Pyongyang|Quetta|Quito|Rabat|Raleigh|Ramadi|Ramallah|Rangoon|Yangon|Raqqa
Rawalpindi|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Rotterdam|Sacramento|Salisbury|Salt Lake City|Samarra|San Antonio
San Diego|San Francisco|San Jose|San Juan|San Salvador|Sana'a|Sanaa|Santiago|Sao Paulo|São Paulo|Sarajevo|Seattle
Seoul|Sevastopol|Shanghai|Sheffield|Shenzhen|Sirte|Skopje|Sochi|Sofia|Southampton|St. Louis|St Louis|St Petersburg
St. Petersburg|Stockholm|Strasbourg|Stuttgart|Suva|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran
Tel Aviv|The Hague|Thessaloniki|Tijuana|Tikrit|Timbuktu|Tirana|Tokyo|Toronto|Toulouse|Tripoli|Tucson|Tulsa|Tunis|Turin
Ulan Bator|Utrecht|Valencia|Valletta|Vancouver|Venice|Vienna|Vientiane|Vilnius|Vladivostok|Warsaw|Washington
Washington DC|Washington D.C.|Washington, D.C.|Wellington|Winnipeg|Wuhan|Yaounde|Yaoundé|Yekaterinburg|Yerevan|Zagreb
Zurich|Zürich|South Bend|West Palm Beach|Gainesville|Albuquerque|San Bernardino|Toowoomba|Hong Kong|Macau|Davao City
`
  .trim()
  .split(/[|\n]/)

/** Words that end the name of a place ("Lake Victoria" begins with one). */
export const PLACE_ENDINGS: ReadonlySet<string> = new Set(
  (
    'River Lake Island Islands Mountain Mountains Valley Bay Beach Sea Ocean Gulf Strait Desert Peninsula Province ' +
    'County Prefecture Oblast Governorate District City Town Village Street Avenue Road Square Bridge Airport Park ' +
    'Castle Palace Cathedral Mosque Stadium Arena Tower Harbour Harbor Canyon Falls Forest Hills Heights Coast ' +
    'Highway Boulevard Plaza Station Border Canal Glacier Reef Basin Plateau Volcano Gardens Monument Cemetery ' +
    'Temple Prison Dam Territory Lane Ridge Springs Creek Observatory Zoo Abbey'
  ).split(' '),
)

/** Words that begin the name of a place. */
export const PLACE_BEGINNINGS: ReadonlySet<string> = new Set(
  'Lake Mount Mt. Cape Port Fort Gulf River Camp Isle Strait Bay San Santa Saint St St. Los Las El Interstate'.split(
    ' ',
  ),
)

/** Points of the compass that begin the name of a region before a known place ("Eastern Ghouta"). */
export const DIRECTIONS: ReadonlySet<string> = new Set(
  'North South East West Northern Southern Eastern Western Central Upper Lower Greater Inner Outer'.split(' '),
)
