import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { distributionTags } from '../model/distribution.ts';
import { locateGuide } from './locate-guide.ts';
import { outline } from './outline.fixture.ts';
import { readGuide } from './read-guide.ts';

const folder = 'guide/fixtures/per-distribution';

test('a folder has a file for each distribution', () => {
  const installs = distributionTags.map((tag) => outline(readGuide(locateGuide(folder, tag), tag))[1]);
  expect(installs).toEqual([
    'step.1.1 # apt install rabbitmq-server :13',
    'step.1.1 # apt install rabbitmq-server :13',
    'step.1.1 # dnf install rabbitmq-server :13',
    'step.1.1 # zypper install rabbitmq-server :13',
  ]);
});

test('steps with bullets are counted', () => {
  const { steps } = readGuide(locateGuide(folder, 'ubuntu'), 'ubuntu');
  expect(steps.map(({ number, title }) => `${number} ${title}`)).toEqual([
    '1 Install the package',
    '2 Add the openstack user',
    '3 Permit configuration, write, and read access for the openstack user',
  ]);
});

test('a file is taken as it is, and none stands for the bundled chapter', () => {
  expect(locateGuide(`${folder}/environment-messaging-rdo.rst`, 'debian')).toMatch(/-rdo\.rst$/);
  expect(locateGuide(undefined, 'debian')).toMatch(/guide\/message-queue\.rst$/);
});

test('what is not there is said', () => {
  expect(() => locateGuide('guide/nowhere', 'obs')).toThrow(
    expect.objectContaining({
      code: 'missing',
      message: expect.stringContaining('guide/nowhere, got nothing there (ENOENT)'),
    }),
  );
  expect(() => locateGuide(mkdtempSync(join(tmpdir(), 'guide-')), 'obs')).toThrow(
    'expected environment-messaging-obs.rst or environment-messaging.rst in',
  );
});
