import type { CheckResult } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Procedure, Replaceable } from '../model/procedure.ts';
import type { SourceLocation } from '../model/source-location.ts';

/** Judges by the guide alone, one result each, whether its replaceables are both explained to the reader and used. */
export function replaceableChecks({ replaceables, guide }: Procedure): readonly CheckResult[] {
  return replaceables.map((replaceable) => {
    const { name, usedAt, explanation } = replaceable;
    const where = usedAt[0] ?? explanation?.where ?? { file: guide.path, line: 1 };
    const title = `${name} is explained where it is used`;
    const check = { id: `replaceable.${name}`, title, where, severity: 'warning' } as const;
    return { check, judgement: judge(replaceable), durationMs: 0 };
  });
}

function judge({ name, usedAt, explanation }: Replaceable): Judgement {
  const severity = 'warning';
  const used = usedAt.map(place).join(', ');
  if (!explanation) {
    const expected = `a sentence that says what to put for ${name}`;
    const fix = `Add “Replace \`\`${name}\`\` with …” to the step.`;
    return { outcome: 'fail', severity, expected, actual: `used at ${used}, explained nowhere`, fix };
  }
  const explained = `explained at ${place(explanation.where)}`;
  if (usedAt.length > 0) return { outcome: 'pass', severity, actual: `used at ${used}, ${explained}` };
  const expected = `${name} in a command or a file of this procedure`;
  return { outcome: 'fail', severity, expected, actual: `${explained}, used nowhere` };
}

function place({ file, line }: SourceLocation): string {
  return `${file}:${line}`;
}
