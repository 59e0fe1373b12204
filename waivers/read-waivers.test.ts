import { expect, test } from 'vitest';
import { parseWaivers, readWaivers } from './read-waivers.ts';
import { WaiverError } from './waiver-error.ts';

const good = `# Accepted until the upgrade.
waivers:
  - id: alarms.none
    target: ssh://ops@ctl-07
    reason: The disk is replaced in March.
    owner: storage team
    expires: 2026-03-31
  - id: access.*
    target: amqp://10.0.*
    reason: Behind a firewall.
    owner: network team
    expires: "2026-06-30"
`;

function problemsOf(text: string): readonly string[] {
  try {
    parseWaivers(text, 'w.yaml');
  } catch (error) {
    if (error instanceof WaiverError) return error.message.split('\n');
    throw error;
  }
  return [];
}

function waiver(over: Readonly<Record<string, string | undefined>>): string {
  const fields = { id: 'a.b', target: '"*"', reason: 'r', owner: 'o', expires: '2026-01-01', ...over };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : `    ${key}: ${value}\n`,
  );
  return lines.join('').replace('    ', '  - ');
}

test('a good file is read, each waiver with its line', () => {
  expect(parseWaivers(good, 'w.yaml').waivers).toEqual([
    {
      id: 'alarms.none',
      target: 'ssh://ops@ctl-07',
      reason: 'The disk is replaced in March.',
      owner: 'storage team',
      expires: '2026-03-31',
      line: 3,
    },
    expect.objectContaining({ id: 'access.*', expires: '2026-06-30', line: 8 }),
  ]);
});

test('a file without waivers is one', () => {
  expect(parseWaivers('waivers: []\n', 'w.yaml').waivers).toEqual([]);
});

test.each([
  ['', 'w.yaml:1: expected waivers: and below it a list of them, got nothing'],
  ['- a\n', 'w.yaml:1: expected waivers: and below it a list of them, got ["a"]'],
  ['waivers: soon\n', 'w.yaml:1: expected waivers to be a list of waivers, got "soon"'],
  [
    'waivers:\n  - all\n',
    'w.yaml:2: expected a waiver with id, target, reason, owner and expires, got "all"',
  ],
  [
    `waivers:\n${waiver({ expires: 'soon' })}`,
    'w.yaml:6: expected expires to be a date that exists, such as 2026-03-31, got "soon"',
  ],
  [
    `waivers:\n${waiver({ expires: '2026-02-30' })}`,
    'w.yaml:6: expected expires to be a date that exists, such as 2026-03-31, got "2026-02-30"',
  ],
  [
    `waivers:\n${waiver({ owner: undefined })}`,
    'w.yaml:2: expected owner to be who answers for it, got nothing',
  ],
  [
    `waivers:\n${waiver({ reason: '"  "' })}`,
    'w.yaml:4: expected reason to be why it is accepted, in words, got ""',
  ],
  [
    `waivers:\n${waiver({ id: '"*"' })}`,
    'w.yaml:2: expected id to be the id of a finding, such as access.login or access.*, got "*"',
  ],
  [
    `waivers:\n${waiver({ until: '2026-01-01' })}`,
    'w.yaml:7: expected a waiver with id, target, reason, owner and expires, got a key "until" as well',
  ],
  [
    `waivers:\n${waiver({})}${waiver({ reason: 'other' })}`,
    'w.yaml:7: expected one waiver of a.b on *, got another; the first is on line 2',
  ],
  [
    `waivers:\n${waiver({})}    owner: another\n`,
    'w.yaml:7: expected YAML, got a mistake: Map keys must be unique',
  ],
  ['waivers: [', 'w.yaml:1: expected YAML, got a mistake: Flow sequence in block collection'],
  [
    `waivers:\n${waiver({ target: '*' })}`,
    'w.yaml:3: expected a text, got a YAML alias: put a pattern that begins with * in quotes',
  ],
  [
    `waivers:\n${waiver({ target: '*ctl-1' })}`,
    'w.yaml:3: expected a text, got a YAML alias: put a pattern that begins with * in quotes',
  ],
])('%j is refused', (text, problem) => {
  expect(problemsOf(text)[0]).toContain(problem);
});

test('everything that is wrong is told at once', () => {
  const text = `waivers:\n${waiver({ expires: 'soon', owner: undefined })}${waiver({ id: 'x', extra: '1' })}`;
  expect(problemsOf(text).map((problem) => problem.slice(0, 9))).toEqual([
    'w.yaml:2:',
    'w.yaml:5:',
    'w.yaml:6:',
    'w.yaml:11',
  ]);
});

test('a file that is not there is a usage error', () => {
  expect(() => readWaivers('/nowhere/w.yaml')).toThrow(
    expect.objectContaining({
      code: 'usage',
      message: '/nowhere/w.yaml: expected a file of waivers that can be read, got ENOENT',
    }),
  );
});
