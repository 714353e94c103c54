import type Database from 'better-sqlite3'

type Connection = Pick<Database.Database, 'prepare'>

/** May read. Queries that take it never write. */
export type ReadHandle = Connection & { readonly __may?: 'read' | 'write' }

/** May write: given out only inside a transaction. */
export type WriteHandle = Connection & { readonly __may: 'write' }
