import type { Finding } from '../../model/finding.ts';

/** The same for findings that say the same, whatever the target and however long it took. */
export function sameFinding({ target: _target, durationMs: _time, ...said }: Finding): string {
  return JSON.stringify(said);
}
