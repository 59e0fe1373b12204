/** A text that names its target, with `HOST` in place of that name, so that what is true of many hosts can be told once. */
export function withoutHost(text: string, target: string): string {
  const whole = text.replaceAll(target, 'HOST');
  const host = /:\/\/(?:[^@/]*@)?(?:\[([^\]]+)\]|([^:/]+))/.exec(target)?.slice(1).find(Boolean);
  if (host === undefined || !whole.includes(host)) return whole;
  const literal = host.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return whole.replace(new RegExp(`(?<![\\w.-])${literal}(?![\\w-]|\\.\\w)`, 'g'), 'HOST');
}
