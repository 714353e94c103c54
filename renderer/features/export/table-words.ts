/** What is in a library, in words; a table that is not here is shown by its own name. */
const words: Readonly<Record<string, string>> = {
  article: 'Articles',
  article_text: 'Texts',
  block: 'Paragraphs and headings',
  book: 'Books',
  annotation: 'Marks and notes',
  annotation_tag: 'Tags on marks',
  annotation_entity: 'Names on marks',
  annotation_repair: 'Marks to be repaired',
  tag: 'Tags',
  category: 'Categories',
  card: 'Cards',
  card_tag: 'Tags on cards',
  review: 'Answers and what was decided on cards',
  deck: 'Decks',
  correction: 'Corrections',
  correction_effect: 'What corrections changed',
  setting: 'Settings',
  entity: 'People, groups and places',
  suggestion: 'Suggestions taken or dismissed',
  picture: 'Pictures',
  accepted_answer: 'Answers that count',
  contrast: 'Names told apart by a card',
  resurfaced: 'Marks brought back to mind',
  kept_apart: 'Articles kept apart',
  confusion: 'Names taken for one another',
  fsrs_fit: 'Fitted memory parameters',
  originals: 'Original files',
  Markdown: 'Notes, read again from Markdown',
  'JSON-LD': 'Web Annotations, read again',
  'Anki cards': 'Cards in the Anki package',
  'Anki answers': 'Answers in the Anki package',
  folder: 'The folder',
}

/** What a table of the library holds. */
export function tableWords(name: string): string {
  return words[name] ?? name.replaceAll('_', ' ')
}
