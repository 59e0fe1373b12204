import { expect, test } from 'vitest';
import { sampleFinding, sampleReport, sampleTarget } from './fixtures/sample-report.fixture.ts';
import { renderAblation } from './terminal-ablation.ts';

const install = sampleFinding({
  id: 'ablation.1.1',
  outcome: 'pass',
  command: 'apt-get install rabbitmq-server',
  actual: 'package.installed failed without it',
});
const idle = sampleFinding({
  id: 'ablation.2.1',
  outcome: 'fail',
  severity: 'warning',
  command: 'true',
  actual: 'everything passed without it',
});

function summary(...findings: readonly (typeof install)[]): string {
  const targets = [sampleTarget({ id: 'debian-12' })];
  return renderAblation(
    { ...sampleReport, targets, findings },
    { colour: false, width: 120, failOn: 'error' },
  );
}

test('says of each command what noticed that it was left out, and that all are needed', () => {
  const text = summary(install);
  expect(text).toContain('Each command left out in turn on debian-12\n');
  expect(text).toContain('      needed: package.installed failed without it');
  expect(text).toContain('Needed: 1 command of 1; something failed without each.');
});

test('says which command nothing noticed the lack of', () => {
  const text = summary(install, idle);
  expect(text).toContain('      UNPROVEN: everything passed without it');
  expect(text).toContain('1 command of 2 not shown to be needed.');
});
