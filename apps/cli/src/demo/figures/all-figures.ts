import { akhlakFigures } from './akhlak-101.js';
import { kamiFigures } from './kami-101.js';
import { ppdFigures } from './ppd-201.js';

/** Every drawn figure of the demo's lessons: its path below the web's `demo` folder, and the picture. */
export const allFigures: ReadonlyMap<string, string> = new Map(
  Object.entries({ 'akhlak-101': akhlakFigures, 'kami-101': kamiFigures, 'ppd-201': ppdFigures }).flatMap(([course, figures]) => Object.entries(figures).map(([name, svg]) => [`${course}/${name}.svg`, svg])),
);
