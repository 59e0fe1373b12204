import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;
const styles = ['base', 'matrix', 'chapter', 'details', 'small-screen', 'print'];
const scripts = ['state', 'data', 'filter', 'single', 'counted', 'drawer', 'keys', 'main'];

let assets: { readonly style: string; readonly script: string } | undefined;

function loadAssets() {
  const read = (path: string) => readFileSync(resolve(`#package/reports/html/${path}`), 'utf8');
  const style = styles.map((name) => read(`styles/${name}.css`)).join('\n');
  // One function around all of them: what they share is theirs, and nothing else of the page can reach it.
  const script = `(() => {\n'use strict';\n${scripts.map((name) => read(`client/${name}.js`)).join('\n')}\n})();`;
  return { style, script };
}

const early = "document.documentElement.className = 'scripting';";

/** A whole page as one file that can load nothing: the only styles and scripts that run are those whose digest it names. */
export function htmlDocument(title: string, body: string, data: unknown): string {
  assets ??= loadAssets();
  const { style, script } = assets;
  const policy = [
    "default-src 'none'",
    `style-src ${digest(style)}`,
    `script-src ${digest(early)} ${digest(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${title}
<style>${style}</style>
<script>${early}</script>
</head>
<body>
${body}
<script type="application/json" id="data">${embeddedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const escapes = new Map([...'<>&\u2028\u2029'].map((character) => [character, escaped(character)] as const));

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** JSON that ends no script element, begins no comment, and is no line end to any reader of JavaScript. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => escapes.get(character) ?? '');
}
