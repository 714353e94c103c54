import { Button, Checkbox, Radio } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import { type ExportCounts, type ExportFormat, exportFormat } from '#shared/contract/export.ts'
import { routes } from '#shared/domain/routes.ts'
import { formatChoices, isOfDossiers } from './export-formats.ts'
import classes from './export-screen.module.css'
import { type ScopeChoice, ScopeFields, startScope, toScope } from './scope-fields.tsx'
import { exportWords, useExport } from './use-export.ts'

/** What goes out, as what, and how much that is. */
export function ExportForm() {
  const [params] = useSearchParams()
  const { settings, change } = useSettings()
  const choice = settings.exportChoice
  const [scope, setScope] = useKeptState<ScopeChoice>('scope', startScope(params))
  // Who comes from a screen that names a format begins with it.
  const asked = exportFormat.safeParse(params.get('as')).data
  useEffect(() => {
    if (asked) change({ exportChoice: { ...choice, format: asked } })
    // Once: what is chosen after that stands.
  }, [asked])
  const input = toScope(scope, choice)
  const { data: counts } = useQuery(api.export.count.queryOptions({ input, placeholderData: keepPreviousData }))
  const { progress, error, start, stop } = useExport()
  const choose = (part: Partial<typeof choice>) => change({ exportChoice: { ...choice, ...part } })
  const words = counts ? countWords(choice.format, counts) : ''
  const isNothing = counts !== undefined && isEmpty(choice.format, counts)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void start({ ...input, format: choice.format, wikiLinks: choice.wikiLinks })
      }}
    >
      <Radio.Group
        label="As"
        value={choice.format}
        // One of `formatChoices`.
        onChange={(format) => choose({ format: format as ExportFormat })}
        classNames={{ label: classes.heading ?? '' }}
      >
        <div className={classes.formats}>
          {formatChoices.map(({ value, label, help }) => (
            <Radio
              key={value}
              value={value}
              label={label}
              description={help}
              classNames={{ radio: classes.radio ?? '' }}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.side}>
        <fieldset className={classes.scope}>
          <legend className={classes.heading}>Of</legend>
          <ScopeFields
            scope={scope}
            onChange={(part) => setScope({ ...scope, ...part })}
            isOfDossiers={isOfDossiers(choice.format)}
          />
          {!isOfDossiers(choice.format) && (
            <div className={classes.checks}>
              <Checkbox
                label="Marks and notes"
                checked={choice.hasMarks}
                onChange={(event) => choose({ hasMarks: event.currentTarget.checked })}
              />
              <Checkbox
                label="Cards"
                checked={choice.hasCards}
                onChange={(event) => choose({ hasCards: event.currentTarget.checked })}
              />
              {choice.format === 'markdown' && (
                <Checkbox
                  label="Names as [[links]], with a file for each dossier"
                  checked={choice.wikiLinks}
                  onChange={(event) => choose({ wikiLinks: event.currentTarget.checked })}
                />
              )}
            </div>
          )}
          {choice.format === 'markdown' && (
            <Link className={classes.link} to={`${routes.settings}?find=layout`}>
              Change how the Markdown is laid out
            </Link>
          )}
        </fieldset>
        <div className={classes.go}>
          <p className={classes.count} role="status">
            {isNothing ? 'Nothing fits this.' : words}
          </p>
          {progress ? (
            <>
              <span className={classes.progress}>{exportWords(progress, Date.now())}</span>
              <Button variant="default" onClick={stop}>
                Stop
              </Button>
            </>
          ) : (
            <Button type="submit" disabled={isNothing}>
              Export
            </Button>
          )}
        </div>
        {error !== null && (
          <p className={classes.trouble} role="alert">
            {describeError(error).title}. {describeError(error).advice}
          </p>
        )}
      </div>
    </form>
  )
}

function countWords(format: ExportFormat, counts: ExportCounts): string {
  if (isOfDossiers(format)) return formatCount(counts.entities, 'dossier', 'dossiers')
  const cards = formatCount(counts.cards, 'card', 'cards')
  if (format === 'anki') return cards
  const marks = [
    formatCount(counts.marks, 'mark', 'marks'),
    `${formatCount(counts.notes, 'of them with a note', 'of them with notes')}`,
  ]
  const annotations = counts.notes > 0 ? marks.join(', ') : marks[0]
  if (format === 'json-ld') return annotations ?? ''
  const base = [formatCount(counts.articles, 'article', 'articles'), annotations, cards]
  const found = [formatCount(counts.entities, 'name', 'names'), formatCount(counts.figures, 'figure', 'figures')]
  return [...base, ...(format === 'csv' ? found : [])].join(' · ')
}

function isEmpty(format: ExportFormat, counts: ExportCounts): boolean {
  if (isOfDossiers(format)) return counts.entities === 0
  if (format === 'anki') return counts.cards === 0
  if (format === 'json-ld') return counts.marks === 0
  if (format === 'csv') return counts.marks + counts.cards + counts.entities + counts.figures === 0
  return counts.marks + counts.cards === 0
}
