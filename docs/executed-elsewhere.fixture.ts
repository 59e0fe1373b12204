/** Which test executes a command of the docs, where it is not `suites/containers/docs-commands.test.ts`. */
export interface ExecutedElsewhere {
  readonly command: string;
  readonly test: string;
  /** What stands in that test and does it. */
  readonly words: string;
}

const containers = 'suites/containers';
const guide = 'doc/install-guide/source/environment-messaging.rst';

/** Commands that take minutes, or another machine, and are executed by a test of their own. */
export const executedElsewhere: readonly ExecutedElsewhere[] = [
  {
    command: 'npx guideproof verify --distro debian-11,debian-12,debian-13,debian-sid',
    test: `${containers}/debians.test.ts`,
    words: "['verify', '--distro', ids.join(',')]",
  },
  {
    command: 'npx guideproof verify --require-real --fail-on warning',
    test: `${containers}/stand-ins.test.ts`,
    words: "['verify', '--require-real', '--distro', 'centos-stream9']",
  },
  {
    command: `npx guideproof verify --guide ${guide}`,
    test: `${containers}/broken-guides.test.ts`,
    words: "['verify', '--distro', distro, '--guide', guide, ...options]",
  },
  {
    command: `guideproof verify --guide ${guide} --out out`,
    test: `${containers}/installed-package.test.ts`,
    words: 'npx guideproof verify --distro debian-12 --out reports',
  },
  {
    command: 'npx guideproof verify --guide guide/message-queue.rst --distro debian-12,debian-13 --suggest',
    test: `${containers}/suggest.test.ts`,
    words: "patched('--distro', 'debian-12,debian-13')",
  },
  {
    command: 'npx guideproof verify --force-remedy',
    test: `${containers}/remedy.test.ts`,
    words: "runCli([...args, '--force-remedy'])",
  },
  {
    command: 'npx guideproof ablate --distro debian-12',
    test: `${containers}/ablation.test.ts`,
    words: "['ablate', '--distro', distro]",
  },
  {
    command: '# yum install rabbitmq-server',
    test: `${containers}/stand-ins.test.ts`,
    words: "describe.each(ids)('the stand-in for %s'",
  },
  {
    command: '# zypper install rabbitmq-server',
    test: `${containers}/stand-ins.test.ts`,
    words: "describe.each(ids)('the stand-in for %s'",
  },
];

/** Commands that no test executes, by how they begin, and why. */
const notExecuted: ReadonlyMap<string, string> = new Map([
  ['npm ci && ', 'it would replace the packages that the tests run with'],
  ['npm run bench', 'it measures for many minutes, and fails by itself where a bound is not kept'],
  ['docker build ', 'it needs a registry'],
  [
    'kubectl ',
    "it needs a cluster; ci/validated.integration.test.ts holds the manifests to Kubernetes' schema",
  ],
]);

/** Why no test executes a command; nothing for one that is executed. */
export function whyNotExecuted(command: string): string | undefined {
  return [...notExecuted].find(([start]) => command.startsWith(start))?.[1];
}

/** What an audit reads: every check runs these, and `requirements/pages.test.ts` holds the pages to the code. */
export const isRead = (command: string): boolean => /^# (?:env|cat|id|systemctl show) /.test(command);
