import { parseWrittenDate } from './written-date.ts'

/**
 * What a whole line of a news page is, other than the article itself.
 * `drop`: says nothing about the article. `maybe`: a word that is furniture beside other furniture ("Home") but could be
 * a heading alone. `published`: the day, if the line states one. `caption`: of a picture or film; the text is null when
 * it comes on the next line. `credit`: the next line names the owner of a picture. `end`: links to other articles follow.
 */
export type Furniture =
  | { readonly role: 'drop' | 'maybe' | 'credit' | 'end' }
  | { readonly role: 'published'; readonly date: string | null }
  | { readonly role: 'caption'; readonly text: string | null }

/** Longer lines are prose, whatever they begin with. Keeps the patterns cheap, too. */
const MAX_FURNITURE_CHARS = 200

const bySpaces = (words: string): string[] => words.trim().split(/\s*\|\s*/)

const DROP = new Set(
  bySpaces(`
    share | share this | share page | share this page | share this story | share this article | share this with
    | share article | share story | share on facebook | share on twitter | share on x | share via email | share on linkedin
    | copy link | copy this link | link copied | copied | about sharing | read more about sharing | read about sharing
    | these are external links and will open in a new window | this video can not be played
    | this video cannot be played | media playback is unsupported on your device
    | media playback is not supported on this device | media player | javascript is disabled
    | to play this video you need to enable javascript in your browser | please enable javascript | play video
    | advertisement | advertisements | advert | sponsored content | promoted content | promoted stories
    | paid content | story continues below advertisement | story continues below | article continues below
    | article continues after advertisement | continue reading the main story | continue reading below
    | continue reading | scroll to continue | skip to content | skip to main content | skip to navigation
    | skip advertisement | skip navigation | skip to footer | back to top | return to top | sign in | log in | sign up
    | subscribe now | subscribe to our newsletter | sign up for our newsletter | sign up to our newsletter
    | get our newsletter | create an account | already a subscriber | add a comment | leave a comment | post a comment
    | view comments | show comments | hide comments | view all comments | join the conversation | comments are closed
    | accept all | accept cookies | accept all cookies | reject all | reject all cookies | manage cookies | cookie settings
    | cookie policy | cookies policy | privacy policy | privacy notice | terms of use | terms and conditions
    | terms of service | contact us | about us | all rights reserved | print this page | print this article | email this
    | email this article | send by email | follow us | follow us on twitter | follow us on facebook
    | follow us on instagram | view image in fullscreen | open image in new window | enlarge this image | toggle caption
    | hide caption | show caption | read more | read more | show more | load more | see more | view more
    | report a typo or error | report this ad | getty images`),
)

const MAYBE = new Set(
  bySpaces(`
    home | menu | search | news | sport | world | video | watch | listen | close | save | print | email | e-mail | x
    | comments | register | facebook | twitter | whatsapp | messenger | pinterest | linkedin | reddit | telegram | instagram
    | tiktok | youtube | bluesky | threads | flipboard | subscribe | newsletter | newsletters | support us | donate | live
    | ad | image | gallery | photos | pictures | next | previous | more | tags | topics | sections | navigation | settings
    | notifications | font size | text size | a | link | copy`),
)

const END = new Set(
  bySpaces(`
    related topics | related content | related articles | related stories | related links | related internet links
    | related news | more on this story | more on this topic | more like this | more stories | top stories | most read
    | most popular | most viewed | most shared | most watched | trending | trending now | recommended | recommended for you
    | you may also like | you might also like | read next | up next | elsewhere on the web | from around the web
    | around the bbc | editor's picks | editors' picks | latest news | latest stories | also in the news | read this next`),
)

