import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The minified axe, less than half of what the package's main file would send to every page. */
const axeSource = readFileSync(createRequire(import.meta.filename).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs axe on the page once its heading is there: WCAG 2.2 A and AA, and its best practices.
 * @param options.except selectors of parts that are not ours
 * @throws Error that names each violation, its elements and where to read about it
 */
export async function expectAccessible(page: Page, options: { except?: readonly string[] } = {}): Promise<void> {
  // Every page has one; before it is there, axe would judge the splash of a page that is still on its way.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  // Evaluated by the debugger, so the page's content security policy does not stand in the way. A page keeps it until it is left.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeSource);
  const context = { exclude: (options.except ?? []).map((selector) => [selector]) };
  const results = (await page.evaluate(`axe.run(${JSON.stringify(context)}, { resultTypes: ['violations'] })`)) as AxeResults;
  if (results.violations.length === 0) return;
  const lines = results.violations.map((violation) => {
    const elements = violation.nodes.slice(0, 5).map((node) => `    ${node.html.slice(0, 160)}\n      ${(node.failureSummary ?? '').replace(/\s+/g, ' ')}`);
    return `  ${violation.id} (${violation.impact ?? 'unknown'}): ${violation.help}\n${elements.join('\n')}\n    ${violation.helpUrl}`;
  });
  throw new Error(`${page.url()} has ${results.violations.length} accessibility violation(s):\n${lines.join('\n')}`);
}
