import { readFileSync, statSync } from 'node:fs';
import { type Document, parseDocument } from 'yaml';
import { z } from 'zod';
import { hasControlCharacter } from '../words/names.ts';
import { badPassword } from './password-error.ts';

/** Finds the password that a file has for a host known by several names; the first name that the file has counts. */
export type PasswordLookup = (names: readonly string[]) => string | undefined;

const mapping = z.record(z.string(), z.string());

/**
 * Reads a password file: a file named `.yml`, `.yaml` or `.json` maps names of hosts to passwords, `default` to that of all
 * others; any other holds one password, for all hosts, on its only line.
 * @param warn is told if others on this machine may read the file.
 * @throws TargetError, without any of the file's text.
 */
export function readPasswordFile(path: string, warn: (text: string) => void): PasswordLookup {
  const text = readText(path);
  warnIfOpen(path, warn);
  if (/\.(?:ya?ml|json)$/i.test(path)) return byHost(path, text);
  const password = text.replace(/\r?\n$/, '');
  if (/[\r\n]/.test(password))
    throw badPassword(
      path,
      'one line, or a name that ends in .yml for a mapping of hosts to passwords',
      'more lines',
    );
  checkPassword(path, password);
  return () => password;
}

function byHost(path: string, text: string): PasswordLookup {
  // `failsafe` keeps 007 and yes as the text they are.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error)
    throw badPassword(
      path,
      'valid YAML or JSON',
      `a mistake (${error.code}) at character ${error.pos[0] + 1}`,
    );
  const passwords = mapping.safeParse(plain(document)).data;
  if (!passwords || Object.keys(passwords).length === 0)
    throw badPassword(path, 'a mapping of hosts to passwords, each a text', 'something else');
  for (const [host, password] of Object.entries(passwords)) checkPassword(`${path}, ${host}`, password);
  const known = new Map(Object.entries(passwords));
  return (names) => [...names, 'default'].map((name) => known.get(name)).find((found) => found !== undefined);
}

/** What an alias without an anchor throws names the alias, which may be a password with a `*`. */
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

function checkPassword(where: string, password: string): void {
  if (password === '') throw badPassword(where, 'a password', 'none');
  if (hasControlCharacter(password))
    throw badPassword(where, 'a password without control characters', 'one that holds some');
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an unknown error';
    throw badPassword(path, 'a password file that can be read, in UTF-8', code);
  }
}

function warnIfOpen(path: string, warn: (text: string) => void): void {
  const facts = statSync(path);
  const mode = facts.mode & 0o777;
  if (facts.isFile() && (mode & 0o077) !== 0)
    warn(`${path} is open to others on this machine (mode ${mode.toString(8)}): chmod 600 ${path}`);
}
