import pg from 'pg';
import { createLogger } from './logger.js';

describe('createLogger', () => {
  it('says what went wrong without the parameters of the statement', () => {
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => Boolean(written.push(String(chunk))));
    const error = Object.assign(new pg.DatabaseError('duplicate key value', 10, 'error'), { code: '23505', constraint: 'person_number_current_key', detail: 'Key (number)=(199003052015032904)' });
    const wrapped = Object.assign(new Error('the query failed', { cause: error }), { parameters: ['Nurhayati'], query: 'insert into person' });
    const logger = createLogger('test', 'info');
    logger.error({ err: wrapped }, 'request failed');
    write.mockRestore();
    // Pino writes to the file descriptor by itself; what it would write is asked of its serializer where standard output was not used.
    const text = written.join('') || JSON.stringify((logger as unknown as Record<symbol, { err: (error: unknown) => unknown }>)[Symbol.for('pino.serializers')]?.err(wrapped));
    expect(text).toContain('the query failed');
    expect(text).toContain('person_number_current_key');
    expect(text).not.toMatch(/Nurhayati|199003052015032904|insert into/);
  });
});
