import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { showToast } from '#renderer/ui/toast.tsx'
import { findTypedWords, forget, type TypedWords } from '#renderer/ui/typed-words.ts'
import classes from './kept-words.module.css'

/** What was being typed when a page broke, to be taken along. */
export function KeptWords() {
  const [kept, setKept] = useState<TypedWords | null>(null)
  useEffect(() => {
    let isHere = true
    void findTypedWords().then((found) => isHere && setKept(found))
    return () => {
      isHere = false
    }
  }, [])
  if (!kept) return null
  const drop = () => {
    forget(kept.key)
    setKept(null)
  }
  const copy = async () => {
    await navigator.clipboard.writeText(kept.words)
    showToast('Copied. Paste it where it belongs.')
    drop()
  }
  return (
    <section className={classes.root} aria-label="What you were typing">
      <p className={classes.told}>You were typing this when the page broke. It is kept:</p>
      <blockquote className={classes.words}>{kept.words}</blockquote>
      <div className={classes.actions}>
        <Button variant="default" size="compact-sm" onClick={() => void copy()}>
          Copy it
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={drop}>
          Drop it
        </Button>
      </div>
    </section>
  )
}
