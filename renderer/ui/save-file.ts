/** Hands a file to the person as a download, under its own name. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The download has taken its copy once this task is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
