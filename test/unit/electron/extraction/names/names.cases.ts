/** What is shown, a text, and its entities in order with their other names. */
export const NAMES: readonly (readonly [shows: string, text: string, entities: readonly string[]])[] = [
  [
    'leaves titles out of names',
    'It was agreed by US Secretary of State John Kerry.',
    ['place: United States = US', 'person: John Kerry'],
  ],
  ['leaves forms of address out of names', 'Then Mr Kerry spoke.', ['person: Kerry']],
  ['keeps small particles inside names', 'Talks with President Bashar al-Assad failed.', ['person: Bashar al-Assad']],
  ['strips several titles in a row', 'Iranian Supreme Leader Ayatollah Ali Khamenei agreed.', ['person: Ali Khamenei']],
  [
    'takes an adjective of a country for no name',
    'Iraqi President Fuad Masum and Syrian rebels met.',
    ['person: Fuad Masum'],
  ],
  [
    'finds a name that no list holds before a verb of saying',
    'Yesterday Zorvath Quelm said it was late.',
    ['person: Zorvath Quelm'],
  ],
  ['finds a name by the age behind it', 'The driver, Zorvath Quelm, 41, was unhurt.', ['person: Zorvath Quelm']],
  ['keeps small syllables of a name', 'Yesterday Prayuth Chan-o-cha spoke.', ['person: Prayuth Chan-o-cha']],
  ['knows a given name that is also a verb', 'Will Smith was there.', ['person: Will Smith']],
  ['leaves the end of a compound out', 'It is a New York-based firm.', ['place: New York']],
  ['takes cue words for groups', 'He works at the Ministry of Rural Affairs.', ['group: Ministry of Rural Affairs']],
  [
    'goes on after "and" inside the name of an office',
    'The Food and Drug Administration agreed.',
    ['group: Food and Drug Administration'],
  ],
  ['keeps a possessive that begins the name of a group', "She joined the Workers' Party.", ["group: Workers' Party"]],
  ['names groups by the noun before', 'He bought the newspaper Folkebladet.', ['group: Folkebladet']],
  [
    'reads brackets that shorten a name',
    'The Northern Relief Fund (NRF) closed. NRF had debts.',
    ['group: Northern Relief Fund = NRF'],
  ],
  [
    'finds countries, cities and parts of the world',
    'From Paris to Iraq and Eastern Europe.',
    ['place: Paris', 'place: Iraq', 'place: Eastern Europe'],
  ],
  ['takes a town for a place by the state behind it', 'She lives in Marbury, Ohio.', ['place: Marbury', 'place: Ohio']],
  [
    'takes peoples and faiths for groups',
    'Sunni Muslims and the Americans agreed.',
    ['group: Sunni Muslims', 'group: Americans'],
  ],
  [
    'takes an adjective after "the" for a people when no noun follows',
    'Now the British and the French left.',
    ['group: British', 'group: French'],
  ],
  [
    'takes a people and its fighters for one group',
    'Kurdish Peshmerga fighters held on.',
    ['group: Kurdish Peshmerga'],
  ],
  [
    'takes no capital at the beginning of a sentence for a name',
    'Support came late. Opposition grew. Militants fled.',
    [],
  ],
  ['takes months, days and currencies for no names', 'On Monday in March and in May the TV showed it.', []],
  ['takes a month for a surname behind a given name', 'It was Theresa May who left in May.', ['person: Theresa May']],
  ['finds known names in headlines', 'WORLD LEADERS MEET IN LONDON', []],
]

/** What is shown, a text, and its entities with their other names. */
export const LINKS: readonly (readonly [shows: string, text: string, entities: readonly string[]])[] = [
  [
    'joins a surname to the full name',
    'John Kerry left. Mr Kerry was tired, and Kerry slept.',
    ['person: John Kerry = Kerry'],
  ],
  [
    'joins a surname that stands before the full name',
    'Mr Kerry left. John Kerry was tired.',
    ['person: John Kerry = Kerry'],
  ],
  [
    'keeps two people with one surname apart',
    'Donald Trump met Melania Trump.',
    ['person: Donald Trump', 'person: Melania Trump'],
  ],
  [
    'joins two spellings of one name',
    'Ibrahim Jafari spoke. Then Ibrahim Al-Jaafari left.',
    ['person: Ibrahim Al-Jaafari = Ibrahim Jafari'],
  ],
  [
    'joins a given name to the only one who bears it',
    'Maria Lopez came. Later Mrs Lopez and Dr Maria left.',
    ['person: Maria Lopez = Lopez = Maria'],
  ],
  [
    'joins a name with and without initial',
    'Robert Wagner ran. Robert F. Wagner won.',
    ['person: Robert F. Wagner = Robert Wagner'],
  ],
  [
    'joins names that everyone knows to mean the same',
    'Islamic State, once Isis or Isil, fled.',
    ['group: Islamic State = Isis = Isil'],
  ],
  [
    'joins what "also known as" joins',
    'The Iron Brigade, also known as the Ninth Legion, fled.',
    ['group: Iron Brigade = Ninth Legion'],
  ],
  [
    'joins what a person is known as',
    'Ana Maria Ruiz, better known as Eva Lind, fled. Mrs Lind is back.',
    ['person: Ana Maria Ruiz = Eva Lind = Lind'],
  ],
  [
    'joins a party with and without that word',
    'Congress lost. Eva Lind of the Congress party left.',
    ['group: Congress party = Congress', 'person: Eva Lind'],
  ],
  [
    'joins a former name to the group spoken of',
    "The Iron Brigade fled. The Iron Brigade is new. The group's former name was Ninth Legion.",
    ['group: Iron Brigade = Ninth Legion'],
  ],
  [
    'shows known groups by their full name',
    'It was told to the UN and the EU.',
    ['group: United Nations = UN', 'group: European Union = EU'],
  ],
  ['keeps Britain apart', 'Britain and the UK agree on it.', ['place: Britain', 'place: United Kingdom = UK']],
  ['joins short and long names of a country', 'The United States and the US agree.', ['place: United States = US']],
]
