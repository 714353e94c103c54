/** What kind of body a group is, as far as it tells one from another of the same name. */
export type Trade = 'armed' | 'arts' | 'business' | 'civil' | 'education' | 'health' | 'media' | 'politics' | 'sport'

const HEADS: Readonly<Record<Trade, string>> = {
  armed: 'militia militants insurgents guerrillas brigade battalion',
  arts: 'band supergroup orchestra choir quartet trio troupe',
  business: `company firm bank manufacturer airline retailer operator startup conglomerate supermarket brewery carrier
    insurer lender maker builder shipbuilder contractor chain brewer distributor`,
  civil: 'charity nonprofit watchdog tank foundation',
  education: 'school university college academy',
  health: 'hospital clinic hospice',
  media: 'newspaper broadcaster magazine tabloid daily weekly',
  politics: 'party',
  sport: 'club',
}

const TRADE_OF: ReadonlyMap<string, Trade> = new Map(
  Object.entries(HEADS).flatMap(([trade, words]) =>
    // The keys of the table are the trades.
    words.split(/\s+/).map((word) => [word, trade as Trade] as const),
  ),
)

/** Trades that one group can well have at once. All other pairs speak of two. */
const PASSES: Readonly<Record<Trade, string>> = {
  armed: 'politics civil',
  arts: 'education civil',
  business: 'media sport health education',
  civil: 'armed politics health education media arts',
  education: 'health civil arts business sport',
  health: 'education business civil',
  media: 'business civil',
  politics: 'armed civil',
  sport: 'business education',
}

/** The trade of what a text calls a group ("an Australian insurer"), or null. */
export function tradeOf(role: string): Trade | null {
  const [phrase = ''] = role.toLowerCase().split(/ (?:of|for|at|in|from|on|with|to|by|which|that|based|and)\b/)
  const head = phrase.match(/\p{L}+/gu)?.at(-1) ?? ''
  return TRADE_OF.get(head) ?? null
}

/** Whether no group does both. */
export function areTradesApart(a: Trade, b: Trade): boolean {
  return a !== b && !PASSES[a].split(' ').includes(b)
}
