/**
 * What the reader has asked to see; it stands in the address, so that a view can be linked.
 * @typedef {{ standings: readonly string[], severity: string, target: string, text: string, open: string }} State
 */

/** The state that an address holds; an address that only names a part of the page holds none. @param {string} hash @returns {State} */
function readState(hash) {
  const asked = new URLSearchParams(hash.includes('=') ? hash.slice(1) : '');
  return {
    standings: (asked.get('is') ?? '').split(',').filter((name) => data.standings.includes(name)),
    severity: data.severities.find((name) => name === asked.get('severity')) ?? '',
    target: asked.get('on') ?? '',
    text: asked.get('q') ?? '',
    open: asked.get('open') ?? '',
  };
}

/** The part of an address that holds a state, empty when nothing is asked for. @param {State} state */
function hashOf({ standings, severity, target, text, open }) {
  const asked = new URLSearchParams();
  if (standings.length > 0) asked.set('is', standings.join(','));
  if (severity) asked.set('severity', severity);
  if (target) asked.set('on', target);
  if (text) asked.set('q', text);
  if (open) asked.set('open', open);
  return asked.size > 0 ? `#${asked}` : '';
}
