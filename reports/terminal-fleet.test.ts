import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { failing, fleetReport, fleetTarget, unreached } from './fixtures/fleet-report.fixture.ts';
import { sampleFinding } from './fixtures/sample-report.fixture.ts';
import { renderTerminal } from './terminal.ts';

const options = { colour: false, width: 100, failOn: 'error' } as const;
const permission = { expected: '".*" ".*" ".*"', actual: '".*" "" ".*"', fix: 'rabbitmqctl set_permissions' };

// Of 300: two kinds of errors, a warning, two kinds of silence.
const broken: Readonly<Record<number, (findings: readonly Finding[]) => readonly Finding[]>> = {
  7: (findings) => failing(findings, { id: 'requirement.c', ...permission }),
  8: (findings) => failing(findings, { id: 'requirement.c', ...permission }),
  9: (findings) => failing(findings, { id: 'requirement.c', ...permission, actual: 'nothing' }),
  10: (findings) => failing(findings, { id: 'requirement.d', actual: 'gone' }),
  11: (findings) => failing(findings, { id: 'requirement.e', severity: 'warning', actual: 'odd' }),
};
const report = fleetReport(300, (index, findings) => {
  if (index >= 290) return unreached(findings, `ssh: connect to host ctl-${index} port 22: timed out`);
  return broken[index]?.(findings) ?? findings;
});
const summary = renderTerminal(report, options);

test('a fleet is counted, not listed', () => {
  expect(summary).toContain(
    [
      '300 controllers audited',
      '    286  satisfy the guide',
      '      4  do not satisfy it',
      '     10  were not reached',
      '  systems  Debian 12 on 300',
    ].join('\n'),
  );
});

test('each kind of finding is told once, with its hosts, what most of them say and the fix', () => {
  expect(summary).toContain(
    [
      'ERROR  requirement.c  Title of requirement.c  guide/message-queue.rst:24',
      `  on        3 of 300: ${[7, 8, 9].map(fleetTarget).join(', ')}`,
      '  result    expected ".*" ".*" ".*", got ".*" "" ".*" (on 2; one other answer is in findings.json)',
      '  fix       rabbitmqctl set_permissions',
    ].join('\n'),
  );
});

test('worst first, the widest first among equals, what was not reached last', () => {
  const labels = summary.match(/^(ERROR|WARNING|NOT REACHED) .*?(requirement\.\w|\d+)/gm);
  expect(labels).toEqual([
    'ERROR  requirement.c',
    'ERROR  requirement.d',
    'WARNING  requirement.e',
    'NOT REACHED  10',
  ]);
});

test('hosts that did not answer for one reason are told together, the first of them by name', () => {
  expect(summary).toContain('     10  ssh: connect to host HOST port 22: timed out\n');
  expect(summary.replace(/\s+/g, ' ')).toContain(
    `${[290, 291, 292].map(fleetTarget).join(', ')} and 7 more (report.md / findings.json lists all)`,
  );
});

test('it ends with the verdict and what the exit code means, and fits a screen', () => {
  expect(summary.replace(/\s+/g, ' ')).toMatch(
    /4 of 300 controllers do not satisfy the guide: requirement\.c on 3 and requirement\.d on 1\. 10 of 300 controllers were not reached\. The other 286 satisfy it, with 1 warning\. Exit code 2: something could not be checked\. $/,
  );
  expect(summary.split('\n').length).toBeLessThan(40);
});

test('what follows from a cause is one entry for all checks that could not be made', () => {
  const staged = fleetReport(6, (index, findings) =>
    index === 0 ? [...findings.slice(0, 9), ...unreached(findings.slice(9), 'because x failed')] : findings,
  );
  expect(renderTerminal(staged, options)).toMatch(
    /^NOT CHECKED {2}6 checks: requirement\.j,[^:]*\n +on +1 of 6: .*\n +why +because x failed$/m,
  );
});

test('a finding about something else than a controller is shown whole', () => {
  const waiver = sampleFinding({
    id: 'waiver.expired',
    target: 'waivers.yaml',
    outcome: 'fail',
    where: { file: 'waivers.yaml', line: 4 },
  });
  const shown = renderTerminal({ ...report, findings: [...report.findings, waiver] }, options);
  expect(shown).toContain('  on        waivers.yaml\n  file      waivers.yaml:4\n');
  expect(shown.replace(/\s+/g, ' ')).toContain('Held against waivers.yaml: waiver.expired.');
});

test('an interrupted run says the exit code that it really has', () => {
  expect(renderTerminal(report, { ...options, exitCode: 130 })).toMatch(
    /Exit code 130: the run was interrupted\.\n$/,
  );
});

test('up to five controllers keep their table, without columns for what nobody typed', () => {
  const few = renderTerminal(fleetReport(5), options);
  expect(few).toMatch(/^Target +Run +System +Broker +Requirements +Access +Time\n/);
  expect(few).toMatch(/^ssh:\/\/ops@ctl-004 {2}audited {2}Debian 12 {2}3\.10\.8 {2}15\/15 /m);
});
