import type { ObjectsEvidence } from '../access-evidence.ts';
import { attempt, timed } from '../attempt.ts';
import type { BrokerLink } from '../broker-link.ts';
import type { Ledger } from '../broker-object.ts';
import { randomBody } from '../message.ts';
import { bindObjects, declareObjects, newObjects, removeObjects } from './configure.ts';
import { read } from './read.ts';
import { write } from './write.ts';

/** Declares, binds, writes, reads and deletes, each on a channel of its own, since a refusal closes the channel. */
export async function gatherObjects(
  link: BrokerLink,
  ledger: Ledger,
): Promise<Omit<ObjectsEvidence, 'leftBehind'>> {
  const objects = newObjects();
  const body = randomBody();
  const declared = await timed(() => attempt(() => declareObjects(link, ledger, objects)));
  if (!declared.value.ok) return { declared };
  const bound = await timed(() => attempt(() => bindObjects(link, objects)));
  const written = await timed(() => attempt(() => write(link, objects, bound.value.ok, body)));
  return {
    declared,
    bound,
    written,
    read: await timed(() => attempt(() => read(link, objects, body))),
    removed: await timed(() => attempt(() => removeObjects(link, ledger, objects))),
  };
}
