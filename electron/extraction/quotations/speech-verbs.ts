const SPEECH_VERBS: ReadonlySet<string> = new Set(
  `
said says say saying told tells tell telling added adds adding wrote writes writing tweeted tweets tweeting argued argues
arguing insisted insists insisting explained explains explaining replied replies claimed claims claiming stated states
stating warned warns warning noted notes noting recalled recalls announced announces announcing confirmed confirms
confirming denied denies admitted admits admitting commented comments commenting remarked remarks asked asks asking
declared declares declaring described describes describing called calls calling continued continues estimated estimates
reported reports reporting testified believes believe thinks suggested suggests concluded concludes acknowledged
responded responds read reads alleged alleges accused praised condemned urged urges vowed vows pledged promised promises
answered cautioned complained conceded emphasised emphasized expressed indicated joked lamented maintained mentioned
observed pointed predicted quoted reiterated repeated revealed stressed shouted whispered termed labelled labeled
quipped recounted recounting tweeting criticised criticized criticises criticizes thanked thanks posted posting admits stressing
insisting concluding referring wondered marveled mused commented lamenting boasted testifying exclaimed reads reading urging demanding demanded
characterised characterized elaborated opined posted remembers citing cited cites
`
    .trim()
    .split(/\s+/),
)

/** Whether a word says that someone speaks, writes or states. */
export function isSpeechVerb(word: string): boolean {
  return SPEECH_VERBS.has(word)
}
