import { expect, it } from 'vitest'
import { shippedHoles } from '../../../scripts/shipped-holes.ts'

const hole = (severity: string, folder: string, title = 'Prototype pollution') => ({
  severity,
  nodes: [folder],
  via: [{ title, severity }],
})

it('tells of severe holes in what is shipped, whatever npm calls a dependency for development', () => {
  const report = {
    vulnerabilities: {
      zod: hole('high', 'node_modules/zod'),
      electron: hole('critical', 'node_modules/electron', 'Use after free'),
      'react-router': hole('moderate', 'node_modules/react-router'),
      builder: hole('critical', 'node_modules/builder'),
      'remark-gfm': { severity: 'high', nodes: ['node_modules/remark-gfm'], via: ['builder'] },
    },
  }
  const shipped = new Set(['zod', 'electron', 'react-router', 'remark-gfm'].map((name) => `node_modules/${name}`))
  expect(shippedHoles(report, shipped)).toEqual([
    { name: 'zod', severity: 'high', titles: ['Prototype pollution'] },
    { name: 'electron', severity: 'critical', titles: ['Use after free'] },
  ])
  expect(shippedHoles({ vulnerabilities: {} }, shipped)).toEqual([])
})
