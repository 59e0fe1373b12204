import { z } from 'zod';

const words = z.string().trim().min(1);

/** What a file of waivers says, before it is known where. */
export const waiversSchema = z.strictObject({
  waivers: z.array(
    z.strictObject({
      // `*` alone would waive what nobody has thought of yet, so the first word has to be said.
      id: z.string().regex(/^[a-z][a-z-]*\.[a-z0-9.*-]+$/),
      target: words,
      reason: words,
      owner: words,
      expires: z.iso.date(),
    }),
  ),
});

const expectations: Readonly<Record<string, string>> = {
  id: 'the id of a finding, such as access.login or access.*',
  target: 'the id of a target, such as ssh://ops@controller or ssh://*',
  reason: 'why it is accepted, in words',
  owner: 'who answers for it',
  expires: 'a date that exists, such as 2026-03-31',
  waivers: 'a list of waivers',
};

/** What should have stood at a path of a file of waivers, for messages. */
export function expectationAt(path: readonly PropertyKey[]): string {
  const key = path.at(-1);
  if (typeof key === 'number') return 'a waiver with id, target, reason, owner and expires';
  return expectations[String(key)] ?? 'waivers: and below it a list of them';
}
