/**
 * What `page-data.ts` embeds.
 * @typedef {{
 *   counted: boolean, standings: string[], words: string[], signs: string[], severities: string[],
 *   targets: [id: string, kind: string][], rows: [title: string, ids: string][], cells: number[], ids: string[],
 *   bodies: string[], typed: Record<number, string>, machines: string[],
 * }} Data
 */

/** @type {Data} */
const data = JSON.parse(need('data').textContent ?? '');

const cellCount = data.ids.length;

/** @typedef {{ row: number, target: number, standing: number, severity: number, ms: number, body: number }} CellFacts */

/** @param {number} cell @returns {CellFacts} */
function factsOf(cell) {
  const [row = 0, target = 0, standing = 0, severity = 0, ms = 0, body = -1] = data.cells.slice(
    cell * 6,
    cell * 6 + 6,
  );
  return { row, target, standing, severity, ms, body };
}

/** Name of a cell that stays the same from run to run. @param {number} cell */
function nameOf(cell) {
  return `${data.targets[factsOf(cell).target]?.[0]}/${data.ids[cell]}`;
}

/** @type {Map<string, number> | undefined} */
let cellsByName;

/** The cell of a name, or of the id of its details. @param {string} name */
function cellNamed(name) {
  const [, number] = /^f-(\d+)$/.exec(name) ?? [];
  if (number !== undefined) return Number(number) < cellCount ? Number(number) : undefined;
  cellsByName ??= new Map(
    Array.from({ length: cellCount }, (_, cell) => /** @type {const} */ ([nameOf(cell), cell])).reverse(),
  );
  return cellsByName.get(name);
}

/** An element that the page cannot be without. @param {string} id @returns {HTMLElement} */
function need(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`expected an element #${id}, got none`);
  return element;
}

/** An element with text in it, never markup. @param {string} tag @param {string} className @param {string} [text] */
function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Milliseconds as people say them. @param {number} ms */
function timeOf(ms) {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
