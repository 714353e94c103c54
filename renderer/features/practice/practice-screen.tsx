import { useSearchParams } from 'react-router'
import { Screen } from '#renderer/ui/screen.tsx'
import { PracticeEnd } from './practice-end.tsx'
import { PracticeRound } from './practice-round.tsx'
import { PracticeSetup } from './practice-setup.tsx'
import { questionNow } from './round.ts'
import { usePractice } from './use-practice.ts'

export function PracticeScreen() {
  const practice = usePractice()
  const [params] = useSearchParams()
  const { round } = practice
  if (!round) {
    return (
      <Screen width="text">
        <PracticeSetup
          articleId={params.get('article')}
          entityId={params.get('entity')}
          onStart={(plan) => void practice.start(plan)}
        />
      </Screen>
    )
  }
  const question = questionNow(round)
  return (
    <Screen width="text">
      {question ? (
        <PracticeRound key={question.id} practice={practice} round={round} question={question} />
      ) : (
        <PracticeEnd practice={practice} round={round} />
      )}
    </Screen>
  )
}
