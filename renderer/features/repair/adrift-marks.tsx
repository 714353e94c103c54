import { useState } from 'react'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { RepairBench } from './repair-bench.tsx'
import { RepairList } from './repair-list.tsx'
import classes from './repair-screen.module.css'
import type { useRepairs } from './use-repairs.ts'

/** Marks without a sure place: the list of them, and the bench on which one is put in its place. */
export function AdriftMarks({ repairs }: { readonly repairs: ReturnType<typeof useRepairs> }) {
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
  if (!item) return null
  return (
    <>
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
      {isChoosing && (
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
    </>
  )
}
