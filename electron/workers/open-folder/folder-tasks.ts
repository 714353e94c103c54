import { join } from 'node:path'
import { openSnapshot } from '#electron/store/open-read-only.ts'
import { reportTo, type SharedProgress } from '#electron/workers/progress.ts'
import { type FolderResult, readFolder } from './read-folder.ts'
import { type Verification, verifyFolder } from './verify-folder.ts'
import { writeFolder } from './write-folder.ts'

/** A library on disk to write as a new folder. */
export interface ExportAndVerifyInput {
  readonly libraryDir: string
  readonly folder: string
  /** Empty; holds the library that the folder is imported into. */
  readonly copyDir: string
  readonly version: string
  readonly nowMs: number
  readonly progress: SharedProgress
}

/** Writes a library as it is at this moment as an open folder, imports that and compares. */
export function exportAndVerify(input: ExportAndVerifyInput): Verification {
  const { libraryDir, folder, copyDir, version, nowMs } = input
  const report = reportTo(input.progress)
  const originalsDir = join(libraryDir, 'originals')
  const snapshot = openSnapshot(libraryDir)
  try {
    writeFolder({ read: snapshot.read, originalsDir, folder, version, nowMs }, report)
    return verifyFolder(snapshot.read, folder, copyDir, originalsDir, nowMs, report)
  } finally {
    snapshot.close()
  }
}

/** Brings a folder into a new library in `libraryDir`. */
export function takeFolder(input: {
  readonly folder: string
  readonly libraryDir: string
  readonly nowMs: number
  readonly progress: SharedProgress
}): FolderResult {
  return readFolder(input.folder, input.libraryDir, input.nowMs, reportTo(input.progress))
}
