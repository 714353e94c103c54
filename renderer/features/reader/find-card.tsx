import { Popover } from '@mantine/core'
import { FigureCard } from './figure-card.tsx'
import classes from './find-card.module.css'
import { NameGlance } from './name-glance.tsx'
import { useAnchor } from './passage-popover.tsx'
import type { WalkedThing } from './use-mention-walk.ts'
import type { ReaderModel } from './use-reader-model.ts'

interface FindCardProps {
  readonly reader: ReaderModel
  /** While something else floats here: a selection, a mark. */
  readonly isQuiet: boolean
}

/** Tells who or what a name or figure is, under the pointer or where the keys have gone. */
export function FindCard({ reader, isQuiet }: FindCardProps) {
  const { findCard, walk, areNamesShown } = reader
  const at = findCard.at ?? walk.current
  // Whose dossier stands beside the text is told there.
  const isTold = at?.mention?.entityId === findCard.besideId && findCard.besideId !== null
  if (!at || isQuiet || isTold || !areNamesShown) return null
  return <OpenCard key={`${at.start}-${at.end}`} reader={reader} at={at} />
}

function OpenCard({ reader, at }: { reader: ReaderModel; at: WalkedThing }) {
  const anchor = useAnchor(reader.page, at)
  if (!anchor) return null
  return (
    <Popover
      opened
      withRoles={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      returnFocus={false}
      zIndex={140}
      position="bottom-start"
      offset={6}
      width={300}
      radius="lg"
      shadow="md"
      middlewares={{ shift: { padding: 12 }, flip: { padding: 12 } }}
    >
      <Popover.Target>
        <div className={classes.anchor} style={anchor} />
      </Popover.Target>
      <Popover.Dropdown
        className={classes.card ?? ''}
        role="tooltip"
        onPointerEnter={reader.findCard.hold}
        onPointerLeave={reader.findCard.clear}
      >
        {at.mention && <NameGlance entityId={at.mention.entityId} articleId={reader.article.id} />}
        {at.figure && <FigureCard figure={at.figure} isAlone={false} />}
      </Popover.Dropdown>
    </Popover>
  )
}
