import type { BlockForm } from './block-form.ts';
import { endOfIndented } from './directive-body.ts';
import { directives } from './directives/index.ts';
import { otherDirective } from './directives/other-directive.ts';

/** A directive with its content, read by the entry for its name, or kept as it stands when there is none. */
export const directive: BlockForm = (lines, at, reader) => {
  const line = lines[at];
  const match = /^\.\. ([A-Za-z][\w.+-]*(?::[\w.+-]+)*)::(?: +(.*))?$/.exec(line?.text ?? '');
  if (!line || !match) return undefined;
  const name = match[1] ?? '';
  const next = endOfIndented(lines, at + 1);
  const raw = { name, argument: match[2] ?? '', line, under: lines.slice(at + 1, next) };
  const form = directives.find((entry) => entry.names.includes(name)) ?? otherDirective;
  return { blocks: form.read(raw, reader), next };
};
