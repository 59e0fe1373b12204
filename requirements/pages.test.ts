import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLine } from './command-line.ts';
import { guideExpectations } from './expectations.ts';
import { captured, fakeController } from './fake-controller.fixture.ts';
import { hardening } from './hardening/index.ts';
import { profiles } from './index.ts';

const folder = new URL('../docs/requirements/', import.meta.url);
const pageOf = (id: string): string => readFileSync(new URL(`${id}.md`, folder), 'utf8');
const required = profiles.hardening;

/** Pages of what `access/` looks at stand in the same folder. */
const own = (name: string): boolean => !/^(?:README|access\.|password\.)/.test(name);

test('every requirement has one page of its own, and every page a requirement', () => {
  const pages = readdirSync(folder).filter(own);
  expect(pages.sort()).toEqual(required.map(({ id }) => `${id}.md`).sort());
});

test.each(required.map(({ id }) => [id]))('the page of %s has every part, and the index knows it', (id) => {
  const page = pageOf(id);
  for (const part of ['What', 'Why', 'How it is read', 'How to mend it', 'Source']) {
    expect(page).toContain(`**${part}.**`);
  }
  expect(pageOf('README')).toContain(`[${id}](${id}.md)`);
});

test.each(hardening.map(({ id, source }) => [id, source] as const))(
  'the page of %s names its source',
  (id, source) => expect(pageOf(id)).toContain(source?.url ?? 'a source'),
);

test.each(required.map((requirement) => [requirement.id, requirement] as const))(
  'the page of %s shows the very commands that are run',
  async (id, requirement) => {
    const rabbitmqctl = { stdout: captured('definitions-4.0.5.json').replaceAll('4.0.5', '4.3.6') };
    const controller = fakeController({ rabbitmqctl });
    await requirement.audit(controller, { ...guideExpectations, epmdAddress: '10.0.0.11' });
    const page = pageOf(id).replaceAll('/proc/PID/', '/proc/39/');
    const missing = controller.performed.map(commandLine).filter((line) => !page.includes(`# ${line}\n`));
    expect(controller.performed.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  },
);
