import { Button } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { FilterTabs } from '#renderer/ui/filter-tabs.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { CardBrowser } from './card-browser.tsx'
import { CardDrawer } from './card-drawer.tsx'
import classes from './cards-screen.module.css'
import { NewCard } from './new-card.tsx'
import { SuggestionList } from './suggestion-list.tsx'

export function CardsScreen() {
  const [params, setParams] = useSearchParams()
  const [isWriting, setWriting] = useState(false)
  const asked = params.get('tab')
  const tab = asked === 'suggestions' || asked === 'table' ? asked : 'cards'
  const cards = useQuery(api.card.list.queryOptions({ input: { limit: 1 } })).data?.total
  const suggestions = useQuery(api.suggestion.list.queryOptions({ input: { limit: 1 } })).data?.total
  useCommands({ 'cards.new': () => setWriting(true) })
  return (
    <Screen width="fill">
      <PageTitle
        title="Cards"
        actions={
          <Button
            variant="default"
            leftSection={<IconPencilPlus size={16} stroke={1.6} />}
            onClick={() => setWriting(true)}
          >
            Write a card
          </Button>
        }
      />
      <div className={classes.tabs}>
        <FilterTabs
          label="Show"
          value={tab}
          onChange={(value) => setParams(value === 'cards' ? {} : { tab: value }, { replace: true })}
          tabs={[
            { value: 'cards', label: 'My cards', count: cards },
            { value: 'table', label: 'Table' },
            { value: 'suggestions', label: 'Suggestions', count: suggestions },
          ]}
        />
      </div>
      {tab === 'cards' && <CardDrawer onWrite={() => setWriting(true)} />}
      {tab === 'table' && <CardBrowser />}
      {tab === 'suggestions' && <SuggestionList />}
      {isWriting && <NewCard onClose={() => setWriting(false)} />}
    </Screen>
  )
}
