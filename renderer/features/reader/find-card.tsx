import { Popover } from '@mantine/core'
import { keysNow } from '#renderer/ui/key-bindings.ts'
import type { CommandId } from '#renderer/ui/keymap.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { FigureCard } from './figure-card.tsx'
import classes from './find-card.module.css'
import { NameGlance } from './name-glance.tsx'
import { useAnchor } from './passage-dialog.tsx'
import type { CardedFind } from './use-find-card.ts'
import type { ReaderModel } from './use-reader-model.ts'

interface FindCardProps {
  readonly reader: ReaderModel
  /** While something else floats here: a selection, a mark. */
  readonly isQuiet: boolean
}

/** Tells who or what a name or figure is, under the pointer or where the keys have gone. */
export function FindCard({ reader, isQuiet }: FindCardProps) {
  const { findCard, areNamesShown } = reader
  const { at } = findCard
  if (!at || isQuiet || !areNamesShown) return null
  return <OpenCard key={`${at.span.start}-${at.span.end}`} reader={reader} at={at} />
}

function OpenCard({ reader, at }: { reader: ReaderModel; at: CardedFind }) {
  const anchor = useAnchor(reader.page, at.span)
  useCardKeys(reader, at)
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
        onPointerLeave={() => reader.findCard.hover(null)}
      >
        {at.mention && <NameGlance entityId={at.mention.entityId} articleId={reader.article.id} />}
        {at.figure && <FigureCard figure={at.figure} isAlone={false} />}
        {at.by === 'keys' && <CorrectingKeys isName={at.mention !== null} />}
      </Popover.Dropdown>
    </Popover>
  )
}

/** What else the keys do here. */
function CorrectingKeys({ isName }: { readonly isName: boolean }) {
  const ways: readonly [CommandId, string][] = [
    ['reader.confirm', 'right'],
    ['reader.identify', isName ? 'someone else' : 'measures something else'],
    ...(isName ? [['reader.not-name', 'no name'] as [CommandId, string]] : []),
  ]
  return (
    <p className={classes.keys}>
      {ways.map(([id, words]) => {
        const [keys] = keysNow(id)
        return (
          keys && (
            <span key={id} className={classes.way}>
              <Keys keys={keys} /> {words}
            </span>
          )
        )
      })}
    </p>
  )
}

/** At a name Enter opens its dossier and Escape lets it go. The open card binds them: it comes after the reader's own. */
function useCardKeys({ findCard, walk }: ReaderModel, at: CardedFind): void {
  const { mention } = at
  const isByKeys = at.by === 'keys'
  useCommands({
    ...(isByKeys &&
      mention && {
        'reader.open': () => {
          findCard.openBeside(mention.entityId, mention)
          findCard.clear()
        },
      }),
    ...(isByKeys && {
      'reader.clear': () => {
        walk.letGo()
      },
    }),
  })
}
