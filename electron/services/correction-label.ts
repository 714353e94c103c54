import type { CorrectionRecord } from '#shared/contract/correction.ts'
import { shorten } from './words.ts'

const kinds = { person: 'a person', group: 'a group', place: 'a place' } as const

/** A correction in words. */
export function correctionLabel(record: CorrectionRecord): string {
  switch (record.kind) {
    case 'merge': {
      const [into, ...others] = record.entities.map((one) => shorten(one.name))
      return others.length === 1
        ? `Merge of “${others[0]}” into “${into}”`
        : `Merge of ${others.length + 1} as “${into}”`
    }
    case 'keep-apart': {
      const [a, b] = record.entities.map((one) => shorten(one.name))
      return `“${a}” and “${b}” kept apart`
    }
    case 'split':
      return `Split of “${shorten(record.name)}” from “${shorten(record.entity.name)}”`
    case 'rename':
      return `Name “${shorten(record.name)}” for “${shorten(record.entity.name)}”`
    case 'retype':
      return `“${shorten(record.entity.name)}” as ${kinds[record.to]}`
    case 'alias':
      return `Other name “${shorten(record.name)}” of “${shorten(record.entity.name)}”`
    case 'not-entity':
      return `“${shorten(record.entities[0]?.name ?? '')}” as no name`
    case 'not-mention':
      return `“${shorten(record.place.quote)}” as no mention`
    case 'mention': {
      const words = shorten(record.place.quote)
      if (record.entity) return `“${words}” as a mention of “${shorten(record.entity.name)}”`
      return words === record.name ? `“${words}” as ${kinds[record.as]}` : `“${words}” as “${shorten(record.name)}”`
    }
    case 'measure': {
      const of = record.subject ? ` of ${shorten(record.subject)}` : ''
      const by = record.saidBy ? `, said by ${shorten(record.saidBy)}` : ''
      const day = record.asOf ? `, as of ${shorten(record.asOf)}` : ''
      return `“${shorten(record.place.quote)}” measures ${shorten(record.measures)}${of}${by}${day}`
    }
    case 'confirm':
      return `“${shorten(record.place?.quote ?? record.entity.name)}” confirmed`
    case 'no-disagreement': {
      const [first, second] = record.places.map((place) => `“${shorten(place.quote)}”`)
      return record.places.length === 2
        ? `${first} and ${second} as no disagreement`
        : `${record.places.length} figures as no disagreement`
    }
    case 'confirm-figure':
      return `Figure “${shorten(record.place.quote)}” confirmed`
  }
}
