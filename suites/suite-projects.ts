import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { distributionById } from '../containers/index.ts';
import type { ChapterOrder } from './chapter-input.ts';

/** The package's own folder, wherever it is installed. */
export const packageFolder = dirname(createRequire(import.meta.url).resolve('#package/package.json'));

const isCompiled = !import.meta.url.endsWith('.ts');

/** One vitest project per target: its family's suite file, told by `provide` which target it is. */
export function suiteProjects(orders: readonly ChapterOrder[]): TestProjectInlineConfiguration[] {
  return orders.map((order) => ({
    test: {
      name: order.distribution,
      root: packageFolder,
      include: [suiteFile(order.distribution)],
      // The defaults leave out node_modules, which is where an installed package lives.
      exclude: [],
      pool: 'threads',
      provide: { order },
      testTimeout: 0,
      hookTimeout: 0,
      // vitest would take each of hundreds of compiled files through its own loader, for nothing but two seconds.
      server: { deps: { inline: [/\.suite\./], external: isCompiled ? [/\/dist\//] : [] } },
    },
  }));
}

/** The suites are compiled wherever this file is. */
function suiteFile(distribution: string): string {
  const suite = `suites/${distributionById(distribution).tag}.suite`;
  return join(packageFolder, isCompiled ? `dist/${suite}.js` : `${suite}.ts`);
}
