import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { makeContrast } from '#renderer/client/contrast.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount, formatWhen } from '#renderer/ui/format.ts'
import { MoreMenu } from '#renderer/ui/page-title.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Confusion } from '#shared/contract/confusion.ts'
import { cardPath, dossierPath } from '#shared/domain/routes.ts'
import classes from './confusion-list.module.css'

/** Who was taken for whom in answers, how often and when last; what to do against it. */
export function ConfusionList() {
  const pairs = useQuery(api.practice.confusions.queryOptions({ input: {} })).data ?? []
  const forget = useMutation(
    api.confusion.forget.mutationOptions({
      onSuccess: () => void offerUndo('Forgotten: it counts no more'),
      onError: showErrorToast,
    }),
  )
  const contrast = (pair: Confusion) =>
    makeContrast(pair).then((isNew) => (isNew ? offerUndo('Contrast card made') : undefined), showErrorToast)
  if (pairs.length === 0) return null
  return (
    <section className={classes.root} aria-labelledby="confusions">
      <h2 id="confusions" className={classes.title}>
        Taken for one another
      </h2>
      <ol className={classes.list}>
        {pairs.map((pair) => (
          <li key={`${pair.entityId} ${pair.otherId}`} className={classes.row}>
            <p className={classes.pair}>
              <Side id={pair.entityId} name={pair.name} role={pair.role} />
              <span className={classes.and}>and</span>
              <Side id={pair.otherId} name={pair.otherName} role={pair.otherRole} />
            </p>
            <span className={classes.fact}>
              {pair.count === 1 ? 'once' : formatCount(pair.count, 'time', 'times')},{' '}
              {formatWhen(pair.lastAtMs, Date.now())}
            </span>
            {pair.contrastCardId ? (
              <Button component={Link} to={cardPath(pair.contrastCardId)} size="xs" variant="subtle">
                Contrast card
              </Button>
            ) : (
              <Button size="xs" variant="default" onClick={() => void contrast(pair)}>
                Tell them apart
              </Button>
            )}
            <MoreMenu
              label={`More for ${pair.name} and ${pair.otherName}`}
              entries={[
                {
                  label: 'Forget that I confused them',
                  onSelect: () => forget.mutate({ entityId: pair.entityId, otherId: pair.otherId }),
                },
              ]}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Side({ id, name, role }: { readonly id: string; readonly name: string; readonly role: string | null }) {
  return (
    <span className={classes.side}>
      <Link to={dossierPath(id)} className={classes.link}>
        {name}
      </Link>
      {role && <span className={classes.role}>{role}</span>}
    </span>
  )
}

async function offerUndo(words: string): Promise<void> {
  showUndoToast(words, await holdUndo())
}
