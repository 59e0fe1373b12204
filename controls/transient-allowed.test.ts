import { expect, test } from 'vitest';
import { fakeSite, proven } from './control-site.fixture.ts';
import { transientAllowed } from './transient-allowed.ts';

test('allowed is a pass', async () => {
  expect(await transientAllowed.prove(fakeSite({}))).toMatchObject({ outcome: 'pass' });
});

test('refused is a warning that says what mends it, on either side', async () => {
  const text = 'INTERNAL_ERROR - Feature `transient_nonexcl_queues` is deprecated.';
  const before = {
    ...proven('access.login'),
    transientQueues: { known: true, value: { outcome: 'refused', code: 541, text } },
  } as const;
  const judgement = await transientAllowed.prove(fakeSite({ before }));
  expect(judgement).toMatchObject({
    outcome: 'fail',
    severity: 'warning',
    actual: `refused with 541 ${text}`,
  });
  expect(judgement.fix).toContain('rabbit_transient_quorum_queue = true');
  expect(judgement.fix).toContain('deprecated_features.permit.transient_nonexcl_queues = true');
});

test('what the proof did not meet could not be checked', async () => {
  const transientQueues = { known: false, reason: '403 no' } as const;
  const before = { ...proven('access.login'), transientQueues };
  expect(await transientAllowed.prove(fakeSite({ before }))).toMatchObject({
    outcome: 'could-not-check',
    reason: '403 no',
  });
});
