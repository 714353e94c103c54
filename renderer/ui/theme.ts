import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const tuple = (...shades: MantineColorsTuple): MantineColorsTuple => shades
const even = (token: string, strong: string): MantineColorsTuple => {
  const value = `var(${token})`
  return tuple(value, value, value, value, value, value, value, `var(${strong})`, value, value)
}

// Components pick shades of gray in light and of dark in dark; both are our paper and ink.
const gray = tuple(
  'var(--sunken)',
  'var(--sunken)',
  'var(--rule)',
  'var(--rule)',
  'var(--rule)',
  'var(--quiet)',
  'var(--quiet)',
  'var(--quiet)',
  'var(--ink)',
  'var(--ink)',
)
const dark = tuple(
  'var(--ink)',
  'var(--ink)',
  'var(--quiet)',
  'var(--quiet)',
  'var(--rule)',
  'var(--rule)',
  'var(--surface)',
  'var(--page)',
  'var(--sunken)',
  'var(--sunken)',
)

// White on the pale accent of the dark theme can't be read, so filled parts take their own ink.
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  if (input.variant === 'filled') return { ...colors, color: 'var(--on-accent)' }
  if (input.variant === 'subtle') return { ...colors, hover: 'var(--sunken)' }
  return colors
}

/** The one Mantine theme. Colours are the CSS variables of tokens.css, so one theme serves light, sepia and dark. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  white: '#ffffff',
  black: '#1f1c17',
  colors: {
    gray,
    dark,
    accent: even('--accent', '--accent-strong'),
    red: even('--danger', '--danger'),
    yellow: even('--warn', '--warn'),
  },
  variantColorResolver,
  fontFamily: 'var(--font-sans)',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, monospace',
  headings: { fontFamily: 'var(--font-serif)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'var(--shadow)',
    md: 'var(--shadow)',
    lg: 'var(--shadow)',
    xl: 'var(--shadow)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 600 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, withAlignedLabels: true } },
    NumberInput: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'sm', withItemsBorders: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 100 } } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
        // Keys pressed right after Escape are meant for the screen: a dialog that fades out would swallow them.
        transitionProps: { transition: 'fade', duration: 140, exitDuration: 0 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    ModalRoot: { defaultProps: { transitionProps: { transition: 'fade', duration: 140, exitDuration: 0 } } },
    // The placeholder it would focus is no child that a menu may have.
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        shadow: 'md',
        position: 'bottom-end',
        transitionProps: { duration: 100 },
      },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 140 } } },
    Loader: { defaultProps: { color: 'gray', size: 'sm', type: 'dots' } },
  },
})

const surfaces = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--rule)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--quiet)',
  '--mantine-color-disabled-border': 'var(--rule)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-gray-light': 'var(--sunken)',
  '--mantine-color-gray-light-hover': 'var(--rule)',
  '--mantine-color-gray-light-color': 'var(--quiet)',
  '--mantine-color-accent-light': 'var(--accent-wash)',
  '--mantine-color-accent-light-hover': 'var(--accent-wash)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-red-light': 'var(--danger-wash)',
  '--mantine-color-red-light-hover': 'var(--danger-wash)',
  '--mantine-color-red-light-color': 'var(--danger)',
}

/** Gives the component library our surfaces in place of its own, in every theme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  // Fields are white in light and sepia, and knobs are in dark: paper there, ink here.
  light: { ...surfaces, '--mantine-color-white': 'var(--surface)' },
  dark: { ...surfaces, '--mantine-color-white': 'var(--ink)' },
})
