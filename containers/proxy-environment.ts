const names = ['http_proxy', 'https_proxy', 'no_proxy'] as const;

/** The proxy settings of an environment that hold inside a container too: there, the loopback interface is another one. */
export function proxyEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = names.flatMap((name) => {
    const value = environment[name];
    return value ? [[name, value] as const] : [];
  });
  const own = entries.some(([, value]) => /\/\/([^/]*@)?(localhost|127\.|\[::1\])/.test(value));
  return own ? {} : Object.fromEntries(entries);
}
