import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { RouterProvider } from 'react-router/dom'
import { api, client } from '#renderer/client/api.ts'
import { getConnection, watchConnection } from '#renderer/client/connection.ts'
import { setKeyChanges } from '#renderer/ui/key-bindings.ts'
import { type PictureStore, PicturesContext } from '#renderer/ui/pictures-context.tsx'
import { SettingsProvider } from '#renderer/ui/settings-context.tsx'
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts'
import { ConnectionPage } from './connection-page.tsx'
import { followChanges } from './live-updates.ts'
import { createQueryClient } from './query-client.ts'
import { RescuePage } from './rescue-page.tsx'
import { createRouter } from './routes.tsx'
import { StartError } from './start-error.tsx'
import { styleNonce } from './style-nonce.ts'
import { useDrawnTheme } from './use-drawn-theme.ts'
import { useSavedSettings } from './use-saved-settings.ts'

export function App() {
  const [queries] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <Themed />
    </QueryClientProvider>
  )
}

const pictures: PictureStore = {
  add: async (file) => (await client.picture.add({ file })).sha256,
  get: (sha256) => client.picture.get({ sha256 }),
}

function Themed() {
  const connection = useSyncExternalStore(watchConnection, getConnection)
  const { access, error, retry } = useSavedSettings(connection !== 'missing')
  const drawn = useDrawnTheme(access?.settings ?? null)
  const keys = access?.settings.keys
  useLayoutEffect(() => {
    if (keys) setKeyChanges(keys)
  }, [keys])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={drawn === 'dark' ? 'dark' : 'light'}
      getStyleNonce={styleNonce}
    >
      {access && (
        <SettingsProvider value={access}>
          <div inert={connection !== 'open'} className="app">
            <PicturesContext.Provider value={pictures}>
              <Screens />
            </PicturesContext.Provider>
          </div>
          <Notifications position="bottom-center" limit={3} containerWidth={400} />
        </SettingsProvider>
      )}
      {!access && error !== null && connection === 'open' && <StartError error={error} onRetry={retry} />}
      {connection !== 'open' && <ConnectionPage state={connection} />}
    </MantineProvider>
  )
}

function Screens() {
  const queries = useQueryClient()
  const [router] = useState(() => createRouter(queries))
  const { data } = useQuery(api.library.info.queryOptions())
  useEffect(() => {
    const ending = new AbortController()
    void followChanges(queries, ending.signal)
    return () => ending.abort()
  }, [queries])
  if (data?.rescue) return <RescuePage rescue={data.rescue} />
  return <RouterProvider router={router} useTransitions={false} />
}
