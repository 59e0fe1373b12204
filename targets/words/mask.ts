/**
 * So much of a target's text as can be shown without showing a password: the scheme, and the beginning of the host.
 * Whatever stands before the last `@` or after a colon may be a password that was typed in the wrong form.
 */
export function mask(text: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?(.*)$/is.exec(text) ?? [];
  const at = rest.lastIndexOf('@');
  const behind = rest.slice(at + 1);
  const host = /^[\w.-]{0,60}/.exec(behind)?.[0] ?? '';
  return `${scheme}${at < 0 ? '' : '…@'}${host}${host === behind ? '' : '…'}`;
}

/** Text of an inventory for a message: quoted, so that control characters do nothing, and not longer than a line. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
