import { request } from 'node:http';

/**
 * Asks for the head of an http:// address, through the proxy that `http_proxy` names if there is one, as apt does.
 * Resolves to the status code; rejects when nobody answers or the signal is given.
 */
export function head(url: URL, proxy: string | undefined, signal: AbortSignal): Promise<number> {
  // A proxy is asked for the whole address.
  const options = proxy
    ? { ...addressOf(new URL(proxy)), path: url.href, headers: { host: url.host } }
    : { ...addressOf(url), path: url.pathname };
  return new Promise((resolve, reject) => {
    request({ ...options, method: 'HEAD', signal }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

function addressOf({ hostname, port }: URL) {
  return { hostname, port: port || 80 };
}
