import { wrap } from '../reports/wrap.ts';
import type { ConsoleStyle } from './console-style.ts';
import type { Beginning } from './list-marker.ts';

// What OpenStack's documentation keeps to.
const width = 79;

/** The lines of an item, or of a paragraph, that begins as another one does and has commands in a block under it. */
export function newItem(
  commands: readonly string[],
  { indentation, marker }: Pick<Beginning, 'indentation' | 'marker'>,
  { directive, depth, end }: ConsoleStyle,
): readonly string[] {
  const inner = indentation + ' '.repeat(marker.length);
  const deeper = inner + ' '.repeat(depth);
  return [
    ...wrap(introduction(commands), width, indentation + marker, inner),
    '',
    inner + directive,
    '',
    ...commands.map((command) => `${deeper}# ${command}`),
    '',
    ...(end === undefined ? [] : [inner + end, '']),
  ];
}

function introduction(commands: readonly string[]): string {
  const units = commands.flatMap((command) => /^systemctl restart (\S+)$/.exec(command)?.[1] ?? []);
  const restart = units.map((unit) => ` and restart \`\`${unit}\`\``).join('');
  return `Reload the configuration of systemd${restart}:`;
}
