// Nothing is imported here: the sandboxed preload bundles this file, and must stay a few lines.

/** The scheme that Electron serves the renderer from. */
export const APP_SCHEME = 'app'

/** Where the renderer lives in Electron. Compare a URL with `${APP_ORIGIN}/`, slash included. */
export const APP_ORIGIN = 'app://dossier'

/**
 * Carries one MessagePort from the page to the main process. The same word is the message that the page posts to
 * its own window, with the port, for the preload to pick up.
 */
export const PORT_CHANNEL = 'dossier:port'

/** Carries one `AppCommand` from the main process to the page. */
export const COMMAND_CHANNEL = 'dossier:command'

/** Carries the title of what is to be saved as a PDF to the main process, and a `PdfOutcome` back. */
export const PDF_CHANNEL = 'dossier:pdf'

/** What became of saving a PDF. `name`: that of the file. */
export type PdfOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }

/** What index.html holds where a nonce belongs; each answer replaces it with a fresh one. */
export const CSP_NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * What the application menu asks of the page. `undo` and `redo` mean the action history, unless the focus is in a
 * text field: then they mean what was typed there.
 */
export type AppCommand =
  | 'import'
  | 'export'
  | 'undo'
  | 'redo'
  | 'search'
  | 'settings'
  | 'shortcuts'
  | 'back'
  | 'forward'
  | 'go-library'
  | 'go-dossiers'
  | 'go-figures'
  | 'go-cards'
  | 'go-review'
  | 'go-practice'
  | 'go-marks'
  | 'go-statistics'
  | 'theme-system'
  | 'theme-light'
  | 'theme-sepia'
  | 'theme-dark'
  | 'print'
  | 'diagnostics'
  // A place of the app, as the router has it.
  | `go:/${string}`

/** What the preload gives the page as `window.dossierHost`; absent in a browser. Only what has no web equivalent. */
export interface DossierHost {
  readonly kind: 'electron'
  /** Node's name of the operating system: `darwin`, `win32`, `linux`. */
  readonly platform: string
  /** Calls `listener` for each command of the menu. Commands that came before the first listener are not lost. */
  onCommand(listener: (command: AppCommand) => void): () => void
  /** Where a dropped or chosen file lies on disk; empty for one that was made in memory. */
  pathForFile(file: File): string
  /** Asks where to, and saves there what the page would print now; `title` names the file. */
  savePdf(title: string): Promise<PdfOutcome>
}

declare global {
  interface Window {
    /** Set by the preload in Electron. */
    readonly dossierHost?: DossierHost
  }
}

/**
 * The Content-Security-Policy of every answer, in both hosts. `nonce` is for the style elements that the component
 * library adds; a fresh one for each HTML answer.
 * Source: https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
