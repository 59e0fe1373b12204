import type { Evidence } from '../../model/evidence.ts';
import type { ReadTransport } from '../../transports/read-transport.ts';
import { type Cookie, cookiePath, isShared, readCookie } from '../cookie.ts';
import { known, unknown } from '../read-evidence.ts';
import { defineRequirement, type Verdict } from '../requirement.ts';

/** Nobody but the broker can read the secret that lets command line tools and other nodes in. */
export const cookiePrivate = defineRequirement({
  id: 'cookie.private',
  title: 'The Erlang cookie is the broker’s alone',
  severity: 'warning',
  claim: 'service',
  source: {
    title: 'RabbitMQ, “Production Deployment Guidelines”',
    url: 'https://www.rabbitmq.com/docs/production-checklist#inter-node-authentication',
  },
  gather: gatherCookie,
  judge: judgeCookie,
});

async function gatherCookie(controller: ReadTransport): Promise<Evidence<Cookie>> {
  const cookie = await readCookie(controller);
  if (!cookie.known) return cookie;
  return cookie.value === 'missing' ? unknown(`there is no ${cookiePath}`) : known(cookie.value);
}

function judgeCookie(cookie: Cookie): Verdict {
  const expected = `${cookiePath} belongs to rabbitmq and nobody else may do anything with it`;
  const actual = `it belongs to ${cookie.owner} and has mode ${cookie.mode}`;
  if (cookie.owner === 'rabbitmq' && !isShared(cookie)) return { outcome: 'pass', expected, actual };
  const owner = cookie.owner === 'rabbitmq' ? '' : `chown rabbitmq: ${cookiePath} && `;
  return { outcome: 'fail', expected, actual, fix: `${owner}chmod 400 ${cookiePath}` };
}
