import { sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownProgram } from '#electron/shell/own-program.ts'

const mounted = ['', 'tmp', '.mount_Dossier', 'dossier'].join(sep)
const image = { APPIMAGE: '/home/reader/Dossier.AppImage', APPDIR: ['', 'tmp', '.mount_Dossier'].join(sep) }

describe('ownProgram', () => {
  it('is the file that was started, not what it was unpacked to', () => {
    expect(ownProgram({}, '/opt/Dossier/dossier')).toBe('/opt/Dossier/dossier')
    expect(ownProgram(image, mounted)).toBe(image.APPIMAGE)
    expect(ownProgram({ PORTABLE_EXECUTABLE_FILE: 'E:\\Dossier.exe' }, 'C:\\Temp\\7z\\Dossier.exe')).toBe(
      'E:\\Dossier.exe',
    )
  })

  it('is not the AppImage of another program that started this one', () => {
    expect(ownProgram(image, '/opt/Dossier/dossier')).toBe('/opt/Dossier/dossier')
  })
})
