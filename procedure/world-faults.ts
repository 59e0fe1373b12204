/** Trouble outside the guide and the machine that makes a package manager fail; the guide cannot be blamed for it. */
const faults: readonly { readonly seen: RegExp; readonly reason: string }[] = [
  {
    seen: /Temporary failure resolving|Could not resolve host/i,
    reason: 'the name of a package mirror could not be resolved',
  },
  {
    seen: /Could not connect to|Connection timed out|Connection refused|Connection failed|Network is unreachable|Curl error \(\d+\)/i,
    reason: 'a package mirror could not be reached',
  },
  {
    seen: /Unable to fetch some archives|Cannot download|Some index files failed to download/i,
    reason: 'a package mirror did not deliver',
  },
  {
    seen: /Hash Sum mismatch|is not valid yet|Release file .* expired/i,
    reason: 'a package mirror delivered wrong or stale data',
  },
  { seen: /No space left on device/i, reason: 'the disk is full' },
];

const packageManagers = /\b(apt|apt-get|aptitude|yum|dnf|zypper)\b/;

/** Why a failed command says nothing about the guide, or `undefined` where it does. */
export function worldFault(command: string, output: string): string | undefined {
  if (/No space left on device/i.test(output)) return 'the disk is full';
  if (!packageManagers.test(command)) return undefined;
  return faults.find(({ seen }) => seen.test(output))?.reason;
}
