import { createRequire } from 'node:module';

interface Tool {
  readonly name: string;
  readonly version: string;
}

const { name, version } = createRequire(import.meta.url)('#package/package.json') as Tool;

/** This tool's name and version, from its own package.json. */
export const tool: Tool = { name, version };
