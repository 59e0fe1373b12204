import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintFiles } from '../lint-text.fixture.ts';
import { rules } from './index.ts';

const folder = 'docs/lint';
const ids = rules.map(({ id }) => id);
const pageOf = (id: string) => readFileSync(`${folder}/${id}.md`, 'utf8');
const shared = { 'shared/password.rst': 'Replace ``RABBIT_PASS`` with a suitable password.\n' };

test('every rule has its page and every page its rule', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(ids.map((id) => `${id}.md`));
});

test('the list of rules has each with its severity, in order', () => {
  const rows = pageOf('README').matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) \| (\w+) \|/gm);
  expect([...rows].map(([, id, page, severity]) => [id, page, severity])).toEqual(
    rules.map(({ id, severity }) => [id, id, severity]),
  );
});

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s: its page says what, why, bad, good and how',
  (id, rule) => {
    const page = pageOf(id);
    const [bad = '', good = '', ...more] = [...page.matchAll(/^```rst\n([\s\S]*?)^```$/gm)].map(
      ([, text]) => text,
    );
    const found = (text: string) =>
      lintFiles({ 'chapter.rst': text, ...shared }, 'chapter.rst').map((each) => each.rule);
    expect(page.match(/^\*\*[^*]+\*\*/gm)).toEqual([
      '**What.**',
      '**Why it matters.**',
      '**Bad.**',
      '**Good.**',
      '**How to mend it.**',
    ]);
    expect(page).toMatch(new RegExp(`^# ${id}\n[\\s\\S]*Severity:\\s${rule.severity}\\.`));
    expect(new Set(found(bad))).toEqual(new Set([id]));
    expect(found(good)).toEqual([]);
    expect(more).toEqual([]);
  },
);
