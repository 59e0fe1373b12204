import { z } from 'zod';
import { type ImageWork, runEngine } from './image-work.ts';

const inspected = z.tuple([
  z.object({
    Id: z.string(),
    Created: z.string(),
    Size: z.number(),
    RepoDigests: z.array(z.string()).nullish(),
    Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }).nullish(),
  }),
]);

/** What the engine says of an image: `size` in bytes, `created` as ISO 8601. */
export interface InspectedImage {
  readonly id: string;
  readonly created: string;
  readonly size: number;
  /** Each `name@sha256:…`; empty for an image that no registry knows. */
  readonly repoDigests: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** Looks at an image that the engine has; `undefined` when it has none of that name. */
export async function inspectImage(work: ImageWork, reference: string): Promise<InspectedImage | undefined> {
  const { exitCode, stdout } = await runEngine(work, ['image', 'inspect', reference]);
  if (exitCode !== 0) return undefined;
  const [image] = inspected.parse(JSON.parse(stdout));
  return {
    // Podman leaves out the algorithm that Docker puts in front.
    id: image.Id.includes(':') ? image.Id : `sha256:${image.Id}`,
    created: image.Created,
    size: image.Size,
    repoDigests: image.RepoDigests ?? [],
    labels: image.Config?.Labels ?? {},
  };
}
