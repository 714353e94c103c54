import { client } from '#renderer/client/api.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showErrorToast, showToast } from '#renderer/ui/toast.tsx'
import { marksToMarkdown } from '#shared/text/marks-markdown.ts'
import type { MarkFilter } from './mark-filters.tsx'
import { fetchShownMarks } from './shown-marks.ts'

/** Saves the marks that the filter lets through as one Markdown file. */
export async function exportMarks(filter: MarkFilter): Promise<void> {
  try {
    const [marks, categories] = await Promise.all([fetchShownMarks(filter), client.category.list()])
    const names = new Map<string, string>(categories.map(({ id, name }) => [id, name]))
    const text = marksToMarkdown(
      marks.map((mark) => ({
        ...mark,
        links: mark.entities.map(({ name }) => name),
        category: (mark.categoryId && names.get(mark.categoryId)) ?? '',
      })),
    )
    const file = new File([text], 'marks.md', { type: 'text/markdown' })
    saveFile(file)
    showToast(`Exported as ${file.name}`)
  } catch (error) {
    showErrorToast(error)
  }
}
