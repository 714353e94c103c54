import { Autocomplete, Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { Deck } from '#shared/contract/deck.ts'
import { DeckOptions } from './deck-options.tsx'
import { FindContext } from './find-context.ts'

type RuleKind = Exclude<Deck['rule']['kind'], 'rest'>

const kinds: readonly { value: RuleKind; label: string }[] = [
  { value: 'tag', label: 'with a tag' },
  { value: 'article', label: 'of an article' },
  { value: 'entity', label: 'about a person, group or place' },
  { value: 'category', label: 'made from marks of a colour' },
  { value: 'search', label: 'with certain words' },
]

interface Draft {
  readonly name: string
  readonly kind: RuleKind
  readonly value: string
  readonly options: Deck['options']
  readonly on: string
  readonly share: number
}

function draftOf(deck: Deck | null): Draft {
  return {
    name: deck?.name ?? '',
    kind: deck === null || deck.rule.kind === 'rest' ? 'tag' : deck.rule.kind,
    value: deck?.rule.value ?? '',
    options: deck?.options ?? {},
    on: deck?.deadline?.on ?? '',
    share: Math.round((deck?.deadline?.share ?? 0.9) * 100),
  }
}

/** Makes a deck (null), or changes one: its rule stays as it was made. */
export function DeckDialog({ deck, onClose }: { readonly deck: Deck | null; readonly onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(deck))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const settled = { onSuccess: onClose, onError: showErrorToast }
  const create = useMutation(api.deck.create.mutationOptions(settled))
  const update = useMutation(api.deck.update.mutationOptions(settled))
  const name = draft.name.trim()
  const save = () => {
    const { options } = draft
    const deadline = draft.on === '' ? null : { on: draft.on, share: draft.share / 100 }
    const named = name === '' ? {} : { name }
    if (deck) update.mutate({ deckId: deck.id, ...named, options, deadline })
    else create.mutate({ ...named, rule: { kind: draft.kind, value: draft.value }, options, deadline })
  }
  return (
    <Modal opened onClose={onClose} title={deck ? `Change ${deck.name}` : 'New deck'} size={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack gap="sm">
          {deck === null && (
            <>
              <Select
                label="Cards"
                data={[...kinds]}
                value={draft.kind}
                onChange={(kind) =>
                  change({ kind: kinds.find(({ value }) => value === kind)?.value ?? 'tag', value: '' })
                }
                data-autofocus
              />
              <RuleValue
                key={draft.kind}
                kind={draft.kind}
                value={draft.value}
                onChange={(value) => change({ value })}
              />
            </>
          )}
          <TextInput
            label="Name"
            placeholder={deck?.name ?? 'After what it holds'}
            maxLength={80}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Group grow align="end">
            <TextInput
              type="date"
              label="To be known by"
              value={draft.on}
              onChange={(event) => change({ on: event.currentTarget.value })}
            />
            <NumberInput
              label="Known then, %"
              value={draft.share}
              min={50}
              max={99}
              disabled={draft.on === ''}
              onChange={(share) => typeof share === 'number' && change({ share })}
            />
          </Group>
          <FindContext.Provider value="">
            <DeckOptions
              options={draft.options}
              hasDeadline={draft.on !== ''}
              onChange={(options) => change({ options })}
            />
          </FindContext.Provider>
          <Group>
            <Button
              type="submit"
              loading={create.isPending || update.isPending}
              disabled={!deck && draft.value.trim() === ''}
            >
              {deck ? 'Save' : 'Make the deck'}
            </Button>
            <Button variant="subtle" color="gray" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface RuleValueProps {
  readonly kind: RuleKind
  readonly value: string
  readonly onChange: (value: string) => void
}

function RuleValue(props: RuleValueProps) {
  if (props.kind === 'tag') return <TagValue {...props} />
  if (props.kind === 'category') return <CategoryValue {...props} />
  if (props.kind === 'search') {
    const { value, onChange } = props
    return (
      <TextInput label="Words on the card" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    )
  }
  return <FoundValue {...props} kind={props.kind} />
}

function TagValue({ value, onChange }: RuleValueProps) {
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  return <Autocomplete label="Tag" data={tags.map(({ name }) => name)} value={value} onChange={onChange} />
}

function CategoryValue({ value, onChange }: RuleValueProps) {
  const categories = useQuery(api.category.list.queryOptions()).data ?? []
  return (
    <Select
      label="Colour"
      data={categories.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}

/** An article or a name, found by typing. */
function FoundValue({ kind, value, onChange }: RuleValueProps & { readonly kind: 'article' | 'entity' }) {
  const [query, setQuery] = useState('')
  const articles = useQuery(
    api.article.list.queryOptions({ input: { query, limit: 20 }, enabled: kind === 'article' }),
  ).data?.items.map(({ id, title }) => ({ value: id, label: title }))
  const entities = useQuery(
    api.entity.list.queryOptions({ input: { query, limit: 20 }, enabled: kind === 'entity' }),
  ).data?.items.map(({ id, name }) => ({ value: id, label: name }))
  const found = unique((kind === 'article' ? articles : entities) ?? [])
  return (
    <Select
      label={kind === 'article' ? 'Article' : 'Name'}
      placeholder="Type to find"
      searchable
      filter={({ options }) => options}
      data={found}
      value={value === '' ? null : value}
      onSearchChange={setQuery}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}

function unique(options: readonly { value: string; label: string }[]): { value: string; label: string }[] {
  return [...new Map(options.map((option) => [option.value, option])).values()]
}
