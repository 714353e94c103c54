/** The part of a bundler's plugin context and bundle that is read here. */
interface BundleContext {
  emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown
}
type Bundle = Record<string, { readonly moduleIds?: readonly string[]; readonly originalFileNames?: readonly string[] }>

/** What the plugin writes into each folder of the build. */
export const BUNDLED_PACKAGES = 'bundled-packages.json'

/** A plugin that notes which packages' code, fonts and pictures went into a bundle, by their folders. */
export const noteBundledPackages = {
  name: 'bundled-packages',
  generateBundle(this: BundleContext, _options: unknown, bundle: Bundle) {
    const files = Object.values(bundle).flatMap((part) => [
      ...(part.moduleIds ?? []),
      ...(part.originalFileNames ?? []),
    ])
    const folders = new Set(files.flatMap((file) => packageFolder(file) ?? []))
    this.emitFile({ type: 'asset', fileName: BUNDLED_PACKAGES, source: JSON.stringify([...folders].sort()) })
  },
}

/** The folder of the package that holds `file`, from `node_modules` on; null for a file of our own. */
export function packageFolder(file: string): string | null {
  const path = file.replaceAll('\\', '/')
  return /\bnode_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null
}
