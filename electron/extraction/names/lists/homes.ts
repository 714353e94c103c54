/**
 * Which country news means by a word: its names, its people and adjectives, then its best known towns and parts. Words
 * that are as well known for something else are left out. Written for this project.
 */
export const HOME_WORDS: readonly string[] = `
Afghanistan: Afghan Afghans; Kabul Kandahar Helmand Kunduz Herat
Albania: Albanian Albanians; Tirana
Algeria: Algerian Algerians; Algiers Oran
Angola: Angolan Angolans; Luanda
Argentina: Argentine Argentines Argentinian; Buenos_Aires Rosario
Armenia: Armenian Armenians; Yerevan
Australia: Australian Australians; Canberra Sydney Melbourne Brisbane Perth Adelaide Hobart Darwin Queensland New_South_Wales Victoria Tasmania Western_Australia South_Australia Northern_Territory
Austria: Austrian Austrians; Vienna Salzburg Graz
Azerbaijan: Azerbaijani Azerbaijanis Azeri; Baku
Bahrain: Bahraini Bahrainis; Manama
Bangladesh: Bangladeshi Bangladeshis; Dhaka Chittagong
Belarus: Belarusian Belarusians; Minsk
Belgium: Belgian Belgians; Brussels Antwerp Ghent Flanders Wallonia
Bolivia: Bolivian Bolivians; La_Paz
Bosnia and Herzegovina: Bosnia Bosnian Bosnians Bosnia-Herzegovina; Sarajevo Srebrenica
Botswana: ; Gaborone
Brazil: Brazilian Brazilians; Brasilia Brasília Rio_de_Janeiro Sao_Paulo São_Paulo
Bulgaria: Bulgarian Bulgarians; Sofia
Burkina Faso: ; Ouagadougou
Burundi: Burundian; Bujumbura
Cambodia: Cambodian Cambodians; Phnom_Penh
Cameroon: Cameroonian; Yaounde Yaoundé Douala
Canada: Canadian Canadians; Ottawa Toronto Montreal Vancouver Calgary Winnipeg Edmonton Quebec Ontario Alberta British_Columbia Manitoba Nova_Scotia Saskatchewan New_Brunswick
Chad: Chadian; 
Chile: Chilean Chileans; Valparaiso
China: Chinese People's_Republic_of_China; Beijing Shanghai Wuhan Shenzhen Guangdong Sichuan Xinjiang Tibet Hubei
Colombia: Colombian Colombians; Bogota Bogotá Medellin Medellín
Costa Rica: Costa_Rican; 
Croatia: Croatian Croatians Croats; Zagreb
Cuba: Cuban Cubans; Havana
Cyprus: Cypriot Cypriots; Nicosia Limassol
Czech Republic: Czech Czechs Czechia; Prague Brno
Democratic Republic of the Congo: Democratic_Republic_of_Congo DR_Congo DRC; Kinshasa Goma
Denmark: Danish Danes; Copenhagen Aarhus
Dominican Republic: ; Santo_Domingo
East Timor: Timor-Leste; Dili
Ecuador: Ecuadorian; Quito Guayaquil
Egypt: Egyptian Egyptians; Cairo Sinai Giza
El Salvador: Salvadoran; San_Salvador
Eritrea: Eritrean; Asmara
Estonia: Estonian Estonians; Tallinn
Ethiopia: Ethiopian Ethiopians; Addis_Ababa Tigray
Fiji: Fijian Fijians; Suva
Finland: Finnish Finns; Helsinki
France: French; Paris Marseille Marseilles Lyon Toulouse Strasbourg Lille Bordeaux Calais Brittany Normandy Corsica
Georgia: Georgian Georgians; Tbilisi Abkhazia South_Ossetia
Germany: German Germans; Berlin Munich Hamburg Frankfurt Cologne Stuttgart Bavaria Saxony Leipzig Dresden Bundestag
Ghana: Ghanaian Ghanaians; Accra Kumasi
Greece: Greek Greeks; Athens Thessaloniki Crete
Guatemala: Guatemalan; Guatemala_City
Haiti: Haitian Haitians; Port-au-Prince
Honduras: Honduran Hondurans; Tegucigalpa
Hungary: Hungarian Hungarians; Budapest
Iceland: Icelandic Icelanders; Reykjavik
India: Indian Indians; Delhi New_Delhi Mumbai Kolkata Calcutta Chennai Bangalore Bengaluru Ahmedabad Kerala Gujarat Maharashtra Bihar Uttar_Pradesh Tamil_Nadu West_Bengal Lok_Sabha
Indonesia: Indonesian Indonesians; Jakarta Bali Aceh Sumatra
Iran: Iranian Iranians Islamic_Republic_of_Iran; Tehran
Iraq: Iraqi Iraqis; Baghdad Mosul Basra Kirkuk Erbil Irbil Tikrit Fallujah Falluja Ramadi Najaf Karbala Anbar
Ireland: Irish Republic_of_Ireland; Dublin Cork Galway Limerick Dáil
Israel: Israeli Israelis; Jerusalem Tel_Aviv Haifa Knesset
Italy: Italian Italians; Rome Milan Naples Turin Venice Florence Palermo Sicily Sardinia Tuscany
Ivory Coast: Ivorian Ivorians Cote_d'Ivoire Côte_d'Ivoire; Abidjan
Jamaica: Jamaican Jamaicans; Kingston
Japan: Japanese; Tokyo Osaka Kyoto Fukushima Hiroshima Nagasaki Okinawa Hokkaido
Jordan: Jordanian Jordanians; Amman
Kazakhstan: Kazakh Kazakhs; Astana Almaty
Kenya: Kenyan Kenyans; Nairobi Mombasa Kisumu
Kosovo: Kosovan Kosovans; Pristina
Kuwait: Kuwaiti Kuwaitis; Kuwait_City
Kyrgyzstan: Kyrgyz; Bishkek
Laos: Laotian; Vientiane
Latvia: Latvian Latvians; Riga
Lebanon: Lebanese; Beirut
Liberia: Liberian Liberians; Monrovia
Libya: Libyan Libyans; Benghazi Misrata Sirte
Lithuania: Lithuanian Lithuanians; Vilnius
Luxembourg: ; Luxembourg_City
Madagascar: Malagasy; Antananarivo
Malawi: Malawian Malawians; Lilongwe Blantyre
Malaysia: Malaysian Malaysians; Kuala_Lumpur
Maldives: Maldivian; Malé
Mali: Malian Malians; Bamako Timbuktu
Malta: Maltese; Valletta
Mauritania: Mauritanian; Nouakchott
Mexico: Mexican Mexicans; Mexico_City Tijuana Monterrey Guadalajara
Moldova: Moldovan Moldovans; Chisinau
Mongolia: Mongolian Mongolians; Ulan_Bator Ulaanbaatar
Montenegro: Montenegrin; Podgorica
Morocco: Moroccan Moroccans; Rabat Casablanca Marrakech
Mozambique: Mozambican; Maputo
Myanmar: Burma Burmese; Yangon Rangoon Naypyidaw Rakhine
Namibia: Namibian Namibians; Windhoek
Nepal: Nepalese Nepali Nepalis; Kathmandu
Netherlands: Dutch Holland; Amsterdam Rotterdam The_Hague Utrecht
New Zealand: New_Zealanders New_Zealander; Wellington Auckland Christchurch Dunedin
Nicaragua: Nicaraguan; Managua
Niger: Nigerien; Niamey
Nigeria: Nigerian Nigerians; Abuja Lagos Kano Maiduguri Borno
North Korea: North_Korean North_Koreans; Pyongyang
North Macedonia: Macedonia Macedonian Macedonians; Skopje
Norway: Norwegian Norwegians; Oslo Bergen Trondheim
Oman: Omani Omanis; Muscat
Pakistan: Pakistani Pakistanis; Islamabad Karachi Lahore Peshawar Quetta Rawalpindi Balochistan Sindh
Palestine: Palestinian Palestinians; Gaza Gaza_Strip West_Bank Ramallah
Panama: Panamanian; Panama_City
Papua New Guinea: ; Port_Moresby Bougainville
Paraguay: Paraguayan; Asuncion
Peru: Peruvian Peruvians; Lima
Philippines: Philippine Filipino Filipinos; Manila Mindanao Luzon Davao
Poland: Polish Poles; Warsaw Krakow Kraków Gdansk Gdańsk Sejm
Portugal: Portuguese; Lisbon Porto Madeira Azores
Qatar: Qatari Qataris; Doha
Romania: Romanian Romanians; Bucharest
Russia: Russian Russians Russian_Federation; Moscow Kremlin St_Petersburg St._Petersburg Chechnya Siberia Dagestan State_Duma
Rwanda: Rwandan Rwandans; Kigali
Saudi Arabia: Saudi Saudis; Riyadh Jeddah Mecca
Senegal: Senegalese; Dakar
Serbia: Serbian Serbians Serb Serbs; Belgrade Novi_Sad
Sierra Leone: ; Freetown
Singapore: Singaporean Singaporeans; 
Slovakia: Slovak Slovaks; Bratislava
Slovenia: Slovenian Slovenes Slovenians; Ljubljana
Somalia: Somali Somalis; Mogadishu
South Africa: South_African South_Africans; Pretoria Johannesburg Cape_Town Durban Gauteng KwaZulu-Natal
South Korea: South_Korean South_Koreans Republic_of_Korea; Seoul Busan Incheon
South Sudan: South_Sudanese; Juba
Soviet Union: Soviet Soviets USSR;
Spain: Spanish Spaniards; Madrid Barcelona Seville Catalonia Catalan Andalusia Basque_Country
Sri Lanka: Sri_Lankan Sri_Lankans; Colombo
Sudan: Sudanese; Khartoum Darfur
Sweden: Swedish Swedes; Stockholm Gothenburg Malmo Malmö
Switzerland: Swiss; Bern Zurich Zürich Geneva Basel
Syria: Syrian Syrians; Damascus Aleppo Homs Raqqa Idlib Kobane Latakia Ghouta
Taiwan: Taiwanese; Taipei
Tajikistan: Tajik Tajiks; Dushanbe
Tanzania: Tanzanian Tanzanians; Dar_es_Salaam Dodoma Zanzibar
Thailand: Thai Thais; Bangkok Phuket Chiang_Mai
Tonga: Tongan Tongans; 
Trinidad and Tobago: ; Port_of_Spain
Tunisia: Tunisian Tunisians; Tunis Sousse
Turkey: Turkish Turks Türkiye; Ankara Istanbul Izmir
Turkmenistan: ; Ashgabat
Uganda: Ugandan Ugandans; Kampala
Ukraine: Ukrainian Ukrainians; Kiev Kyiv Kharkiv Odessa Odesa Donetsk Luhansk Crimea Donbass Donbas Mariupol Lviv Kherson
United Arab Emirates: UAE Emirati Emiratis; Dubai Abu_Dhabi
United Kingdom: UK U.K. Britain Great_Britain British Britons England English Scotland Scottish Scots Wales Welsh Northern_Ireland; London Belfast Edinburgh Glasgow Cardiff Manchester Birmingham Liverpool Leeds Sheffield Bristol Oxford Cambridge Newcastle Leicester Nottingham Southampton Kent Essex Sussex Surrey Yorkshire Lancashire Cornwall Devon Dorset Norfolk Suffolk Powys Westminster Whitehall Downing_Street House_of_Commons House_of_Lords Holyrood Stormont
Uruguay: Uruguayan Uruguayans; Montevideo
Uzbekistan: Uzbek Uzbeks; Tashkent Samarkand
Venezuela: Venezuelan Venezuelans; Caracas
Vietnam: Vietnamese; Hanoi Ho_Chi_Minh_City
Yemen: Yemeni Yemenis; Sanaa Sana'a Aden Hodeidah
Zambia: Zambian Zambians; Lusaka
Zimbabwe: Zimbabwean Zimbabweans; Harare Bulawayo
United States: US U.S. USA U.S.A. United_States_of_America American Americans; New_York_City Los_Angeles Chicago Houston Philadelphia San_Francisco Boston Seattle Dallas Miami Atlanta Detroit Denver Las_Vegas New_Orleans Baltimore Minneapolis Pittsburgh Cleveland Milwaukee Nashville Capitol_Hill White_House Pentagon Washington Washington_DC Washington_D.C. New_England Manhattan Brooklyn
`
  .trim()
  .split('\n')

