import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { distributionById } from '../containers/index.ts';
import type { ChapterOrder } from './chapter-input.ts';

/** The package's own folder, wherever it is installed. */
export const packageFolder = dirname(createRequire(import.meta.url).resolve('#package/package.json'));

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
      server: { deps: { inline: [/guideproof.*\.suite\./] } },
    },
  }));
}

/** The suites are compiled wherever this file is. */
function suiteFile(distribution: string): string {
  const suite = `suites/${distributionById(distribution).tag}.suite`;
  return join(packageFolder, import.meta.url.endsWith('.ts') ? `${suite}.ts` : `dist/${suite}.js`);
}
