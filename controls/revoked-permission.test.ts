import { expect, test } from 'vitest';
import type { Refusal } from '../access/amqp-refusal.ts';
import { fakeSite } from './control-site.fixture.ts';
import { revokedConfigure } from './revoked-configure.ts';
import { revokedRead } from './revoked-read.ts';
import { revokedWrite } from './revoked-write.ts';

const yes = { ok: true, value: undefined } as const;
const site = fakeSite({});

function no(over: Partial<Refusal> = {}) {
  const refusal: Refusal = { kind: 'refused', during: 'it', code: 403, text: 'ACCESS_REFUSED', ...over };
  return { ok: false, refusal } as const;
}

test.each([
  ['configure', revokedConfigure, { configure: no(), write: yes, read: yes }],
  ['write', revokedWrite, { configure: yes, write: no(), read: yes }],
  ['read', revokedRead, { configure: yes, write: yes, read: no() }],
] as const)('without %s, a pass needs exactly its operation to be refused', (_permission, control, tried) => {
  expect(control.judge(tried, site)).toMatchObject({ outcome: 'pass' });
});

test('a permission that nobody asks for fails, and says what still worked', () => {
  expect(revokedWrite.judge({ configure: yes, write: yes, read: yes }, site)).toMatchObject({
    outcome: 'fail',
    expected: 'publish refused with 403, declare and get allowed',
    actual: 'declare allowed, publish allowed, get allowed',
  });
});

test('a refusal of more than what needs it fails', () => {
  expect(revokedWrite.judge({ configure: yes, write: no(), read: no() }, site)).toMatchObject({
    outcome: 'fail',
  });
});

test('a refusal for another reason fails', () => {
  const tried = { configure: yes, write: yes, read: no({ code: 404, text: 'NOT_FOUND' }) };
  expect(revokedRead.judge(tried, site)).toMatchObject({ outcome: 'fail' });
});

test('a connection that was lost proves nothing', () => {
  const tried = {
    configure: { ok: false, refusal: { kind: 'lost', during: 'it', text: 'lost' } } as const,
    write: yes,
    read: yes,
  };
  expect(revokedConfigure.judge(tried, site)).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('declare lost (it)'),
  });
});
