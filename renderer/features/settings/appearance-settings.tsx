import { SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import type { Settings } from '#shared/contract/library.ts'
import { useIsLookedFor } from './find-context.ts'
import { SwitchSetting } from './setting-fields.tsx'
import { SettingRow, SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'
import { SliderSetting } from './slider-setting.tsx'

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'dark', label: 'Dark' },
] as const

const fonts = [
  { value: 'serif', label: 'Serif' },
  { value: 'sans', label: 'Sans' },
] as const

/** How the app looks and how its texts are set. */
export function AppearanceSettings() {
  const { settings, change } = useSettings()
  const [draft, setDraft] = useState(settings)
  useEffect(() => setDraft(settings), [settings])
  const show = (part: Partial<Settings>) => setDraft((old) => ({ ...old, ...part }))
  return (
    <SettingSection title="Reading">
      <SettingRow label="Theme" help="System follows this computer." words="appearance colour dark light sepia">
        {({ labelId }) => (
          <SegmentedControl
            fullWidth
            aria-labelledby={labelId}
            data={[...themes]}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
          />
        )}
      </SettingRow>
      <SettingRow label="Typeface of texts" words="reading font serif sans">
        {({ labelId }) => (
          <SegmentedControl
            fullWidth
            aria-labelledby={labelId}
            data={[...fonts]}
            value={settings.readingFont}
            onChange={(readingFont) => change({ readingFont })}
          />
        )}
      </SettingRow>
      <SliderSetting
        label="Text size"
        words="font larger smaller"
        value={settings.textSizePx}
        min={14}
        max={28}
        step={1}
        format={(px) => `${px} px`}
        onDraft={(textSizePx) => show({ textSizePx })}
        onKeep={(textSizePx) => change({ textSizePx })}
      />
      <SliderSetting
        label="Line length"
        words="measure width characters"
        value={settings.measureChars}
        min={50}
        max={90}
        step={1}
        format={(chars) => `${chars} letters`}
        onDraft={(measureChars) => show({ measureChars })}
        onKeep={(measureChars) => change({ measureChars })}
      />
      <SliderSetting
        label="Line spacing"
        words="height leading"
        value={settings.lineHeight}
        min={1.3}
        max={2}
        step={0.02}
        format={(height) => height.toFixed(2)}
        onDraft={(lineHeight) => show({ lineHeight })}
        onKeep={(lineHeight) => change({ lineHeight })}
      />
      <Sample settings={draft} />
      <SwitchSetting
        label="Underline names in texts"
        help="People, groups, places and figures, each with a line of its own."
        words="entities marks show"
        value={settings.showEntityMarks}
        onKeep={(showEntityMarks) => change({ showEntityMarks })}
      />
    </SettingSection>
  )
}

function Sample({ settings }: { readonly settings: Settings }) {
  const isShown = useIsLookedFor(
    'theme typeface reading font text size line length measure width spacing height sample',
  )
  if (!isShown) return null
  return (
    <figure className={classes.sample} aria-label="How texts look">
      <p
        style={{
          fontFamily: settings.readingFont === 'serif' ? 'var(--font-serif)' : 'var(--font-sans)',
          fontSize: settings.textSizePx,
          lineHeight: settings.lineHeight,
          maxWidth: `${settings.measureChars}ch`,
        }}
      >
        In 1851 the first cable that lasted was laid between Dover and Calais. Prices in Paris were known in London
        within the hour; before, they had taken <em>two days</em> and a calm sea. Within ten years there were some
        18,000 km of such lines.
      </p>
    </figure>
  )
}
