import { plainText } from './plain-text.ts';

// How much of one text a report holds, in bytes of UTF-8, before its middle is cut out.
const textLimit = 64 * 1024;

/**
 * Plain text that any XML 1.0 parser accepts once it is escaped: lone surrogates, U+FFFE and U+FFFF become U+FFFD
 * (https://www.w3.org/TR/xml/#charsets).
 */
export function xmlText(text: string): string {
  const plain = plainText(text);
  return /[\ud800-\udfff\ufffe\uffff]/.test(plain) ? replaced(plain) : plain;
}

function replaced(text: string): string {
  return text.replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd');
}

/** The text whole, or its first and last half of `limit` bytes with a line between that says how much is missing and `where` it is. */
export function cutMiddle(text: string, where: string, limit = textLimit): string {
  // No character of a string takes more than three bytes, so that most texts need not be counted.
  if (text.length * 3 <= limit) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  const half = Math.floor(limit / 2);
  const head = decodeWhole(bytes.subarray(0, half));
  const tail = decodeWhole(bytes.subarray(bytes.length - half));
  return `${head}\n… ${bytes.length - limit} bytes cut; whole text in ${where}\n${tail}`;
}

// A cut may fall inside a character: what is left of it at either end is dropped.
function decodeWhole(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/^\ufffd{1,3}|\ufffd{1,3}$/g, '');
}
