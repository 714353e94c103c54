import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '#renderer/ui/fonts.css'
import '#renderer/ui/tokens.css'
import '#renderer/ui/base.css'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setConnection } from '#renderer/client/connection.ts'
import { openSession, parseAccess } from '#renderer/client/session.ts'
import { keepTypedWords } from '#renderer/ui/typed-words.ts'
import { App } from './app.tsx'
import { applyTheme, lastTheme } from './apply-theme.ts'
import { styleNonce } from './style-nonce.ts'

// Before the first paint and before any call: a page in the wrong colours blinks, a call without a token fails.
applyTheme(lastTheme())
setNonce(styleNonce())
if (!window.dossierHost) {
  const result = await openSession({
    location: window.location,
    history: window.history,
    storage: window.sessionStorage,
    fetch: (url, init) => fetch(url, init),
  })
  setConnection(result)
  // The address of a new start, put into the tab of an old one, changes the fragment alone: no page is loaded by that.
  window.addEventListener('hashchange', () => {
    if (parseAccess(window.location.hash)) window.location.reload()
  })
}

keepTypedWords()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
