import type { Distribution } from '../distribution.ts';

/** What a stand-in says of itself. */
export interface Impersonation {
  /** `ID` and `ID_LIKE` of what is imitated: programs go by them. */
  readonly id: string;
  readonly like: string;
  readonly version: string;
  /** What a person calls it. */
  readonly name: string;
  /** What the root file system really is. */
  readonly on: Distribution;
}

/**
 * The content of a stand-in's os-release(5): programs take it for what it imitates, people cannot, for every name that
 * is meant for them says that it is a stand-in.
 */
export function osRelease({ id, like, version, name, on }: Impersonation): string {
  const standIn = `stand-in for ${name} (${on.name} root file system)`;
  const fields = {
    NAME: standIn,
    PRETTY_NAME: standIn,
    ID: id,
    ID_LIKE: like,
    VERSION_ID: version,
    VARIANT: 'guideproof stand-in',
    VARIANT_ID: 'stand-in',
  };
  return Object.entries(fields)
    .map(([field, value]) => `${field}="${value}"\n`)
    .join('');
}
