import { describe, expect, it } from 'vitest'
import { run } from '../run.ts'

/** A text, and the roles found in it with the passage of each. */
const ROLES: readonly (readonly [text: string, roles: readonly string[]])[] = [
  ['A tour by US Secretary of State John Kerry ended.', ['US Secretary of State <- US Secretary of State John Kerry']],
  ['Iraqi President Fuad Masum agreed.', ['Iraqi President <- Iraqi President Fuad Masum']],
  ['They mourned British aid worker David Haines today.', ['British aid worker <- British aid worker David Haines']],
  ['Those actions might strengthen President Bashar al-Assad now.', ['President <- President Bashar al-Assad']],
  ['Then Mr Kerry spoke.', []],
  [
    'Ana Ruiz, the chief executive since 2011, agreed.',
    ['the chief executive <- Ana Ruiz, the chief executive since 2011'],
  ],
  [
    'They met former presidential candidate Senator Ana Ruiz there.',
    ['former presidential candidate <- former presidential candidate Senator Ana Ruiz', 'Senator <- Senator Ana Ruiz'],
  ],
  [
    'They told party leader and Prime Minister Ana Ruiz.',
    ['party leader <- party leader and Prime Minister Ana Ruiz', 'Prime Minister <- Prime Minister Ana Ruiz'],
  ],
  ["They lashed out at the city's mayor Ana Ruiz.", ["city's mayor <- city's mayor Ana Ruiz"]],
  ["The party's leader, Ana Ruiz announced it.", ["The party's leader <- The party's leader, Ana Ruiz"]],
  ['Ana Ruiz was sworn in as prime minister on Friday.', ['prime minister <- Ana Ruiz was sworn in as prime minister']],
  [
    'Ana Ruiz was confirmed as secretary of state on Monday.',
    ['secretary of state <- Ana Ruiz was confirmed as secretary of state'],
  ],
  ['The Senate confirmed Ana Ruiz as secretary of state.', ['secretary of state <- Ana Ruiz as secretary of state']],
  [
    'Ana Ruiz will become president of the Harbour Bank in May.',
    ['president of the Harbour Bank <- Ana Ruiz will become president of the Harbour Bank'],
  ],
  [
    'Ana Ruiz, who remains leader of the opposition, agreed.',
    ['leader of the opposition <- Ana Ruiz, who remains leader of the opposition'],
  ],
  [
    'Ana Ruiz, the former mayor of Holm, will become president of the Harbour Bank in June, it said.',
    [
      'the former mayor of Holm <- Ana Ruiz, the former mayor of Holm',
      'president of the Harbour Bank <- Ana Ruiz, the former mayor of Holm, will become president of the Harbour Bank',
    ],
  ],
  ['Ana Ruiz became more careful with the money of the town.', []],
  ['Ana Ruiz appointed a minister.', []],
  ['Ana Ruiz, leader of the opposition, agreed.', ['leader of the opposition <- Ana Ruiz, leader of the opposition']],
  [
    'Ana Ruiz, a fire service spokeswoman, agreed.',
    ['a fire service spokeswoman <- Ana Ruiz, a fire service spokeswoman'],
  ],
  [
    'Ana Ruiz, the former mayor of South Bend, Indiana, agreed.',
    ['the former mayor of South Bend, Indiana <- Ana Ruiz, the former mayor of South Bend, Indiana'],
  ],
  ['The prime minister, Boris Johnson, agreed.', ['The prime minister <- The prime minister, Boris Johnson']],
  ['Ana Ruiz is a nurse from Peru.', ['a nurse from Peru <- Ana Ruiz is a nurse from Peru']],
  ['Ana Ruiz, Eva Lind and the others agreed.', []],
  [
    'It went to senators Ana Ruiz and Eva Lind.',
    ['senators <- senators Ana Ruiz', 'senators <- senators Ana Ruiz and Eva Lind'],
  ],
  [
    'They told the Regional Water Commissioner Ana Ruiz.',
    ['Regional Water Commissioner <- Regional Water Commissioner Ana Ruiz'],
  ],
  ['They told Trade Minister Ana Ruiz.', ['Trade Minister <- Trade Minister Ana Ruiz']],
  ['Council president Ana Ruiz agreed.', ['Council president <- Council president Ana Ruiz']],
  ['Ana Ruiz, 42, a retired judge, agreed.', ['a retired judge <- Ana Ruiz, 42, a retired judge']],
  ['Ana Ruiz, who is the mayor of Bergen, agreed.', ['the mayor of Bergen <- Ana Ruiz, who is the mayor of Bergen']],
  ['They met a chef named Ana Ruiz there.', ['a chef <- a chef named Ana Ruiz']],
  [
    'It was told by the US singer, actor, and animal rights advocate Ana Ruiz.',
    ['US singer, actor, and animal rights advocate <- US singer, actor, and animal rights advocate Ana Ruiz'],
  ],
  [
    'Their commander General Ana Ruiz agreed.',
    ['commander <- commander General Ana Ruiz', 'General <- General Ana Ruiz'],
  ],
  ['It was told by US broadcaster CBS first.', ['US broadcaster <- US broadcaster CBS']],
]

describe('roles', () => {
  it.each(ROLES)('%s', (text, roles) => {
    const found = run(text).entities.flatMap((entity) => entity.roles)
    expect(found.map(({ role, start, end }) => `${role} <- ${text.slice(start, end)}`)).toEqual(roles)
  })

  it('gives a role once however often the text repeats it', () => {
    const [entity] = run('President Ana Ruiz came. President Ruiz left.').entities
    expect(entity?.roles.map(({ role }) => role)).toEqual(['President'])
  })
})
