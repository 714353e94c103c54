import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { KeyButton } from '#renderer/ui/key-button.tsx'
import { leaveFieldByKey } from '#renderer/ui/leave-field.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { Dossier } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import { NoDossierYet } from './no-dossier-yet.tsx'
import { SplitLine } from './split-line.tsx'
import classes from './split-screen.module.css'
import { type Split, useSplit } from './use-split.ts'

/** Where a dossier of two people is taken apart: one chooses what belongs to the other. */
export function SplitScreen() {
  const { entityId = '' } = useParams()
  // The host checks it: an address that holds no id is answered with an error, and that is shown.
  const dossier = useQuery(api.entity.get.queryOptions({ input: { entityId: entityId as EntityId } }))
  if (dossier.data) return <SplitOf key={dossier.data.id} dossier={dossier.data} />
  return (
    <Screen>
      <PageTitle title="Split a dossier" />
      <NoDossierYet error={dossier.error} onRetry={() => void dossier.refetch()} />
    </Screen>
  )
}

function SplitOf({ dossier }: { readonly dossier: Dossier }) {
  const split = useSplit(dossier)
  const { cursor, rows } = split
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const leave = () => void navigate(dossierPath(dossier.id), { replace: true })
  useCommands({
    'split.next': cursor.next,
    'split.previous': cursor.previous,
    'split.select': () => split.toggle(cursor.index, false),
    'split.select-to': () => split.toggle(cursor.index, true),
    'split.name': () => field.current?.focus(),
    'split.apply': split.apply,
    'split.leave': leave,
  })
  return (
    <Screen width="fill">
      <PageTitle
        title={`Split ${dossier.name}`}
        actions={
          <KeyButton command="split.leave" variant="subtle" onClick={leave}>
            Cancel
          </KeyButton>
        }
      />
      <p className={classes.about}>
        Choose the articles and sentences that are about someone else. An article stands for all that it says of{' '}
        {dossier.name}.
      </p>
      <SplitBar split={split} fieldRef={field} />
      {split.mentions.error && (
        <ErrorState error={split.mentions.error} onRetry={() => void split.mentions.refetch()} />
      )}
      {split.mentions.isPending && <LoadingState label="Fetching the mentions" />}
      <div className={classes.list}>
        {rows.length > 0 && (
          <VirtualList
            items={rows}
            label="Mentions"
            itemKey={(row) => row.key}
            estimateHeightPx={48}
            activeIndex={cursor.index}
            onEndReached={split.more}
            renderItem={(row, index) => (
              <SplitLine
                row={row}
                kind={dossier.kind}
                isActive={index === cursor.index}
                isChosen={split.isChosen(row)}
                onFocus={() => cursor.moveTo(index)}
                onToggle={(toHere) => split.toggle(index, toHere)}
              />
            )}
          />
        )}
      </div>
    </Screen>
  )
}

interface SplitBarProps {
  readonly split: Split
  readonly fieldRef: { current: HTMLInputElement | null }
}

function SplitBar({ split, fieldRef }: SplitBarProps) {
  const { name, setName, apply, articleCount, mentionCount, count } = split
  const words = [
    articleCount > 0 && formatCount(articleCount, 'article', 'articles'),
    mentionCount > 0 && formatCount(mentionCount, 'mention', 'mentions'),
  ].filter(Boolean)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // With Ctrl or Cmd it splits, from within the field too.
    if (!event.ctrlKey && !event.metaKey) leaveFieldByKey(event, () => {})
  }
  return (
    <div className={classes.bar}>
      <TextInput
        ref={fieldRef}
        label="Name of the other one"
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={onKeyDown}
        className={classes.field ?? ''}
      />
      <span className={classes.count} aria-live="polite">
        {count === 0 ? 'Nothing chosen yet' : `${words.join(' and ')} chosen`}
      </span>
      <KeyButton command="split.apply" variant="filled" disabled={count === 0 || name.trim() === ''} onClick={apply}>
        Split
      </KeyButton>
    </div>
  )
}