/** First-level parts of a country whose towns news tells apart by them: "Springfield, Illinois". */
export const PARTS_OF_STATES: Readonly<Record<string, string>> = {
  'United States': `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York_State North_Carolina North_Dakota Ohio Oklahoma Oregon
    Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin
    Wyoming`,
  Australia: `Queensland New_South_Wales Victoria Tasmania Western_Australia South_Australia`,
  Canada: `Quebec Ontario Alberta British_Columbia Manitoba Nova_Scotia Saskatchewan New_Brunswick`,
}

/** Towns of one country that have a well-known namesake in another: which one is meant hangs on the article. */
export const TWIN_TOWNS: Readonly<Record<string, readonly string[]>> = {
  Alexandria: ['Egypt', 'United States'],
  Athens: ['Greece', 'United States'],
  Birmingham: ['United Kingdom', 'United States'],
  Boston: ['United States', 'United Kingdom'],
  Cambridge: ['United Kingdom', 'United States'],
  Hyderabad: ['India', 'Pakistan'],
  Manchester: ['United Kingdom', 'United States'],
  Newcastle: ['United Kingdom', 'Australia'],
  Perth: ['Australia', 'United Kingdom'],
  Richmond: ['United States', 'United Kingdom'],
  Tripoli: ['Libya', 'Lebanon'],
  Valencia: ['Spain', 'Venezuela'],
  Wellington: ['New Zealand', 'United Kingdom'],
}
