import type { ControllerImage } from '../containers/images/controller-image.ts';
import type { StandInUse } from '../containers/images/stand-in-use.ts';
import { distributionById } from '../containers/index.ts';
import type { Accommodation, Target } from '../model/report.ts';

/** What was seen of a target; nothing but that there is no image, at the least. */
export interface SeenTarget {
  readonly image: ControllerImage | undefined;
  readonly brokerVersion?: string | undefined;
  readonly accommodations?: readonly Accommodation[];
}

/** What a report says of a target. One without an image is of the kind that was wanted, which `use` tells. */
export function targetOf(id: string, use: StandInUse, seen: SeenTarget): Target {
  const { name, tag, standIn } = distributionById(id);
  const { image, brokerVersion, accommodations = image?.accommodations ?? [] } = seen;
  const wanted = use.standIns === 'only' && standIn ? 'stand-in' : 'real';
  return {
    id,
    distro: name,
    tag,
    kind: image?.kind ?? wanted,
    ...(image && { image: { reference: image.base.reference, digest: image.base.digest } }),
    ...(brokerVersion !== undefined && { broker: { version: brokerVersion } }),
    accommodations,
  };
}
