import { writeSync } from 'node:fs';

/** Loaded before a program, tells how much memory it was given at most: kilobytes, on file descriptor 3 (getrusage(2), `ru_maxrss`). */
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
