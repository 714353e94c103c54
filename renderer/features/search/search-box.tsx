import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useCommands } from '#renderer/ui/use-commands.ts'
import classes from './search-box.module.css'
import { SearchPanel } from './search-panel.tsx'

/** The one search, over everything; opened by its keys from anywhere. */
export function SearchBox() {
  const [opened, setOpened] = useState(false)
  const [words, setWords] = useState('')
  useCommands({ search: () => setOpened(true) })
  return (
    <Modal.Root
      opened={opened}
      onClose={() => setOpened(false)}
      size={640}
      yOffset="10vh"
      xOffset={16}
      centered={false}
      classNames={{ content: classes.sheet ?? '' }}
    >
      <Modal.Overlay color="var(--scrim)" backgroundOpacity={1} />
      <Modal.Content aria-label="Search everything">
        <SearchPanel words={words} onWords={setWords} onClose={() => setOpened(false)} />
      </Modal.Content>
    </Modal.Root>
  )
}
