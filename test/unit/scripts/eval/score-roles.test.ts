import { describe, expect, it } from 'vitest'
import { tallyRoles } from '../../../../scripts/eval/score-roles.ts'
import { found, gold } from './found.ts'

const person = (name: string, roles: readonly string[]) => ({
  kind: 'person' as const,
  detail: null,
  name,
  aliases: [],
  roles: roles.map((role) => ({ role, start: 0, end: 1 })),
})
const role = (entity: string, text: string) => ({ entity, role: text, start: 0, end: 1 })

describe('tallyRoles', () => {
  it('counts pairs of entity and role, whatever determiner leads the role', () => {
    const got = found({ entities: [person('Ana Ruiz', ['the mayor', 'nurse']), person('Eva Lind', ['mayor'])] })
    const want = gold({
      roles: [role('Ana Ruiz', 'mayor'), role('Ana Ruiz', 'a chief nurse'), role('Jo Osei', 'mayor')],
    })
    const { same, alike } = tallyRoles(got, want)
    expect(same).toEqual({ right: 1, found: 3, gold: 3 })
    expect(alike.right).toBe(2)
  })

  it('counts a role that the gold gives twice once', () => {
    const want = gold({ roles: [role('Ana Ruiz', 'Mayor'), role('Ana Ruiz', 'mayor')] })
    expect(tallyRoles(found({}), want).same.gold).toBe(1)
  })

  it('goes by the mentions before it goes by names', () => {
    const mention = { start: 0, end: 4, kind: 'person' as const, confidence: 1, entity: 0 }
    const got = found({ entities: [person('Ruiz', ['mayor'])], mentions: [mention] })
    const want = gold({
      entities: [{ start: 0, end: 4, type: 'PER', entity: 'Eva Ruiz' }],
      roles: [role('Ana Ruiz', 'mayor'), role('Eva Ruiz', 'mayor')],
    })
    expect(tallyRoles(got, want).same).toEqual({ right: 1, found: 1, gold: 2 })
  })
})
