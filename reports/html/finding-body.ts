import type { Finding } from '../../model/finding.ts';
import { placeOf } from '../finding-text.ts';
import type { Cell } from './cell.ts';
import { block, comparison, labelled } from './comparison.ts';
import { el, type View } from './el.ts';
import { wordOf } from './look.ts';
import { standingMark } from './standing-mark.ts';
import { told } from './told.ts';

/** What a finding says, apart from the target and the time: the same for every target that it is the same on. */
export function findingBody(cell: Cell): View {
  const { finding, standing } = cell;
  return el(
    'div',
    { class: 'body' },
    el('h3', null, finding.title),
    el(
      'p',
      { class: 'judged' },
      el('span', { class: `badge ${standing}` }, standingMark(standing), ' ', wordOf(cell)),
      ' ',
      weight(finding),
      el('code', null, finding.id),
      ' ',
      el('span', { class: 'small' }, placeOf(finding)),
    ),
    finding.reason === undefined ? null : el('p', { class: 'why' }, told(finding.reason)),
    finding.fix === undefined ? null : el('p', { class: 'fix' }, el('b', null, 'Fix '), told(finding.fix)),
    waived(finding),
    finding.command === undefined ? null : labelled('Command', block(finding.command)),
    comparison(finding),
  );
}

function weight({ outcome, severity }: Finding): View | null {
  return outcome === 'fail' ? el('span', { class: 'small' }, `severity ${severity} · `) : null;
}

function waived({ waiver }: Finding): View | null {
  if (!waiver) return null;
  return el(
    'p',
    { class: 'why' },
    el('b', null, 'Waiver '),
    `by ${waiver.owner}, until ${waiver.expires}: ${waiver.reason}`,
  );
}
