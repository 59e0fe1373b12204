/** Text without halves of surrogate pairs, which strict readers of JSON and UTF-8 refuse; U+FFFD stands in their place. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
