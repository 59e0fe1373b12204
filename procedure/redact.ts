/** Takes secrets out of text. */
export type Redact = (text: string) => string;

/** Replaces each secret by the name it has in the guide, in brackets, wherever it stands in a text. */
export function redactor(secrets: ReadonlyMap<string, string>): Redact {
  const longestFirst = [...secrets].sort(([, a], [, b]) => b.length - a.length);
  return (text) => longestFirst.reduce((rest, [name, secret]) => rest.replaceAll(secret, `[${name}]`), text);
}
