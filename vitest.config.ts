import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One more try, since machines stall; what needed it is named at the end of npm test.
    retry: 1,
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], environment: 'node', testTimeout: 30_000 } },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'], environment: 'node', hookTimeout: 240_000 } },
      {
        test: {
          name: 'durability',
          include: ['test/durability/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
