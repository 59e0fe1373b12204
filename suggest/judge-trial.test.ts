import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { judgeTrial } from './judge-trial.ts';
import type { Proposal } from './proposal.ts';

const where = { file: 'guide.rst', line: 94 };
const proposal = (over: Partial<Proposal> = {}): Proposal => ({
  kind: 'proven',
  where,
  removes: [{ id: 'output.2.1', target: 'd' }],
  readBy: ['d', 'e'],
  edits: [],
  newCommands: [],
  remarks: [],
  ...over,
});
const finding = (over: Partial<Finding>): Finding => ({
  id: 'output.2.1',
  target: 'd',
  title: over.id ?? 'Promised output',
  outcome: 'pass',
  severity: 'warning',
  where,
  durationMs: 1,
  ...over,
});
const drift = finding({ outcome: 'fail' });
const login = finding({ id: 'access.login' });

test('a proposal holds when its finding passes and nothing else is worse', () => {
  const held = judgeTrial([proposal()], [drift, login], [finding({}), login]);
  expect(held).toEqual({ held: [proposal()], leftOut: [] });
});

test.each([
  [
    'fails still',
    { outcome: 'fail', reason: 'drift', actual: 'Seen\nand more' },
    'output.2.1 is still there: Seen',
  ],
  ['cannot be checked', { outcome: 'could-not-check', reason: 'no engine' }, 'still there: no engine'],
] as const)('it does not when its finding %s', (_, over, reason) => {
  const { held, leftOut } = judgeTrial([proposal()], [drift], [finding(over)]);
  expect(held).toEqual([]);
  expect(leftOut).toMatchObject([{ id: 'output.2.1', where, targets: ['d'] }]);
  expect(leftOut[0]?.reason).toContain(reason);
});

test('it does not when its finding is not found again at all', () => {
  expect(judgeTrial([proposal()], [drift], []).leftOut[0]?.reason).toContain('still there: nothing of it');
});

test.each([
  ['a new fail', login, finding({ id: 'access.login', outcome: 'fail', actual: 'refused\nagain' })],
  [
    'a fail of a line that came in',
    undefined,
    finding({ id: 'remedy.2.3', outcome: 'fail', actual: 'refused' }),
  ],
  [
    'a fail that weighs more',
    finding({ id: 'x', outcome: 'fail', severity: 'info' }),
    finding({ id: 'x', outcome: 'fail', severity: 'error', actual: 'refused' }),
  ],
  [
    'less that can be checked',
    login,
    finding({ id: 'access.login', outcome: 'could-not-check', reason: 'refused' }),
  ],
])('%s on a target that reads the change condemns it', (_, before, after) => {
  const there = { ...after, target: 'e' };
  const earlier = before ? [{ ...before, target: 'e' }] : [];
  const { held, leftOut } = judgeTrial([proposal()], [drift, ...earlier], [finding({}), there]);
  expect(held).toEqual([]);
  expect(leftOut[0]?.reason).toBe(`tried on e, and ${after.id} is new: refused`);
});

test('what was bad before is no fault of the change', () => {
  const bad = finding({ id: 'x', outcome: 'fail' });
  expect(judgeTrial([proposal()], [drift, bad], [finding({}), bad]).held).toHaveLength(1);
});

test('one proposal that fails leaves another that nobody there reads', () => {
  const other = proposal({
    where: { ...where, line: 75 },
    removes: [{ id: 'output.3.1', target: 'f' }],
    readBy: ['f'],
  });
  const before = [drift, finding({ id: 'output.3.1', target: 'f', outcome: 'fail' })];
  const { held } = judgeTrial([proposal(), other], before, [
    drift,
    finding({ id: 'output.3.1', target: 'f' }),
  ]);
  expect(held).toEqual([other]);
});
