import { ActionIcon, Popover, SegmentedControl, Slider, Tooltip } from '@mantine/core'
import { IconTypography } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { announce } from '#renderer/ui/announce.ts'
import { keysOf } from '#renderer/ui/keys.tsx'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import classes from './look-menu.module.css'

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

const sizePx = { min: 14, max: 28 }

/** How the text is set: theme, typeface, size, spacing and width, changed while one looks at it. */
export function LookMenu({ isActive }: { readonly isActive: boolean }) {
  const { settings, change } = useSettings()
  const [isOpen, setOpen] = useState(false)
  const resize = (by: number) => () => {
    const textSizePx = Math.min(sizePx.max, Math.max(sizePx.min, settings.textSizePx + by))
    change({ textSizePx })
    announce(`Text size: ${textSizePx} pixels.`)
  }
  useCommands(
    isActive ? { 'reader.look': () => setOpen(true), 'reader.larger': resize(1), 'reader.smaller': resize(-1) } : {},
  )
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Tooltip label={`How the text looks · ${keysOf('reader.look')}`} disabled={isOpen}>
          <ActionIcon
            aria-label="How the text looks"
            aria-expanded={isOpen}
            className={classes.button ?? ''}
            onClick={() => setOpen(!isOpen)}
          >
            <IconTypography size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label="How the text looks">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Theme"
          data={[...themes]}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
        />
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Typeface"
          data={[...fonts]}
          value={settings.readingFont}
          onChange={(readingFont) => change({ readingFont })}
        />
        <Scale label="Size" value={`${settings.textSizePx} px`}>
          <Slider
            {...sizePx}
            step={1}
            size="sm"
            label={null}
            thumbLabel="Text size"
            value={settings.textSizePx}
            onChange={(textSizePx) => change({ textSizePx })}
          />
        </Scale>
        <Scale label="Line spacing" value={settings.lineHeight.toFixed(2)}>
          <Slider
            min={1.3}
            max={2}
            step={0.02}
            size="sm"
            label={null}
            thumbLabel="Line spacing"
            value={settings.lineHeight}
            onChange={(height) => change({ lineHeight: Math.round(height * 100) / 100 })}
          />
        </Scale>
        <Scale label="Line length" value={`${settings.measureChars} letters`}>
          <Slider
            min={50}
            max={90}
            step={1}
            size="sm"
            label={null}
            thumbLabel="Line length"
            value={settings.measureChars}
            onChange={(measureChars) => change({ measureChars })}
          />
        </Scale>
      </Popover.Dropdown>
    </Popover>
  )
}

function Scale({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <div className={classes.scale}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      <div className={classes.slider}>{children}</div>
    </div>
  )
}
