import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { articlePath, besidePath } from '#shared/domain/routes.ts'
import { BesidePicker } from './beside-picker.tsx'
import { ReaderPane } from './reader-pane.tsx'
import classes from './reader-screen.module.css'

/** An article, to be read and worked with, alone or beside another: `/article/:articleId?at=start-end&beside=id`. */
export function ReaderScreen() {
  const { articleId = '' } = useParams()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const other = search.get('beside')
  const [isChoosing, setChoosing] = useState(false)
  const { active, activate, switchSide, pair } = useSides(other !== null)
  const title = useQuery(api.article.get.queryOptions({ input: { articleId }, enabled: false })).data?.title
  useDocumentTitle(title ?? 'Article')
  useCommands({ 'reader.beside': () => setChoosing(true), 'reader.other-side': switchSide })
  const choose = () => setChoosing(true)
  const isPaired = other !== null
  const panes = [
    { id: articleId, close: other === null ? null : () => void navigate(articlePath(other)) },
    ...(other === null ? [] : [{ id: other, close: () => void navigate(articlePath(articleId)) }]),
  ]
  return (
    <>
      <div ref={pair} className={classes.pair} data-paired={isPaired}>
        {panes.map(({ id, close }, index) => (
          <div
            key={index}
            className={classes.pane}
            data-active={isPaired && index === active}
            onPointerDownCapture={() => activate(index)}
            onFocusCapture={() => activate(index)}
          >
            <ReaderPane
              articleId={id}
              side={{ isActive: index === active, isSecond: index === 1, isPaired }}
              beside={{ choose, close }}
            />
          </div>
        ))}
      </div>
      {isChoosing && (
        <BesidePicker
          without={[articleId, other ?? '']}
          onChoose={(id) => {
            setChoosing(false)
            void navigate(besidePath(articleId, id))
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}

/** Which of two texts one works in: where the pointer or the focus was last. */
function useSides(isPaired: boolean) {
  const [chosen, activate] = useState(0)
  const pair = useRef<HTMLDivElement>(null)
  const active = isPaired ? chosen : 0
  const switchSide = () => {
    if (!isPaired) return announce('There is no article beside this one.')
    const next = 1 - active
    activate(next)
    const pane = pair.current?.children[next]
    const text = pane?.querySelector<HTMLElement>('[role="document"]')
    text?.focus({ preventScroll: true })
    announce(pane?.querySelector('h1')?.textContent ?? '')
  }
  return { active, activate, switchSide, pair }
}
