import { expect, test, vi } from 'vitest';
import { distributions } from '../containers/index.ts';
import { type PlanOptions, plan } from './plan.ts';

const printed = (options: PlanOptions) => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    plan(options);
    return write.mock.calls.map(([text]) => text).join('');
  } finally {
    write.mockRestore();
  }
};

const planned = (options: Omit<PlanOptions, 'json'>): string[] =>
  JSON.parse(printed({ ...options, json: true })).map((each: { distribution: string }) => each.distribution);

test('without a choice every distribution that the guide has steps for is planned, otherwise the chosen ones', () => {
  expect(planned({})).toEqual(distributions.map(({ id }) => id));
  expect(planned({ distro: ['debian-13', 'debian-12'] })).toEqual(['debian-13', 'debian-12']);
  expect(planned({ guide: 'guide/fixtures/per-distribution' })).toEqual(distributions.map(({ id }) => id));
  expect(printed({ distro: ['debian-12'], json: false })).toMatch(/^debian-12 \(tag debian\)\n/);
});

test('a guide that is not there, or a distribution that nobody knows, is an error', () => {
  expect(() => printed({ guide: 'nowhere.rst', json: false })).toThrow('nowhere.rst, got nothing there');
  expect(() => printed({ distro: ['debian-1'], json: false })).toThrow('got "debian-1"');
});
