/** Lets the arrow keys move through the matrix, of which only one cell is a stop of the tab key. */
function walkMatrix() {
  const table = document.querySelector('.matrix');
  if (!(table instanceof HTMLElement)) return;
  table.setAttribute('role', 'grid');
  for (const cell of cellsOf(table)) cell.tabIndex = -1;
  const first = cellsOf(table)[0];
  if (first) first.tabIndex = 0;
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches('td a')) return;
    for (const cell of table.querySelectorAll('td a[tabindex="0"]'))
      if (cell instanceof HTMLElement) cell.tabIndex = -1;
    target.tabIndex = 0;
  });
  table.addEventListener('keydown', (event) => {
    const next = moved(table, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** A filter may have taken the matrix's stop of the tab key away: gives it another. */
function keepTabStop() {
  const table = document.querySelector('.matrix');
  if (!(table instanceof HTMLElement)) return;
  const shown = cellsOf(table).filter((cell) => !cell.classList.contains('out') && !cell.closest('[hidden]'));
  if (shown.some((cell) => cell.tabIndex === 0)) return;
  for (const cell of cellsOf(table)) cell.tabIndex = -1;
  if (shown[0]) shown[0].tabIndex = 0;
}

/** @param {HTMLElement} table @returns {HTMLElement[]} */
function cellsOf(table) {
  return [...table.querySelectorAll('td a')].filter((cell) => cell instanceof HTMLElement);
}

/** The cell that an arrow key leads to, over gaps. @param {HTMLElement} table @param {KeyboardEvent} event */
function moved(table, event) {
  const { target, key } = event;
  const at = target instanceof HTMLElement ? target.closest('td') : null;
  const line = at?.closest('tr');
  if (!at || !line || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const lines = [...table.querySelectorAll('tr')].filter(
    (row) => row.dataset.line !== undefined && !row.closest('[hidden]'),
  );
  const across = [...line.cells].map(linkIn);
  const down = lines.map((row) => linkIn(row.cells[at.cellIndex]));
  const [left, right] = [across.slice(0, at.cellIndex), across.slice(at.cellIndex + 1)];
  const [above, below] = [down.slice(0, lines.indexOf(line)), down.slice(lines.indexOf(line) + 1)];
  if (key === 'ArrowLeft') return left.findLast(Boolean);
  if (key === 'ArrowRight') return right.find(Boolean);
  if (key === 'ArrowUp') return above.findLast(Boolean);
  if (key === 'ArrowDown') return below.find(Boolean);
  if (key === 'Home') return across.find(Boolean);
  return key === 'End' ? across.findLast(Boolean) : undefined;
}

/** @param {Element | undefined} cell */
function linkIn(cell) {
  const link = cell?.querySelector('a:not(.out)');
  return link instanceof HTMLElement && cell?.matches('td') ? link : undefined;
}
