import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { ExportForm } from './export-form.tsx'
import { FolderIn } from './folder-in.tsx'
import { FolderOut } from './folder-out.tsx'

/** Taking things out of the library, all of it in the open, and that back in. */
export function ExportScreen() {
  return (
    <Screen>
      <PageTitle title="Export" />
      <ExportForm />
      <FolderOut />
      <FolderIn />
    </Screen>
  )
}
