// npm start. Plain JavaScript, so that an old Node gets as far as saying that it is too old.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  const { startDossier } = await import('./start-dossier.ts')
  await startDossier(process.argv.slice(2)).catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
} else {
  console.error(`Dossier needs Node 22.18 or newer; this is ${process.version}. "npm ci" brings one: use "npm start".`)
  process.exitCode = 1
}
