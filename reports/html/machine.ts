import type { Accommodation, Coverage, Target } from '../../model/report.ts';
import { counted } from '../wording.ts';
import type { Column } from './cell.ts';
import { el, type View } from './el.ts';
import { kindOf } from './look.ts';
import type { Page } from './page.ts';
import { told } from './told.ts';

/** What a target is and what was done on it that the guide does not say. */
export function machineFacts(page: Page, { target }: Column): View | null {
  if (!target) return null;
  const coverage = page.report.coverage.find((entry) => entry.target === target.id);
  return el(
    'div',
    { class: 'facts' },
    el(
      'dl',
      null,
      facts(target, coverage).map(([name, value]) => [el('dt', null, name), el('dd', null, value)]),
    ),
    accommodated(target.accommodations),
    performed(target.performed ?? []),
  );
}

/** The same, folded away under a finding. */
export function machineNote(page: Page, column: Column): View | null {
  const facts = machineFacts(page, column);
  if (!facts) return null;
  const version = column.target?.broker?.version;
  const words = [column.id, kindOf(column), version && `RabbitMQ ${version}`].filter(Boolean);
  return el('details', { class: 'note' }, el('summary', null, `Machine: ${words.join(' · ')}`), facts);
}

function facts(target: Target, coverage: Coverage | undefined): readonly (readonly [string, string])[] {
  const { image } = target;
  const told: readonly (readonly [string, string | undefined])[] = [
    ['System', target.distro ?? 'unknown'],
    ['Broker', target.broker ? `RabbitMQ ${target.broker.version}` : 'none answered'],
    ['Image', image?.reference],
    ['Digest', image?.digest],
    ['Guide', coverage && covered(coverage)],
  ];
  return told.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
}

function covered({ steps, executed, verified, skipped, unrecognised }: Coverage): string {
  return `of ${counted(steps, 'thing')} it says, ${executed} done, ${verified} compared with what was printed, ${skipped} skipped, ${unrecognised} not understood`;
}

function accommodated(accommodations: readonly Accommodation[]): View | null {
  if (accommodations.length === 0) return null;
  const items = accommodations.map(({ text, where }) =>
    el('li', null, told(text), where ? el('span', { class: 'small' }, ` line ${where.line}`) : null),
  );
  return el('div', null, el('h4', null, 'Not in the guide, but done'), el('ul', null, items));
}

function performed(commands: readonly string[]): View | null {
  if (commands.length === 0) return null;
  const items = commands.map((command) => el('li', null, el('code', null, command)));
  const title = el('summary', null, `Everything that was run on it (${commands.length})`);
  return el('details', null, title, el('ol', null, items));
}
