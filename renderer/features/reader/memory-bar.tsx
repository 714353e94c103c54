import { Button, Switch, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#renderer/ui/format.ts'
import { keysNow } from '#renderer/ui/key-bindings.ts'
import { Keys, keysOf } from '#renderer/ui/keys.tsx'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import classes from './memory-bar.module.css'
import { countStates, type MemoryState, memoryStates } from './memory-drawing.ts'
import { stepIndex } from './mention-steps.ts'
import { useReader } from './reader-context.tsx'

const words: Readonly<Record<MemoryState, { readonly name: string; readonly help: string }>> = {
  known: { name: 'known', help: 'You would most likely remember these now' },
  fading: { name: 'fading', help: 'You are about to forget these' },
  forgotten: { name: 'forgotten', help: 'You would most likely not remember these' },
  waiting: { name: 'not asked yet', help: 'These have cards that wait for their first review' },
  new: { name: 'new here', help: 'These have no cards yet' },
}

/** How much of what the article names is remembered: sums it up, walks through it, and makes cards of what is new. */
export function MemoryBar() {
  const { memory, show } = useReader()
  const { settings, change } = useSettings()
  const [at, setAt] = useState<Partial<Record<MemoryState, number>>>({})
  const things = memory.things ?? []
  if (things.length === 0) return null
  const counts = countStates(things)
  const shown = memoryStates.filter((state) => counts[state] > 0)
  const walk = (state: MemoryState) => {
    const those = things.filter((thing) => thing.state === state)
    const next = stepIndex(at[state] ?? -1, 1, those.length)
    setAt({ ...at, [state]: next })
    const place = those[next]?.places[0]
    if (place) show(place)
  }
  return (
    <section className={classes.memory} aria-label="What you remember of it">
      <div className={classes.scale} aria-hidden="true">
        {shown.map((state) => (
          <span key={state} className={classes.share} data-state={state} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <div className={classes.counts}>
        {shown.map((state) => (
          <Tooltip key={state} label={`${words[state].help}. Click to go to the next.`} multiline w={220}>
            <button type="button" className={classes.count} data-state={state} onClick={() => walk(state)}>
              <span className={classes.sample}>{formatNumber(counts[state])}</span> {words[state].name}
            </button>
          </Tooltip>
        ))}
      </div>
      <div className={classes.foot}>
        {counts.new > 0 && (
          <Tooltip label={`One card for each new name and figure · ${keysOf('reader.learn')}`}>
            <Button
              size="compact-sm"
              variant="default"
              loading={memory.isMaking}
              rightSection={<Keys keys={keysNow('reader.learn')[0] ?? ''} />}
              onClick={memory.makeCards}
            >
              Make cards of the new
            </Button>
          </Tooltip>
        )}
        {/* With no card yet there is nothing to tell apart, and the text is left as it is. */}
        {counts.new < things.length && (
          <Tooltip
            label={`Lines under names show how well you know them · ${keysOf('reader.memory')}`}
            multiline
            w={220}
          >
            <span className={classes.draw}>
              <Switch
                size="xs"
                label="In the text"
                checked={settings.drawMemory}
                onChange={(event) => change({ drawMemory: event.currentTarget.checked })}
              />
            </span>
          </Tooltip>
        )}
      </div>
    </section>
  )
}
