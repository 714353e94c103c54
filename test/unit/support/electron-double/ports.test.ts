import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { MessageChannelMain } from '#test/support/electron-double/main/ports.ts'

describe('the ports of the electron double', () => {
  it('hold messages back until they are started', async () => {
    const { port1, port2 } = new MessageChannelMain()
    const heard: unknown[] = []
    port2.on('message', ({ data }) => heard.push(data))
    port1.postMessage('one')
    await new Promise(setImmediate)
    expect(heard).toEqual([])
    port2.start()
    expect(heard).toEqual(['one'])
  })

  it('carry a port along, with what waited in it', async () => {
    const way = new MessageChannelMain()
    const given = new MessageChannelMain()
    given.port1.postMessage('waiting')
    way.port1.postMessage('take this', [given.port2])
    way.port2.start()
    const [{ data, ports }] = await once(way.port2, 'message')
    const heard = once(ports[0], 'message')
    ports[0].start()
    expect(data).toBe('take this')
    expect((await heard)[0].data).toBe('waiting')
    expect(() => given.port2.postMessage('again', [given.port2])).toThrow('contains the source port')
    expect(() => way.port1.postMessage('again', [given.port2])).toThrow('already neutered')
  })

  it('tell the other end that they are closed', async () => {
    const { port1, port2 } = new MessageChannelMain()
    const closed = once(port2, 'close')
    port2.start()
    port1.close()
    await closed
    expect(() => port1.postMessage('nobody hears')).not.toThrow()
  })

  it('refuse what is no port, what is given twice and what cannot be cloned', () => {
    const { port1, port2 } = new MessageChannelMain()
    const other = new MessageChannelMain().port1
    // The casts send what the types forbid.
    expect(() => port1.postMessage('a', [{} as typeof port2])).toThrow('Port at index 0 is not a valid port')
    expect(() => port1.postMessage('a', [other, other])).toThrow('twice')
    expect(() => port1.postMessage(() => 1)).toThrow('An object could not be cloned.')
  })
})
