/** How many hosts a list shows before it asks. */
const chunk = 200;

/** Counts the fitting cells of each row and standing anew. @param {Uint8Array} found */
function countFitting(found) {
  const width = data.standings.length;
  const counts = new Uint32Array(data.rows.length * width);
  for (let cell = 0; cell < cellCount; cell += 1) {
    const place = (data.cells[cell * 6] ?? 0) * width + (data.cells[cell * 6 + 2] ?? 0);
    if (found[cell]) counts[place] = (counts[place] ?? 0) + 1;
  }
  for (const link of links('[data-row]')) {
    const count =
      counts[Number(link.dataset.row) * width + data.standings.indexOf(link.dataset.standing ?? '')] ?? 0;
    const number = link.querySelector('.count');
    if (number) number.textContent = count.toLocaleString('en');
    link.classList.toggle('out', count === 0);
  }
  for (const link of links('[data-cell]')) link.classList.toggle('out', !found[Number(link.dataset.cell)]);
  hideEmpty('[data-line], [data-result]');
  listHosts(found);
}

/** The hosts that have fitting cells, worst first, each with how many of what. @param {Uint8Array} found */
function listHosts(found) {
  const width = data.standings.length;
  const counts = new Uint16Array(data.targets.length * width);
  for (let cell = 0; cell < cellCount; cell += 1) {
    const place = (data.cells[cell * 6 + 1] ?? 0) * width + (data.cells[cell * 6 + 2] ?? 0);
    if (found[cell]) counts[place] = (counts[place] ?? 0) + 1;
  }
  const hosts = data.targets.map((_, target) => ({
    target,
    counts: counts.subarray(target * width, target * width + width),
  }));
  const there = hosts.filter((host) => host.counts.some(Boolean)).sort(byTrouble);
  need('hosts').replaceChildren(
    linkList(
      there.map(
        ({ target, counts: own }) =>
          () =>
            hostLink(target, own),
      ),
    ),
  );
}

/** @param {{ target: number, counts: Uint16Array }} a @param {{ target: number, counts: Uint16Array }} b */
function byTrouble(a, b) {
  const place = a.counts.findIndex((count, standing) => count !== b.counts[standing]);
  return place < 0 ? a.target - b.target : (b.counts[place] ?? 0) - (a.counts[place] ?? 0);
}

/** @param {number} target @param {Uint16Array} counts */
function hostLink(target, counts) {
  const words = Array.from(counts, (count, standing) =>
    count > 0 ? `${count} ${data.words[standing]}` : '',
  );
  const passed = data.standings.indexOf('passed');
  const worst = counts.findIndex(
    (count, standing) => count > 0 && data.standings[standing] !== 'not-applicable',
  );
  const link = chip(
    worst < 0 ? passed : worst,
    data.targets[target]?.[0] ?? '',
    words.filter(Boolean).join(' · '),
  );
  link.dataset.host = data.targets[target]?.[0];
  return link;
}

/** @param {number} cell @param {string} text @param {string} [note] */
function cellLink(cell, text, note = '') {
  const link = chip(factsOf(cell).standing, text, note);
  link.dataset.cell = String(cell);
  return link;
}

/** @param {number} standing @param {string} text @param {string} note */
function chip(standing, text, note) {
  const link = document.createElement('a');
  link.className = `chip ${data.standings[standing]}`;
  link.href = '#details';
  const mark = make('span', `mark ${data.standings[standing]}`, data.signs[standing]);
  mark.setAttribute('aria-hidden', 'true');
  link.append(mark, ` ${text} `, make('span', 'small', note || data.words[standing]));
  return link;
}

/** A list of links, some at first and more on demand. @param {(() => HTMLElement)[]} makers */
function linkList(makers) {
  const list = make('ul', 'host-list');
  const more = make('button', '');
  const holder = make('div', '');
  holder.append(list, more);
  const show = () => {
    const from = list.childElementCount;
    for (const maker of makers.slice(from, from + chunk)) {
      const line = make('li', '');
      line.append(maker());
      list.append(line);
    }
    const left = makers.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = `Show more (${left.toLocaleString('en')} left)`;
  };
  more.addEventListener('click', show);
  show();
  return holder;
}

/** The hosts behind a count. @param {number} row @param {string} standing @param {Uint8Array} found */
function rowArticle(row, standing, found) {
  const wanted = data.standings.indexOf(standing);
  const cells = cellsWhere(
    ({ row: at, standing: own }, cell) => found[cell] === 1 && at === row && own === wanted,
  );
  const [title = '', ids = ''] = data.rows[row] ?? [];
  const article = newArticle(title);
  article.append(make('p', 'small', `${ids}: ${cells.length.toLocaleString('en')} ${data.words[wanted]}`));
  article.append(
    linkList(cells.map((cell) => () => cellLink(cell, data.targets[factsOf(cell).target]?.[0] ?? ''))),
  );
  return article;
}

/** A host and all that was found on it. @param {number} target */
function hostArticle(target) {
  const cells = cellsWhere(({ target: own }) => own === target);
  cells.sort((a, b) => factsOf(a).standing - factsOf(b).standing || a - b);
  const article = newArticle(data.targets[target]?.[0] ?? '');
  article.append(
    linkList(cells.map((cell) => () => cellLink(cell, data.rows[factsOf(cell).row]?.[0] ?? ''))),
  );
  const machine = make('div', '');
  // Escaped when the page was made, as the pieces below.
  machine.innerHTML = data.machines[target] ?? '';
  for (const folded of machine.querySelectorAll('details.note')) folded.setAttribute('open', '');
  article.append(machine);
  return article;
}

/** @param {(facts: CellFacts, cell: number) => boolean} wanted */
function cellsWhere(wanted) {
  return Array.from({ length: cellCount }, (_, cell) => cell).filter((cell) => wanted(factsOf(cell), cell));
}

/** @param {string} title */
function newArticle(title) {
  const article = make('article', 'detail open');
  article.tabIndex = -1;
  article.append(make('h3', '', title));
  return article;
}

/** All there is to a cell, made of the pieces that came with the page. @param {number} cell */
function cellArticle(cell) {
  const { target, ms, body } = factsOf(cell);
  const [id = '', kind = ''] = data.targets[target] ?? [];
  const article = make('article', 'detail open');
  article.tabIndex = -1;
  // These were escaped when the page was made, and the page's policy runs no script that they could hold.
  article.innerHTML = `${data.bodies[body]}${data.typed[cell] ?? ''}${data.machines[target] ?? ''}`;
  const crumb = make('p', 'crumb');
  crumb.append(
    make('b', '', id),
    ' ',
    make('span', `kind ${kind}`, kind),
    make('span', 'small', ms > 0 ? ` took ${timeOf(ms)}` : ''),
  );
  article.prepend(crumb);
  return article;
}
