import { describe, expect, it } from 'vitest'
import {
  emptySession,
  noteAnswer,
  noteChange,
  progressOf,
  reveal,
  showNext,
  summarise,
  timeOnCard,
  withdrawLast,
} from '#renderer/features/review/session.ts'
import type { Card, NextReview } from '#shared/contract/study.ts'
import type { CardId, DeckId } from '#shared/domain/ids.ts'

const card = (id: string): Card => ({
  id: id as CardId, // a test needs no real id
  kind: 'basic',
  part: 0,
  typed: false,
  familyId: null,
  deckId: '00000000-0000-7000-8000-000000000001' as DeckId,
  front: `front of ${id}`,
  back: 'back',
  tags: [],
  evidence: {
    articleId: null,
    articleTitle: null,
    start: null,
    end: null,
    quote: '',
    entityId: null,
    figureId: null,
    annotationId: null,
  },
  state: 'review',
  dueAtMs: 0,
  stability: 1,
  difficulty: 5,
  reps: 1,
  reviews: 1,
  leech: false,
  lapses: 0,
  lastReviewAtMs: 0,
  suspended: false,
  buriedUntilMs: null,
  createdAtMs: 0,
  updatedAtMs: 0,
})
const next = (id: string): NextReview => ({ ...card(id), intervals: [] })

describe('a review session', () => {
  it('shows the question first and the answer when asked', () => {
    const session = showNext(emptySession, next('a'), 100)
    expect(session).toMatchObject({ shown: next('a'), revealed: false, shownAtMs: 100 })
    expect(reveal(session).revealed).toBe(true)
    expect(reveal(emptySession)).toBe(emptySession)
  })

  it('hides the answer again with each new card', () => {
    expect(showNext(reveal(showNext(emptySession, next('a'), 0)), next('b'), 5).revealed).toBe(false)
  })

  it('counts time on a card, but not a walk to the kitchen', () => {
    const session = showNext(emptySession, next('a'), 1000)
    expect(timeOnCard(session, 4500)).toBe(3500)
    expect(timeOnCard(session, 500)).toBe(0)
    expect(timeOnCard(session, 10_000_000)).toBe(600_000)
  })

  it('adds up the answers that stand', () => {
    let session = emptySession
    for (const [id, grade] of [
      ['a', 1],
      ['b', 3],
      ['c', 3],
      ['d', 4],
    ] as const) {
      session = noteAnswer(showNext(session, next(id), 0), grade, 1000)
    }
    session = noteChange(showNext(session, next('e'), 0), 'bury')
    expect(summarise(session)).toEqual({ answers: 4, byGrade: [1, 0, 2, 1], durationMs: 4000 })
    const undone = withdrawLast(withdrawLast(session, null, 0), card('d'), 0)
    expect(summarise(undone)).toEqual({ answers: 3, byGrade: [1, 0, 2, 0], durationMs: 3000 })
  })

  it('puts the card of the last answer back on the table, question up', () => {
    const answered = showNext(noteAnswer(reveal(showNext(emptySession, next('a'), 0)), 3, 10), next('b'), 20)
    const fresh = { ...card('a'), front: 'changed meanwhile' }
    expect(withdrawLast(answered, fresh, 30)).toEqual({
      shown: { ...next('a'), ...fresh },
      revealed: false,
      shownAtMs: 30,
      steps: [],
    })
    expect(withdrawLast(answered, card('other'), 30).shown).toEqual(next('a'))
    expect(withdrawLast(emptySession, null, 0)).toBe(emptySession)
  })

  it('keeps the answer in view when an edit is taken back', () => {
    const edited = noteChange(reveal(showNext(emptySession, next('a'), 0)), 'edit')
    expect(withdrawLast(edited, null, 1)).toMatchObject({ revealed: true, steps: [] })
  })

  it('measures progress against what is still to come', () => {
    expect([progressOf(0, 0), progressOf(0, 4), progressOf(3, 1), progressOf(4, 0)]).toEqual([0, 0, 0.75, 1])
  })
})
