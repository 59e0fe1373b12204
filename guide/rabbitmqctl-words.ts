/** A rabbitmqctl command: its words without options, and the vhost it is about. */
export interface RabbitmqctlCommand {
  readonly vhost: string;
  readonly words: readonly string[];
}

/** The options of rabbitmqctl that take a value, from rabbitmqctl(8). */
const takesValue = /^(?:-p|--vhost|-n|--node|-t|--timeout|--formatter|--erlang-cookie)$/;

/** Reads the words of a command; `undefined` when they are not of rabbitmqctl. */
export function rabbitmqctlWords([program, ...rest]: readonly string[]): RabbitmqctlCommand | undefined {
  if (program !== 'rabbitmqctl') return undefined;
  let vhost = '/';
  const words: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    const [option = '', attached] = word.startsWith('--') ? word.split('=', 2) : [word];
    if (takesValue.test(option)) {
      const value = attached ?? rest[++at] ?? '';
      if (option === '-p' || option === '--vhost') vhost = value;
    } else if (!word.startsWith('-')) words.push(word);
  }
  return { vhost, words };
}
