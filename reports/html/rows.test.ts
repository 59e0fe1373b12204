import { expect, test } from 'vitest';
import { sampleFinding } from '../fixtures/sample-report.fixture.ts';
import { rowNames } from './row-name.ts';
import { rowsOf } from './rows.ts';

const at = (line: number) => ({ where: { file: 'guide.rst', line } });
const addUser = { title: 'Add the user: add_user x', command: 'add_user x' };

test('what the guide says once is one row, whatever its number for a distribution, in the order of the guide', () => {
  const rows = rowsOf([
    sampleFinding({ id: 'step.3.1', target: 'rdo', ...addUser, ...at(74) }),
    sampleFinding({ id: 'step.1.1', target: 'debian', title: 'Install: apt-get', ...at(24) }),
    sampleFinding({ id: 'step.2.1', target: 'debian', ...addUser, ...at(93) }),
  ]);
  expect(rows.map(({ title, ids, findings }) => [title, ids, findings.length])).toEqual([
    ['Install: apt-get', ['step.1.1'], 1],
    ['Add the user: add_user x', ['step.3.1', 'step.2.1'], 2],
  ]);
});

test('what is told twice to one reader is two rows', () => {
  const twice = { ...addUser, target: 'debian' };
  expect(
    rowsOf([sampleFinding({ id: 'step.1.1', ...twice }), sampleFinding({ id: 'step.2.1', ...twice })]),
  ).toHaveLength(2);
});

test('parts follow one another as a reader asks, controls last', () => {
  const ids = [
    'boot.persistent',
    'control.wrong-vhost',
    'access.read',
    'package.installed',
    'output.1.1',
    'step.1.1',
    'password.a',
  ];
  const rows = rowsOf(ids.map((id) => sampleFinding({ id })));
  expect(rows.map(({ part, ids: [id] }) => `${part} ${id}`)).toEqual([
    'Steps step.1.1',
    'Promised output output.1.1',
    'Requirements package.installed',
    'Access access.read',
    'Controls boot.persistent',
    'Controls control.wrong-vhost',
    'Controls password.a',
  ]);
});

test('a step is named by its heading and its command, and so is what a remedy under it tells in words', () => {
  const rows = rowsOf([
    sampleFinding({
      id: 'step.1.1',
      title: 'Start it: systemctl start x',
      command: 'systemctl start x',
      ...at(1),
    }),
    sampleFinding({ id: 'remedy.1.1', title: 'Start it: Copy a to b.', command: 'cp a b', ...at(2) }),
    sampleFinding({ id: 'step.2.1', title: 'Note: nothing', ...at(3) }),
  ]);
  expect(rowNames(rows)).toEqual([
    { heading: 'Start it', text: 'systemctl start x', isCommand: true },
    { heading: 'Start it', text: 'Copy a to b.', isCommand: false },
    { heading: '', text: 'Note: nothing', isCommand: false },
  ]);
});
