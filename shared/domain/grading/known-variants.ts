/** Folded words that are one name written in other ways, the first standing for all. Written for this project. */
const spellings = `
mohammed muhammad mohamed mohamad muhammed mohammad mohamud muhamad|yusuf yousef youssef yousuf yusef|ahmed ahmad achmed
hussein hussain husayn husain hossein|abdullah abdallah abdulla|khalid khaled|osama usama|omar umar|sergei sergey serguei
dmitri dmitry dmitriy dimitri|yuri yury iouri|alexei alexey aleksei aleksey|andrei andrey|nikolai nikolay
mikhail mikhael|qaddafi gaddafi kadafi gadhafi qadhafi gadafi kaddafi|haider haidar hayder|nouri nuri|jalal jalaal
kyiv kiev|kharkiv kharkov|odesa odessa|lviv lvov|tehran teheran|mecca makkah|quran koran|falluja fallujah|raqqa raqqah
daesh daish|hezbollah hizbollah hizbullah hezbullah|taliban taleban|qaeda qaida|sharif shareef|hasan hassan|saud saoud
tsai cai|peking beijing|tchaikovsky chaikovsky|nguyen nguyn|jong jeong|centre center|defence defense|labour labor
organisation organization|programme program|theatre theater|harbour harbor|saint st|mount mt|fort ft|brothers bros
united utd|association assn|department dept|university univ|government govt|international intl|and &
`

/** Given names and their everyday forms, which mean one person where the surname agrees. */
const nicknames = `
william bill billy will|robert bob bobby rob|richard dick rick ricky|james jim jimmy|john jack johnny|joseph joe joey
michael mike mick|anthony tony|thomas tom tommy|david dave|daniel dan danny|benjamin ben benny|christopher chris
stephen steve steven|alexander alex|nicholas nick|peter pete|samuel sam|timothy tim|andrew andy|gregory greg
jeffrey jeff|kenneth ken|elizabeth liz beth betty|katherine kate kathy katie|susan sue|edward ed eddie ted
charles charlie chuck|donald don|ronald ron|lawrence larry|philip phil|patrick pat|matthew matt|margaret maggie peggy
deborah debbie|barbara barb|theodore teddy theo|francis frank|albert al|frederick fred|leonard len|raymond ray|walter walt
`

/** Folded names of places and groups that are one and the same, whatever a library holds. */
const names = `
united states|united states of america|usa|us|america
united kingdom|uk|united kingdom of great britain and northern ireland
united nations|un|uno
european union|eu
nato|north atlantic treaty organization|north atlantic treaty organisation|north atlantic alliance
russia|russian federation
ivory coast|cote d'ivoire
turkey|turkiye
burma|myanmar
czechia|czech republic
eswatini|swaziland
cape verde|cabo verde
east timor|timor-leste
north macedonia|republic of north macedonia
north korea|dprk|democratic people's republic of korea
south korea|republic of korea
china|people's republic of china|prc
taiwan|republic of china
democratic republic of the congo|democratic republic of congo|dr congo|drc|congo-kinshasa
republic of the congo|republic of congo|congo-brazzaville
united arab emirates|uae|emirates
saudi arabia|kingdom of saudi arabia
vatican|vatican city|holy see
netherlands|holland
beijing|peking
mumbai|bombay
kolkata|calcutta
chennai|madras
yangon|rangoon
ho chi minh city|saigon
istanbul|constantinople
new york|new york city|nyc
washington|washington dc
los angeles|la
islamic state|isis|isil|daesh|islamic state of iraq and syria|islamic state of iraq and the levant
world health organization|world health organisation|who
international monetary fund|imf
red cross|icrc|international committee of the red cross
central intelligence agency|cia
federal bureau of investigation|fbi
kurdistan workers' party|pkk
world trade organization|world trade organisation|wto
`

const lists = (text: string, list: RegExp, item: RegExp) =>
  text
    .trim()
    .split(list)
    .map((line) => line.trim().split(item).filter(Boolean))

const toFirst = (groups: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map(groups.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)))

const spellingOf = toFirst(lists(spellings, /[|\n]/, /\s+/))
const nicknameOf = toFirst(lists(nicknames, /[|\n]/, /\s+/))
const nameGroups = lists(names, /\n/, /\|/)

/** The one way to write a folded word that is written in many. */
export function commonSpelling(word: string): string {
  return spellingOf.get(word) ?? word
}

/** The full form of a folded given name. */
export function fullGivenName(word: string): string {
  return nicknameOf.get(word) ?? word
}

/** Other folded names of the place or group that `folded` names. */
export function sameNames(folded: string): readonly string[] {
  const bare = folded.replace(/^the /, '').replaceAll('.', '')
  return nameGroups.find((group) => group.includes(bare)) ?? []
}
