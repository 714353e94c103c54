import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { routes } from '#shared/domain/routes.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { RepairBench } from './repair-bench.tsx'
import { RepairList } from './repair-list.tsx'
import classes from './repair-screen.module.css'
import { useRepairs } from './use-repairs.ts'

/** Marks that have no sure place since their article changed: `/repair?article=ID`. */
export function RepairScreen() {
  const articleId = useSearchParams()[0].get('article')
  const repairs = useRepairs(articleId)
  const cursor = useListCursor(repairs.items.length)
  const item = repairs.items[cursor.index] ?? null
  const [chosen, setChosen] = useState<{ readonly id: string; readonly place: number } | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const at = item && chosen?.id === item.annotation.id ? chosen.place : 0
  const place = item?.places[at] ?? null
  const look = (index: number) => {
    if (item?.places[index]) setChosen({ id: item.annotation.id, place: index })
  }
  const accept = () => {
    if (item && place) repairs.place(item.annotation, place)
  }
  const detach = () => {
    if (item) repairs.detach(item.annotation)
  }
  useCommands({
    'repair.next': cursor.next,
    'repair.previous': cursor.previous,
    'repair.candidate': (_event, index) => look(index),
    'repair.accept': accept,
    'repair.choose': () => setChoosing(item !== null),
    'repair.detach': detach,
  })
  return (
    <Screen width="fill">
      <PageTitle
        title="Repair marks"
        lead={repairs.total > 0 ? `${formatCount(repairs.total, 'mark needs', 'marks need')} your eye` : null}
        actions={repairs.total > 0 && <AcceptAll onAccept={repairs.acceptAll} />}
      />
      {repairs.error ? (
        <ErrorState error={repairs.error} onRetry={repairs.retry} />
      ) : repairs.isPending ? (
        <LoadingState label="Fetching the marks" />
      ) : item ? (
        <div className={classes.room}>
          <RepairList items={repairs.items} total={repairs.total} cursor={cursor} onEndReached={repairs.more} />
          <RepairBench
            key={item.annotation.id}
            item={item}
            placeIndex={at}
            onLook={look}
            onAccept={accept}
            onChoose={() => setChoosing(true)}
            onDetach={detach}
          />
        </div>
      ) : (
        <EmptyState
          title="Every mark is in its place"
          actions={
            <Button component={Link} to={routes.marks} variant="light">
              To the marks
            </Button>
          }
        >
          When an article changes, its marks follow. Those whose passage is not surely found come here.
        </EmptyState>
      )}
      {item && isChoosing && (
        <ChooseDialog
          mark={item.annotation}
          near={place}
          onClose={() => setChoosing(false)}
          onChoose={(span) => {
            setChoosing(false)
            repairs.place(item.annotation, span)
          }}
        />
      )}
    </Screen>
  )
}

const shares = ['90', '80', '70', '60', '50']

function AcceptAll({ onAccept }: { readonly onAccept: (minScore: number) => void }) {
  const [share, setShare] = useState('80')
  return (
    <div className={classes.all}>
      <Select
        aria-label="How like the places must be"
        size="sm"
        data={shares.map((value) => ({ value, label: `${value} % alike or more` }))}
        value={share}
        allowDeselect={false}
        onChange={(value) => setShare(value ?? share)}
        className={classes.share ?? ''}
      />
      <Button variant="light" onClick={() => onAccept(Number(share) / 100)}>
        Accept all
      </Button>
    </div>
  )
}
