import type { CommandResult } from '../transports/read-transport.ts';

/** What Erlang says of a cookie that it does not take (`auth.erl`). */
const badCookie =
  /(Cookie file \S+ must be accessible by owner only|Too short cookie string|Error when reading \S+cookie: \w+)/;

/** What rabbitmqctl says when the node hangs up on it, in RabbitMQ 3.8 to 4.0. */
const hungUp = /^\s*\* ((?:TCP connection succeeded but|Authentication failed).*)$/m;

/** Says how rabbitmqctl was kept from asking a node that may well be running; `undefined` where that is not the trouble. */
export function nodeRefusal({ exitCode, stdout, stderr }: CommandResult): string | undefined {
  if (exitCode === 0) return undefined;
  const said = `${stderr}\n${stdout}`;
  const cookie = badCookie.exec(said)?.[1];
  if (cookie) return `rabbitmqctl cannot log in to the node: ${cookie}`;
  const refused = hungUp.exec(said)?.[1]?.trim();
  if (refused === undefined) return undefined;
  return `the node does not let rabbitmqctl in: its Erlang cookie, or its host name, is another one than rabbitmqctl’s (${refused})`;
}
