import { join } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Global, Injectable, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.js';
import { SealRegistry } from './seals/seal-driver.js';
import { SystemSealDriver } from './seals/system/system-seal.driver.js';
import { TypstRenderer } from './typst-renderer.js';

@Injectable()
class RendererCloser implements OnApplicationShutdown {
  constructor(private readonly renderer: TypstRenderer) {}

  onApplicationShutdown(): void {
    this.renderer.close();
  }
}

/** Rendering and sealing of documents. Nothing starts before the first document. */
@Global()
@Module({
  providers: [
    { provide: TypstRenderer, useFactory: () => new TypstRenderer() },
    {
      provide: SealRegistry,
      useFactory: (config: Config) => new SealRegistry([new SystemSealDriver(join(config.dataDir, 'seal'))]),
      inject: [CONFIG],
    },
    RendererCloser,
  ],
  exports: [TypstRenderer, SealRegistry],
})
export class DocumentsModule {}
