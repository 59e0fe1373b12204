import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** This tool's name and version, from its own package.json. */
export const tool = packageSchema.parse(
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve('#package/package.json'), 'utf8')),
);
