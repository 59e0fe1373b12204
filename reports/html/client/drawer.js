const drawer = need('details');
const articles = need('articles');

/** Where the focus goes back to when the drawer closes. @type {HTMLElement | undefined} */
let goBackTo;

/** Shows what `open` names, or nothing. @param {string} open @param {Uint8Array} found */
function openDrawer(open, found) {
  const article = open ? articleNamed(open, found) : undefined;
  for (const shown of articles.querySelectorAll('article.open'))
    if (shown !== article) shown.classList.remove('open');
  for (const link of links('[aria-current]')) link.removeAttribute('aria-current');
  const wasOpen = drawer.classList.contains('open');
  drawer.classList.toggle('open', article !== undefined);
  if (!article) {
    if (wasOpen) goBackTo?.focus({ preventScroll: true });
    return;
  }
  if (!wasOpen && document.activeElement instanceof HTMLElement) goBackTo = document.activeElement;
  article.classList.add('open');
  drawer.setAttribute('aria-label', article.querySelector('h3')?.textContent ?? 'Details');
  const cell = cellNamed(open);
  for (const link of links(`main > section:not(#details) [data-cell="${cell}"]`))
    link.setAttribute('aria-current', 'true');
  drawer.scrollTop = 0;
  article.focus({ preventScroll: true });
}

/** @param {string} open @param {Uint8Array} found */
function articleNamed(open, found) {
  const [, row, standing] = /^row:(\d+):([a-z-]+)$/.exec(open) ?? [];
  const cell = cellNamed(open);
  if (row === undefined && cell === undefined) return undefined;
  if (!data.counted) return need(`f-${cell}`);
  const article = cell === undefined ? hostsArticle(Number(row), standing ?? '', found) : cellArticle(cell);
  articles.replaceChildren(article);
  return article;
}

/** The fitting cell before or after the one that is open, round at the ends. @param {string} open @param {Uint8Array} found @param {1 | -1} step */
function beside(open, found, step) {
  const cells = Array.from(found.keys()).filter((cell) => found[cell] === 1);
  const at = cells.indexOf(cellNamed(open) ?? -1);
  const next = cells.at((at + step) % cells.length);
  return next === undefined ? open : nameOf(next);
}
