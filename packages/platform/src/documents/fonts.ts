import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Faces of Plus Jakarta Sans that templates may use; each one used costs about half a millisecond a document. */
const FACES = ['400Regular', '700Bold'] as const;

/**
 * Paths of the static TTF files that documents are set in. Typst reads no woff2 and no variable weights from it: it would print
 * another face without a word, so the tests look for the font names in the finished PDF.
 */
export function documentFonts(): string[] {
  const folder = dirname(require.resolve('@expo-google-fonts/plus-jakarta-sans/package.json'));
  return FACES.map((face) => join(folder, face, `PlusJakartaSans_${face}.ttf`));
}
