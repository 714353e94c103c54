/** A word, number or sign. `start` and `end` are UTF-16 code units of the text it was cut from; `text` is that slice. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

const APOSTROPHE = `['’]`
/** Soft hyphens and joiners sit inside words without ending them. */
const LETTER = String.raw`[\p{L}\p{M}\u00ad\u200d]`
const LETTER_OR_DIGIT = String.raw`[\p{L}\p{M}\p{N}\u00ad\u200d]`
const CLITIC = `(?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)(?!${LETTER_OR_DIGIT})`
const TITLES_AND_MONTHS =
  'Mr|Mrs|Ms|Messrs|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Sgt|Capt|Col|Cmdr|Maj|Adm|Rev|Hon|Pres|Supt|Det|St|Jr|Sr|' +
  'Inc|Corp|Ltd|Co|Bros|vs|approx|etc|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Mt|Ft'

/**
 * Each alternative either matches in one pass over the characters it consumes, or fails within one run of letters that
 * the next alternative then consumes whole; so the total work is linear whatever the text.
 */
const TOKEN = new RegExp(
  [
    // Addresses stay whole, so that nothing is read into their parts. Punctuation at their end is not theirs.
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`(?<![\p{L}\p{N}_])[@#][\p{L}_][\p{L}\p{M}\p{N}_]*`,
    // U.S., e.g., a.m., J.R.R.
    String.raw`(?:(?<!${LETTER_OR_DIGIT})\p{L}\.){2,}(?:\p{Lu}(?!${LETTER_OR_DIGIT}))?`,
    String.raw`(?<!${LETTER_OR_DIGIT})(?:${TITLES_AND_MONTHS})\.(?=[\s,)])`,
    String.raw`(?<!${LETTER_OR_DIGIT})[Nn]os?\.(?=\s?\d)`,
    // An initial: "John F. Kennedy". "I." is a pronoun that ends a sentence far more often.
    String.raw`(?<!${LETTER_OR_DIGIT})(?!I\.)\p{Lu}\.(?=\s+\p{Lu})`,
    // 10:30, 9/11, 1,000.5, and with letters that belong to it: 5m, 2nd, 1970s
    String.raw`\d+(?:[.,:/]\d+)*(?:${LETTER}+(?!${APOSTROPHE}))?`,
    String.raw`(?:US|USD|CA|AU|NZ|HK|[ACSR])\$`,
    // SEK9 million: the code of a currency before its amount
    `(?<!${LETTER_OR_DIGIT})(?:USD|EUR|GBP|SEK|NOK|DKK|CHF|CAD|AUD|NZD|JPY|CNY|INR|RUB|ZAR|BRL|MXN)(?=\\d)`,
    `${LETTER}+(?=[nN]${APOSTROPHE}[tT](?!${LETTER_OR_DIGIT}))`,
    `[nN]${APOSTROPHE}[tT](?!${LETTER_OR_DIGIT})`,
    `(?<=${LETTER_OR_DIGIT}|\\.|")${APOSTROPHE}${CLITIC}`,
    // Words, with inner apostrophes (O'Brien, Ja'afari), domains (example.org) and addresses (ann@example.org)
    `${LETTER_OR_DIGIT}+(?:${APOSTROPHE}(?!${CLITIC})${LETTER}+|\\.(?=[a-z]{2})${LETTER}+|[@_]${LETTER_OR_DIGIT}+)*`,
    String.raw`\.{2,}|-{2,}`,
    String.raw`[^\s\p{Cc}\p{Cf}]`,
  ].join('|'),
  'gu',
)

/**
 * Cuts `text` into tokens close to those of Universal Dependencies for English: hyphens, possessives and "n't" apart,
 * abbreviations and numbers whole. Control characters and white space are in no token. Linear in the length.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

/** Whether nothing stands between two tokens, as between the parts of "al-Assad". */
export function isJoined(before: Token, after: Token): boolean {
  return before.end === after.start
}
