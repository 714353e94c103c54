import { expect, it } from 'vitest'
import { linkOfPath, pathOfLink } from '#shared/domain/links.ts'

it.each([
  ['/article/0190-a', 'dossier://article/0190-a'],
  ['/article/0190-a?at=4-11', 'dossier://article/0190-a?at=4-11'],
  ['/dossier/0190-b', 'dossier://entity/0190-b'],
  ['/cards?card=0190-c', 'dossier://card/0190-c'],
])('gives %s a link that leads back to it', (path, link) => {
  expect(linkOfPath(path)).toBe(link)
  expect(pathOfLink(link)).toBe(path)
})

it.each(['/library', '/settings?find=x', '/article/'])('gives %s none', (path) => expect(linkOfPath(path)).toBeNull())

it.each([
  'dossier://',
  'dossier://article/',
  'dossier://settings/a',
  'dossier:article/a',
  'dossier://card/<script>',
  'https://article/a',
  `dossier://card/${'a'.repeat(500)}`,
])('follows nothing like %s', (link) => expect(pathOfLink(link)).toBeNull())

it('passes over a passage that is none', () => {
  expect(pathOfLink('dossier://article/a?at=9-2&x=javascript:1')).toBe('/article/a')
})
