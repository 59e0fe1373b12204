/** Whether two words differ by one letter put in, left out or mistaken, or by two that changed places; digits count things. */
export function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long || short.length < 5 || long.length - short.length > 1) return false;
  const from = [...short].findIndex((letter, at) => letter !== long[at]);
  const at = from < 0 ? short.length : from;
  const [rest, longRest] = [short.slice(at), long.slice(at)];
  const differing = longRest.charAt(0) + (short.length === long.length ? rest.charAt(0) : '');
  if (/\d/.test(differing)) return false;
  if (short.length < long.length) return rest === longRest.slice(1);
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`;
  return rest.slice(1) === longRest.slice(1) || swapped === longRest;
}
