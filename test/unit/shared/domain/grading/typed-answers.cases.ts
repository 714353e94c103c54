import type { EntityKind } from '#shared/domain/extraction.ts'
import { type ExpectedAnswer, expectText } from '#shared/domain/grading/grade-answer.ts'

/** One expected answer, with what may be typed for it and what may not. */
export interface AnswerCases {
  readonly expected: ExpectedAnswer
  readonly label: string
  readonly accepted: readonly string[]
  readonly rejected: readonly string[]
}

const list = (text: string) =>
  text
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean)

function name(kind: EntityKind, names: string, others: string, accepted: string, rejected: string): AnswerCases {
  return {
    expected: { type: 'name', kind, names: list(names), others: list(others), also: [] },
    label: list(names)[0] ?? '',
    accepted: list(accepted),
    rejected: list(rejected),
  }
}
const person = (names: string, others: string, accepted: string, rejected: string) =>
  name('person', names, others, accepted, rejected)
const group = (names: string, others: string, accepted: string, rejected: string) =>
  name('group', names, others, accepted, rejected)
const place = (names: string, others: string, accepted: string, rejected: string) =>
  name('place', names, others, accepted, rejected)

interface Figure {
  readonly low: number | null
  readonly high: number | null
  readonly hedge?: string
  readonly unit?: string
  readonly measures?: string
}
function amount(text: string, figure: Figure, accepted: string, rejected: string): AnswerCases {
  const { low, high, hedge = null, unit = null, measures = null } = figure
  return {
    expected: { type: 'amount', text, low, high, hedge, unit, measures, also: [] },
    label: text,
    accepted: list(accepted),
    rejected: list(rejected),
  }
}
function words(text: string, accepted: string, rejected: string): AnswerCases {
  return { expected: expectText(text), label: text, accepted: list(accepted), rejected: list(rejected) }
}
const exactly = (value: number) => ({ low: value, high: value })

