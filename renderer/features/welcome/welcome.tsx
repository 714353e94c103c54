import { Button } from '@mantine/core'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import classes from './welcome.module.css'
import { WelcomePicture } from './welcome-picture.tsx'

interface WelcomeProps {
  /** Whether the starter briefings were neither taken nor declined yet. */
  readonly isFirstTime: boolean
  readonly isAdding: boolean
  readonly onAddStarter: () => void
  readonly onDeclineStarter: () => void
  readonly onChooseFiles: () => void
  readonly onPaste: () => void
}

/** What an empty library says: what this is for, and the ways in. */
export function Welcome(props: WelcomeProps) {
  useDocumentTitle('Library')
  const { isFirstTime, isAdding, onAddStarter, onDeclineStarter, onChooseFiles, onPaste } = props
  return (
    <div className={classes.room}>
      <div className={classes.spread}>
        <div className={classes.words}>
          <h1 className={classes.title}>
            {isFirstTime ? 'Remember who was who, and how many.' : 'Your library is empty'}
          </h1>
          <p className={classes.lead}>
            Give Dossier an article and it finds the people, groups, places and figures in it, keeps a page on each, and
            makes cards that know their passage. Everything stays in one folder on this computer.
          </p>
          <ol className={classes.ways}>
            {isFirstTime && (
              <li className={classes.way}>
                <h2>Look around first</h2>
                <p>
                  A handful of short briefings on public events, written for this library. One step removes them again.
                </p>
                <Button onClick={onAddStarter} loading={isAdding}>
                  Add the briefings
                </Button>
              </li>
            )}
            <li className={classes.way}>
              <h2>Bring your own</h2>
              <p>
                Drop web pages, PDFs, books or text files anywhere in this window, choose them, or paste a text with{' '}
                <Keys keys="mod+v" />.
              </p>
              <div className={classes.buttons}>
                <Button variant={isFirstTime ? 'default' : 'filled'} onClick={onChooseFiles}>
                  Choose files
                </Button>
                <Button variant="default" onClick={onPaste}>
                  Paste text
                </Button>
              </div>
            </li>
          </ol>
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.aside ?? ''}
            onClick={isFirstTime ? onDeclineStarter : onAddStarter}
          >
            {isFirstTime ? 'Begin with an empty library' : 'Add the starter briefings'}
          </Button>
        </div>
        <WelcomePicture />
      </div>
    </div>
  )
}
