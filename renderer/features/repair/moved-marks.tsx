import { useState } from 'react'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import type { MovedItem } from '#shared/contract/repair.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { MovedList } from './moved-list.tsx'
import type { useMoved } from './use-moved.ts'
import type { useRepairs } from './use-repairs.ts'

interface MovedMarksProps {
  readonly moved: ReturnType<typeof useMoved>
  readonly onPlace: ReturnType<typeof useRepairs>['place']
}

/** Marks that moved with changed words, one below the other, to be confirmed or put elsewhere. */
export function MovedMarks({ moved, onPlace }: MovedMarksProps) {
  const cursor = useListCursor(moved.items.length)
  const [choosing, setChoosing] = useState<MovedItem | null>(null)
  const item = moved.items[cursor.index] ?? null
  useCommands({
    'repair.next': cursor.next,
    'repair.previous': cursor.previous,
    'repair.accept': () => {
      if (item) moved.confirm(item)
    },
    'repair.choose': () => setChoosing(item),
  })
  const annotation = choosing?.annotation
  return (
    <>
      <MovedList
        items={moved.items}
        total={moved.total}
        cursor={cursor}
        onConfirm={moved.confirm}
        onChoose={setChoosing}
        onEndReached={moved.more}
      />
      {annotation && (
        <ChooseDialog
          mark={annotation}
          near={
            annotation.start === null || annotation.end === null
              ? null
              : { start: annotation.start, end: annotation.end }
          }
          onClose={() => setChoosing(null)}
          onChoose={(span) => {
            setChoosing(null)
            onPlace(annotation, span)
          }}
        />
      )}
    </>
  )
}
