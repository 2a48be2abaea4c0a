/**
 * Unpacks the Chromium of `@sparticuz/chromium` into TMPDIR and writes down where it is. AWS_EXECUTION_ENV must be set
 * before the package is loaded: then it brings the libraries that a bare machine lacks.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';

const answer = process.argv[2];
if (answer === undefined) throw new Error('unpack-chromium: the file for the answer is missing');

chromium.setGraphicsMode = false;
const executablePath = await chromium.executablePath();
// Its own font settings look for fonts in /tmp, where another run's may be or none; without a font the browser ends at the first letter.
const folder = dirname(executablePath);
writeFileSync(
  join(folder, 'fonts', 'fonts.conf'),
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`,
);
const env = Object.fromEntries(
  ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
writeFileSync(`${answer}.new`, JSON.stringify({ executablePath, env }));
renameSync(`${answer}.new`, answer);
