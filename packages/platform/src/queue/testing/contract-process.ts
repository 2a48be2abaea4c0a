import { Database } from '../../database/database.js';
import { Notifications } from '../../live/notifications.js';
import { createLogger } from '../../log/logger.js';
import { QueueSystem } from '../queue-system.js';
import { contractHandlers } from './contract-jobs.js';

/** A worker process of the contract test, made to be killed: `node contract-process.js DATABASE_URL [REDIS_URL]`. */
const [databaseUrl = '', redisUrl] = process.argv.slice(2);
const logger = createLogger('contract', 'warn');
const database = await Database.open({ url: databaseUrl, entities: [], poolSize: 4 });
const notifications = new Notifications({ url: databaseUrl, logger });
await notifications.start();
const registry = contractHandlers(database);
const system = new QueueSystem({ database, notifications, logger, registry, databaseUrl, redisUrl, concurrency: { quick: 4, documents: 2, media: 2 } });
await system.start();
process.stdout.write('ready\n');
