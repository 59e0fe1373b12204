import { parseTarget } from '../words/parse-target.ts';
import type { PasswordLookup } from './password-file.ts';

/** Passwords of one user's that `OS_TRANSPORT_URL` holds. */
export interface UrlPasswords {
  readonly lookUp: PasswordLookup;
  /** Whether the URL has a password at all, be it another user's. */
  readonly any: boolean;
}

/**
 * The passwords that a transport URL has for `username`: each for its own host; if they are all the same, as for the
 * account of a cluster, for every host.
 * @throws TargetError for a URL that cannot be understood.
 */
export function urlPasswords(url: string, username: string): UrlPasswords {
  const accounts = parseTarget(url, 'OS_TRANSPORT_URL').flatMap((target) =>
    target.kind === 'wire' && target.account?.password !== undefined ? [target] : [],
  );
  const ours = accounts.filter(({ account }) => account?.username === username);
  const byHost = new Map(
    ours.flatMap(({ id, hostname, account }) =>
      [id, hostname].map((name) => [name, account?.password] as const),
    ),
  );
  const different = new Set(ours.map(({ account }) => account?.password));
  const [only] = different.size === 1 ? different : [];
  return {
    any: accounts.length > 0,
    lookUp: (names) => names.map((name) => byHost.get(name)).find((found) => found !== undefined) ?? only,
  };
}