/** What a person may type, against what is expected. Names of the living and the dead, none of them in a story here. */
export const typedAnswers: readonly AnswerCases[] = [
  person(
    'John Kerry|Kerry|Secretary Kerry',
    'Bob Kerrey|Katy Perry|John Key',
    'John Kerry|john kerry|JOHN KERRY|Kerry|Mr Kerry|Mr. John Kerry|Senator Kerry|Secretary of State John Kerry|Kerry, John|Kerry John|J. Kerry|J Kerry|Jhon Kerry|John F. Kerry',
    '|John|Perry|Bob Kerrey|Kerrey|John Kelly|John Terry|John Key|Jim Kerry|K|Teresa Kerry|Obama',
  ),
  person(
    'Haider al-Abadi|al-Abadi|Abadi',
    'Nouri al-Maliki|Shirin Ebadi',
    'Haider al-Abadi|Haider Al Abadi|Haider Abadi|abadi|al-abadi|Haidar al-Abadi|Hayder al Abadi|Prime Minister Abadi|Prime Minister Haider al-Abadi|Abadi, Haider',
    'Haider|Ebadi|Nouri al-Maliki|Maliki|Nouri al-Abadi|Shirin Ebadi|Abdi|Ali al-Abadi',
  ),
  person(
    'Nouri al-Maliki|Maliki',
    'Fuad Masum',
    'Nuri al-Maliki|Nouri Maliki|al-Maliki|Maliki|Nouri al Maliki',
    'Malik|Fuad Masum|Masum|Nouri',
  ),
  person(
    'Angela Merkel|Merkel',
    'Alexander Merkel',
    'Angela Merkel|Chancellor Merkel|Merkel, Angela|angela merkel|Angela Merkell|Angela Merkal|Dr Angela Merkel',
    'Angela|A. Merkel|Angela Markel|Alexander Merkel|Angela Davis|Martin Merkel|Markle|Merkel Alexander',
  ),
  person(
    'Volodymyr Zelensky',
    'Vladimir Putin|Valeriy Zaluzhny',
    'Volodymyr Zelensky|Zelensky|Zelenskyy|Volodymyr Zelenskyy|Volodymyr Zelenskiy|Zelenski|President Zelensky|Zelesnky',
    'Vladimir Putin|Putin|Volodymyr|Zaluzhny|Vladimir Zelensky|Zalensko',
  ),
  person(
    'George W. Bush|Bush',
    'George H. W. Bush|Jeb Bush|Laura Bush',
    'George W. Bush|George W Bush|george w. bush|Bush, George W.',
    'George H. W. Bush|George H W Bush|George HW Bush|Jeb Bush|Laura Bush|Bush|George Busch|Kate Bush',
  ),
  person(
    'Hillary Rodham Clinton|Hillary Clinton',
    'Bill Clinton|Chelsea Clinton',
    'Hillary Clinton|Hilary Clinton|Mrs Hillary Clinton|Hillary R. Clinton|Hillary Rodham Clinton|Secretary Hillary Clinton|Clinton, Hillary',
    'Bill Clinton|Clinton|Chelsea Clinton|William Clinton|Hillary|Chelsea',
  ),
  person(
    'Bill Clinton',
    'Hillary Clinton',
    'William Clinton|Bill Clinton|President Bill Clinton|William J. Clinton',
    'Hillary Clinton|Clinton|Bob Clinton',
  ),
  person(
    'John Adams',
    'John Quincy Adams',
    'John Adams|President John Adams',
    'John Quincy Adams|Adams|Quincy Adams|Sam Adams',
  ),
  person(
    'John Quincy Adams',
    'John Adams',
    'John Quincy Adams|John Q. Adams|Quincy Adams',
    'John Adams|Adams|Samuel Adams',
  ),
  person(
    'Mohammed bin Salman|MBS',
    'King Salman|Mohammed bin Nayef',
    'Mohammed bin Salman|Muhammad bin Salman|Mohamed bin Salman|bin Salman|Crown Prince Mohammed bin Salman|MBS|Prince Mohammed bin Salman|Mohammed Salman',
    'Salman|King Salman|Mohammed bin Nayef|bin Nayef|Mohammed',
  ),
  person(
    'Kim Jong-un',
    'Kim Jong-il|Kim Il-sung',
    'Kim Jong-un|Kim Jong Un|kim jong un',
    'Kim Jong-il|Kim Il-sung|Kim|Kim Jong|Kim Yo-jong',
  ),
  person('Xi Jinping', 'Li Keqiang', 'Xi Jinping|Jinping Xi|Xi|President Xi|Xi, Jinping', 'Li Keqiang|Li|Jiang Zemin'),
  person(
    'Pope John Paul II',
    'Pope John Paul I',
    'John Paul II|Pope John Paul II',
    'John Paul I|John Paul|Pope John Paul|John Paul III|Paul II',
  ),
  person('Henry VIII', 'Henry VII', 'Henry VIII|King Henry VIII', 'Henry VII|Henry|Henry VI|Edward VIII'),
  person(
    'Martin Luther King Jr',
    'Martin Luther',
    'Martin Luther King|Martin Luther King Jr.|Dr Martin Luther King|King|M. L. King',
    'Martin Luther|Luther|Rodney King|Martin Luther King Sr',
  ),
  person(
    'Barack Obama',
    'Michelle Obama|Osama bin Laden',
    'Barack Obama|President Barack Obama|Barak Obama|Barack Obamma|Barack H. Obama|B. Obama',
    'Obama|Osama|Osama bin Laden|Michelle Obama|Barack Osama|Barack',
  ),
  person(
    'Osama bin Laden',
    'Barack Obama',
    'Osama bin Laden|Usama bin Laden|bin Laden|Osama Bin Laden|Osama bin Ladden',
    'Obama|Barack Obama|Laden|Obama bin Laden',
  ),
  person(
    'Ali Khamenei',
    'Ruhollah Khomeini',
    'Ali Khamenei|Ayatollah Ali Khamenei|Khamenei|Ayatollah Khamenei|Grand Ayatollah Ali Khamenei',
    'Khomeini|Ruhollah Khomeini|Ayatollah Khomeini|Ali Khomeini|Ali',
  ),
  person(
    'Ursula von der Leyen',
    'Charles Michel',
    'Ursula von der Leyen|von der Leyen|Ursula Leyen|Leyen',
    'Charles Michel|Ursula|Ursula von der Lippe',
  ),
  person(
    'Emmanuel Macron',
    'Brigitte Macron',
    'Emmanuel Macron|Emanuel Macron|Emmanuel Marcon|E. Macron',
    'Macron|Brigitte Macron|Emmanuel Petit|Marcon Brigitte',
  ),
  person(
    'Recep Tayyip Erdoğan',
    'Abdullah Gül',
    'Recep Tayyip Erdogan|Erdogan|Erdoğan|Tayyip Erdogan|President Erdogan|R. T. Erdogan|Recep Erdogan',
    'Abdullah Gul|Gul|Tayyip|Ahmet Erdogan',
  ),
  person(
    'François Hollande',
    'François Fillon',
    'Francois Hollande|Hollande|Monsieur Hollande|Francois Holande',
    'Fillon|Francois Fillon|Francois|Holland Roden',
  ),
  person('Søren Kierkegaard', '', 'Soren Kierkegaard|Kierkegaard|Soren Kirkegaard|Kierkegard', 'Soren|Soren Larsen'),
  person('Bo Hansen', 'Bo Hanson', 'Bo Hansen', 'Bo Hanson|Hanson'),
  person('Emma Thompson', 'Emma Thomson', 'Emma Thompson|Thompson', 'Emma Thomson|Thomson|Emma Watson'),
  person('Natalia Ivanov', '', 'Natalia Ivanov|Ivanov', 'Natalia Ivanova|Ivanova'),
  person(
    'Michael Johnson',
    'Michael Johnston',
    'Michael Johnson|Mike Johnson|Johnson',
    'Michael Johnston|Johnston|Boris Johnson|Michelle Johnson|Michael Jonson',
  ),
  person(
    'Sergei Lavrov',
    '',
    'Sergey Lavrov|Sergei Lavrov|Lavrov|Foreign Minister Lavrov|Foreign Minister Sergei Lavrov|Lavrvo',
    'Sergei Shoigu|Shoigu|Lavrova',
  ),
  person(
    'Muammar Gaddafi',
    '',
    'Muammar Gaddafi|Gadhafi|Qaddafi|Colonel Gaddafi|Muammar Qaddafi|Gadafi',
    'Gandhi|Saif Gaddafi',
  ),
  person('Aung San Suu Kyi', 'Aung San', 'Aung San Suu Kyi|Suu Kyi|San Suu Kyi', 'Aung San|Aung|San'),
  person(
    'Bashar al-Assad',
    'Hafez al-Assad',
    'Bashar al-Assad|Bashar Assad|President Bashar al-Assad|Basher al-Assad',
    'Hafez al-Assad|Assad|al-Assad|Hafez Assad|Bashir al-Sadr',
  ),

  group(
    'United Nations|UN',
    'European Union|United Nations Security Council',
    'United Nations|the United Nations|UN|U.N.|the UN|united nations',
    'EU|European Union|United Nation Security Council|Security Council|United|Nations',
  ),
  group(
    'World Health Organization|WHO',
    'World Trade Organization',
    'World Health Organisation|WHO|W.H.O.|the World Health Organization|World Health Organiztion',
    'World Trade Organization|WTO|World Health|Health Organization',
  ),
  group(
    'NATO',
    '',
    'NATO|nato|N.A.T.O.|North Atlantic Treaty Organization|North Atlantic Treaty Organisation',
    'NAFTA|NATA|NATOS',
  ),
  group(
    'Islamic State|ISIS|ISIL',
    'al-Qaeda',
    'ISIS|Islamic State|the Islamic State|Daesh|ISIL|Islamic state|Islamc State',
    'al-Qaeda|Al Qaida|Islamic|ISI|State',
  ),
  group('al-Qaeda', 'Islamic State', 'al-Qaeda|Al Qaeda|al-Qaida|al qaida|Al-Qaeda', 'Islamic State|ISIS|Taliban'),
  group(
    'Democratic Party',
    'Republican Party|Social Democratic Party',
    'Democratic Party|the Democratic Party|democratic party|Party Democratic|Democratc Party',
    'Republican Party|Social Democratic Party|Democratic|Party|Christian Democratic Party',
  ),
  group('Republicans', 'Democrats', 'Republicans|Republican|the Republicans', 'Democrats|Republic'),
  group(
    'Ministry of Health',
    'Ministry of Defence',
    'Ministry of Health|Health Ministry|the Ministry of Health|the health ministry',
    'Ministry of Defence|Ministry|Ministry of Wealth|Health|Minister of Health',
  ),
  group('World Bank', 'Water Board', 'World Bank|the World Bank|Wrold Bank', 'WB|Water Board|World|Bank'),
  group(
    'Kurdistan Democratic Party|KDP',
    'Patriotic Union of Kurdistan|PUK',
    'KDP|Kurdistan Democratic Party|Democratic Party of Kurdistan',
    'PUK|Patriotic Union of Kurdistan|KPD|Democratic Party',
  ),
  group('Hezbollah', 'Hamas', 'Hezbollah|Hizbollah|Hizbullah|Hezbolah', 'Hamas|Ezbollah|Fatah'),
  group('Boeing Co', 'Airbus', 'Boeing|Boeing Co|Boeing Company|Boieng', 'Airbus|Bowing Fast'),
  group(
    'Federal Bureau of Investigation',
    'Central Intelligence Agency',
    'FBI|F.B.I.|Federal Bureau of Investigation|fbi|Federal Bureau for Investigation',
    'CIA|KGB|Bureau|Central Intelligence Agency',
  ),
  group('Kurds', 'Turks', 'Kurds|Kurd|the Kurds', 'Turks|Kurdistan|Arabs'),

  place('Iraq', 'Iran', 'Iraq|iraq|IRAQ', 'Iran|Iraqi|Irak Valley|Irac Town|Syria'),
  place('Iran', 'Iraq', 'Iran|iran', 'Iraq|Ireland|Oran'),
  place('Austria', 'Australia', 'Austria|austria', 'Australia|Austrian'),
  place('Australia', '', 'Australia|Austrailia|Austrlaia', 'Austria|Australian'),
  place('Niger', '', 'Niger', 'Nigeria|Nigerian|Tiger'),
  place('Nigeria', '', 'Nigeria', 'Niger|Algeria|Liberia'),
  place('Slovakia', '', 'Slovakia|Slovkia', 'Slovenia|Slovak'),
  place('Gambia', '', 'Gambia|the Gambia|The Gambia', 'Zambia|Namibia'),
  place('Grenada', '', 'Grenada', 'Granada'),
  place('Syria', '', 'Syria|syria|Syira', 'Syrian|Serbia|Libya'),
  place('Russia', '', 'Russia|Russian Federation|Rusia', 'Russian|Prussia'),
  place('North Korea', 'South Korea', 'North Korea|north korea|DPRK', 'South Korea|Korea|North'),
  place(
    'Democratic Republic of the Congo|DR Congo',
    'Republic of the Congo',
    'DR Congo|DRC|Democratic Republic of Congo|Congo-Kinshasa',
    'Congo|Republic of the Congo|Congo-Brazzaville|Republic of Congo',
  ),
  place(
    'Guinea',
    'Guinea-Bissau|Equatorial Guinea',
    'Guinea',
    'Guinea-Bissau|Equatorial Guinea|Guyana|Ghana|Papua New Guinea',
  ),
  place('Dominica', '', 'Dominica', 'Dominican Republic|Dominican'),
  place(
    'New York',
    'New York Times',
    'New York|New York City|new york|NYC',
    'York|New|Newark|New York Times|New Zealand',
  ),
  place(
    'United States|US|America',
    '',
    'United States|USA|U.S.|US|the United States of America|America|the US',
    'United Kingdom|United|UK|United Arab Emirates',
  ),
  place('Kyiv', '', 'Kyiv|Kiev|kyiv', 'Kiel|Kharkiv|Lviv'),
  place('São Paulo', '', 'Sao Paulo|São Paulo|sao paulo', 'Sao Paolo|Santiago|San Salvador'),
  place('Côte d’Ivoire', '', "Cote d'Ivoire|Ivory Coast|Côte d’Ivoire", 'Gold Coast|Sierra Leone'),
  place('Mosul', '', 'Mosul|Mossul', 'Mogul|Kirkuk|Basra'),
  place('Philippines', '', 'Philippines|Phillipines|the Philippines|Philipines', 'Philip|Palestine'),
  place('Paris', '', 'Paris|paris', 'Parish|Prague|Pairs Street'),

  amount(
    'about 40',
    { ...exactly(40), hedge: 'about' },
    '40|about 40|38|42|39|41|forty|roughly 40|around forty|39.5|about 41|~40|38-42',
    '37|43|44|50|30|400|4|14|at|37.9|42.1|-40|30 to 50|40%|40 km',
  ),
  amount(
    '40',
    exactly(40),
    '40|forty|40.0|exactly 40|about 40|40 wells',
    '41|39|42|38|400|four|fourteen|forty-one|forty one|under 10|40 %',
  ),
  amount(
    '1.2 million',
    exactly(1_200_000),
    '1.2m|1,200,000|1.2 million|1200000|1 200 000|one point two million|1.2M|1.200.000|1,2 million|1.2 mn|1200k',
    '1.2|1.2 billion|12 million|120,000|1.3m|1.2bn|1,200|1.25 million|2.1 million',
  ),
  amount('half', { ...exactly(0.5) }, 'half|0.5|a half|1/2|one half|½', '0.25|a quarter|5|one|2|third'),
  amount(
    '50 %',
    { ...exactly(50), unit: '%' },
    '50%|50 %|50 percent|50 per cent|fifty percent|half|one half|0.5|1/2|a half|50|fifty per cent',
    '5%|0.05|51%|a third|500|15%|50 km|50 dollars|quarter|55',
  ),
  amount('a third', { ...exactly(0.333) }, 'a third|one third|1/3|⅓|third', 'two thirds|a quarter|3|half'),
  amount('33.3 %', { ...exactly(33.3), unit: '%' }, '33.3%|33.3|a third|1/3', '33%|3.33%|two thirds|30%'),
  amount('two-thirds', { ...exactly(0.667) }, '2/3|two thirds|two-thirds', '1/3|three quarters|2|0.6'),
  amount(
    '$5bn',
    { ...exactly(5e9), unit: 'USD' },
    '$5bn|5 billion dollars|$5 billion|US$5bn|USD 5 billion|five billion dollars|5bn|$5,000,000,000|5 billion US dollars|5 billion',
    '£5bn|5 million dollars|€5bn|$5m|$50bn|5|$5.1bn|5 billion euros|C$5bn',
  ),
  amount(
    '£1.5m',
    { ...exactly(1_500_000), unit: 'GBP' },
    '£1.5m|1.5 million pounds|£1,500,000|GBP 1.5m|one and a half million pounds|1.5m',
    '$1.5m|£1.5bn|£15m|£1.4m',
  ),
  amount(
    '160 km',
    { ...exactly(160), unit: 'km' },
    '160km|160 km|160 kilometres|160,000 m|160000 metres|100 miles|160|99.4 miles',
    '160 miles|16 km|160 m|1600 km|90 miles|161 km',
  ),
  amount(
    '5 miles',
    { ...exactly(5), unit: 'miles' },
    '5 miles|five miles|8 km|8.05 km|5',
    '5 km|8 miles|9 km|50 miles',
  ),
  amount(
    'two weeks',
    { ...exactly(2), unit: 'weeks' },
    '2 weeks|two weeks|14 days',
    '2 months|two days|3 weeks|14 weeks|12 days',
  ),
  amount(
    '18 months',
    { ...exactly(18), unit: 'months' },
    '18 months|1.5 years|eighteen months|one and a half years',
    '18 years|8 months|2 years|18 days|80 months',
  ),
  amount(
    '25 years',
    { ...exactly(25), unit: 'years', measures: 'age' },
    '25|25 years|twenty-five|25 years old|twenty five',
    '52|26|24|25 months|twenty',
  ),
  amount(
    'at least 300',
    { low: 300, high: null, hedge: 'at least' },
    '300|at least 300|300+|over 300|more than 300|three hundred|300 or more|310|>300',
    '250|400|up to 300|under 300|less than 300|30|3,000|200',
  ),
  amount(
    'up to 31,500',
    { low: null, high: 31_500, hedge: 'up to' },
    '31,500|up to 31,500|31500|31.5k|31 500|31,000|at most 31,500',
    '20,000|at least 31,500|over 31,500|32,000|315,000|3,150',
  ),
  amount(
    'nearly 2,000',
    { ...exactly(2000), hedge: 'nearly' },
    '2000|nearly 2000|almost 2,000|1,950|two thousand|2k|1,900',
    '2,100|200|1,800|20,000|more than 2,000|2,050',
  ),
  amount(
    'between 20,000 and 31,500',
    { low: 20_000, high: 31_500, hedge: 'between' },
    '20,000 to 31,500|20,000-31,500|20000–31500|between 20,000 and 31,500|20k to 31.5k|from 20,000 to 31,500',
    '20,000|31,500|25,000|2,000 to 31,500|20,000 to 30,000|20 to 31.5',
  ),
  amount(
    '20 to 30 million',
    { low: 20e6, high: 30e6 },
    '20-30 million|20 to 30 million|20m to 30m|20 million to 30 million|between 20 and 30 million',
    '20 million|30 million|20-30|25 million|20 to 30 billion|2-3 million',
  ),
  amount('two dozen', { ...exactly(24) }, '24|two dozen|twenty-four|2 dozen', '12|20|a dozen|dozen|22'),
  amount(
    '120',
    exactly(120),
    '120|a hundred and twenty|one hundred and twenty|one hundred twenty|hundred and twenty',
    '102|100|20|112|1200|a hundred',
  ),
  amount(
    '2,350',
    exactly(2350),
    '2350|2,350|two thousand three hundred and fifty|2.35 thousand|2 350',
    '2,305|2,530|2,300|235|two thousand',
  ),
  amount('−3.5%', { ...exactly(-3.5), unit: '%' }, '-3.5%|minus 3.5 percent|−3.5 %|-3.5', '3.5%|3.5|-35%|-5.3%'),
  amount(
    '10 tonnes',
    { ...exactly(10), unit: 'tonnes' },
    '10 tonnes|10,000 kg|ten tonnes|10 metric tons|10',
    '10 kg|1 tonne|100 tonnes|10 tons',
  ),
  amount('37 °C', { ...exactly(37), unit: '°C' }, '37 degrees|37°C|37 degrees Celsius|37', '37°F|98 degrees|73'),
  amount('1914', exactly(1914), '1914', '1915|1941|1918|914|about 1915'),
  amount(
    'about half a million',
    { ...exactly(500_000), hedge: 'about' },
    'half a million|500,000|0.5m|about 500k|480,000|520,000',
    'half|a million|50,000|450,000|5 million',
  ),
  amount(
    'about 20 to 30',
    { low: 20, high: 30, hedge: 'about' },
    '20-30|19-31|about 20 to 30|20 to 30',
    '25|10-30|20-40|20|200-300',
  ),

  words(
    'Foreign Minister',
    'Foreign Minister|foreign minister|the Foreign Minister|minister foreign|foriegn minister|Foreign Minster',
    'Prime Minister|Minister|Former Minister|Foreign Ministry|Deputy Foreign Minister|Foreign',
  ),
  words(
    'Iraqi Foreign Minister',
    'Iraqi foreign minister|foreign minister of Iraq|Foreign Minister of Iraq|the Iraqi Foreign Minister',
    'Iranian foreign minister|foreign minister of Iran|foreign minister',
  ),
  words(
    '14 May 2014',
    '14 May 2014|May 14, 2014|14th May 2014|2014-05-14|14 may 2014',
    '15 May 2014|14 May 2015|14 June 2014|May 2014|4 May 2014|14 March 2014',
  ),
  words(
    'September 2014',
    'September 2014|Sept 2014|sep 2014|Septmeber 2014',
    'September 2015|October 2014|September|2014',
  ),
  words(
    'photosynthesis',
    'photosynthesis|Photosynthesis|photosynthesys|photosythesis|fotosynthesis',
    'chemosynthesis|photosystem|synthesis|photo',
  ),
  words('an increase', 'increase|an increase|the increase', 'decrease|a decrease|in crease'),
  words('a ceasefire', 'ceasefire|the ceasefire|a ceasfire', 'cease|fire|war'),
  words('Article 5', 'Article 5|article 5|the Article 5', 'Article 4|Article 50|5|Article'),
  words('legal', 'legal', 'illegal|regal|lethal'),
  words('Arvenia invaded Belland', 'Arvenia invaded Belland|arvenia invaded belland', 'Belland invaded Arvenia'),
  words('From Oslo to Bergen', 'from Oslo to Bergen|Oslo to Bergen from', 'From Bergen to Oslo|from bergen to oslo'),
  words('Lindqvist and Marsh', 'Lindqvist and Marsh|Marsh and Lindqvist|marsh, lindqvist', 'Marsh|Lindqvist'),
  words(
    'Minister of Health Jana Mraz',
    'Jana Mraz, Minister of Health|Health Minister Jana Mraz',
    'Minister of Health',
  ),
  words('C++', 'C++|c++', 'C|C#|C+'),
  words('23 June 2016', '23.6.2016|6/23/2016|23/06/2016', '6.7.2016|22.6.2016|24/6/2016'),
  words('😀', '😀', '😁|x'),
  words('160 air strikes', '160|160 air strikes|160 strikes|160 airstrikes', '160 tanks|160 people|16 air strikes'),
]
