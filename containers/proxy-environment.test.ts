import { expect, test } from 'vitest';
import { proxyEnvironment } from './proxy-environment.ts';

test('proxy settings and nothing else are handed on', () => {
  const environment = {
    http_proxy: 'http://proxy:3128',
    no_proxy: '.example',
    https_proxy: '',
    HOME: '/root',
  };
  expect(proxyEnvironment(environment)).toEqual({ http_proxy: 'http://proxy:3128', no_proxy: '.example' });
});

test.each(['http://localhost:3128', 'http://user:secret@127.0.0.1:3128', 'http://[::1]:3128'])(
  'a proxy on this host itself is of no use in a container: %s',
  (http_proxy) => {
    expect(proxyEnvironment({ http_proxy, no_proxy: '.example' })).toEqual({});
  },
);
