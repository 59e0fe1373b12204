import { expect, test } from 'vitest';
import { defineControl } from './control.ts';
import { fakeSite, proven } from './control-site.fixture.ts';
import { controls } from './index.ts';

const control = defineControl({
  id: 'control.example',
  title: 'An example',
  severity: 'warning',
  promised: ['user'],
  needs: ['access.login'],
  gather: async () => ({ known: true, value: 'a fact' }),
  judge: (fact) => ({ outcome: 'pass', actual: fact }),
});

test('a fact is judged, with the severity of the control', async () => {
  expect(await control.prove(fakeSite({}))).toEqual({
    outcome: 'pass',
    severity: 'warning',
    actual: 'a fact',
  });
});

test('where what it needs did not pass, nothing is gathered', async () => {
  expect(await control.prove(fakeSite({ before: proven('node.running') }))).toEqual({
    outcome: 'could-not-check',
    severity: 'warning',
    reason: 'because access.login did not pass',
  });
});

test('ids are unique, and the reboot comes last', () => {
  const ids: string[] = controls.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.at(-1)).toBe('boot.persistent');
});
