import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Report } from '../model/report.ts';
import { renderFindingsJson } from './findings-json.ts';
import { findingsJsonSchema } from './findings-json-schema.ts';
import type { findingsSchema } from './findings-schema.ts';
import { sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

test('the schema and the model say the same', () => {
  // The compiler judges this one: it fails the type check, not the run.
  expectTypeOf<DeepReadonly<z.infer<typeof findingsSchema>>>().toEqualTypeOf<Report>();
});

test('the published schema is the one in use; `vitest run -u` writes it anew', async () => {
  await expect(findingsJsonSchema()).toMatchFileSnapshot('../docs/findings.schema.json');
});

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(findingsJsonSchema()));

test('another implementation of JSON Schema accepts a rendered report', () => {
  expect(validate(JSON.parse(renderFindingsJson(sampleInput()))), JSON.stringify(validate.errors)).toBe(true);
});

const [finding] = sampleReport.findings;
const [target] = sampleReport.targets;
const { findings: _, ...headless } = sampleReport;

test.each([
  ['a missing key', headless, 'required'],
  ['an unknown key', { ...sampleReport, verdict: 'good' }, 'additionalProperties'],
  ['another version', { ...sampleReport, schemaVersion: 2 }, 'const'],
  ['an unknown outcome', { ...sampleReport, findings: [{ ...finding, outcome: 'skipped' }] }, 'enum'],
  ['an unknown severity', { ...sampleReport, findings: [{ ...finding, severity: 'fatal' }] }, 'enum'],
  [
    'an unknown key in a finding',
    { ...sampleReport, findings: [{ ...finding, exepcted: 'x' }] },
    'additionalProperties',
  ],
  [
    'a line that is not counted from 1',
    { ...sampleReport, findings: [{ ...finding, where: { file: 'a', line: 0 } }] },
    'minimum',
  ],
  ['an empty id', { ...sampleReport, findings: [{ ...finding, id: '' }] }, 'minLength'],
  ['a number as text', { ...sampleReport, durationMs: '3' }, 'type'],
  ['null for absent', { ...sampleReport, targets: [{ ...target, broker: null }] }, 'type'],
  ['an unknown kind of target', { ...sampleReport, targets: [{ ...target, kind: 'fake' }] }, 'enum'],
  ['a hash that is none', { ...sampleReport, guide: { path: 'a', sha256: 'abc' } }, 'pattern'],
])('it refuses %s', (_name, report, keyword) => {
  expect(validate(report)).toBe(false);
  expect(validate.errors?.map((error) => error.keyword)).toContain(keyword);
});
