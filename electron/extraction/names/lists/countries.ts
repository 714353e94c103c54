/**
 * Sovereign states and the territories that news counts beside them: the names in English use. Upper case matters
 * ("US", "Turkey"). Written for this project.
 */
export const COUNTRIES: readonly string[] = `
Afghanistan|Albania|Algeria|American Samoa|Andorra|Angola|Anguilla|Antigua and Barbuda|Argentina|Armenia|Aruba
Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bermuda|Bhutan|Bolivia
Bosnia|Bosnia and Herzegovina|Bosnia-Herzegovina|Botswana|Brazil|Britain|British Virgin Islands|Brunei|Bulgaria
Burkina Faso|Burma|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Cape Verde|Cayman Islands|Central African Republic|Chad
Chile|China|Colombia|Comoros|Congo|Costa Rica|Cote d'Ivoire|Côte d'Ivoire|Croatia|Cuba|Curacao|Curaçao|Cyprus
Czech Republic|Czechia|Czechoslovakia|Democratic Republic of Congo|Democratic Republic of the Congo|DR Congo|DRC
Denmark|Djibouti|Dominica|Dominican Republic|East Germany|East Timor|Ecuador|Egypt|El Salvador|England
Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Falkland Islands|Faroe Islands|Fiji|Finland|France|French Guiana
French Polynesia|Gabon|Gambia|Georgia|Germany|Ghana|Gibraltar|Great Britain|Greece|Greenland|Grenada|Guadeloupe|Guam
Guatemala|Guernsey|Guinea|Guinea-Bissau|Guyana|Haiti|Holland|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran
Iraq|Ireland|Islamic Republic of Iran|Isle of Man|Israel|Italy|Ivory Coast|Jamaica|Japan|Jersey|Jordan|Kazakhstan
Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg
Macau|Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Martinique|Mauritania|Mauritius|Mexico
Micronesia|Moldova|Monaco|Mongolia|Montenegro|Montserrat|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands
New Caledonia|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Northern Ireland
Northern Mariana Islands|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay
People's Republic of China|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Republic of Congo|Republic of China
Republic of Ireland|Republic of Korea|Romania|Russia|Russian Federation|Rwanda|Saint Lucia|Samoa|San Marino
Sao Tome and Principe|Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia
Solomon Islands|Somalia|Somaliland|South Africa|South Korea|South Sudan|South Ossetia|Soviet Union|Spain|Sri Lanka
St Lucia|Sudan|Suriname|Swaziland|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tonga
Transnistria|Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|UAE|Uganda|UK|U.K.|Ukraine
United Arab Emirates|United Kingdom|United States|United States of America|Uruguay|US|U.S.|USA|U.S.A.|USSR|Uzbekistan
Vanuatu|Vatican|Vatican City|Venezuela|Vietnam|Wales|West Bank|West Germany|Western Sahara|Yemen|Yugoslavia|Zambia
Zimbabwe
`
  .trim()
  .split(/[|\n]/)

/** Names of one country that are the same place; the first of each row is the one it is shown by. */
export const SAME_COUNTRY: readonly (readonly string[])[] = [
  ['United States', 'United States of America', 'US', 'U.S.', 'USA', 'U.S.A.'],
  ['United Kingdom', 'UK', 'U.K.'],
  ['United Arab Emirates', 'UAE'],
  ['Soviet Union', 'USSR'],
  ['Democratic Republic of the Congo', 'Democratic Republic of Congo', 'DR Congo', 'DRC'],
  ['Czech Republic', 'Czechia'],
  ['Ivory Coast', "Côte d'Ivoire", "Cote d'Ivoire"],
  ['Myanmar', 'Burma'],
  ['Russia', 'Russian Federation'],
  ['Iran', 'Islamic Republic of Iran'],
]
