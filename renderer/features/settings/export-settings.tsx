import { Button, Group, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { DEFAULT_TEMPLATE } from '#shared/text/default-template.ts'
import classes from './export-settings.module.css'
import { useIsLookedFor } from './find-context.ts'
import { SettingSection } from './setting-row.tsx'

const WORDS = 'layout of markdown files template export obsidian notes'
const WAIT_MS = 250

/** How an article's Markdown is laid out: a template with what it makes beside it. */
export function ExportSettings() {
  const isShown = useIsLookedFor(WORDS)
  const { settings, change } = useSettings()
  const [isEdited, setEdited] = useState(false)
  // No undo step holds a setting: what was put away is kept here until the page is left.
  const [putAway, setPutAway] = useState('')
  if (!isShown) return null
  const isOwn = settings.markdownTemplate !== ''
  return (
    <SettingSection title="Markdown">
      <div data-setting className={classes.root}>
        {isOwn || isEdited ? (
          <TemplateEditor
            onUsual={(own) => {
              setPutAway(own)
              setEdited(false)
            }}
          />
        ) : (
          <div className={classes.usual}>
            <div>
              <div className={classes.label}>Layout of Markdown files</div>
              <div className={classes.help}>Exports use the layout that Dossier comes with.</div>
            </div>
            <Group>
              {putAway !== '' && (
                <Button variant="subtle" onClick={() => change({ markdownTemplate: putAway })}>
                  Take mine back
                </Button>
              )}
              <Button variant="default" onClick={() => setEdited(true)}>
                Make your own
              </Button>
            </Group>
          </div>
        )}
      </div>
    </SettingSection>
  )
}

function TemplateEditor({ onUsual }: { readonly onUsual: (own: string) => void }) {
  const { settings, change } = useSettings()
  const [text, setText] = useState(settings.markdownTemplate || DEFAULT_TEMPLATE)
  const [template] = useDebouncedValue(text, WAIT_MS)
  const { data: preview, isPlaceholderData } = useQuery(
    api.export.preview.queryOptions({ input: { template }, placeholderData: keepPreviousData }),
  )
  const isGood = !isPlaceholderData && preview?.kind === 'text'
  // Only what works is kept: an export never meets a broken layout that was typed halfway.
  useEffect(() => {
    if (isGood && template === text && template !== settings.markdownTemplate && template !== DEFAULT_TEMPLATE)
      change({ markdownTemplate: template })
  }, [isGood, template, text, settings.markdownTemplate, change])
  return (
    <>
      <div className={classes.panes}>
        <Textarea
          label="Layout"
          classNames={{ input: classes.code ?? '' }}
          value={text}
          maxLength={20_000}
          rows={20}
          spellCheck={false}
          error={preview?.kind === 'broken' ? `Line ${preview.line}: ${preview.message}` : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Textarea
          label={preview?.kind === 'text' ? `“${preview.articleTitle || 'Untitled'}” in it` : 'Preview'}
          classNames={{ input: classes.made ?? '' }}
          value={preview?.kind === 'text' ? preview.text : ''}
          rows={20}
          readOnly
        />
      </div>
      <p className={classes.help}>
        {'{{title}}'} puts a value, {'{{{note}}}'} what you wrote as it is, {'{{#marks}} … {{/marks}}'} repeats for each
        mark, {'{{^note}} … {{/note}}'} stands where there is none. In an article: title, source, author, date, url,
        tags, origin, remarks, marks, cards, names. In a mark: quote, quote_block, category, note, tags, day, heading,
        id. In a card: number, front, back, tags, id. In a name: name, kind, link. A layout that is broken is not kept.
      </p>
      <Group>
        <Button
          variant="default"
          onClick={() => {
            change({ markdownTemplate: '' })
            onUsual(settings.markdownTemplate)
          }}
        >
          Back to the usual layout
        </Button>
      </Group>
    </>
  )
}
