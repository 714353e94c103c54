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
    expect(timeOnCard(session, 4500, 60_000)).toBe(3500)
    expect(timeOnCard(session, 500, 60_000)).toBe(0)
    expect(timeOnCard(session, 10_000_000, 60_000)).toBe(60_000)
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
    expect(summarise(session)).toEqual({
      answers: 4,
      right: 3,
      byGrade: [1, 0, 2, 1],
      byStage: { new: 0, learning: 0, review: 4 },
      durationMs: 4000,
      hardest: [{ card: next('a'), times: 1 }],
    })
    const undone = withdrawLast(withdrawLast(session, null, 0), next('d'), 0)
    expect(summarise(undone)).toMatchObject({ answers: 3, right: 2, byGrade: [1, 0, 2, 0], durationMs: 3000 })
  })

  it('tells new, learned and reviewed cards apart, and names those forgotten most first', () => {
    let session = emptySession
    for (const [id, state, grade, difficulty] of [
      ['a', 'new', 1, 4],
      ['b', 'review', 1, 9],
      ['a', 'learning', 1, 4],
      ['c', 'review', 1, 5],
      ['b', 'relearning', 3, 9],
    ] as const) {
      session = noteAnswer(showNext(session, { ...next(id), state, difficulty }, 0), grade, 1000)
    }
    const { byStage, hardest } = summarise(session)
    expect(byStage).toEqual({ new: 1, learning: 2, review: 2 })
    expect(hardest.map(({ card: { id }, times }) => [id, times])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ])
  })

  it('puts the card of the last answer back on the table, question up', () => {
    const answered = showNext(noteAnswer(reveal(showNext(emptySession, next('a'), 0)), 3, 10), next('b'), 20)
    const fresh = { ...next('a'), front: 'changed meanwhile' }
    expect(withdrawLast(answered, fresh, 30)).toEqual({
      shown: fresh,
      revealed: false,
      shownAtMs: 30,
      typed: '',
      steps: [],
    })
    expect(withdrawLast(answered, null, 30).shown).toEqual(next('a'))
    expect(withdrawLast(emptySession, null, 0)).toBe(emptySession)
    expect(withdrawLast(emptySession, fresh, 30)).toMatchObject({ shown: fresh, revealed: false, steps: [] })
  })

  it('keeps the answer in view when an edit is taken back', () => {
    const edited = noteChange(reveal(showNext(emptySession, next('a'), 0)), 'edit')
    expect(withdrawLast(edited, null, 1)).toMatchObject({ revealed: true, steps: [] })
  })

  it('measures progress against what is still to come', () => {
    expect([progressOf(0, 0), progressOf(0, 4), progressOf(3, 1), progressOf(4, 0)]).toEqual([0, 0, 0.75, 1])
  })
})
