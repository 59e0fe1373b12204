import { plainText } from '../plain-text.ts';
import { wellFormed } from '../well-formed.ts';

/**
 * A line that GitHub's runner takes for a command, with everything escaped that could end it or begin another
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). Empty properties are left out.
 */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const said = Object.entries(properties).flatMap(([key, value]) =>
    value === '' ? [] : [`${key}=${escapedProperty(value)}`],
  );
  return `::${name}${said.length > 0 ? ` ${said.join(',')}` : ''}::${escaped(message)}`;
}

function escaped(text: string): string {
  return wellFormed(plainText(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
