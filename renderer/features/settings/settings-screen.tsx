import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { BackupSettings } from './backup-settings.tsx'
import { CategorySettings } from './category-settings.tsx'
import { DeckSettings } from './deck-settings.tsx'
import { DesktopSettings } from './desktop-settings.tsx'
import { ExportSettings } from './export-settings.tsx'
import { FindContext } from './find-context.ts'
import { KeySettings } from './key-settings.tsx'
import { LibrarySettings } from './library-settings.tsx'
import { MemorySettings } from './memory-settings.tsx'
import classes from './settings-screen.module.css'
import { StudySettings } from './study-settings.tsx'
import type { FailureWords } from './watch-setting.tsx'

/** Every setting on one page, found by a few letters. */
export function SettingsScreen({ failureWords }: { readonly failureWords: FailureWords }) {
  const [params] = useSearchParams()
  const { key } = useLocation()
  const wanted = params.get('find') ?? ''
  const [find, setFind] = useState(wanted)
  // Who comes again by a link gets what it says, also from the same address: one setting, or all of them.
  useEffect(() => setFind(wanted), [wanted, key])
  return (
    <Screen width="text">
      <PageTitle title="Settings" />
      <TextInput
        aria-label="Find a setting"
        placeholder="Find a setting"
        value={find}
        leftSection={<IconSearch size={16} stroke={1.5} />}
        rightSection={
          find !== '' && <CloseButton size="sm" aria-label="Show all settings" onClick={() => setFind('')} />
        }
        onChange={(event) => setFind(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setFind('')
        }}
      />
      <FindContext.Provider value={find.trim()}>
        <div className={classes.sections}>
          <AppearanceSettings />
          <StudySettings />
          <DeckSettings />
          <MemorySettings />
          <CategorySettings />
          <ExportSettings />
          <LibrarySettings failureWords={failureWords} />
          <BackupSettings />
          <DesktopSettings />
          {/* By far the longest: nothing is to be looked for below it. */}
          <KeySettings />
        </div>
        <p className={classes.none}>No setting has these words.</p>
      </FindContext.Provider>
    </Screen>
  )
}
