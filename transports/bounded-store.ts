/** What is kept of each output stream of a command, in bytes. */
export const outputLimit = 8 * 1024 * 1024;

/** Stands at the end of an output of which the rest was dropped. */
export const cutMark = `\n[output cut after ${outputLimit} bytes]`;

type Chunk = string | Buffer;

/** A place for zx to keep a command's output in, which takes no more than `limit` bytes of each stream. */
export function boundedStore(limit = outputLimit) {
  // zx also keeps both streams mixed: nobody reads that.
  return { stdout: boundedChunks(limit), stderr: boundedChunks(limit), stdall: boundedChunks(0) };
}

/** Joins what was kept; the bytes of one character may lie in two chunks. */
export function textOf(chunks: readonly Chunk[]): string {
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString('utf8');
}

function boundedChunks(limit: number): Chunk[] {
  const chunks: Chunk[] = [];
  let room = limit;
  let cut = false;
  const keep = (chunk: Chunk) => Array.prototype.push.call(chunks, chunk);
  const push = (chunk: Chunk) => {
    const bytes = Buffer.from(chunk);
    const kept = bytes.subarray(0, room);
    if (kept.length > 0) keep(kept);
    if (kept.length < bytes.length && !cut) keep(cutMark);
    cut ||= kept.length < bytes.length;
    room -= kept.length;
    return chunks.length;
  };
  return Object.assign(chunks, { push });
}
