import { expect, test } from 'vitest';
import { readWithJunit2json, readWithTestResultsParser } from './fixtures/junit-readers.fixture.ts';
import { nastyInput } from './fixtures/nasty-input.fixture.ts';
import { sampleInput } from './fixtures/sample-report.fixture.ts';
import { renderJunit } from './junit.ts';
import type { JunitFlavour } from './report-input.ts';

test.each<JunitFlavour>(['rich', 'strict'])(
  'two readers of JUnit understand --junit %s alike',
  async (junit) => {
    const xml = renderJunit(sampleInput({ junit }));
    const [sax, fast] = [await readWithJunit2json(xml), readWithTestResultsParser(xml)];
    expect(sax).toEqual(fast);
    const having = (status: string) => sax.filter((found) => found.status === status).length;
    expect([having('passed'), having('failed'), having('skipped')]).toEqual([23, 7, 1]);
    expect(sax.find(({ name }) => name.startsWith('debian-13 access.configure'))).toEqual({
      name: 'debian-13 access.configure: openstack may configure',
      status: 'failed',
      milliseconds: 120,
      message: expect.stringMatching(
        /^expected exchange and queue declared on vhost "\/", got 403 ACCESS_REFUSED/,
      ),
    });
  },
);

test('they find every case, under a name of its own, whatever a machine printed', async () => {
  const xml = renderJunit(nastyInput(3, 'xml'));
  const [sax, fast] = [await readWithJunit2json(xml), readWithTestResultsParser(xml)];
  expect(sax.map(({ status }) => status)).toEqual(fast.map(({ status }) => status));
  expect(new Set(sax.map(({ name }) => name)).size).toBe(12);
});
