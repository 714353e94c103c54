import { Popover } from '@mantine/core'
import classes from './asked-popover.module.css'
import { MeasureForm } from './measure-form.tsx'
import { NameForm } from './name-form.tsx'
import { useAnchor } from './passage-popover.tsx'
import type { AskedPassage } from './use-correcting.ts'
import type { ReaderModel } from './use-reader-model.ts'

interface AskedPopoverProps {
  readonly reader: ReaderModel
  readonly asked: AskedPassage
}

/** Asks who a passage names or what it measures, beside the passage. */
export function AskedPopover({ reader, asked }: AskedPopoverProps) {
  const anchor = useAnchor(reader.page, asked.span)
  const close = () => {
    reader.correcting.close()
    reader.focusText()
  }
  if (!anchor) return null
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && close()}
      onDismiss={close}
      trapFocus
      closeOnEscape={false}
      withRoles={false}
      zIndex={150}
      position="bottom-start"
      offset={8}
      width={360}
      radius="lg"
      shadow="md"
      middlewares={{ shift: { padding: 12 }, flip: { padding: 12 } }}
    >
      <Popover.Target>
        <div className={classes.anchor} style={anchor} />
      </Popover.Target>
      <Popover.Dropdown
        className={classes.popover ?? ''}
        role="dialog"
        aria-label={asked.about === 'name' ? 'Who or what this is' : 'What this measures'}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      >
        {asked.about === 'name' ? (
          <NameForm reader={reader} span={asked.span} mention={asked.mention} />
        ) : (
          <MeasureForm correcting={reader.correcting} article={reader.article} figure={asked.figure} onClose={close} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
