import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { formatNumber } from '#renderer/ui/format.ts'
import { suggestionsQuery } from './article-queries.ts'
import { CardsTab } from './cards-tab.tsx'
import { FiguresTab } from './figures-tab.tsx'
import { MarksTab } from './marks-tab.tsx'
import { MemoryBar } from './memory-bar.tsx'
import { PeopleTab } from './people-tab.tsx'
import { useReader } from './reader-context.tsx'
import { type PanelTab, panelTabs } from './remembered.ts'
import classes from './side-panel.module.css'

interface SidePanelProps {
  readonly tab: PanelTab
  readonly onTab: (tab: PanelTab) => void
  readonly isWritingNote: boolean
  readonly onNoteDone: () => void
}

const names: Readonly<Record<PanelTab, string>> = {
  marks: 'Marks',
  people: 'People and groups',
  figures: 'Figures',
  cards: 'Cards',
}

/** What the article holds, beside it. */
export const SidePanel = memo(function SidePanel({ tab, onTab, isWritingNote, onNoteDone }: SidePanelProps) {
  const { article, marks, finds } = useReader()
  const suggestions = useQuery(suggestionsQuery(article.id))
  const counts: Record<PanelTab, number> = {
    marks: marks.all.length,
    people: finds.entities.length,
    figures: finds.figures.length,
    cards: suggestions.data?.length ?? 0,
  }
  return (
    <aside className={classes.panel} aria-label="What is in this article">
      <MemoryBar />
      <Tabs
        value={tab}
        onChange={(next) => onTab(panelTabs.find((name) => name === next) ?? 'marks')}
        keepMounted={false}
        classNames={{
          root: classes.tabs ?? '',
          list: classes.list ?? '',
          tab: classes.tab ?? '',
          panel: classes.body ?? '',
        }}
      >
        <Tabs.List>
          {panelTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {`${names[name]} `}
              {counts[name] > 0 && <span className={classes.count}>{formatNumber(counts[name])}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="marks">
          <MarksTab isWritingNote={isWritingNote} onNoteDone={onNoteDone} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeopleTab />
        </Tabs.Panel>
        <Tabs.Panel value="figures">
          <FiguresTab />
        </Tabs.Panel>
        <Tabs.Panel value="cards">
          <CardsTab />
        </Tabs.Panel>
      </Tabs>
    </aside>
  )
})
