import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { findingWords } from '#renderer/ui/backup-words.ts'
import { formatCount } from '#renderer/ui/format.ts'
import classes from './backup-settings.module.css'
import { useIsLookedFor } from './find-context.ts'
import { SettingRow } from './setting-row.tsx'

const WORDS = 'integrity damage repair corrupt verify backup'

/** Looks through the whole library and explains what it finds. */
export function LibraryCheckSetting() {
  const { mutate, data, isPending } = useMutation(api.library.check.mutationOptions())
  const findings = data?.findings ?? []
  const isShown = useIsLookedFor(`Check the library ${WORDS} all is well found`)
  return (
    <>
      <SettingRow
        label="Check the library"
        help="Reads all of it: whether the file is sound, whether everything belongs to something, whether marks lie in their texts."
        words={WORDS}
      >
        {() => (
          <Button variant="default" loading={isPending} onClick={() => mutate({})}>
            Check now
          </Button>
        )}
      </SettingRow>
      <div role="status">
        {data && isShown && (
          <ul className={classes.findings} data-setting>
            {findings.length === 0 && (
              <li>
                <span className={classes.found}>All is well.</span>
                {formatCount(data.articles, 'article', 'articles')}, {formatCount(data.marks, 'mark', 'marks')} and{' '}
                {formatCount(data.cards, 'card', 'cards')} were looked at.
              </li>
            )}
            {findings.map(({ code, count }) => (
              <li key={code}>
                <span className={classes.found}>{findingWords[code].found(count)}</span>
                {findingWords[code].means}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
