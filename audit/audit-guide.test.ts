import { expect, test } from 'vitest';
import { chapterFor, readAuditGuide } from './audit-guide.ts';

test('the bundled chapter has words for each of its four kinds of reader', () => {
  const guide = readAuditGuide(undefined);
  expect([...guide.keys()].sort()).toEqual(['debian', 'obs', 'rdo', 'ubuntu']);
  expect(chapterFor(guide, 'obs').claims.service?.value).toBe('rabbitmq-server.service');
});

test('a guide for one distribution is good for a controller of any', () => {
  const guide = readAuditGuide('guide/fixtures/per-distribution/environment-messaging-debian.rst');
  expect([...guide.keys()]).toEqual(['debian']);
  expect(chapterFor(guide, 'rdo')).toBe(guide.get('debian'));
  expect(chapterFor(guide, undefined)).toBe(guide.get('debian'));
});

test('a guide that serves nobody is refused before anything is looked at', () => {
  expect(() => readAuditGuide('docs/controls.md')).toThrow(/expected steps for/);
});
