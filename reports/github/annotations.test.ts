import { expect, test } from 'vitest';
import { commandsIn } from '../fixtures/github-runner.fixture.ts';
import { nastyInput } from '../fixtures/nasty-input.fixture.ts';
import { sampleFinding, sampleInput, sampleReport } from '../fixtures/sample-report.fixture.ts';
import { issuesOf } from '../issues.ts';
import { renderAnnotations } from './annotations.ts';
import { workflowCommand } from './workflow-command.ts';

const annotations = commandsIn(renderAnnotations(sampleInput()));

test('worst first, each on its line of the guide', () => {
  expect(annotations.map(({ name, properties: { line, title } }) => `${name} ${line} ${title}`)).toEqual([
    'error 30 ERROR step.1.1: Install the package',
    'error 103 ERROR access.configure: openstack may configure',
    'error 45 NOT CHECKED 5 checks: step.2.1, step.2.2, step.3.1, step.4.1, access.login',
    'warning 94 WARNING (drift) output.2.1: Adding the user prints what the guide shows',
  ]);
  expect(annotations[3]?.properties.file).toBe('guide/message-queue.rst');
  expect(annotations[3]?.data).toContain('\nexpected: Creating user "openstack" ...\ngot: Adding user');
});

test('of more than ten of a kind the last says how many more there are', () => {
  const findings = Array.from({ length: 25 }, (_, index) =>
    sampleFinding({ id: `user.${index}`, outcome: 'fail', severity: index < 13 ? 'error' : 'warning' }),
  );
  const commands = commandsIn(renderAnnotations(sampleInput({}, { ...sampleReport, findings })));
  expect(commands.filter(({ name }) => name === 'error')).toHaveLength(10);
  expect(commands.filter(({ name }) => name === 'warning')).toHaveLength(10);
  expect(commands[9]?.properties).toEqual({ title: 'and 4 more' });
});

test('a file outside of the repository is not named, so that GitHub shows the annotation with the run', () => {
  const repository = { root: '/src/a', cwd: '/src' };
  const [first] = commandsIn(renderAnnotations(sampleInput({ repository })));
  expect(first?.properties).toEqual({ title: 'ERROR step.1.1: Install the package' });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('no text gives another command or property (seed %i)', (seed) => {
  const input = nastyInput(seed, 'commands');
  const lines = renderAnnotations(input).trimEnd().split(/\r|\n/);
  const told = issuesOf(input.report, 'error').filter(({ standing }) => standing !== 'not-applicable');
  const commands = commandsIn(lines.join('\n'));
  expect(lines).toHaveLength(told.length);
  expect(commands).toHaveLength(told.length);
  for (const { name, properties } of commands) {
    expect(name).toMatch(/^(error|warning)$/);
    expect(Object.keys(properties).filter((key) => !['file', 'line', 'title'].includes(key))).toEqual([]);
    expect(properties.line ?? '1').toBe('1');
  }
});

test('what is escaped reads as it was written', () => {
  const title = 'a: 100%, b=c::d%0A';
  const data = 'one %25\ntwo ::error::';
  expect(commandsIn(workflowCommand('notice', { title, file: '' }, data))).toEqual([
    { name: 'notice', properties: { title }, data },
  ]);
});
