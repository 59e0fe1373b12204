import type { ObjectsEvidence, ObjectsUse } from '../access-evidence.ts';
import { attempt, timed } from '../attempt.ts';
import type { BrokerLink } from '../broker-link.ts';
import type { Ledger } from '../broker-object.ts';
import { randomBody } from '../message.ts';
import { bindObjects, declareObjects, newObjects, type ProofObjects, removeObjects } from './configure.ts';
import { readBack } from './read.ts';
import { publishMandatory } from './write.ts';

/** Declares, binds, writes, reads and deletes, each on a channel of its own, since a refusal closes the channel. */
export async function gatherObjects(
  link: BrokerLink,
  ledger: Ledger,
): Promise<Omit<ObjectsEvidence, 'leftBehind'>> {
  const objects = newObjects();
  const declared = await timed(() => attempt(() => declareObjects(link, ledger, objects)));
  return declared.value.ok ? { declared, used: await useObjects(link, ledger, objects) } : { declared };
}

async function useObjects(link: BrokerLink, ledger: Ledger, objects: ProofObjects): Promise<ObjectsUse> {
  const body = randomBody();
  const bound = await timed(() => attempt(() => bindObjects(link, objects)));
  const written = await timed(() =>
    attempt(async () => publishMandatory(await link.openConfirmChannel(), objects, bound.value.ok, body)),
  );
  const read = await timed(() => attempt(async () => readBack(await link.openChannel(), objects, body)));
  const removed = await timed(() => attempt(() => removeObjects(link, ledger, objects)));
  return { bound, written, read, removed };
}
