import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { View } from './el.ts';

/** A piece of the page as text, everything in it escaped. */
export function toHtml(view: View): string {
  return renderToString(h(Fragment, null, view));
}
