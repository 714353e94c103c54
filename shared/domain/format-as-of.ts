const BEGINS_SMALL =
  /^(?:Since|By|As|In|On|At|Until|Till|Up|Last|This|Next|During|From|After|Before|Between|Through|Throughout|Over|Within|So|Yesterday|Today|Now|Currently|Late|Early|Mid)\b/

/** When a figure holds, as the text has it but for the capital of a sentence that begins with it: "since August". */
export function formatAsOf(asOf: string | null): string | null {
  return asOf !== null && BEGINS_SMALL.test(asOf) ? asOf.charAt(0).toLowerCase() + asOf.slice(1) : asOf
}
