import { auditedController } from './audited-controller.ts';
import type { BenchSite } from './bench-site.ts';
import { contestPeers } from './contest-peers.ts';
import { auditFleet } from './fleet.ts';
import type { Held } from './timing.ts';

/** Audits one controller beside what else could audit it, then its broker as a thousand targets. */
export async function benchCheck(site: BenchSite): Promise<readonly Held[]> {
  await using controller = await auditedController(site);
  return [...(await contestPeers(site, controller)), ...(await auditFleet(site, controller))];
}
