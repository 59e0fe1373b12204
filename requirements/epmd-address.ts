import type { ListeningSocket } from './listening-sockets.ts';
import { readSockets } from './read-sockets.ts';
import { type Asking, defineRequirement, type Verdict } from './requirement.ts';

/** The port that IANA has registered for Erlang's port mapper, and epmd's default (epmd(1)). */
const epmdPort = 4369;
const everywhere = ['0.0.0.0', '::'];

/** Erlang's port mapper answers on the management address, which is what the guide's remedy for `nodedown` is to bring about. */
export const epmdAddress = defineRequirement({
  id: 'epmd.address',
  title: 'Erlang’s port mapper answers on the management address',
  severity: 'error',
  claim: 'service',
  needs: { keys: ['epmdAddress'], otherwise: 'the guide’s remedy for nodedown was not carried out' },
  gather: readSockets,
  judge: judgeEpmd,
});

function judgeEpmd(
  sockets: readonly ListeningSocket[],
  { epmdAddress: asked }: Asking<'epmdAddress'>,
): Verdict {
  const expected = `epmd on ${asked}:${epmdPort}, or on every address`;
  const addresses = sockets.filter(({ port }) => port === epmdPort).map(({ address }) => address);
  const listed = addresses.toSorted().join(', ');
  if ([asked, ...everywhere].some((address) => addresses.includes(address)))
    return { outcome: 'pass', expected, actual: `listening on ${listed}` };
  const actual = listed === '' ? `nothing listens on port ${epmdPort}` : `listening only on ${listed}`;
  const fix = `Add ListenStream=${asked}:${epmdPort} to epmd.socket, then systemctl daemon-reload && systemctl restart epmd.socket.`;
  return { outcome: 'fail', expected, actual, fix };
}
