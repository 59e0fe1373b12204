/** Text of each body or, where details stand on the page, of each cell; made when somebody first searches. @type {string[] | undefined} */
let texts;

/** @param {number} cell @param {number} body */
function textOf(cell, body) {
  texts ??= data.counted
    ? data.bodies.map(bare)
    : Array.from({ length: cellCount }, (_, index) => (need(`f-${index}`).textContent ?? '').toLowerCase());
  return texts[data.counted ? body : cell] ?? '';
}

/** The words of HTML that `page-data.ts` made. @param {string} html */
function bare(html) {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"');
  return text.replace(/&amp;/g, '&').toLowerCase();
}

/** For each cell 1 where it fits what the reader asked for, otherwise 0. @param {State} state */
function fitting(state) {
  const standings = state.standings.map((name) => data.standings.indexOf(name));
  const severity = data.severities.indexOf(state.severity);
  const targets = targetsNamed(state.target);
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Uint8Array(cellCount);
  for (let cell = 0; cell < cellCount; cell += 1) {
    const at = cell * 6;
    const target = data.cells[at + 1] ?? 0;
    if (standings.length > 0 && !standings.includes(data.cells[at + 2] ?? -1)) continue;
    if (severity >= 0 && data.cells[at + 3] !== severity) continue;
    if (!targets[target]) continue;
    found[cell] = words.length === 0 || holds(cell, target, words) ? 1 : 0;
  }
  return found;
}

/** @param {number} cell @param {number} target @param {string[]} words */
function holds(cell, target, words) {
  const text = textOf(cell, data.cells[cell * 6 + 5] ?? -1);
  const name = lowered[target] ?? '';
  return words.every((word) => text.includes(word) || name.includes(word));
}

const lowered = data.targets.map(([id]) => id.toLowerCase());

/** Whether each target is asked for: one by its whole name, or where they are counted all that have the text in theirs. @param {string} asked */
function targetsNamed(asked) {
  const part = asked.toLowerCase();
  return lowered.map((id) => part === '' || (data.counted ? id.includes(part) : id === part));
}
