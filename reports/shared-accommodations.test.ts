import { expect, test } from 'vitest';
import { sampleReport, sampleTarget } from './fixtures/sample-report.fixture.ts';
import { sharedAccommodations } from './shared-accommodations.ts';

const done = (text: string, line?: number) => ({
  id: 'x',
  text,
  ...(line !== undefined && { where: { file: 'a.rst', line } }),
});

test('one thing done on several targets is told once, and its full stop makes room for what follows', () => {
  const targets = [
    sampleTarget({
      id: 'debian-12',
      accommodations: [done('The index was refreshed (no such host).'), done('y', 9)],
    }),
    sampleTarget({ id: 'debian-13', accommodations: [done('The index was refreshed (no such host)')] }),
  ];
  expect(sharedAccommodations({ ...sampleReport, targets })).toEqual([
    { text: 'The index was refreshed (no such host)', targets: ['debian-12', 'debian-13'] },
    { text: 'y (a.rst:9)', targets: ['debian-12'] },
  ]);
});
