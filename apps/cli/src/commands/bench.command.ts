import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandContext } from '../command.js';
import { CommandError } from '../command.js';
import { bench as measure } from '../bench/bench.js';

/** `pamong bench [journey ...] [--seconds 10] [--at-once 8] [--output FILE] [--redis URL]`. */
export async function bench({ root, args }: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '10' },
      'at-once': { type: 'string', default: '8' },
      output: { type: 'string', default: join(root, '.artefacts', 'bench.json') },
      redis: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds);
  const connections = Number(values['at-once']);
  if (!(seconds >= 1 && seconds <= 600) || !(connections >= 1 && connections <= 256)) {
    throw new CommandError('--seconds is 1 to 600, --at-once is 1 to 256');
  }
  const lines = await measure(root, { names: positionals, seconds, connections, output: values.output, ...(values.redis === undefined ? {} : { redisUrl: values.redis }) });
  return lines.some((line) => line.errors > 0) ? 1 : 0;
}
