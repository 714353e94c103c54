import type { ConnectionState } from '#renderer/client/connection.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import icon from '../../resources/icon.svg'
import classes from './connection-page.module.css'

interface ConnectionPageProps {
  readonly state: Exclude<ConnectionState, 'open'>
}

const words = {
  missing: {
    title: 'This page has no key to the library',
    happened: 'Dossier opens its library only for the window it started itself. Your library is safe.',
    next: 'Go back to the window that opened by itself, or start Dossier again: it prints a fresh address.',
  },
  refused: {
    title: 'The key of this page is out of date',
    happened: 'Dossier was started anew since, and each start has a key of its own. Your library is safe.',
    next: 'Close this page and use the window that opened with the last start.',
  },
  gone: {
    title: 'Dossier has stopped',
    happened: 'Nothing answers any more on this computer. Everything you did up to then is saved.',
    next: 'Start Dossier again. If it only paused, this page goes on by itself.',
  },
} as const

/** What stands in place of everything when the library can't be reached: what happened, what is safe, what to do. */
export function ConnectionPage({ state }: ConnectionPageProps) {
  const { title, happened, next } = words[state]
  useDocumentTitle(title)
  return (
    <main className={classes.root}>
      <div className={classes.sheet} role="alert">
        <img src={icon} width={48} height={48} alt="" />
        <h1 className={classes.title}>{title}</h1>
        <p>{happened}</p>
        <p className={classes.next}>{next}</p>
      </div>
    </main>
  )
}
