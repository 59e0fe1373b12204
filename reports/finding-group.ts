/** The parts of a report that a reader looks for: what was typed, what it printed, what the controller is like, who may do what. */
export type FindingGroup = 'step' | 'output' | 'requirement' | 'access';

const byFirstWord: ReadonlyMap<string, FindingGroup> = new Map([
  ['step', 'step'],
  ['remedy', 'step'],
  ['output', 'output'],
  ['access', 'access'],
  ['control', 'access'],
  ['password', 'access'],
]);

/** The group of a finding by the first word of its id; whatever is not of the guide's steps or the AMQP proof is a requirement. */
export function groupOf(id: string): FindingGroup {
  return byFirstWord.get(id.split('.', 1)[0] ?? '') ?? 'requirement';
}
