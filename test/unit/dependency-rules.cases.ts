/** An import that a rule forbids: in which file, of what, and the rule's name. */
export interface ForbiddenImport {
  readonly file: string
  readonly imports: string
  readonly rule: string
}

const value = (file: string, target: string, rule: string): ForbiddenImport => ({
  file,
  imports: `import { x } from '${target}'\nexport const y = x\n`,
  rule,
})

/** One or more for each row of the table in .dependency-cruiser.cjs. Every target exists, in a form each row allows. */
export const forbiddenImports: readonly ForbiddenImport[] = [
  value('shared/domain/a.ts', '#shared/contract/good.ts', 'row-domain'),
  value('shared/domain/b.ts', 'react', 'row-domain'),
  value('shared/contract/a.ts', '#electron/store/good.ts', 'row-contract'),
  value('shared/contract/b.ts', 'node:fs', 'row-contract'),
  value('electron/store/a.ts', '#electron/services/good.ts', 'row-store'),
  value('electron/store/migrations/0002-a.ts', '../good.ts', 'row-migrations'),
  value('electron/store/migrations/0003-b.ts', '../migrate.ts', 'row-migrations-types-1'),
  value('electron/store/migrations/0004-c.ts', './0002-a.ts', 'row-migrations'),
  value('electron/extraction/a.ts', 'node:fs', 'row-extraction'),
  value('electron/extraction/b.ts', '#electron/store/good.ts', 'row-extraction'),
  value('electron/formats/a.ts', 'better-sqlite3', 'row-formats'),
  value('electron/services/a.ts', 'better-sqlite3', 'row-services'),
  value('electron/services/b.ts', '#electron/hosts/good.ts', 'row-services'),
  value('electron/workers/a.ts', '#electron/services/good.ts', 'row-workers'),
  value('electron/hosts/a.ts', '#electron/services/good.ts', 'row-hosts'),
  value('electron/hosts/b.ts', 'electron', 'row-hosts'),
  value('electron/shell/a.ts', '#electron/services/good.ts', 'row-shell'),
  value('electron/main.ts', '#renderer/ui/good.ts', 'row-entries'),
  value('electron/serve.ts', '#electron/shell/good.ts', 'serve-without-electron'),
  value('electron/preload.ts', '#shared/contract/good.ts', 'row-preload-types-1'),
  value('electron/loose.ts', 'node:fs', 'in-no-row'),
  { file: 'electron/lone.ts', imports: 'export const x = 1\n', rule: 'in-no-row' },
  value('renderer/ui/a.ts', '#renderer/client/good.ts', 'row-ui'),
  value('renderer/ui/b.ts', '@tanstack/react-query', 'row-ui'),
  value('renderer/ui/c.ts', '#shared/contract/good.ts', 'row-ui-types-1'),
  value('renderer/ui/d.ts', 'node:fs', 'row-ui'),
  value('renderer/anchoring/a.ts', 'react', 'row-anchoring'),
  value('renderer/client/a.ts', 'react', 'row-client'),
  value('renderer/features/one/a.ts', '#renderer/features/two/good.ts', 'row-features'),
  value('renderer/features/one/b.ts', '#electron/services/good.ts', 'row-features'),
  value('renderer/features/one/c.ts', '#renderer/app/good.ts', 'nothing-imports-app'),
  value('renderer/app/a.ts', '#electron/services/good.ts', 'row-app'),
  value('shared/text/a.ts', '#test/support/good.ts', 'nothing-imports-tests'),
  value('shared/text/b.ts', './absent.ts', 'no-unresolvable'),
  value('shared/contract/channels.ts', './good.ts', 'channels-alone'),
  value('shared/text/hatched.ts', './hen.ts', 'no-cycle'),
]

/** What the forbidden imports reach for. None of it breaks a rule by itself. */
export const goodFiles: Readonly<Record<string, string>> = {
  'shared/contract/good.ts': "import { x as z } from 'zod'\nexport const x = z\n",
  'electron/store/good.ts': "import { x as z } from 'better-sqlite3'\nimport 'node:fs'\nexport const x = z\n",
  'electron/store/migrate.ts': "import { x as first } from './migrations/0001-good.ts'\nexport const x = first\n",
  'electron/store/migrations/0001-good.ts': "import type { x as T } from '../migrate.ts'\nexport const x = 1 as T\n",
  'electron/services/good.ts': "export { x } from '#electron/store/good.ts'\n",
  'electron/hosts/good.ts': "import 'node:http'\nexport { x } from '#shared/contract/good.ts'\n",
  'electron/shell/good.ts': "export { x } from 'electron'\n",
  'renderer/ui/good.ts':
    "import type { x as T } from '#shared/contract/good.ts'\nexport { x } from 'react'\nexport type U = T\n",
  'renderer/ui/good.css': '',
  'renderer/client/good.ts': "export { x } from '#shared/contract/good.ts'\n",
  'renderer/features/two/good.ts': "import '@tanstack/react-query'\nexport { x } from '#renderer/ui/good.ts'\n",
  'renderer/app/good.ts': "export { x } from '#renderer/features/two/good.ts'\n",
  'shared/text/hatched.ts': 'export const y = 1\n',
  'shared/text/hen.ts': "import { y } from './hatched.ts'\nexport const x = y\n",
  'test/support/good.ts': "export { x } from '#electron/services/good.ts'\n",
}
