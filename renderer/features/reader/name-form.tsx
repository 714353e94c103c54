import { Button, Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { chosenEntity, entityGroups, namePassage } from '#renderer/client/choose-entity.ts'
import { EntityChoice, type EntityOption } from '#renderer/ui/entity-choice.tsx'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import type { PlacedMention } from '#shared/contract/entity.ts'
import { formsAlike } from '#shared/text/written-alike.ts'
import classes from './asked-popover.module.css'
import { mentionsOf } from './mention-steps.ts'
import { rangeOf } from './use-correcting.ts'
import { useEntitySearch } from './use-entity-search.ts'
import type { ReaderModel } from './use-reader-model.ts'

interface NameFormProps {
  readonly reader: ReaderModel
  readonly span: Span
  /** What the passage is taken for; null where no name was found. */
  readonly mention: PlacedMention | null
}

/** Who or what a passage names: one typed letter after the other narrows what there is, and anyone can be new. */
export function NameForm({ reader, span, mention }: NameFormProps) {
  const { article, finds, correcting } = reader
  const words = article.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const entity = mention && finds.entityOf(mention.entityId)
  const isSameWords = mention?.start === span.start && mention.end === span.end
  // Not at every key that is typed below.
  const alike = useMemo(
    () =>
      mention && isSameWords ? formsAlike(article.text, mention, mentionsOf(finds.mentions, mention.entityId)) : null,
    [article.text, finds.mentions, mention, isSameWords],
  )
  const places = alike?.places.length ?? 1
  const [query, setQuery] = useState(words)
  const [all, setAll] = useState(true)
  const found = useEntitySearch(query)
  // What it is taken for is no answer, unless other words were selected.
  const items = found.filter((one) => !(isSameWords && one.id === mention?.entityId))
  const choose = (option: EntityOption) => {
    const chosen = chosenEntity(option, items)
    const isAll = all && places > 1
    const input = namePassage({
      ...rangeOf(article, span),
      chosen,
      mention: isSameWords ? mention : null,
      known: found,
      all: isAll,
      asked: false,
    })
    const told = chosen.name === words ? `“${words}” is a ${chosen.kind} now.` : `“${words}” is ${chosen.name} now.`
    correcting.say(input, told)
  }
  return (
    <>
      {entity && (
        <p className={classes.taken}>
          Taken for <KindBadge kind={entity.kind} label={entity.name} />
          {entity.role && `, ${entity.role}`}
        </p>
      )}
      {places > 1 && (
        <Checkbox
          size="xs"
          label={`All ${places} in this article: ${formWords(alike?.forms ?? [])}`}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      <EntityChoice
        label={mention ? 'Who or what is it?' : `Who or what is “${words}”?`}
        query={query}
        onQuery={setQuery}
        groups={entityGroups(items, query, isSameWords ? mention.kind : null)}
        onChoose={choose}
      />
      {mention && (
        <div className={classes.actions}>
          <Button size="compact-sm" variant="default" onClick={() => correcting.notName(mention, all && places > 1)}>
            It is no name
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => correcting.confirm(mention)}>
            It is right
          </Button>
        </div>
      )}
    </>
  )
}

const MOST_FORMS = 4

/** What the answer covers, as the text writes it: “Mr Harrow”, “Harrow”. */
function formWords(forms: readonly string[]): string {
  const words = forms.slice(0, MOST_FORMS).map((form) => `“${form}”`)
  return [...words, ...(forms.length > MOST_FORMS ? ['…'] : [])].join(', ')
}
