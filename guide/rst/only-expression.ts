import type { SourceLocation } from '../../model/source-location.ts';
import { malformed } from '../guide-error.ts';

/** Whether a reader with this tag sees what stands under an `only`. */
export type OnlyExpression = (tag: string) => boolean;

/**
 * Reads the argument of an `only` directive: tags with `and`, `or`, `not` and parentheses; `not` binds closest, `or` least.
 * @throws GuideError `malformed` at `where` when it is no such expression.
 */
export function parseOnly(text: string, where: SourceLocation): OnlyExpression {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  const parser = { tokens, at: 0, text, where };
  const expression = parseOr(parser);
  if (parser.at < tokens.length) throw unexpected(parser, '“and”, “or” or the end of the expression');
  return expression;
}

interface Parser {
  readonly tokens: readonly string[];
  readonly text: string;
  readonly where: SourceLocation;
  at: number;
}

function parseOr(parser: Parser): OnlyExpression {
  let left = parseAnd(parser);
  while (accept(parser, 'or')) {
    const [first, second] = [left, parseAnd(parser)];
    left = (tag) => first(tag) || second(tag);
  }
  return left;
}

function parseAnd(parser: Parser): OnlyExpression {
  let left = parseNot(parser);
  while (accept(parser, 'and')) {
    const [first, second] = [left, parseNot(parser)];
    left = (tag) => first(tag) && second(tag);
  }
  return left;
}

function parseNot(parser: Parser): OnlyExpression {
  if (accept(parser, 'not')) {
    const inner = parseNot(parser);
    return (tag) => !inner(tag);
  }
  if (accept(parser, '(')) {
    const inner = parseOr(parser);
    if (!accept(parser, ')')) throw unexpected(parser, '“)”');
    return inner;
  }
  return parseTag(parser);
}

function parseTag(parser: Parser): OnlyExpression {
  const name = parser.tokens[parser.at];
  if (!name || !/^[A-Za-z_]\w*$/.test(name) || /^(and|or|not)$/.test(name)) throw unexpected(parser, 'a tag');
  parser.at += 1;
  return (tag) => tag === name;
}

function accept(parser: Parser, token: string): boolean {
  if (parser.tokens[parser.at] !== token) return false;
  parser.at += 1;
  return true;
}

function unexpected(parser: Parser, expected: string): Error {
  const token = parser.tokens[parser.at];
  const got = token ? `“${token}”` : 'the end';
  return malformed(parser.where, `${expected} in the only expression “${parser.text}”`, got);
}
