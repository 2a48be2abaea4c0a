import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@pamong/platform/config/config';
import type { Config } from '@pamong/platform/config/config';
import { CourseChecks } from '../courses/course-checks.js';

/**
 * QR codes carry the public address for ever, so a guessed one is said before the first real certificate: on the publish check list
 * and above the list of issued certificates. The demo's certificates are not real.
 */
@Injectable()
export class PublicAddressCheck {
  constructor(
    checks: CourseChecks,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    checks.add(() => Promise.resolve(this.isSet() ? [] : [{ code: 'PUBLIC_ADDRESS_UNSET', blocking: false, place: 'rules', params: { address: config.publicUrl } }]));
  }

  /** False while the address in QR codes is a guess. */
  isSet(): boolean {
    return this.config.publicUrlConfigured || this.config.demo;
  }
}
