import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount, formatNumber, formatWhen } from '#renderer/ui/format.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { SettingRow, SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'

interface Scores {
  readonly logLoss: number
  readonly rmse: number
}

/** How memory is foretold: fitted to the person's own answers, or as FSRS comes. */
export function MemorySettings() {
  const state = useQuery(api.memory.state.queryOptions()).data
  const fit = useFit()
  const reschedule = useMutation(
    api.memory.reschedule.mutationOptions({
      onSuccess: async ({ changed }) => {
        if (changed === 0) showToast('Every card has the right day already')
        else showUndoToast(`${formatCount(changed, 'card has', 'cards have')} a new day`, await holdUndo())
      },
      onError: showErrorToast,
    }),
  )
  const unfit = useMutation(api.memory.unfit.mutationOptions({ onError: showErrorToast }))
  if (!state) return null
  return (
    <SettingSection title="Memory">
      <SettingRow
        label="Fit to your answers"
        help="Learns from your answers how you forget. Kept only if it foretells them better than before. Worth doing every few months."
        words="fsrs parameters optimise optimize log loss rmse weights"
      >
        {() => (
          <div className={classes.fit}>
            <Button variant="default" loading={fit.isPending} onClick={() => fit.mutate({})}>
              Fit now
            </Button>
            <p className={classes.note} role="status">
              {fit.isPending ? `Learning from ${formatNumber(state.answers)} answers…` : fitInWords(state)}
            </p>
            {state.fit && <ScoreTable before={state.fit.before} after={state.fit.after} />}
            {state.fit && (
              <Button variant="subtle" size="compact-sm" onClick={() => unfit.mutate({})}>
                Go back to the usual parameters
              </Button>
            )}
          </div>
        )}
      </SettingRow>
      <SettingRow
        label="Set all days anew"
        help="Gives every review the day that your present settings ask for. Without this, they apply from the next answer on."
        words="reschedule due retention"
      >
        {() => (
          <Button variant="default" loading={reschedule.isPending} onClick={() => reschedule.mutate({})}>
            Set days anew
          </Button>
        )}
      </SettingRow>
      <SettingRow
        label="Take out the log of answers"
        help="A table that the FSRS optimiser and other tools read."
        words="export csv reviews revlog"
      >
        {() => (
          <Button variant="default" onClick={() => void client.memory.exportLog().then(saveFile, showErrorToast)}>
            Save the log
          </Button>
        )}
      </SettingRow>
    </SettingSection>
  )
}

function useFit() {
  return useMutation(
    api.memory.fit.mutationOptions({
      onSuccess: async (result) => {
        if (result.kind === 'few') {
          showToast(
            `There are ${formatNumber(result.answers)} answers to learn from; ${formatNumber(result.fewestAnswers)} are needed.`,
          )
        } else if (result.kind === 'worse') {
          showToast('The parameters in use foretell your answers as well as any: they stay.')
        } else {
          showUndoToast(
            `Fitted: log loss ${result.before.logLoss.toFixed(4)} before, ${result.after.logLoss.toFixed(4)} now`,
            await holdUndo(),
          )
        }
      },
      onError: showErrorToast,
    }),
  )
}

function fitInWords(state: {
  readonly fit: { readonly answers: number; readonly fittedAtMs: number } | null
  readonly answers: number
  readonly fewestAnswers: number
}): string {
  if (state.fit) {
    return `Fitted ${formatWhen(state.fit.fittedAtMs, Date.now())} to ${formatCount(state.fit.answers, 'answer', 'answers')}.`
  }
  const usual = 'In use: the parameters that FSRS-6 comes with.'
  return state.answers < state.fewestAnswers
    ? `${usual} A fit needs ${formatNumber(state.fewestAnswers)} answers; there are ${formatNumber(state.answers)}.`
    : usual
}

function ScoreTable({ before, after }: { readonly before: Scores; readonly after: Scores }) {
  return (
    <table className={classes.scores}>
      <caption className="visually-hidden">How well answers were foretold, before and after the fit</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Log loss</th>
          <td>{before.logLoss.toFixed(4)}</td>
          <td>{after.logLoss.toFixed(4)}</td>
        </tr>
        <tr>
          <th scope="row">RMSE</th>
          <td>{before.rmse.toFixed(4)}</td>
          <td>{after.rmse.toFixed(4)}</td>
        </tr>
      </tbody>
    </table>
  )
}
