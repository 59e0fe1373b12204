/** Hides every mention of a cell that does not fit, and what is left empty by that. @param {Uint8Array} found */
function showFitting(found) {
  for (const link of links('[data-cell]')) {
    const fits = found[Number(link.dataset.cell)] === 1;
    link.classList.toggle('out', !fits);
  }
  hideEmpty('[data-line], [data-result]');
}

/** Hides what mentions cells or counts of which none is left. @param {string} what */
function hideEmpty(what) {
  for (const holder of links(what))
    holder.hidden = !holder.querySelector('[data-cell]:not(.out), [data-row]:not(.out)');
  for (const part of links('.matrix tbody')) part.hidden = !part.querySelector('[data-line]:not([hidden])');
  for (const calm of links('.calm')) calm.hidden = !calm.querySelector('[data-result]:not([hidden])');
}

/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
function links(selector) {
  return document.querySelectorAll(selector);
}
