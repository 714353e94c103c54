import { dialog } from 'electron'
import type { OnMissing } from './settle-library.ts'

const ways = ['Look again', 'Choose another folder…', 'Begin an empty one there', 'Quit'] as const

/** Asks what to do where a library that was opened before is not there any more. */
export async function askMissing(dir: string): Promise<OnMissing> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'The library is not where it was',
    detail: `There is none in ${dir} now. If it lies on another disk, connect that and look again.`,
    buttons: [...ways],
    defaultId: 0,
    cancelId: ways.length - 1,
    noLink: true,
  })
  switch (ways[response]) {
    case 'Look again':
      return 'look again'
    case 'Begin an empty one there':
      return 'begin anew'
    case 'Choose another folder…':
      return chooseAnother()
    default:
      return 'leave'
  }
}

async function chooseAnother(): Promise<OnMissing> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'A folder with a library, or an empty one',
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] === undefined ? 'look again' : { dir: filePaths[0] }
}
