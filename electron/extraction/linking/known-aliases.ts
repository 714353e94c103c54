import { SAME_COUNTRY } from '../names/lists/countries.ts'
import { foldName } from './name-key.ts'

/** Groups whose short and long names news uses without explaining. The names of each row are one group. */
const SAME_GROUP: readonly (readonly string[])[] = [
  [
    'Islamic State',
    'Islamic State of Iraq and the Levant',
    'Islamic State in Iraq and the Levant',
    'Islamic State of Iraq and Syria',
    'Islamic State in Iraq and Syria',
    'Isis',
    'Isil',
    'Daesh',
  ],
  ['United Nations', 'UN', 'U.N.'],
  ['European Union', 'EU', 'E.U.'],
  ['World Health Organization', 'World Health Organisation', 'WHO'],
  ['International Monetary Fund', 'IMF'],
  ['Associated Press', 'AP'],
  ['Agence France-Presse', 'AFP'],
  ['African National Congress', 'ANC'],
  ['International Criminal Court', 'ICC'],
  ['African Union', 'AU'],
  ['International Atomic Energy Agency', 'IAEA'],
  ['World Trade Organization', 'World Trade Organisation', 'WTO'],
  ['Free Syrian Army', 'FSA'],
  ['Syrian Democratic Forces', 'SDF'],
  ["Kurdistan Workers' Party", 'PKK'],
  ['Taliban', 'Taleban'],
  ['al-Qaeda', 'al-Qaida', "al-Qa'ida"],
  ['Hezbollah', 'Hizbollah', 'Hizbullah'],
  ['House of Representatives', 'United States House of Representatives', 'U.S. House of Representatives'],
  ['Senate', 'United States Senate', 'U.S. Senate', 'US Senate'],
]

const first = new Map<string, string>()
for (const row of [...SAME_GROUP, ...SAME_COUNTRY]) {
  for (const name of row) first.set(foldName(name), row[0] ?? name)
}

/** The name by which general knowledge knows a group or country ("United States" for "US"), or null. */
export function findKnownFullName(name: string): string | null {
  return first.get(foldName(name)) ?? null
}

/** One key for all names that general knowledge says mean the same; the folded name itself where it knows none. */
export function aliasKey(name: string): string {
  const known = first.get(foldName(name))
  return foldName(known ?? name)
}
