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

/** The hosts that have fitting cells, worst first. @param {Uint8Array} found */
function listHosts(found) {
  const worst = new Map();
  for (let cell = 0; cell < cellCount; cell += 1) {
    if (!found[cell]) continue;
    const { target, standing } = factsOf(cell);
    const known = worst.get(target);
    if (known === undefined || standing < factsOf(known).standing) worst.set(target, cell);
  }
  const cells = [...worst.values()].sort((a, b) => factsOf(a).standing - factsOf(b).standing || a - b);
  const list = hostList(cells, (cell) =>
    factsOf(cell).standing < 3 ? (data.rows[factsOf(cell).row]?.[0] ?? '') : '',
  );
  need('hosts').replaceChildren(list);
}

/** A list of links to cells by their hosts, some at first and more on demand. @param {number[]} cells @param {(cell: number) => string} note */
function hostList(cells, note) {
  const list = make('ul', 'host-list');
  const more = make('button', '', '');
  const holder = make('div', '');
  holder.append(list, more);
  const show = () => {
    list.append(
      ...cells
        .slice(list.childElementCount, list.childElementCount + chunk)
        .map((cell) => hostLine(cell, note(cell))),
    );
    const left = cells.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = `Show more (${left.toLocaleString('en')} left)`;
  };
  more.addEventListener('click', show);
  show();
  return holder;
}

/** @param {number} cell @param {string} note */
function hostLine(cell, note) {
  const { target, standing } = factsOf(cell);
  const [id = '', kind = ''] = data.targets[target] ?? [];
  const line = make('li', '');
  const link = document.createElement('a');
  link.className = `chip ${data.standings[standing]} ${kind}`;
  link.href = `#f-${cell}`;
  link.dataset.cell = String(cell);
  const mark = make('span', `mark ${data.standings[standing]}`, data.signs[standing]);
  mark.setAttribute('aria-hidden', 'true');
  link.append(mark, ` ${id} `, make('span', 'small', note || data.words[standing]));
  line.append(link);
  return line;
}

/** The hosts behind a count, as an article. @param {number} row @param {string} standing @param {Uint8Array} found */
function hostsArticle(row, standing, found) {
  const wanted = data.standings.indexOf(standing);
  const cells = Array.from(found.keys()).filter((cell) => {
    const facts = factsOf(cell);
    return found[cell] === 1 && facts.row === row && facts.standing === wanted;
  });
  const article = make('article', 'detail open');
  article.tabIndex = -1;
  const [title = '', ids = ''] = data.rows[row] ?? [];
  article.append(
    make('h3', '', title),
    make('p', 'small', `${ids}: ${cells.length.toLocaleString('en')} ${data.words[wanted]}`),
  );
  article.append(hostList(cells, () => ''));
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
