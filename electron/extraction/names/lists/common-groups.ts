/**
 * Words of which the names of a state's bodies and parties are made. A name of nothing else is one that many countries
 * have: "Liberal Party", "Ministry of Defence".
 */
export const COMMON_GROUP_WORDS: ReadonlySet<string> = new Set(
  `
party parliament court ministry department bank senate congress cabinet treasury assembly army navy police guard guards
house representatives commons lords government commission office bureau agency authority service services council
federation association union confederation congress movement front alliance coalition chamber commerce industry
institute crescent force forces corps directorate administration board
liberal liberals conservative conservatives labour labor democratic democrat democrats republican republicans social
socialist socialists communist communists green greens national nationalist nationalists people peoples popular worker
workers freedom progressive progressives reform reformist unity united christian justice independence independent
farmers centre center left right radical radicals new union unionist nationals tories homeland fatherland patriotic
revolutionary republic
central reserve state federal supreme high constitutional appeal appeals superior district administrative military
civil criminal election elections electoral statistics census prosecutor prosecutors attorney general public
defence defense foreign affairs interior finance health education justice agriculture transport environment trade energy
economy economic planning home internal external home tourism culture sport sports labour employment science
air coast border revenue customs immigration intelligence football teachers nurses doctors miners students
lower upper legislative constituent
of the and for
`
    .trim()
    .split(/\s+/),
)

/** Names of such words that are one body all the same. */
export const ONE_OF_THEM: ReadonlySet<string> = new Set([
  'security council',
  'general assembly',
  'people',
  'peoples',
  'workers',
  'teachers',
  'students',
  'doctors',
  'nurses',
  'miners',
  'farmers',
  'police',
  'public',
  'right',
  'left',
  'centre',
  'center',
  'home',
  'union',
  'alliance',
])

/** Heads of bodies that are where they stand: one name, two towns, two bodies. */
export const SITES: ReadonlySet<string> = new Set(
  `
college hospital university school church cathedral mosque library museum theatre theater clinic prison abbey academy
zoo gallery synagogue seminary polytechnic observatory infirmary hospice
`
    .trim()
    .split(/\s+/),
)
