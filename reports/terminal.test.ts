import { expect, test } from 'vitest';
import { sampleFinding, sampleReport } from './fixtures/sample-report.fixture.ts';
import { renderTerminal } from './terminal.ts';

const options = { colour: false, width: 120, failOn: 'error' } as const;
const summary = renderTerminal(sampleReport, options);

test('each target has its row: what it is, how it ran, its broker, its counts', () => {
  expect(summary).toContain(
    'debian-12          real       Debian 12        3.10.8  3/3          1/2       2/2           3/3          33 s',
  );
  expect(summary).toMatch(
    /^centos-stand-in +rehearsed +CentOS Stream 9 +none +0\/5 +none +none +0\/1 +1\.8 s\n +1 failed +1 unchecked\n +4 unchecked$/m,
  );
});

test('findings come worst first', () => {
  const labels = summary.match(/^(ERROR|NOT CHECKED|WARNING \(drift\)|NOT APPLICABLE)/gm);
  expect(labels).toEqual(['ERROR', 'ERROR', 'NOT CHECKED', 'WARNING (drift)', 'NOT APPLICABLE']);
});

test('one drift of two targets is told once, with place, both texts and the fix', () => {
  expect(summary).toContain(
    [
      'WARNING (drift)  output.2.1  Adding the user prints what the guide shows',
      '  on        debian-12, debian-13',
      '  guide     guide/message-queue.rst:94',
      '  command   rabbitmqctl add_user openstack RABBIT_PASS',
      '  expected  Creating user "openstack" ...',
      '  got       Adding user "openstack" ...',
      '  fix       Show the line that rabbitmqctl prints since 3.7: Adding user "openstack" ...',
    ].join('\n'),
  );
});

test('what could not be checked for one reason is one block that names each', () => {
  expect(summary).toContain(
    'NOT CHECKED  5 findings\n  step.2.1  Start the service when the system boots  guide/message-queue.rst:45\n',
  );
  expect(summary.match(/why {7}step\.1\.1 failed/g)).toHaveLength(1);
});

test('accommodations and coverage are told once for all targets that share them', () => {
  expect(summary).toContain(
    'put a random password in place of RABBIT_PASS (guide/message-queue.rst:93): debian-12, debian-13\n',
  );
  expect(summary).toContain('  - debian-12, debian-13: of 7 things, 3 done, 2 compared');
});

test('the last words are the verdict, and the exit code that it comes to', () => {
  expect(summary).toMatch(
    /\n\nNot proven: [\s\S]*proves nothing about CentOS Stream 9 and openSUSE Leap\.\nExit code 2: something could not be checked\.\n$/,
  );
});

test('without colour there is no escape character, with colour the words stay', () => {
  const colourful = renderTerminal(sampleReport, { ...options, colour: true });
  expect(summary).not.toContain('\u001b');
  expect(colourful).toContain('\u001b[31mERROR');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out.
  expect(colourful.replace(/\u001b\[\d+m/g, '')).toBe(summary);
});

test.each([60, 80, 100])('nothing but a word too long is wider than %i columns', (width) => {
  const lines = renderTerminal(sampleReport, { ...options, width }).split('\n');
  expect(lines.filter((line) => line.length > width && /\S {1,2}\S/.test(line.slice(0, width)))).toEqual([]);
});

test('a narrower table does without the system, which the name of the target says as well', () => {
  expect(renderTerminal(sampleReport, { ...options, width: 100 })).toMatch(
    /^centos-stand-in +rehearsed +none +0\/5 /m,
  );
});

test('where the table does not fit, every target still has all its counts', () => {
  expect(renderTerminal(sampleReport, { ...options, width: 70 })).toContain(
    'debian-12  real\n  system Debian 12 · broker 3.10.8 · steps 3/3 · promised output 1/2,\n  1 drift · requirements 2/2 · access 3/3 · time 33 s\n',
  );
});

test('what a machine printed cannot steer the terminal', () => {
  const findings = [
    sampleFinding({
      id: 'step.1.1',
      outcome: 'fail',
      actual: '\u001b[2J\u001b]0;owned\u0007\rgone',
      fix: '\u0008',
    }),
  ];
  const shown = renderTerminal({ ...sampleReport, findings }, options);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('a known fail is labelled as known', () => {
  const findings = [sampleFinding({ id: 'output.2.1', outcome: 'fail', severity: 'warning', known: true })];
  const text = renderTerminal({ ...sampleReport, findings }, { colour: false, width: 100, failOn: 'error' });
  expect(text).toMatch(/^KNOWN WARNING \(drift\) {2}output\.2\.1/m);
  expect(text).toContain('1 known');
});
