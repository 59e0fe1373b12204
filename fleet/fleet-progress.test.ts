import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeAudit } from './fake-fleet.fixture.ts';
import type { FleetEvent } from './fleet-event.ts';
import { fleetLine } from './fleet-line.ts';
import { plainFleetProgress } from './plain-fleet-progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const isFailing = (findings: readonly { outcome: string }[]) => findings.some((f) => f.outcome === 'fail');

function finished(index: number, outcome: 'pass' | 'fail' | 'could-not-check' = 'pass'): FleetEvent {
  return { kind: 'finished', audit: fakeAudit(`ssh://ctl-${index}`, outcome) };
}

function plain(total: number) {
  const stream = new PassThrough({ encoding: 'utf8' });
  const progress = plainFleetProgress({ total, jobs: 32, isFailing }, stream);
  return { progress, text: () => String(stream.read() ?? '') };
}

test('without a terminal the first line comes at once', () => {
  const { progress, text } = plain(1000);
  expect(text()).toBe('checking 1000 controllers, 32 at a time\n');
  progress[Symbol.dispose]();
});

test('a few controllers have a line each', () => {
  const { progress, text } = plain(3);
  progress.show(finished(0));
  progress.show(finished(1, 'fail'));
  progress.show(finished(2, 'could-not-check'));
  expect(text()).toBe(
    'checking 3 controllers, 3 at a time\nssh://ctl-0: fine\nssh://ctl-1: failing\nssh://ctl-2: unreachable\n',
  );
  progress[Symbol.dispose]();
});

test('many have a line for each tenth, with the time that is left', () => {
  const { progress, text } = plain(100);
  for (let index = 0; index < 25; index += 1) {
    vi.advanceTimersByTime(150);
    progress.show(finished(index, index === 3 ? 'fail' : 'pass'));
  }
  expect(text().split('\n')).toEqual([
    'checking 100 controllers, 32 at a time',
    '10 of 100 done, 1 failing, 0 unreachable, 0 running, about 14 s left',
    '20 of 100 done, 1 failing, 0 unreachable, 0 running, about 12 s left',
    '',
  ]);
  progress[Symbol.dispose]();
});

test('when nothing comes for ten seconds, it says what it waits for; after the end it is silent', () => {
  const { progress, text } = plain(100);
  progress.show({ kind: 'started', target: 'ssh://dead' });
  vi.advanceTimersByTime(10_000);
  expect(text()).toContain(
    '0 of 100 done, 0 failing, 0 unreachable, 1 running; waiting for ssh://dead, 10 s\n',
  );
  progress[Symbol.dispose]();
  vi.advanceTimersByTime(60_000);
  expect(text()).toBe('');
});

test('what an earlier run had done counts as done, and tells nothing about the time left', () => {
  const { progress, text } = plain(100);
  for (let index = 0; index < 90; index += 1)
    progress.show({ kind: 'resumed', audit: fakeAudit(`ssh://ctl-${index}`) });
  vi.advanceTimersByTime(10_000);
  expect(text()).toContain('90 of 100 done, 0 failing, 0 unreachable, 0 running\n');
  progress[Symbol.dispose]();
});

test('a result that is not kept is told', () => {
  const { progress, text } = plain(100);
  progress.show({ kind: 'not-kept', target: 'ssh://a', error: new Error('no space left') });
  expect(text()).toContain('ssh://a: its result could not be kept: Error: no space left\n');
  progress[Symbol.dispose]();
});

test('a terminal has one line, never wider than it, gone at the end', () => {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 60, rows: 24 });
  const progress = fleetLine({ total: 300, jobs: 32, isFailing }, stream as unknown as NodeJS.WriteStream);
  progress.show({ kind: 'started', target: 'ssh://ctl-1' });
  progress.show(finished(0, 'fail'));
  vi.advanceTimersByTime(100);
  const shown = String(stream.read());
  expect(shown).toContain('1 of 300 done, 1 failing, 0 unreachable, 1 running');
  const widths = stripVTControlCharacters(shown)
    .split('\n')
    .map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThan(60);
  progress[Symbol.dispose]();
  vi.advanceTimersByTime(1_000);
  expect(String(stream.read() ?? '')).not.toContain('done');
});
