import { ActionIcon, Checkbox } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import { formatWhen } from '#renderer/ui/format.ts'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { MovedBadge } from '#renderer/ui/moved-badge.tsx'
import { NameLinks } from '#renderer/ui/name-links.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Annotation, Category } from '#shared/contract/annotation.ts'
import classes from './mark-row.module.css'

interface MarkRowProps {
  readonly mark: Annotation
  readonly isActive: boolean
  readonly isTicked: boolean
  readonly onFocus: () => void
  readonly onRemove: () => void
  /** `toHere`: all from the last one ticked. */
  readonly onTick: (toHere: boolean) => void
}

/** One mark: the words under their wash, the note, where and when. */
export function MarkRow({ mark, isActive, isTicked, onFocus, onRemove, onTick }: MarkRowProps) {
  const category = useCategory(mark.categoryId)
  return (
    <article className={classes.row} data-active={isActive} data-color={category?.color ?? 'none'} onFocus={onFocus}>
      <Checkbox
        aria-label={`Tick “${(mark.quote || mark.note).slice(0, 60)}”`}
        checked={isTicked}
        onChange={(event) => onTick(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        className={classes.check ?? ''}
        size="xs"
      />
      <PassageLink articleId={mark.articleId} start={mark.start} end={mark.end} className={classes.quote ?? ''}>
        <span className={classes.clamp}>
          {mark.quote === '' ? (
            <span className={classes.whole}>A note on the whole article</span>
          ) : (
            <span className={classes.wash}>{mark.quote}</span>
          )}
        </span>
      </PassageLink>
      {mark.note !== '' && (
        <div className={classes.note}>
          <MarkdownView text={mark.note} />
        </div>
      )}
      <p className={classes.facts}>
        {category && mark.quote !== '' && <CategoryDot color={category.color} name={category.name} />}
        <MovedBadge mark={mark} />
        {homeless[mark.anchor] && <span className={classes.homeless}>{homeless[mark.anchor]}</span>}
        {mark.tags.map((tag) => (
          <span key={tag} className={classes.tag}>
            #{tag}
          </span>
        ))}
        <NameLinks names={mark.entities} />
        <span className={classes.article}>{mark.articleTitle}</span>
        <span className={classes.when}>{formatWhen(mark.createdAtMs, Date.now())}</span>
      </p>
      <ActionIcon className={classes.remove ?? ''} aria-label="Delete this mark" onClick={onRemove}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </article>
  )
}

/** What is said of marks that have no place in the text of their article. */
const homeless: Partial<Record<Annotation['anchor'], string>> = {
  unsure: 'place unsure',
  lost: 'place lost',
  detached: 'a quote without a place',
}

function useCategory(categoryId: Annotation['categoryId']): Category | null {
  const categories = useQuery(api.category.list.queryOptions()).data
  return categories?.find((category) => category.id === categoryId) ?? null
}
