import { expect, test } from 'vitest';
import { readJunit } from './fixtures/read-junit.fixture.ts';
import { sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';
import { xmllint } from './fixtures/xmllint.fixture.ts';
import { renderJunit } from './junit.ts';
import { failOnChoices } from './standing.ts';

test('--junit strict fits what Jenkins allows, whatever fails a run, and without targets too', async () => {
  const empty = { ...sampleReport, targets: [], coverage: [], findings: [] };
  const none = renderJunit(sampleInput({ junit: 'strict' }, empty));
  const full = failOnChoices.map((failOn) => renderJunit(sampleInput({ junit: 'strict', failOn })));
  expect(await xmllint([none, ...full], 'strict')).toBe('');
  expect(readJunit(none)).toMatchObject({ tests: 0, suites: [] });
});

test('--junit rich does not: what strict leaves out is what Jenkins refuses', async () => {
  expect(await xmllint([renderJunit(sampleInput())], 'strict')).toContain('Relax-NG validity error');
});

test('strict says in the text what it may not say in attributes', () => {
  const { cases } = readJunit(renderJunit(sampleInput({ junit: 'strict' })));
  const named = (name: string) => cases.find((found) => found.name.includes(name));
  expect(cases.every(({ file, line, properties }) => !file && !line && properties.size === 0)).toBe(true);
  expect(named('debian-12 step.1.1')?.['system-out']).toBe('guide: guide/message-queue.rst:24\n');
  expect(named('debian-12 output.2.1')?.['system-out']).toContain('guide     guide/message-queue.rst:94');
  expect(named('debian-13 access.configure')?.failure?.text).toContain(
    'guide     guide/message-queue.rst:103',
  );
});
