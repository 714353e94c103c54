import { Button, Checkbox, Modal, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import type { CardTable, IntakeRow } from '#shared/contract/intake.ts'
import classes from './card-table-dialog.module.css'

interface CardTableDialogProps {
  readonly intakeId: string
  readonly row: IntakeRow
  readonly onClose: () => void
  readonly onUse: (table: CardTable) => Promise<void>
}

const separators = [
  { value: '\t', label: 'Tab' },
  { value: ';', label: 'Semicolon' },
  { value: ',', label: 'Comma' },
  { value: '|', label: 'Bar' },
]
const NONE = 'none'

/** Which column of a table is what, with its first rows to see it by. */
export function CardTableDialog({ intakeId, row, onClose, onUse }: CardTableDialogProps) {
  const [chosen, setChosen] = useState<CardTable | null>(null)
  const input = { intakeId, rowId: row.rowId, ...(chosen ? { as: chosen } : {}) }
  // Asked anew each time: what was chosen before is the guess of now.
  const { data, error } = useQuery(
    api.intake.table.queryOptions({ input, placeholderData: (before) => before, staleTime: 0, gcTime: 0 }),
  )
  const use = useMutation({ mutationFn: onUse, onSuccess: onClose, meta: { showsErrors: true } })
  const table = chosen ?? data?.table ?? null
  const change = (part: Partial<CardTable>) => table && setChosen({ ...table, ...part })
  const problem = use.error ?? error
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Cards in ${row.title}`}
      size={720}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {table && data && (
        <>
          <div className={classes.options}>
            <Select
              label="Columns are parted by"
              data={
                separators.some(({ value }) => value === table.separator)
                  ? separators
                  : [...separators, { value: table.separator, label: table.separator }]
              }
              value={table.separator}
              allowDeselect={false}
              onChange={(separator) => separator && change({ separator })}
            />
            <Columns table={table} rows={data.rows} onChange={(columns) => change({ columns })} />
          </div>
          <div className={classes.checks}>
            <Checkbox
              label="The first row names the columns"
              checked={table.hasHeader}
              onChange={(event) => change({ hasHeader: event.currentTarget.checked })}
            />
            <Checkbox
              label="Cells hold HTML"
              checked={table.isHtml}
              onChange={(event) => change({ isHtml: event.currentTarget.checked })}
            />
          </div>
          <Sample table={table} rows={data.rows} />
        </>
      )}
      {problem && (
        <p className={classes.trouble} role="alert">
          {describeError(problem).title}. {describeError(problem).advice}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!table} loading={use.isPending} onClick={() => table && use.mutate(table)}>
          Use these columns
        </Button>
      </div>
    </Modal>
  )
}

interface ColumnsProps {
  readonly table: CardTable
  readonly rows: readonly (readonly string[])[]
  readonly onChange: (columns: CardTable['columns']) => void
}

const roles = [
  { key: 'front', label: 'Question' },
  { key: 'back', label: 'Answer' },
  { key: 'tags', label: 'Tags' },
] as const

function Columns({ table, rows, onChange }: ColumnsProps) {
  const names = columnNames(table, rows)
  const data = names.map((label, at) => ({ value: String(at), label }))
  return roles.map(({ key, label }) => (
    <Select
      key={key}
      label={label}
      data={key === 'front' ? data : [...data, { value: NONE, label: 'None' }]}
      value={String(table.columns[key] ?? NONE)}
      allowDeselect={false}
      onChange={(value) => {
        const at = value === NONE || value === null ? null : Number(value)
        if (key !== 'front') onChange({ ...table.columns, [key]: at })
        else if (at !== null) onChange({ ...table.columns, front: at })
      }}
    />
  ))
}

function columnNames(table: CardTable, rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(1, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, at) => (table.hasHeader && rows[0]?.[at]?.trim()) || `Column ${at + 1}`)
}

function Sample({ table, rows }: { readonly table: CardTable; readonly rows: readonly (readonly string[])[] }) {
  const names = columnNames(table, rows)
  const roleOf = (at: number) => roles.find(({ key }) => table.columns[key] === at)?.label
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">The first rows</caption>
        <thead>
          <tr>
            {names.map((name, at) => (
              <th key={at} scope="col" data-used={roleOf(at) !== undefined}>
                {roleOf(at) ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(table.hasHeader ? rows.slice(1) : rows).map((row, place) => (
            <tr key={place}>
              {names.map((_, at) => (
                <td key={at} data-used={roleOf(at) !== undefined}>
                  {row[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
