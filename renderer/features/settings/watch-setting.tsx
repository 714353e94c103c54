import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { formatWhen } from '#renderer/ui/format.ts'
import type { ImportFailure } from '#shared/contract/article.ts'
import type { Arrival } from '#shared/contract/watch.ts'
import classes from './backup-settings.module.css'
import { useIsLookedFor } from './find-context.ts'
import { SettingRow } from './setting-row.tsx'

/** Other words one may look for it by. */
const WORDS = 'import automatically new files inbox downloads'

const refusals = {
  MISSING: 'There is no folder that can be read at that path.',
  LIBRARY: 'The library’s own files can’t be imported into it. Choose another folder.',
} as const

/** Why a file was not imported. */
export type FailureWords = Readonly<Record<ImportFailure, string>>

/** A folder whose new files are imported by themselves. */
export function WatchSetting({ failureWords }: { readonly failureWords: FailureWords }) {
  const { data } = useQuery(api.watch.state.queryOptions())
  const desktop = useQuery(api.desktop.state.queryOptions()).data
  const [path, setPath] = useState('')
  useEffect(() => setPath(data?.folder ?? ''), [data?.folder])
  const set = useMutation(api.watch.setFolder.mutationOptions())
  const pause = useMutation(api.watch.pause.mutationOptions())
  const isLogShown = useIsLookedFor(`Watch a folder ${WORDS} what came log`)
  if (!data) return null
  const wanted = path.trim()
  const choose = async () => {
    const { folder } = await client.desktop.chooseFolder({ title: 'A folder to watch' })
    if (folder !== null) set.mutate({ folder })
  }
  return (
    <>
      <SettingRow label="Watch a folder" help={watchWords(data)} words={WORDS}>
        {({ labelId, helpId }) => (
          <form
            className={classes.second}
            onSubmit={(event) => {
              event.preventDefault()
              if (wanted !== (data.folder ?? '')) set.mutate({ folder: wanted === '' ? null : wanted })
            }}
          >
            <TextInput
              aria-labelledby={labelId}
              aria-describedby={helpId}
              placeholder="None"
              value={path}
              spellCheck={false}
              error={set.data?.failed ? refusals[set.data.failed] : null}
              onChange={(event) => setPath(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={wanted === (data.folder ?? '')} loading={set.isPending}>
              {wanted === '' && data.folder !== null ? 'Stop' : 'Watch'}
            </Button>
            <Group gap={8}>
              {desktop && (
                <Button variant="default" size="compact-sm" onClick={() => void choose()}>
                  Choose…
                </Button>
              )}
              {data.folder !== null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  loading={pause.isPending}
                  onClick={() => pause.mutate({ isPaused: !data.isPaused })}
                >
                  {data.isPaused ? 'Go on' : 'Pause'}
                </Button>
              )}
            </Group>
          </form>
        )}
      </SettingRow>
      {isLogShown && data.arrivals.length > 0 && (
        <ul className={classes.findings} aria-label="What came from the folder" data-setting>
          {data.arrivals.slice(0, 10).map((arrival) => (
            <li key={`${arrival.atMs} ${arrival.name}`}>
              <span className={classes.found}>{arrival.name}</span>
              {arrivalWords(arrival, failureWords)} ({formatWhen(arrival.atMs, Date.now())})
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function watchWords({ folder, isPaused, isAway }: { folder: string | null; isPaused: boolean; isAway: boolean }) {
  if (folder !== null && isPaused) return 'Paused. What comes meanwhile is imported when it goes on.'
  if (isAway) return 'The folder can’t be read now. It is watched again as soon as it is back.'
  return 'Articles that are put into it from then on are imported, once they are whole.'
}

function arrivalWords({ outcome }: Arrival, failureWords: FailureWords): string {
  if (outcome.kind === 'imported') return `Imported: ${outcome.title}.`
  return outcome.kind === 'known' ? 'It was in the library already.' : failureWords[outcome.code]
}
