import { findingCodes } from '@pamong/contract/course-findings';
import { kindOf, looksLikeTest, sourceFiles } from '../src/check/test-files.js';
import { checkout, handWritten } from './house.js';

const files = handWritten();

/** Lines of every file that match, as `path:line: text`. */
function linesWith(pattern: RegExp, options: { only?: RegExp; except?: RegExp } = {}): string[] {
  return files
    .filter(({ path }) => (options.only?.test(path) ?? true) && !(options.except?.test(path) ?? false))
    .flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])));
}

// Put together from halves, so that this file does not find itself.
const word = (...halves: readonly string[]) => halves.join('');

describe('the source', () => {
  test('is read at all', () => {
    expect(files.length).toBeGreaterThan(180);
  });

  test('no file is longer than 350 lines', () => {
    const lengths = files.map(({ path, text }) => ({ path, lines: text.split('\n').length })).sort((a, b) => b.lines - a.lines);
    const long = lengths.filter(({ lines }) => lines > 250);
    if (long.length > 0) console.log(`Longer than 250 lines, to be split by use case:\n${long.map(({ path, lines }) => `  ${lines} ${path}`).join('\n')}`);
    expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
  });

  test('nothing is named after what it is not', () => {
    const names = sourceFiles(checkout).filter((path) => path.split('/').slice(2).some((part) => /^(utils?|helpers?|managers?|common|misc)([.-]|$)|[.-](utils?|helpers?|manager)\./.test(part)));
    expect(names).toEqual([]);
    const shouting = sourceFiles(checkout).filter((path) => /\/(src|e2e|house|proof)\/.*\.(ts|tsx)$/.test(path) && /[A-Z_]/.test(path));
    expect(shouting).toEqual([]);
  });

  test.each([
    ['unfinished work', new RegExp(`\\b(${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('XX', 'X')})\\b`)],
    ['the compiler silenced', new RegExp(`${word('@ts-', 'ignore')}|${word('@ts-', 'nocheck')}|\\b${word('as ', 'any')}\\s*([;,)\\]}>.]|$)`)],
    ['circles in the injector', new RegExp(word('forward', 'Ref'))],
  ])('holds no %s', (_what, pattern) => {
    expect(linesWith(pattern)).toEqual([]);
  });

  test('leaves no test out and runs none alone', () => {
    // `describeWhere` of the kit may skip: it says why, and the summary of `npm test` repeats it.
    const tests = /\.(spec|e2e|house|proof)\.tsx?$|\/testing\//;
    const shortcut = new RegExp(`\\b(describe|test|it)\\.(${word('on', 'ly')}|${word('sk', 'ip')})\\b|\\b[xf](describe|it)\\(`);
    expect(linesWith(shortcut, { only: tests, except: /testing\/requirements\.ts$/ })).toEqual([]);
  });

  test('reads the environment in one place', () => {
    // The kit and the command line also hand the environment on to processes that they start.
    const allowed = /^packages\/platform\/src\/(config|testing)\/|^apps\/cli\/|\.spec\.tsx?$|\.e2e\.ts$|^apps\/web\/vite\.config\.ts$|^jest/;
    expect(linesWith(/process\.env\b/, { except: allowed })).toEqual([]);
  });

  test('makes no identifier in the browser that needs HTTPS', () => {
    expect(linesWith(/^(?!\s*(\*|\/\/)).*crypto\.randomUUID/, { only: /^apps\/web\/src\// })).toEqual([]);
  });

  test('never lets TypeORM save, cascade, synchronise or load by itself', () => {
    const data = /^packages\/(domain|platform)\/src\/.*\.ts$/;
    expect(linesWith(/\b(cascade|eager|lazy|synchronize): true|\.save\(/, { only: data, except: /\.spec\.ts$/ })).toEqual([]);
  });

  test('takes zod as a namespace', () => {
    expect(linesWith(/^(import|export) (?!type ).*from 'zod'/).filter((line) => !line.includes("import * as z from 'zod'"))).toEqual([]);
  });

  test('raises every code of the publish check list that the contract promises', () => {
    const domain = files.filter(({ path }) => path.startsWith('packages/domain/src/') && !looksLikeTest(path)).map(({ text }) => text).join('\n');
    // Faults of a question are raised without the prefix, which the quiz puts before them.
    const raised = (code: string) => [code, code.replace(/^QUESTION_/, '')].some((name) => domain.includes(`'${name}'`));
    expect(findingCodes.filter((code) => !raised(code))).toEqual([]);
    expect(raised(word('NOWHERE', '_RAISED'))).toBe(false);
  });

  test('every test belongs to a kind that runs', () => {
    const lost = sourceFiles(checkout).filter((path) => looksLikeTest(path) && kindOf(path) === null);
    expect(lost).toEqual([]);
  });
});