const DROP_PATTERNS = [
  /^(?:image|photo|picture|video|media|audio) (?:source|copyright|credit),? .{1,100}$/i,
  /^(?:photo|picture|image)(?:graph)? (?:by|credit):? .{1,80}[^.!?]$/i,
  /^photograph: .{1,80}[^.!?]$/i,
  /^(?:copyright )?(?:©|\(c\)) ?(?:copyright )?(?:\d{4}|[A-Z]).{0,100}$/i,
  /^copyright (?:©|\(c\)|\d{4}).{0,100}$/i,
  /^the .{2,40} is not responsible for the content of external (?:sites|links)\.?.{0,60}$/i,
  /^(?:we|this (?:web)?site|our (?:web)?site) uses? cookies(?: to [a-z ,'-]{1,100})?\.?$/i,
  /^(?:follow|like) .{1,40} on (?:twitter|x|facebook|instagram|youtube|bluesky)\.?$/i,
  /^(?:read more|read also|also read|see also|related|more on this|watch|listen): .{1,150}$/i,
  /^(?:reading time:? )?\d{1,3}[ -]?(?:min|mins|minute|minutes)(?: read(?:ing time)?)?$/i,
  /^\d{1,6} (?:comments?|shares?|likes?|views?)$/i,
  /^(?:about )?\d{1,2} (?:second|minute|hour|day|week|month|year)s? ago$/i,
  /^page \d{1,4}(?: of \d{1,4})?$/i,
]

/** A line of nothing but rules, bullets and dots. */
const ORNAMENT = /^[\s\-–—_=*•·◦‣●■▪~+#|<>«»…/\\^.]{1,200}$/u
const CAPTION = /^(?:image|media|video|picture|photo|audio) caption(?:[,:] ?(.*))?$/i
const CREDIT = /^(?:image|photo|picture|video|media|audio) (?:source|copyright|credit)[,:]?$/i
const DATED =
  /^(?:first |originally |article )?(?:published|posted|date|published on|posted on|date published)[:,]?(?: (?:on |at )?(.+))?$/i
const UPDATED = /^(?:last )?(?:updated|modified)(?: at| on)?[:,]?(?: (.+))?$/i
const CLOCK = /^(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{1,5})?$/i
const AGO = /^(?:about )?\d{1,2} (?:second|minute|hour|day|week|month|year)s? ago$/i

/** What furniture the whole of `line` (trimmed) is; null when it belongs to the article. Constant cost. */
export function readFurniture(line: string): Furniture | null {
  if (line.length > MAX_FURNITURE_CHARS) return null
  if (ORNAMENT.test(line)) return { role: 'drop' }
  const bare = line.replace(/^[•·◦‣●■▪|\-–*\s]+/u, '').replace(/\s+/g, ' ')
  return readLabel(bare) ?? readStamp(bare) ?? readPhrase(bare)
}

function readLabel(bare: string): Furniture | null {
  const caption = CAPTION.exec(bare)
  if (caption !== null) return { role: 'caption', text: caption[1]?.trim() || null }
  return CREDIT.test(bare) ? { role: 'credit' } : null
}

/** "Published", alone or with its day; "Updated 14:03". A sentence that begins so is no stamp. */
function readStamp(bare: string): Furniture | null {
  const dated = DATED.exec(bare)
  if (dated !== null) {
    const rest = dated[1]
    const date = rest === undefined ? null : parseWrittenDate(rest)
    return rest === undefined || date !== null || isTime(rest) ? { role: 'published', date } : null
  }
  const updated = UPDATED.exec(bare)
  if (updated === null) return null
  const rest = updated[1]
  return rest === undefined || isTime(rest) || parseWrittenDate(rest) !== null ? { role: 'drop' } : null
}

function isTime(words: string): boolean {
  return CLOCK.test(words) || AGO.test(words)
}

function readPhrase(bare: string): Furniture | null {
  const phrase = bare
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s.:,!?>»→…+]+$/u, '')
  if (DROP.has(phrase) || DROP_PATTERNS.some((pattern) => pattern.test(bare))) return { role: 'drop' }
  if (END.has(phrase)) return { role: 'end' }
  return MAYBE.has(phrase) ? { role: 'maybe' } : null
}
