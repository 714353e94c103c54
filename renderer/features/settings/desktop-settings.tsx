import { Button, Group, MultiSelect, SegmentedControl, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#renderer/client/api.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { DesktopChoices, DesktopState, UpdateState } from '#shared/contract/desktop.ts'
import { SettingRow, SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'

/** What a program of the desktop can do beside its window; in a browser there is none of it. */
export function DesktopSettings() {
  const { data } = useQuery(api.desktop.state.queryOptions())
  const queries = useQueryClient()
  const { mutate } = useMutation(
    api.desktop.set.mutationOptions({
      onSuccess: (state) => queries.setQueryData(api.desktop.state.queryKey(), state),
    }),
  )
  if (!data) return null
  const change = (part: Partial<DesktopChoices>) => mutate(part)
  const { choices } = data
  return (
    <SettingSection title="This computer">
      {data.canOpenAtLogin && (
        <ChoiceSwitch
          label="Open when the computer starts"
          help="Without a window, to tell of cards that are due."
          words="login autostart"
          checked={choices.openAtLogin}
          onChange={(openAtLogin) => change({ openAtLogin })}
        />
      )}
      <ChoiceSwitch
        label="Tell of due cards"
        help="One quiet message a day."
        words="notification reminder review"
        checked={choices.notifiesDue}
        onChange={(notifiesDue) => change({ notifiesDue })}
      />
      <ChoiceSwitch
        label="Count of due cards at the icon"
        words="badge dock taskbar"
        checked={choices.showsBadge}
        onChange={(showsBadge) => change({ showsBadge })}
      />
      <ChoiceSwitch
        label="Check spelling"
        help={
          data.spellingLanguages.length > 0
            ? 'A dictionary is fetched from the network once for each language.'
            : 'In the languages of the system.'
        }
        words="spelling spell check dictionary language"
        checked={choices.checksSpelling}
        onChange={(checksSpelling) => change({ checksSpelling })}
      />
      {choices.checksSpelling && data.spellingLanguages.length > 0 && (
        <SettingRow label="Languages of the spelling" words="spelling spell check dictionary language">
          {() => (
            <MultiSelect
              aria-label="Languages of the spelling"
              placeholder={choices.spellingLanguages.length === 0 ? 'That of the system' : ''}
              data={data.spellingLanguages.map((code) => ({ value: code, label: languageName(code) }))}
              value={choices.spellingLanguages}
              searchable
              maxValues={10}
              onChange={(spellingLanguages) => change({ spellingLanguages })}
            />
          )}
        </SettingRow>
      )}
      <Updates state={data.update} choices={choices} onChange={change} />
      <Libraries libraries={data.libraries} />
    </SettingSection>
  )
}

interface ChoiceSwitchProps {
  readonly label: string
  readonly help?: string
  readonly words: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function ChoiceSwitch({ label, help, words, checked, onChange }: ChoiceSwitchProps) {
  return (
    <SettingRow label={label} words={words} {...(help ? { help } : {})}>
      {({ labelId, helpId }) => (
        <Switch
          aria-labelledby={labelId}
          aria-describedby={helpId}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
    </SettingRow>
  )
}

interface UpdatesProps {
  readonly state: UpdateState
  readonly choices: DesktopChoices
  readonly onChange: (change: Partial<DesktopChoices>) => void
}

function Updates({ state, choices, onChange }: UpdatesProps) {
  const look = useMutation(api.desktop.lookForUpdate.mutationOptions())
  const words = 'update version new network channel beta'
  return (
    <>
      <ChoiceSwitch
        label="Look for new versions"
        help="Once a day. Nothing else in Dossier uses the network by itself."
        words={words}
        checked={choices.updates}
        onChange={(updates) => onChange({ updates })}
      />
      {choices.updates && (
        <SettingRow label="Versions" help={updateWords(state)} words={words}>
          {({ labelId }) => (
            <Group gap={8} wrap="wrap">
              <SegmentedControl
                aria-labelledby={labelId}
                data={[
                  { value: 'latest', label: 'Finished' },
                  { value: 'beta', label: 'Early too' },
                ]}
                value={choices.updateChannel}
                onChange={(updateChannel) => onChange({ updateChannel: updateChannel as 'latest' | 'beta' })} // one of `data`
              />
              {state.kind === 'ready' ? (
                <Button variant="default" onClick={() => void client.desktop.installUpdate()}>
                  Restart into {state.version}
                </Button>
              ) : (
                <Button variant="default" loading={look.isPending} onClick={() => look.mutate({})}>
                  Look now
                </Button>
              )}
            </Group>
          )}
        </SettingRow>
      )}
    </>
  )
}

function updateWords(state: UpdateState): string {
  switch (state.kind) {
    case 'unavailable':
      return 'This build does not know where to look.'
    case 'looking':
      return 'Looking.'
    case 'newest':
      return 'This is the newest.'
    case 'failed':
      return 'It could not be looked for. It is tried again tomorrow.'
    case 'fetching':
      return `Version ${state.version} is being fetched.`
    case 'ready':
      return `Version ${state.version} is there. It is put in place when Dossier ends.`
    case 'off':
      return 'It has not been looked for yet.'
  }
}

function Libraries({ libraries }: { readonly libraries: DesktopState['libraries'] }) {
  const open = useMutation(api.desktop.openLibrary.mutationOptions())
  const move = useMutation(
    api.desktop.moveLibrary.mutationOptions({
      onSuccess: ({ moving }) => {
        if (moving !== null) showToast('Dossier starts anew and moves the library')
      },
    }),
  )
  const others = libraries.filter(({ isOpen }) => !isOpen)
  return (
    <>
      <SettingRow label="Place of the library" words="folder move disk show">
        {() => (
          <Group gap={8} wrap="wrap">
            <Button variant="default" onClick={() => void client.desktop.openFolder({ which: 'library' })}>
              Show its folder
            </Button>
            <Button variant="default" onClick={() => move.mutate({})}>
              Move it…
            </Button>
          </Group>
        )}
      </SettingRow>
      <SettingRow
        label="Other libraries"
        help="Each opens in a program of its own, beside this one."
        words="library folder open switch another"
      >
        {() => (
          <div className={classes.fit}>
            {others.map(({ dir }) => (
              <Button key={dir} variant="subtle" size="compact-sm" onClick={() => open.mutate({ dir })}>
                <span className={classes.path}>{dir}</span>
              </Button>
            ))}
            <Button variant="default" onClick={() => open.mutate({ dir: null })}>
              Open another…
            </Button>
          </div>
        )}
      </SettingRow>
    </>
  )
}

const names = new Intl.DisplayNames('en', { type: 'language' })

function languageName(code: string): string {
  return names.of(code) ?? code
}
