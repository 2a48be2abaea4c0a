import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceWatch } from './source-watch.js';

describe('SourceWatch', () => {
  const root = mkdtempSync(join(tmpdir(), 'pamong-watch-'));
  const source = join(root, 'apps', 'api', 'src');
  const compiler = join(root, 'node_modules', 'typescript', 'bin');
  const said: string[] = [];
  let built = 0;
  let watch: SourceWatch;

  /** As editors save: a new file takes the old one's place. */
  const save = (path: string, text: string): void => {
    writeFileSync(`${path}.swap`, text);
    renameSync(`${path}.swap`, path);
  };
  const builtTimes = async (times: number): Promise<void> => {
    for (let waited = 0; built < times && waited < 4_000; waited += 20) await sleep(20);
    expect(built).toBe(times);
  };

  beforeAll(() => {
    mkdirSync(source, { recursive: true });
    mkdirSync(compiler, { recursive: true });
    // Stands in for the compiler, which would need the whole house: it finds a fault where a file "fault" lies.
    writeFileSync(join(compiler, 'tsc'), `if (require('node:fs').existsSync('fault')) { console.log('main.ts(1,1): error'); process.exit(1); }`);
    writeFileSync(join(source, 'main.ts'), '0');
    watch = new SourceWatch(root, () => Promise.resolve(void (built += 1)), (line) => said.push(line));
  });
  afterAll(() => {
    watch.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('sees every save of a file, also one that replaces it', async () => {
    save(join(source, 'main.ts'), '1');
    await builtTimes(1);
    save(join(source, 'main.ts'), '2');
    await builtTimes(2);
  });

  it('sees files in a folder that is new', async () => {
    mkdirSync(join(source, 'quizzes'));
    await builtTimes(3);
    save(join(source, 'quizzes', 'quizzes.controller.ts'), '1');
    await builtTimes(4);
  });

  it('tells what the compiler found and keeps the running servers', async () => {
    writeFileSync(join(root, 'fault'), '');
    save(join(source, 'main.ts'), '3');
    for (let waited = 0; !said.includes('main.ts(1,1): error') && waited < 4_000; waited += 20) await sleep(20);
    expect(said.at(-1)).toBe('main.ts(1,1): error');
    expect(built).toBe(4);
  });

  it('leaves the servers alone when a test changes', async () => {
    rmSync(join(root, 'fault'));
    save(join(source, 'main.spec.ts'), '1');
    await sleep(300);
    expect(built).toBe(4);
  });
});
