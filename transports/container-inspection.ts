import { z } from 'zod';
import type { PortAddress } from './readable-machine.ts';

const published = z.array(z.object({ HostIp: z.string(), HostPort: z.string() })).nullish();
const network = z.object({ IPAddress: z.string().optional(), GlobalIPv6Address: z.string().optional() });

/** What `docker inspect` and `podman inspect` print of a container, as far as it matters here. */
const inspection = z.object({
  State: z.object({ Status: z.string(), Running: z.boolean(), Paused: z.boolean().optional() }),
  HostConfig: z.object({ NetworkMode: z.string() }),
  NetworkSettings: z.object({
    Ports: z.record(z.string(), published).nullish(),
    Networks: z.record(z.string(), network).nullish(),
  }),
});

/** A container as its engine describes it. */
export type ContainerInspection = z.infer<typeof inspection>;

/** Reads what an engine's `inspect` printed; undefined when it is not understood. */
export function parseInspection(text: string): ContainerInspection | undefined {
  try {
    return z.tuple([inspection]).parse(JSON.parse(text))[0];
  } catch {
    return undefined;
  }
}

/** The container whose network this one uses, by name or id; pods and sidecars do. */
export function networkOwner({ HostConfig }: ContainerInspection): string | undefined {
  return /^container:(.+)$/.exec(HostConfig.NetworkMode)?.[1];
}

/**
 * Where clients on this host reach a TCP port of the container: on its host's network, by a published port, or at its
 * own address. `engineHost` is set when the engine runs on another host, whose containers' own addresses lead nowhere
 * from here; undefined when there is no way.
 */
export function addressOf(
  { HostConfig, NetworkSettings }: ContainerInspection,
  port: number,
  engineHost: string | undefined,
): PortAddress | undefined {
  if (HostConfig.NetworkMode === 'host') return { hostname: engineHost ?? '127.0.0.1', port };
  const bindings = NetworkSettings.Ports?.[`${port}/tcp`] ?? [];
  for (const { HostIp, HostPort } of bindings) {
    const hostname = hostOf(HostIp, engineHost);
    if (hostname !== undefined) return { hostname, port: Number(HostPort) };
  }
  if (engineHost !== undefined) return undefined;
  const own = Object.values(NetworkSettings.Networks ?? {})
    .flatMap(({ IPAddress, GlobalIPv6Address }) => [IPAddress, GlobalIPv6Address])
    .find((address) => address);
  return own ? { hostname: own, port } : undefined;
}

/** A port that is bound to every address is reached at any; one of another host's loopback addresses at none. */
function hostOf(bound: string, engineHost: string | undefined): string | undefined {
  if (['', '0.0.0.0', '::'].includes(bound)) return engineHost ?? (bound === '::' ? '::1' : '127.0.0.1');
  if (engineHost === undefined) return bound;
  return /^127\.|^::1$/.test(bound) ? undefined : bound;
}
