/** What part of life a role belongs to. */
export type Field =
  | 'politics'
  | 'law'
  | 'military'
  | 'business'
  | 'media'
  | 'academia'
  | 'medicine'
  | 'activism'
  | 'arts'
  | 'sport'
  | 'religion'
  | 'work'

const HEADS: Readonly<Record<Field, string>> = {
  politics: `minister mayor governor senator premier congressman congresswoman lawmaker legislator mp parliamentarian
    councillor councilman councilwoman chancellor ambassador diplomat politician assemblyman assemblywoman
    representative whip envoy statesman alderman`,
  law: `judge lawyer attorney prosecutor barrister solicitor magistrate sheriff detective inspector policeman
    policewoman superintendent coroner`,
  military: `admiral colonel lieutenant sergeant soldier brigadier corporal marine airman general commander`,
  business: `ceo businessman businesswoman entrepreneur banker economist financier tycoon industrialist investor
    executive billionaire broker`,
  media: `journalist reporter editor columnist presenter broadcaster correspondent anchor photographer publisher
    commentator blogger newsreader`,
  academia: `professor lecturer historian scientist physicist chemist biologist astronomer geologist mathematician
    philosopher researcher archaeologist sociologist engineer climatologist hydrologist`,
  medicine: `doctor surgeon physician psychiatrist nurse epidemiologist paediatrician dentist midwife`,
  activism: `activist campaigner unionist organiser organizer dissident`,
  arts: `actor actress singer musician guitarist drummer pianist composer painter sculptor novelist poet author writer
    rapper comedian dancer filmmaker playwright songwriter violinist soprano tenor conductor entertainer artist bassist
    cinematographer`,
  sport: `footballer striker midfielder goalkeeper defender winger sprinter swimmer boxer golfer cyclist quarterback
    pitcher batsman bowler wicketkeeper skier skater gymnast wrestler athlete jockey rower sailor coach halfback
    fullback linebacker shortstop hurdler snowboarder player racer biathlete goalscorer forward`,
  religion: `pope bishop archbishop cardinal imam rabbi priest pastor monk nun vicar ayatollah cleric preacher mullah`,
  work: `farmer baker plumber fisherman carpenter docker miner teacher student pupil shopkeeper waiter cook chef
    electrician bricklayer postman butcher tailor gardener housewife pensioner schoolboy schoolgirl shepherd hairdresser
    driver cleaner`,
}

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  Object.entries(HEADS).flatMap(([field, words]) =>
    // The keys of the table are the fields.
    words.split(/\s+/).map((word) => [word, field as Field] as const),
  ),
)

/** Words before a head that say more than the head: a tennis champion, a football manager. */
const SPORTS =
  /^(?:football|soccer|tennis|cricket|rugby|hockey|basketball|baseball|olympic|boxing|golf|cycling|racing|chess)$/

/** Fields between which people pass, or which one person has at once. All other pairs speak of two people. */
const PASSES: Readonly<Record<Field, string>> = {
  politics: 'law military business media academia medicine activism',
  law: 'politics business media academia activism',
  military: 'politics business media academia',
  business: 'politics law military media academia medicine activism arts work',
  media: 'politics law military business academia activism arts sport work',
  academia: 'politics law military business media medicine activism arts religion work',
  medicine: 'politics business academia activism work',
  activism: 'politics law business media academia medicine arts religion work',
  arts: 'business media academia activism work',
  sport: 'media',
  religion: 'academia activism',
  work: 'business media academia medicine activism arts',
}

/** Whether one person can well be in both fields at once. */
export function canPass(a: Field, b: Field): boolean {
  return a === b || PASSES[a].split(' ').includes(b)
}

/** The words of a role before the first word that binds on: the head is the last of them. */
export function headWords(role: string): string[] {
  const words = role.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? []
  const bound = words.findIndex((word, index) => index > 0 && /^(?:of|for|at|in|from|on|with|to|by|who)$/.test(word))
  return bound < 0 ? words : words.slice(0, bound)
}

/** The field of a role, or null when it could be of several. */
export function fieldOf(role: string): Field | null {
  const words = headWords(role).map((word) => word.toLowerCase())
  const head = words.at(-1) ?? ''
  return FIELD_OF.get(head) ?? (words.some((word) => SPORTS.test(word)) ? 'sport' : null)
}
