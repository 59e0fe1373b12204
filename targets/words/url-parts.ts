/** A URL cut at its delimiters (RFC 3986, section 3), nothing decoded. */
export interface UrlParts {
  /** In lower case. */
  readonly scheme: string;
  readonly authority: string;
  /** With its leading slash; absent when there is none. */
  readonly path?: string;
  readonly query?: string;
}

const form = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/i;

/** Cuts a URL; `undefined` for anything else, such as a URL with a fragment, which no target has. */
export function splitUrl(text: string): UrlParts | undefined {
  const [, scheme, authority, path, query] = form.exec(text) ?? [];
  if (scheme === undefined || authority === undefined) return undefined;
  return {
    scheme: scheme.toLowerCase(),
    authority,
    ...(path === undefined ? {} : { path }),
    ...(query === undefined ? {} : { query }),
  };
}
