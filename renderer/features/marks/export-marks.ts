import { client } from '#renderer/client/api.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showErrorToast, showToast } from '#renderer/ui/toast.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import { marksToMarkdown } from '#shared/text/marks-markdown.ts'

/** So many articles are asked about at once. */
const ASKED_AT_ONCE = 200

/** Saves marks as one Markdown file; every quote says where it comes from. */
export async function exportMarks(find: () => Promise<readonly Annotation[]>): Promise<void> {
  try {
    const [marks, categories] = await Promise.all([find(), client.category.list()])
    const names = new Map<string, string>(categories.map(({ id, name }) => [id, name]))
    const origins = await originsOf(marks)
    const text = marksToMarkdown(
      marks.map((mark) => ({
        ...mark,
        category: (mark.categoryId && names.get(mark.categoryId)) ?? '',
        links: mark.entities.map(({ name }) => name),
        origin: origins.get(mark.articleId) ?? unknown(mark.articleTitle),
      })),
    )
    const file = new File([text], 'marks.md', { type: 'text/markdown' })
    saveFile(file)
    showToast(`Exported as ${file.name}`)
  } catch (error) {
    showErrorToast(error)
  }
}

async function originsOf(marks: readonly Annotation[]) {
  const ids = [...new Set(marks.map(({ articleId }) => articleId))]
  const parts = Array.from({ length: Math.ceil(ids.length / ASKED_AT_ONCE) }, (_, part) =>
    ids.slice(part * ASKED_AT_ONCE, (part + 1) * ASKED_AT_ONCE),
  )
  const answers = await Promise.all(parts.map((articleIds) => client.article.origins({ articleIds })))
  return new Map(answers.flat().map((origin) => [origin.id, origin]))
}

/** Of an article that was deleted a moment ago. */
function unknown(title: string) {
  return { title, source: null, byline: null, publishedOn: null, url: null }
}
