import { describe, expect, it } from 'vitest'
import { StrictEmitter, strict } from '#test/support/electron-double/main/strict.ts'

const double = () =>
  strict('app', Object.assign(new StrictEmitter('app', ['ready']), { name: 'a', hidden: 1 }), ['name'])

describe('strict', () => {
  it('throws by name for what is not there, read or written', () => {
    const app = double()
    expect(app.name).toBe('a')
    expect(() => app.hidden).toThrow('electron double: app.hidden is not implemented')
    expect(() => Object.assign(app, { dock: 1 })).toThrow('electron double: app.dock is not implemented')
  })

  it('refuses listeners for events that never come', () => {
    const app = double()
    app.on('ready', () => {})
    expect(() => app.on('raedy', () => {})).toThrow("electron double: app never emits 'raedy'")
  })

  it('can be waited for', async () => {
    const app = double()
    expect(await Promise.resolve(app)).toBe(app)
  })
})
