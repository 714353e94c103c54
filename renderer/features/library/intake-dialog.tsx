import { Button, Checkbox, Modal } from '@mantine/core'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { formatCount } from '#renderer/ui/format.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { IntakeRow, IntakeState } from '#shared/contract/intake.ts'
import { CardTableDialog } from './card-table-dialog.tsx'
import { canStore, countStates } from './intake.ts'
import classes from './intake-dialog.module.css'
import { kindNames, rowWords, stateNames } from './intake-words.ts'
import type { IntakeAccess } from './use-intake.ts'

const ROW_PX = 60
const states: readonly IntakeState[] = ['new', 'changed', 'near', 'same', 'failed']

/** What an import would do, row by row, before any of it is stored. */
export function IntakeDialog({ access }: { readonly access: IntakeAccess }) {
  const isOpen = access.intake?.phase === 'preview'
  const [tableRow, setTableRow] = useState<IntakeRow | null>(null)
  return (
    <Modal
      opened={isOpen}
      onClose={access.close}
      // Escape closes what lies on top alone.
      closeOnEscape={tableRow === null}
      title="Before it is imported"
      size={880}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isOpen && <Preview access={access} rows={access.intake.rows} tableRow={tableRow} setTableRow={setTableRow} />}
    </Modal>
  )
}

interface PreviewProps {
  readonly access: IntakeAccess
  readonly rows: readonly IntakeRow[]
  /** The row whose columns are being chosen. */
  readonly tableRow: IntakeRow | null
  readonly setTableRow: (row: IntakeRow | null) => void
}

function Preview({ access, rows, tableRow, setTableRow }: PreviewProps) {
  const { chosen, choose } = access
  const [shown, setShown] = useState<IntakeState | 'all'>('all')
  const counts = useMemo(() => countStates(rows), [rows])
  const visible = useMemo(() => rows.filter(({ state }) => shown === 'all' || state === shown), [rows, shown])
  const storable = visible.filter(canStore)
  const chosenHere = storable.filter(({ rowId }) => chosen.has(rowId)).length
  const canImport = chosen.size > 0
  const addresses = rows.filter((row) => row.kind === 'address' && chosen.has(row.rowId)).length
  return (
    <>
      <fieldset className={classes.states}>
        <legend className="visually-hidden">Show</legend>
        <State name="All" count={rows.length} isShown={shown === 'all'} onShow={() => setShown('all')} />
        {states
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <State
              key={state}
              name={stateNames[state]}
              count={counts[state]}
              isShown={shown === state}
              onShow={() => setShown(state)}
            />
          ))}
      </fieldset>
      <div className={classes.all}>
        <Checkbox
          label={storable.length === 0 ? 'Nothing here to import' : 'All of these'}
          size="sm"
          disabled={storable.length === 0}
          checked={storable.length > 0 && chosenHere === storable.length}
          indeterminate={chosenHere > 0 && chosenHere < storable.length}
          onChange={(event) =>
            choose(
              storable.map(({ rowId }) => rowId),
              event.currentTarget.checked,
            )
          }
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only move among the boxes, which Tab reaches too */}
      <div className={classes.list} onKeyDown={moveAmongBoxes}>
        <VirtualList
          items={visible}
          label="What is in the files"
          itemKey={({ rowId }) => String(rowId)}
          estimateHeightPx={ROW_PX}
          renderItem={(row) => (
            <Row
              row={row}
              isChosen={chosen.has(row.rowId)}
              onChoose={(isChosen) => choose([row.rowId], isChosen)}
              onTable={() => setTableRow(row)}
            />
          )}
        />
      </div>
      <footer className={classes.footer}>
        <p className={classes.note}>
          {addresses > 0
            ? `${formatCount(addresses, 'page is', 'pages are')} fetched from the web.`
            : rows.some(canStore)
              ? 'Nothing is stored yet. One undo takes all of it back.'
              : 'There is nothing in it to import.'}
        </p>
        {/* A button that can't be pressed takes no focus, and the keys would act on the page behind. */}
        <Button variant="default" onClick={access.close} data-autofocus={!canImport || undefined}>
          {rows.some(canStore) ? 'Cancel' : 'Close'}
        </Button>
        <Button onClick={access.store} disabled={!canImport} data-autofocus={canImport || undefined}>
          Import {chosen.size > 0 ? chosen.size : ''}
        </Button>
      </footer>
      {tableRow && access.intakeId !== null && (
        <CardTableDialog
          intakeId={access.intakeId}
          row={tableRow}
          onClose={() => setTableRow(null)}
          onUse={(table) => access.setTable(tableRow.rowId, table)}
        />
      )}
    </>
  )
}

/** Arrow keys go from box to box. */
function moveAmongBoxes(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:not(:disabled)')]
  const at = boxes.findIndex((box) => box === document.activeElement)
  const next = boxes[at + step]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
}

interface StateProps {
  readonly name: string
  readonly count: number
  readonly isShown: boolean
  readonly onShow: () => void
}

function State({ name, count, isShown, onShow }: StateProps) {
  return (
    <button type="button" className={classes.state} aria-pressed={isShown} onClick={onShow}>
      {name} <span className={classes.count}>{count}</span>
    </button>
  )
}

interface RowProps {
  readonly row: IntakeRow
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly onTable: () => void
}

function Row({ row, isChosen, onChoose, onTable }: RowProps) {
  const about = [row.kind === 'article' || row.kind === 'file' ? '' : kindNames[row.kind], row.about, row.file]
    .filter((part, at, parts) => part !== '' && part !== row.title && parts.indexOf(part) === at)
    .join(' · ')
  return (
    <div className={classes.row} data-state={row.state}>
      <Checkbox
        size="sm"
        aria-label={`${row.title}: ${rowWords(row)}`}
        disabled={!canStore(row)}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={classes.words}>
        <p className={classes.title}>{row.title}</p>
        <p className={classes.about}>{about}</p>
      </div>
      <div className={classes.outcome}>
        <p className={classes.outcomeWords}>{rowWords(row)}</p>
        {row.isTable && (
          <Button size="compact-xs" variant="light" onClick={onTable}>
            Columns…
          </Button>
        )}
      </div>
    </div>
  )
}
