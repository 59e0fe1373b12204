import type { CheckTarget } from '../../model/check-target.ts';
import { misnamed, type TargetError } from '../target-error.ts';
import { amqpTarget } from './amqp-target.ts';
import { containerTarget, sshTarget } from './machine-target.ts';
import { mask } from './mask.ts';
import { hasControlCharacter } from './names.ts';
import { transportUrl } from './transport-url.ts';
import { splitUrl, type UrlParts } from './url-parts.ts';

/** Where a target's text was found: only the environment may hold passwords, since arguments stand in the process list. */
export type TargetSource = 'TARGET' | 'OS_TRANSPORT_URL';

type Form = (url: UrlParts, where: string) => readonly CheckTarget[];

const wireForms: readonly (readonly [scheme: string, form: Form])[] = [
  ['amqp', amqpTarget],
  ['amqps', amqpTarget],
  ['rabbit', transportUrl],
  ['kombu+rabbit', transportUrl],
  ['kombu+amqp', transportUrl],
  ['kombu+amqps', transportUrl],
  ['kombu+pyamqp', transportUrl],
];

const forms: Readonly<Record<TargetSource, ReadonlyMap<string, Form>>> = {
  TARGET: new Map([
    ['ssh', sshTarget],
    ['docker', containerTarget],
    ['podman', containerTarget],
    ...wireForms,
  ]),
  OS_TRANSPORT_URL: new Map(wireForms),
};

/**
 * The targets that one word names: one, or one for each host of a transport URL.
 * @throws TargetError (code `usage`) that never repeats a password.
 */
export function parseTarget(text: string, source: TargetSource): readonly CheckTarget[] {
  if (text === 'local' && source === 'TARGET')
    return [{ kind: 'machine', id: 'local', way: { kind: 'local' } }];
  const where = source === 'TARGET' ? `TARGET ${mask(text)}` : source;
  const url = hasControlCharacter(text) ? undefined : splitUrl(text);
  const form = url && forms[source].get(url.scheme);
  if (!url || !form) throw unknownForm(text, source, where);
  if (source === 'TARGET' && holdsPassword(url))
    throw misnamed(
      where,
      'no password, since everybody on this machine can read the arguments of a command',
      'one; put the URL into OS_TRANSPORT_URL, or the password into a file for --password-file',
    );
  return form(url, where);
}

function holdsPassword({ authority }: UrlParts): boolean {
  return authority.split(',').some((host) => /^[^@]*:.*@/.test(host));
}

function unknownForm(text: string, source: TargetSource, where: string): TargetError {
  if (source === 'OS_TRANSPORT_URL')
    return misnamed(
      where,
      'a transport URL such as rabbit://openstack:PASSWORD@controller1:5672/, with “#” and “?” in it written as %23 and %3F',
      `${mask(text)}, whose form or scheme is another`,
    );
  const guess = /^[\w.-]+$/.test(text) ? `; did you mean ssh://${text} or amqp://${text}?` : '';
  return misnamed(
    where,
    'local, docker://NAME, podman://NAME, ssh://[user@]host[:port], amqp://host[:port], amqps://host[:port] or rabbit://host[:port],…',
    `another form${guess}`,
  );
}
