import { useLayoutEffect, useRef } from 'react'
import { keyBindings } from './key-bindings.ts'
import { chordOf, isMacKeyboard, matchesChord } from './key-match.ts'
import type { CommandId } from './keymap.ts'

/** `place`: which of the command's keys it was, from 0. */
type Handler = (event: KeyboardEvent, place: number) => void
type Handlers = Partial<Record<CommandId, Handler>>

/** The longest pause between the two keys of a sequence such as `g l`. */
const SEQUENCE_MS = 900

// The handlers of what is on screen, latest last: a dialog's come after its screen's.
const layers: Array<{ current: Handlers }> = []
let prefix: { key: string; atMs: number } | null = null
let listening = false

/**
 * Answers shortcuts of the keymap while the component is shown. Of two handlers for one id the later mounted wins.
 * Nothing is answered while a modal dialog is open, nor inside a text field unless the entry says so.
 */
export function useCommands(handlers: Handlers): void {
  const layer = useRef<Handlers>(handlers)
  // Before it is painted: a key may come as soon as a screen can be seen, and effects run later than that.
  useLayoutEffect(() => {
    layer.current = handlers
  })
  useLayoutEffect(() => {
    startListening()
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [])
}

/** Does what the shortcut `id` would do now; false when nothing on screen answers it. */
export function runCommand(id: CommandId, event = new KeyboardEvent('keydown'), place = 0): boolean {
  const handler = layers.findLast((layer) => layer.current[id])?.current[id]
  handler?.(event, place)
  return handler !== undefined
}

function startListening(): void {
  if (listening) return
  listening = true
  window.addEventListener('keydown', onKeyDown)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isModalOpen()) return
  const inText = isTextField(event.target)
  const isMac = isMacKeyboard()
  const first = takePrefix(event)
  for (const binding of keyBindings()) {
    if (inText && !(binding.inText && hasModifier(event))) continue
    const place = binding.keys.findIndex((keys) => matchesKeys(event, keys, first, isMac))
    if (place < 0) continue
    // The keymap is `as const`: every id in it is a CommandId.
    if (!runCommand(binding.id as CommandId, event, place)) continue
    event.preventDefault()
    prefix = null
    return
  }
}

function matchesKeys(event: KeyboardEvent, keys: string, first: string | null, isMac: boolean): boolean {
  // Enter and Space on a button or link mean that button, whatever else they mean on the screen.
  if ((keys === 'enter' || keys === 'space') && isControl(event.target)) return false
  if ((keys === 'space' || keys === 'shift+space') && isTicked(event.target)) return false
  const [one = '', two] = keys.split(' ')
  if (two === undefined) return matchesChord(event, one, isMac)
  return first === one && matchesChord(event, two, isMac)
}

function takePrefix(event: KeyboardEvent): string | null {
  const now = Date.now()
  const held = prefix && now - prefix.atMs < SEQUENCE_MS ? prefix.key : null
  const chord = chordOf(event, isMacKeyboard())
  // A modifier on its own is no key: the sequence waits for what it modifies.
  if (chord) prefix = { key: chord, atMs: now }
  return held
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey
}

function isModalOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null
}

/** Whether typing goes there. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return (
    target instanceof HTMLInputElement && !/^(button|checkbox|radio|range|submit|reset|file|color)$/.test(target.type)
  )
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('a[href], button, summary, [role="menuitem"], [role="tab"]') !== null
  )
}

/** Whether Space ticks or chooses it. */
function isTicked(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(target.type)
}
