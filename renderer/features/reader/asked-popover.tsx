import classes from './asked-popover.module.css'
import { MeasureForm } from './measure-form.tsx'
import { NameForm } from './name-form.tsx'
import { PassageDialog } from './passage-dialog.tsx'
import type { AskedPassage } from './use-correcting.ts'
import type { ReaderModel } from './use-reader-model.ts'

interface AskedPopoverProps {
  readonly reader: ReaderModel
  readonly asked: AskedPassage
}

/** Asks who a passage names or what it measures, beside the passage. */
export function AskedPopover({ reader, asked }: AskedPopoverProps) {
  const close = () => {
    reader.correcting.close()
    reader.focusText()
  }
  return (
    <PassageDialog
      page={reader.page}
      span={asked.span}
      label={asked.about === 'name' ? 'Who or what this is' : 'What this measures'}
      width={360}
      className={classes.popover ?? ''}
      onClose={close}
    >
      {asked.about === 'name' ? (
        <NameForm reader={reader} span={asked.span} mention={asked.mention} />
      ) : (
        <MeasureForm correcting={reader.correcting} article={reader.article} figure={asked.figure} onClose={close} />
      )}
    </PassageDialog>
  )
}
