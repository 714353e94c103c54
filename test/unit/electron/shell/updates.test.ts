import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { createUpdates, type Updater } from '#electron/shell/updates.ts'
import { desktopChoices } from '#shared/contract/desktop.ts'

const choices = (given: object) => desktopChoices.parse(given)

class FakeUpdater extends EventEmitter implements Updater {
  autoDownload = false
  autoInstallOnAppQuit = false
  allowPrerelease = false
  allowDowngrade = false
  looks = 0
  installs = 0
  #channel: string | null = null
  get channel(): string | null {
    return this.#channel
  }
  /** As in electron-updater: who names a channel gets older versions too. */
  set channel(value: string | null) {
    this.#channel = value
    this.allowDowngrade = true
  }
  async checkForUpdates(): Promise<void> {
    this.looks += 1
  }
  quitAndInstall(): void {
    this.installs += 1
  }
}

it('is not even loaded until the person wants it', async () => {
  let loads = 0
  const updates = createUpdates(
    async () => {
      loads += 1
      return null
    },
    () => {},
  )
  updates.follow(choices({}))
  expect(await updates.look()).toEqual({ kind: 'off' })
  updates.end()
  expect(loads).toBe(0)
})

it('looks in the channel that was chosen, and installs what is ready', async () => {
  const updater = new FakeUpdater()
  const updates = createUpdates(
    async () => updater,
    () => {},
  )
  updates.follow(choices({ updates: true, updateChannel: 'beta' }))
  await updates.look()
  expect(updater).toMatchObject({ looks: 1, channel: 'beta', allowPrerelease: true, autoDownload: true })
  expect(updater.allowDowngrade).toBe(false)
  updates.install()
  updater.emit('update-downloaded', { version: '9.0.0' })
  expect(updates.state()).toEqual({ kind: 'ready', version: '9.0.0' })
  updates.install()
  await Promise.resolve()
  updates.end()
  expect(updater.installs).toBe(1)
})

it('says that it failed, and tries again when asked', async () => {
  const updater = new FakeUpdater()
  const updates = createUpdates(
    async () => updater,
    () => {},
  )
  updates.follow(choices({ updates: true }))
  updater.checkForUpdates = () => Promise.reject(new Error('no network'))
  expect(await updates.look()).toEqual({ kind: 'failed' })
  updates.follow(choices({}))
  expect(updates.state()).toEqual({ kind: 'off' })
  updates.end()
})

it('says that it failed where the updater itself can not be loaded, and loads it again', async () => {
  let loads = 0
  const updates = createUpdates(
    async () => {
      loads += 1
      throw new Error('no such file')
    },
    () => {},
  )
  updates.follow(choices({ updates: true }))
  expect(await updates.look()).toEqual({ kind: 'failed' })
  expect(await updates.look()).toEqual({ kind: 'failed' })
  updates.end()
  expect(loads).toBe(2)
})
