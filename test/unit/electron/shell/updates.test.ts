import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { createUpdates, type Updater } from '#electron/shell/updates.ts'
import { desktopChoices } from '#shared/contract/desktop.ts'

const choices = (given: object) => desktopChoices.parse(given)

class FakeUpdater extends EventEmitter implements Updater {
  autoDownload = false
  autoInstallOnAppQuit = false
  allowPrerelease = false
  channel: string | null = null
  looks = 0
  installs = 0
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
