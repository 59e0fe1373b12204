import { type ComponentChild, type ComponentChildren, h } from 'preact';

/** A piece of the page, before it is text. */
export type View = ComponentChild;
export type Views = ComponentChildren;

/** An element; attributes and children are escaped when it becomes text, so neither can be markup. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> | null,
  ...children: ComponentChildren[]
): View {
  return h(tag, attributes, ...children);
}
