import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGuide } from '../guide/read-guide.ts';
import type { Action } from '../model/procedure.ts';
import { planJson } from './plan-json.ts';

test('an entry for each distribution, with guide, steps and replaceables', () => {
  const procedure = readGuide('guide/message-queue.rst', 'debian');
  const plans = JSON.parse(planJson([{ distribution: 'debian-12', procedure }]));
  const { path, sha256 } = procedure.guide;
  expect(plans).toEqual([
    {
      distribution: 'debian-12',
      tag: 'debian',
      guide: { path, sha256 },
      title: 'Install and configure components',
      steps: procedure.steps,
      replaceables: procedure.replaceables,
    },
  ]);
  expect(plans[0].steps[0]).toEqual({
    number: 1,
    title: 'Install the package',
    where: { file: path, line: 18 },
    actions: [
      {
        kind: 'command',
        id: 'step.1.1',
        text: '# apt-get install rabbitmq-server',
        where: { file: path, line: 24 },
        command: 'apt-get install rabbitmq-server',
        prompt: '#',
      },
    ],
  });
});

test('every field of every kind of action is described', () => {
  const rows = readFileSync('docs/plan.md', 'utf8').matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm);
  const described = new Map([...rows].map(([, kind, text]) => [kind, text?.match(/(?<=`)\w+(?=`)/g)]));
  const guides = readdirSync('guide/fixtures').filter((name) => name.endsWith('.rst'));
  const steps = guides.flatMap((name) => readGuide(`guide/fixtures/${name}`, 'obs').steps);
  const opened = (action: Action): Action[] =>
    action.kind === 'remedy' ? [action, ...action.actions.flatMap(opened)] : [action];
  const actions = steps.flatMap((step) => step.actions).flatMap(opened);
  for (const { kind, text: _text, where: _where, ...others } of actions)
    expect([kind, described.get(kind)]).toEqual([kind, expect.arrayContaining(Object.keys(others))]);
  expect(new Set(actions.map(({ kind }) => kind)).size).toBe(7);
});
