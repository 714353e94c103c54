/** How a language was written before UTF-8, and how its words look when they are read right. */
export interface Alphabet {
  /** The encodings it was written in, as the Encoding Standard names them; the likelier first. */
  readonly encodings: readonly string[]
  /** Its letters beyond ASCII: all of them where they stand among ASCII letters, the most frequent where they do not. */
  readonly letters: string
  /** Whether its words are made of ASCII letters and a few others. */
  readonly isLatin: boolean
}

const latin = (letters: string, ...encodings: string[]): Alphabet => ({ encodings, letters, isLatin: true })
const other = (letters: string, ...encodings: string[]): Alphabet => ({ encodings, letters, isLatin: false })

const WESTERN = ['windows-1252', 'macintosh']
const CENTRAL = ['windows-1250', 'iso-8859-2']
const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866']

/** Languages whose words are told by their letters. Order decides between equals: the commonest encoding first. */
export const ALPHABETS: readonly Alphabet[] = [
  latin('àâæçéèêëîïôœùûüÿ', ...WESTERN), // French
  latin('äöüßéàè', ...WESTERN), // German
  latin('áéíóúñüª', ...WESTERN), // Spanish
  latin('áâãàçéêíóôõúü', ...WESTERN), // Portuguese
  latin('àèéìíòóùú', ...WESTERN), // Italian
  latin('åäöæøéèü', ...WESTERN), // Danish, Norwegian, Swedish, Finnish
  latin('ëïéèöüáóê', ...WESTERN), // Dutch
  latin('áðéíóúýþæö', ...WESTERN), // Icelandic
  latin('ąćęłńóśźżé', ...CENTRAL), // Polish
  latin('áčďéěíňóřšťúůýžľĺŕôä', ...CENTRAL), // Czech, Slovak
  latin('áéíóöőúüű', ...CENTRAL), // Hungarian
  latin('čćđšž', ...CENTRAL), // Croatian, Slovene
  latin('ăâîșțşţ', ...CENTRAL), // Romanian
  latin('çğıöşüâîû', 'windows-1254'), // Turkish
  latin('ąčęėįšųūžāēģīķļņõäöü', 'windows-1257'), // Baltic languages
  other('оеаинтсрвлкмдпуяыьзбг', ...CYRILLIC),
  other('оаиіентрсвлкдумпяьї', 'windows-1251', 'koi8-u'), // Ukrainian
  other('αοιετσνηυρπκμλςίόάέή', 'windows-1253'),
  other('יוהלאמרשבתנםדעחקפ', 'windows-1255'),
  other('اليمنوترهبعدةفسقكحجأ', 'windows-1256'),
  other('านรอกเงมยลวดทสตะปบคหแจพชขใไโผ่้ีัิืุู็', 'windows-874'),
]

/** A writing of East Asia: its encodings, and the characters that a text in it cannot do without. */
export interface Script {
  readonly encodings: readonly string[]
  readonly telling: RegExp
  /** The least share of what is not ASCII that is telling (0..1). */
  readonly least: number
}

export const SCRIPTS: readonly Script[] = [
  { encodings: ['shift_jis', 'euc-jp'], telling: /[\u3041-\u3096\u30a1-\u30fa\u30fc\u3001\u3002]/g, least: 0.3 },
  { encodings: ['euc-kr'], telling: /[\uac00-\ud7a3]/g, least: 0.7 },
  {
    encodings: ['gb18030'],
    telling: /[的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会，。、]/g,
    least: 0.12,
  },
  {
    encodings: ['big5'],
    telling: /[的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會，。、]/g,
    least: 0.12,
  },
]
