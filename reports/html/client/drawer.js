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
  const cell = cellNamed(open);
  if (!data.counted) return cell === undefined ? undefined : need(`f-${cell}`);
  const article = cell === undefined ? listArticle(open, found) : cellArticle(cell);
  articles.replaceChildren(...(article ? [article] : []));
  return article;
}

/** @param {string} open @param {Uint8Array} found */
function listArticle(open, found) {
  const [, row, standing] = /^row:(\d+):([a-z-]+)$/.exec(open) ?? [];
  if (row !== undefined) return rowArticle(Number(row), standing ?? '', found);
  const target = data.targets.findIndex(([id]) => `host:${id}` === open);
  return target < 0 ? undefined : hostArticle(target);
}

/** The fitting cell before or after the one that is open, round at the ends. @param {string} open @param {Uint8Array} found @param {1 | -1} step */
function beside(open, found, step) {
  const cells = Array.from(found.keys()).filter((cell) => found[cell] === 1);
  const at = cells.indexOf(cellNamed(open) ?? -1);
  const next = cells.at((at + step) % cells.length);
  return next === undefined ? open : nameOf(next);
}
