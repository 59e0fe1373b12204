/**
 * Text with its percent-encoded bytes put back as UTF-8. A `%` without two hexadecimal digits stays as it is, which is how
 * Python's `urllib.parse.unquote` decodes the transport URLs of oslo.messaging.
 */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
