const KIN = [
  ...['wife', 'husband', 'widow', 'widower', 'son', 'daughter', 'father', 'mother', 'brother', 'sister', 'cousin'],
  ...['uncle', 'aunt', 'nephew', 'niece', 'grandson', 'granddaughter', 'grandfather', 'grandmother', 'spouse'],
  ...['partner', 'girlfriend', 'boyfriend', 'fiancée', 'fiance', 'ex-wife', 'ex-husband', 'stepfather', 'stepmother'],
]
const kinList = KIN.map((word) => `'${word}'`).join(', ')

/** SQL: what tells roles apart: small letters, without an article. "The finance minister" is "finance minister". */
export function roleKey(role: string): string {
  return `CASE WHEN ${role} LIKE 'the %' THEN lower(substr(${role}, 5)) WHEN ${role} LIKE 'an %' THEN lower(substr(${role}, 4))
    WHEN ${role} LIKE 'a %' THEN lower(substr(${role}, 3)) ELSE lower(${role}) END`
}

/** SQL: 1 where a role says whose kin someone is ("His cousin", "wife of the mayor"), else 0. Offices come before those. */
export function isKin(role: string): string {
  const key = roleKey(role)
  const head = `CASE instr(${key}, ' of ') WHEN 0 THEN ${key} ELSE substr(${key}, 1, instr(${key}, ' of ') - 1) END`
  return `(${role} LIKE 'his %' OR ${role} LIKE 'her %' OR ${role} LIKE 'their %' OR ${head} IN (${kinList}))`
}

/** `roleKey` of a role at hand. */
export function keyOfRole(role: string): string {
  return role.toLowerCase().replace(/^(?:the|an?) /, '')
}

/** A role as it is shown: without the article of its sentence. */
export function plainRole(role: string): string {
  return role.replace(/^the /i, '')
}
