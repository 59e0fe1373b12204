import { z } from 'zod';
import { askEngine } from './ask-engine.ts';
import type { EngineAddress } from './engine.ts';
import { isAlive, ownerLabel, ownerLabelName } from './owner.ts';

type Address = Pick<EngineAddress, 'host'>;

/** Something in an engine that carries an owner's label. */
interface Labelled {
  readonly name: string;
  readonly owner: string;
  /** What a DELETE request names. */
  readonly path: string;
}

const labels = z.record(z.string(), z.string()).nullish();
const containersSchema = z.array(z.object({ Id: z.string(), Names: z.array(z.string()), Labels: labels }));
const imagesSchema = z.array(
  z.object({ Id: z.string(), RepoTags: z.array(z.string()).nullish(), Labels: labels }),
);
const networksSchema = z.array(z.object({ Id: z.string(), Name: z.string(), Labels: labels }));
const volumesSchema = z.object({
  Volumes: z.array(z.object({ Name: z.string(), Labels: labels })).nullish(),
});

/**
 * Removes the containers, images, networks and volumes that runs left behind which have ended; returns their names, sorted.
 * @throws Error that says what could not be removed, after all the rest was.
 */
export function removeAbandoned(engine: Address): Promise<readonly string[]> {
  return removeWhere(engine, (owner) => !isAlive(owner));
}

/** As `removeAbandoned`, for everything that this process made. */
export function removeOwn(engine: Address): Promise<readonly string[]> {
  const own = ownerLabel();
  return removeWhere(engine, (owner) => owner === own);
}

/** The names of the containers of this process that run. */
export async function listOwnMachines({ host }: Address): Promise<readonly string[]> {
  const own = ownerLabel();
  const running = await listContainers(host, { all: 'false' });
  return running.filter(({ owner }) => owner === own).map(({ name }) => name);
}

async function removeWhere(
  { host }: Address,
  doomed: (owner: string) => boolean,
): Promise<readonly string[]> {
  const [containers, images, networks, volumes] = await Promise.all([
    listContainers(host, { all: 'true' }),
    listImages(host),
    listNetworks(host),
    listVolumes(host),
  ]);
  const chosen = (all: readonly Labelled[]) => all.filter(({ owner }) => doomed(owner));
  // An image, a network or a volume can only go once no container uses it.
  const removed = await removeAll(host, chosen(containers));
  return [...removed, ...(await removeAll(host, chosen([...images, ...networks, ...volumes])))].sort();
}

async function removeAll(host: string, doomed: readonly Labelled[]): Promise<readonly string[]> {
  const results = await Promise.allSettled(doomed.map((item) => remove(host, item)));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return doomed.map(({ name }) => name);
}

async function remove(host: string, { path, name }: Labelled): Promise<void> {
  const { status, body } = await askEngine(host, path, { method: 'DELETE', timeoutMs: 60_000 });
  if (status >= 300 && !isGone(status, body)) {
    throw new Error(`Cannot remove ${name} from the engine at ${host}: status ${status}, ${body.trim()}.`);
  }
}

/** 404 and 409: somebody else removed it, or is about to; Docker 20.10 says so of an image with 500 if both ask at once. */
function isGone(status: number, body: string): boolean {
  return status === 404 || status === 409 || (status === 500 && body.includes('unrecognized image ID'));
}

async function listContainers(host: string, which: { readonly all: string }): Promise<readonly Labelled[]> {
  const all = containersSchema.parse(await list(host, '/containers/json', which));
  return all.map(({ Id, Names, Labels }) => ({
    name: (Names[0] ?? Id).replace(/^\//, ''),
    owner: Labels?.[ownerLabelName] ?? '',
    path: `/containers/${Id}?force=true&v=true`,
  }));
}

/** Snapshots: an image that was made of a container has its labels. */
async function listImages(host: string): Promise<readonly Labelled[]> {
  const all = imagesSchema.parse(await list(host, '/images/json'));
  return all.map(({ Id, RepoTags, Labels }) => ({
    name: RepoTags?.[0] ?? Id,
    owner: Labels?.[ownerLabelName] ?? '',
    path: `/images/${Id}?force=true`,
  }));
}

async function listNetworks(host: string): Promise<readonly Labelled[]> {
  const all = networksSchema.parse(await list(host, '/networks'));
  return all.map(({ Id, Name, Labels }) => ({
    name: Name,
    owner: Labels?.[ownerLabelName] ?? '',
    path: `/networks/${Id}`,
  }));
}

async function listVolumes(host: string): Promise<readonly Labelled[]> {
  const { Volumes } = volumesSchema.parse(await list(host, '/volumes'));
  return (Volumes ?? []).map(({ Name, Labels }) => ({
    name: Name,
    owner: Labels?.[ownerLabelName] ?? '',
    path: `/volumes/${encodeURIComponent(Name)}?force=true`,
  }));
}

async function list(
  host: string,
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const filters = JSON.stringify({ label: [ownerLabelName] });
  const query = new URLSearchParams({ ...parameters, filters });
  const { status, body } = await askEngine(host, `${path}?${query}`, { timeoutMs: 30_000 });
  if (status === 200) return JSON.parse(body);
  throw new Error(
    `The engine at ${host} does not list ${path}: expected status 200, got ${status}, ${body.trim()}.`,
  );
}
