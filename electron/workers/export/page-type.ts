import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FAMILY = 'Source Serif 4 Variable'
const FACES = /@font-face\{[^}]*\}/g
const FILE = /url\(\.\/([\w.-]+\.woff2)\)/

/**
 * CSS that gives a page the reading type that the renderer was built with, inside of itself, so that a PDF of it has
 * that type on every computer. Other scripts are set in what the computer has. Empty without a built renderer.
 */
export function readPageType(rendererDir: string): string {
  const assets = join(rendererDir, 'assets')
  const faces = listFiles(assets)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readFileSync(join(assets, name), 'utf8').match(FACES) ?? [])
    .filter((face) => face.includes(FAMILY))
    .map((face) =>
      face.replace(FILE, (_, name: string) => `url(data:font/woff2;base64,${readBase64(join(assets, name))})`),
    )
  return faces.length === 0 ? '' : `${faces.join('')}body{font-family:"${FAMILY}",Georgia,serif}`
}

function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch {
    return [] // not built: a test runs from the sources
  }
}

function readBase64(file: string): string {
  return readFileSync(file).toString('base64')
}
