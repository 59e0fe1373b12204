import { beginsAsAmqp } from '../amqp-frame.ts';
import { findBroker } from '../connection-methods.ts';
import type { Spoken } from './listener-sighting.ts';

/** What a client of AMQP 0-9-1 says first (specification, 4.2.2). */
export const amqp091Header = Buffer.from('AMQP\u0000\u0000\u0009\u0001', 'latin1');

/** What a client of AMQP 1.0 says first (OASIS AMQP 1.0, part 2, 2.2). */
export const amqp10Header = Buffer.from('AMQP\u0000\u0001\u0000\u0000', 'latin1');

/** As many bytes as the longest of the signatures below has: with fewer, more may come. */
const enough = 10;

/**
 * What the first bytes of a peer tell about it; `ended` when no more will come. Undefined while they are too few, and
 * for what only asks to be spoken to in AMQP 0-9-1, as RabbitMQ does when it hears anything else, or stops in its greeting.
 */
export function recognise(heard: Buffer, ended: boolean): Spoken | undefined {
  const broker = findBroker(heard);
  if (broker) return { seen: 'amqp', ...broker };
  if (heard.length === 0 || beginsAsAmqp(heard)) return undefined;
  if (heard.subarray(0, amqp091Header.length).equals(amqp091Header)) return undefined;
  if (heard.length >= amqp091Header.length && heard.toString('latin1', 0, 4) === 'AMQP')
    return otherAmqp(heard);
  if (!ended && heard.length < enough && !heard.includes('\n')) return undefined;
  if (isZmtp(heard)) return { seen: 'zeromq' };
  const banner = firstLine(heard);
  return { seen: /^HTTP\/\d/.test(banner) ? 'http' : 'banner', banner };
}

/** True when bytes are a record of TLS: an alert, since nothing else is sent to one who has not said hello (RFC 8446, 5.1). */
export function isTlsAlert(heard: Buffer): boolean {
  return heard[0] === 0x15 && heard[1] === 0x03;
}

/** The protocol ids of AMQP 1.0, which are followed by its version 1.0.0: plain, within TLS, within SASL. */
const amqp10Ids: readonly (number | undefined)[] = [0, 2, 3];

function otherAmqp(header: Buffer): Spoken {
  const [id, ...version] = header.subarray(4, amqp091Header.length);
  const is10 = amqp10Ids.includes(id) && version.join('.') === '1.0.0';
  return { seen: 'other-amqp', protocol: is10 ? 'AMQP 1.0' : `AMQP of header ${id}.${version.join('.')}` };
}

/** The signature that every ZMTP peer begins with: 0xff, eight bytes, 0x7f (https://rfc.zeromq.org/spec/23/, `signature`). */
function isZmtp(heard: Buffer): boolean {
  return heard[0] === 0xff && heard[9] === 0x7f;
}

function firstLine(heard: Buffer): string {
  const line = heard.toString('latin1').split(/\r?\n/, 1)[0] ?? '';
  return line.slice(0, 80).replaceAll(/[^ !#-~]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
