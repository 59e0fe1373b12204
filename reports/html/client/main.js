/** @type {State} */
let state = readState('');
let found = fitting(state);

const search = /** @type {HTMLInputElement} */ (need('search'));
const severityChoice = /** @type {HTMLSelectElement} */ (need('severity'));
const targetChoice = /** @type {HTMLInputElement | HTMLSelectElement} */ (need('target'));

/** Shows a state everywhere on the page. @param {State} next @param {boolean} [first] */
function show(next, first = false) {
  const filtered =
    first || ['standings', 'severity', 'target', 'text'].some((key) => differs(key, state, next));
  const opened = first || state.open !== next.open;
  state = next;
  if (filtered) filterAll();
  if (opened) openDrawer(state.open, found);
}

/** @param {string} key @param {State} a @param {State} b */
function differs(key, a, b) {
  return String(Reflect.get(a, key)) !== String(Reflect.get(b, key));
}

function filterAll() {
  found = fitting(state);
  if (data.counted) countFitting(found);
  else showFitting(found);
  const count = found.reduce((sum, one) => sum + one, 0);
  const all = cellCount.toLocaleString('en');
  need('shown').textContent =
    count === cellCount ? `${all} findings` : `${count.toLocaleString('en')} of ${all} findings shown`;
  for (const toggle of links('[data-toggle]'))
    toggle.setAttribute('aria-pressed', String(state.standings.includes(toggle.dataset.toggle ?? '')));
  for (const [control, value] of /** @type {const} */ ([
    [search, state.text],
    [severityChoice, state.severity],
    [targetChoice, state.target],
  ]))
    if (control.value !== value) control.value = value;
  need('clear').hidden = hashOf({ ...state, open: '' }) === '';
  keepTabStop();
}

/** Goes to a state that differs in some respects; opening something is a step that “back” undoes. @param {Partial<State>} change */
function go(change) {
  const next = { ...state, ...change };
  const address = hashOf(next) || location.pathname + location.search;
  if (change.open) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  show(next);
}

/** @param {MouseEvent} event */
function onClick(event) {
  const link = event.target instanceof Element ? event.target.closest('a, button') : null;
  if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { toggle } = link.dataset;
  if (toggle) return go({ standings: toggled(toggle) });
  const open = openedBy(link.dataset);
  if (open === undefined) return;
  event.preventDefault();
  link.focus({ preventScroll: true });
  go({ open });
}

/** What a click on a link opens. @param {DOMStringMap} dataset */
function openedBy({ cell, row, standing, host }) {
  if (host !== undefined) return `host:${host}`;
  if (cell !== undefined) return nameOf(Number(cell));
  return row === undefined ? undefined : `row:${row}:${standing}`;
}

/** @param {string} standing */
function toggled(standing) {
  const { standings } = state;
  return standings.includes(standing)
    ? standings.filter((other) => other !== standing)
    : [...standings, standing];
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const typing = event.target instanceof Element && event.target.matches('input, select, textarea');
  if (event.key === 'Escape' && state.open) return go({ open: '' });
  if (event.key === 'Escape' && event.target === search) return go({ text: '' });
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/') {
    event.preventDefault();
    search.focus();
    search.select();
  }
  if (state.open && event.key === 'j') go({ open: beside(state.open, found, 1) });
  if (state.open && event.key === 'k') go({ open: beside(state.open, found, -1) });
}

/** The state of the address; one that names a finding as the page without script does opens it. */
function fromAddress() {
  const [, named] = /^#(f-\d+)$/.exec(location.hash) ?? [];
  return named ? { ...readState(''), open: named } : readState(location.hash);
}

/** Paper cannot be clicked: what stood folded is unfolded while it is printed. */
function unfoldForPrint() {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const folded = document.querySelectorAll('details:not([open])');
  addEventListener(
    'afterprint',
    () =>
      folded.forEach((one) => {
        one.open = false;
      }),
    { once: true },
  );
  for (const one of folded) one.open = true;
}

for (const toggle of links('[data-toggle]')) toggle.removeAttribute('disabled');
document.documentElement.className = 'scripted';
document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey);
search.addEventListener('input', () => go({ text: search.value }));
severityChoice.addEventListener('change', () => go({ severity: severityChoice.value }));
targetChoice.addEventListener('input', () => go({ target: targetChoice.value }));
need('clear').addEventListener('click', () => go({ standings: [], severity: '', target: '', text: '' }));
need('close').addEventListener('click', () => go({ open: '' }));
need('next').addEventListener('click', () => go({ open: beside(state.open, found, 1) }));
need('previous').addEventListener('click', () => go({ open: beside(state.open, found, -1) }));
addEventListener('hashchange', () => {
  if (location.hash === '' || /=|^#f-\d/.test(location.hash)) show(fromAddress());
});
addEventListener('beforeprint', unfoldForPrint);
walkMatrix();
show(fromAddress(), true);
