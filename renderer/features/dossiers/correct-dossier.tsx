import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { correct } from '#renderer/client/correct.ts'
import { exportNotes } from '#renderer/client/export-notes.ts'
import { linkToPlace, openInWindow } from '#renderer/client/place.ts'
import { copyToClipboard } from '#renderer/ui/copy-link.ts'
import { type MenuEntry, MoreMenu } from '#renderer/ui/page-title.tsx'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { NewCorrectionInput } from '#shared/contract/correction.ts'
import type { Dossier } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { dossierPath, practicePath, routes } from '#shared/domain/routes.ts'
import { DossierDeadline } from './dossier-deadline.tsx'
import { OtherNameDialog } from './other-name-dialog.tsx'

const kinds = [
  { kind: 'person', label: 'It is a person' },
  { kind: 'group', label: 'It is a group' },
  { kind: 'place', label: 'It is a place' },
] as const

const exports = [
  { format: 'dossiers-markdown', label: 'Export as Markdown' },
  { format: 'dossiers-html', label: 'Export as a web page' },
  { format: 'dossiers-json', label: 'Export as JSON' },
] as const

async function exportDossier(entityId: EntityId, format: (typeof exports)[number]['format']): Promise<void> {
  try {
    const file = await exportNotes({ entityId, format })
    saveFile(file)
    showToast(`Exported as ${file.name}`)
  } catch (error) {
    showErrorToast(error)
  }
}

/** What one is asked in a dialog. */
type Asked = 'rename' | 'alias' | 'deadline' | 'merge' | 'apart'

/** The menu with which a person corrects what a dossier says of its name. */
export function CorrectDossier({ dossier }: { readonly dossier: Dossier }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const navigate = useNavigate()
  const add = (input: NewCorrectionInput, said: string) => {
    correct(input).then(
      (done) => showUndoToast(done.told === 'Noted' ? said : `${said} ${done.told}.`, done.takeBack),
      showErrorToast,
    )
  }
  const entityId = dossier.id
  useCommands({
    'dossier.rename': () => setAsked('rename'),
    'dossier.alias': () => setAsked('alias'),
    'dossier.merge': () => setAsked('merge'),
    'dossier.apart': () => setAsked('apart'),
    'dossier.split': () => void navigate('split'),
  })
  const entries: MenuEntry[] = [
    { label: 'Practise this', onSelect: () => void navigate(practicePath({ entityId })) },
    { label: 'Know this by a day', onSelect: () => setAsked('deadline') },
    { label: 'In a window of its own', onSelect: () => openInWindow(dossierPath(entityId)) },
    { label: 'Copy a link to it', onSelect: () => void copyToClipboard(linkToPlace(dossierPath(entityId))) },
    { label: 'Rename', onSelect: () => setAsked('rename') },
    { label: 'Add another name', onSelect: () => setAsked('alias') },
    { label: 'Merge with…', onSelect: () => setAsked('merge') },
    { label: 'Never the same as…', onSelect: () => setAsked('apart') },
    ...kinds
      .filter(({ kind }) => kind !== dossier.kind)
      .map(({ kind, label }) => ({
        label,
        onSelect: () => add({ kind: 'retype', entityId, to: kind }, `${dossier.name} is a ${kind} now.`),
      })),
    { label: 'Some of this is someone else', onSelect: () => void navigate('split') },
    {
      label: 'All of this is right',
      onSelect: () => add({ kind: 'confirm', entityId }, `${dossier.name} is right.`),
    },
    ...exports.map(({ format, label }) => ({ label, onSelect: () => void exportDossier(entityId, format) })),
    {
      label: 'It is no name at all',
      danger: true,
      onSelect: () => {
        // First: this page would ask for a dossier that is there no more.
        void navigate(routes.dossiers)
        add({ kind: 'not-entity', entityId }, `${dossier.name} is no name.`)
      },
    },
  ]
  return (
    <>
      <MoreMenu entries={entries} label={`Correct ${dossier.name}`} />
      {asked === 'deadline' && <DossierDeadline dossier={dossier} onClose={() => setAsked(null)} />}
      {(asked === 'merge' || asked === 'apart') && (
        <OtherNameDialog
          dossier={dossier}
          about={asked}
          onClose={() => setAsked(null)}
          onChoose={(other) => {
            setAsked(null)
            if (asked === 'merge')
              add(
                { kind: 'merge', into: entityId, entityIds: [other.id] },
                `Merged ${other.name} into ${dossier.name}.`,
              )
            else add({ kind: 'keep-apart', entityIds: [entityId, other.id] }, `${dossier.name} is never ${other.name}.`)
          }}
        />
      )}
      {(asked === 'rename' || asked === 'alias') && (
        <NameDialog
          title={asked === 'rename' ? 'Rename' : 'Add another name'}
          initial={asked === 'rename' ? dossier.name : ''}
          onClose={() => setAsked(null)}
          onName={(name) => add({ kind: asked, entityId, name }, `${name} is noted.`)}
        />
      )}
    </>
  )
}

interface NameDialogProps {
  readonly title: string
  readonly initial: string
  readonly onClose: () => void
  readonly onName: (name: string) => void
}

function NameDialog({ title, initial, onClose, onName }: NameDialogProps) {
  const [name, setName] = useState(initial)
  const isReady = name.trim() !== '' && name.trim() !== initial
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isReady) return
          onName(name.trim())
          onClose()
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            data-autofocus
            maxLength={300}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!isReady}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
