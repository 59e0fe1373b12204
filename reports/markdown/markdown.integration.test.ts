import { expect, test } from 'vitest';
import { nastyInput } from '../fixtures/nasty-input.fixture.ts';
import { piecesOf, readMarkdown, textOf } from '../fixtures/read-markdown.fixture.ts';
import { sampleFinding, sampleInput, sampleReport, sampleTarget } from '../fixtures/sample-report.fixture.ts';
import { renderMarkdown } from './markdown.ts';

const text = renderMarkdown(sampleInput());
const root = readMarkdown(text);
const headings = piecesOf(root, 'heading').map(textOf);

test('the verdict comes first, then the table of targets', () => {
  expect(root.children.slice(0, 3).map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table']);
  expect(textOf(root.children[1] ?? root)).toMatch(
    /^Not proven: 2 findings held against centos-stand-in and debian-13;/,
  );
});

test('the table tells real from rehearsed in words, and counts each group', () => {
  const rows = piecesOf(root, 'tableRow').map(({ children }) => children.map(textOf));
  expect(rows[2]).toEqual(['debian-12', 'real', 'Debian 12', '3.10.8', '3/3', '1/2, 1 drift', '2/2', '3/3']);
  expect(rows[1]?.slice(0, 2)).toEqual(['centos-stand-in', 'rehearsed on a stand-in']);
  expect(rows.every(({ length }) => length === 8)).toBe(true);
});

test('findings come worst first, drift of two distributions once', () => {
  expect(headings).toEqual([
    'guideproof verify: guide/message-queue.rst',
    'ERROR: step.1.1 Install the package',
    'ERROR: access.configure openstack may configure',
    'NOT CHECKED: 5 findings',
    'WARNING (drift): output.2.1 Adding the user prints what the guide shows',
    'Not applicable',
    'Not in the guide, but done: its reader has to do it too',
    'What became of everything the guide says',
  ]);
});

test('a finding says where, shows expected against got as a diff, and how to see it again', () => {
  expect(text).toContain(
    [
      '- On: `debian-12`, `debian-13`',
      '- Guide: `guide/message-queue.rst:94`',
      '- Command: `rabbitmqctl add_user openstack RABBIT_PASS`',
      '',
      '```diff',
      '- Creating user "openstack" ...',
      '+ Adding user "openstack" ...',
      '```',
      '',
      '- Fix: Show the line that rabbitmqctl prints since 3.7: Adding user "openstack" ...',
      '- See it again: `npx guideproof verify --guide guide/message-queue.rst --distro debian-12,debian-13`',
    ].join('\n'),
  );
});

test.each([1, 3, 4])('no text of a guide or a machine breaks out (seed %i)', (seed) => {
  const read = readMarkdown(renderMarkdown(nastyInput(seed, 'markdown')));
  expect(
    piecesOf(read, 'html', 'link', 'image', 'definition', 'emphasis', 'delete', 'footnoteReference'),
  ).toEqual([]);
  expect(piecesOf(read, 'tableRow').map(({ children }) => children.length)).toEqual([8, 8]);
  expect(new Set(read.children.map(({ type }) => type))).toEqual(
    new Set(['heading', 'paragraph', 'table', 'list', 'code']),
  );
  const seen = piecesOf(read, 'text').map(({ value }) => value);
  expect(seen.filter((value) => /@\w|#\d/.test(value))).toEqual([]);
});

test('a thousand hosts are told in a few lines, by what is wrong with them', () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `ssh://host-${index}`);
  const fail = { id: 'service.active', title: 'The service runs', outcome: 'fail' } as const;
  const report = {
    ...sampleReport,
    command: 'check',
    coverage: [],
    targets: ids.map((id) => sampleTarget({ id, kind: 'controller' })),
    findings: ids.flatMap((target, index) =>
      [
        sampleFinding({ id: 'node.running', target }),
        index % 2 === 0 ? sampleFinding({ ...fail, target, actual: `down since ${index % 20}` }) : [],
      ].flat(),
    ),
  };
  const fleet = renderMarkdown(sampleInput({}, report));
  const read = readMarkdown(fleet);
  expect(piecesOf(read, 'heading').map(textOf).slice(1)).toEqual([
    'ERROR: service.active The service runs',
    'All targets',
  ]);
  expect(piecesOf(read, 'tableRow')).toHaveLength(31);
  expect(fleet).toContain('… and 970 more targets, 500 of them with nothing held against them.');
  expect(fleet).toContain('`ssh://host-180` and 490 more');
  expect(
    fleet
      .split('\n')
      .slice(-3, -1)
      .map((line) => line.match(/`ssh:/g)?.length),
  ).toEqual([500, 970]);
  expect(fleet).toContain('7 more wordings of it: see findings.json.');
  expect(fleet).toContain('See it again: `npx guideproof check ssh://host-0 ssh://host-20');
});
