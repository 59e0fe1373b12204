const starting = ['start', 'restart', 'reload-or-restart'];

/** The unit that a command starts, by `systemctl`, `service` or a script in /etc/init.d; `undefined` for any other command. */
export function startedUnit(command: string): string | undefined {
  const simple = command.replaceAll(/\\\n/g, ' ').split(/[;&|\n]+/);
  return simple.map((part) => unitOf(part.trim().split(/\s+/))).find((unit) => unit !== undefined);
}

function unitOf(words: readonly string[]): string | undefined {
  const [program = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words;
  const said = rest.filter((word) => !word.startsWith('-'));
  const [verb = '', ...units] = said;
  if (program.endsWith('systemctl')) {
    const starts = starting.includes(verb) || (verb === 'enable' && rest.includes('--now'));
    return starts ? units.find((unit) => !/\.(?:socket|target|timer|mount|path)$/.test(unit)) : undefined;
  }
  if (/(?:^|\/)service$/.test(program)) return starting.includes(units[0] ?? '') ? verb : undefined;
  const script = /^\/etc\/(?:rc\.d\/)?init\.d\/([\w.-]+)$/.exec(program)?.[1];
  return starting.includes(verb) ? script : undefined;
}
