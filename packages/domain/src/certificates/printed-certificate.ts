import { qrCodeSvg } from '@pamong/platform/documents/qr-code';
import type { CertificatePrint } from './certificate.template.js';

/** Printed wherever the system seal is the only one. It never claims a person's certified signature. */
export const SEAL_NOTE = 'Disegel oleh sistem; belum ditandatangani secara elektronik';

/** A certificate's data frozen when it was issued: what the sheet prints, and the facts that lists and the public page show. */
export interface PrintedCertificate extends Omit<CertificatePrint, 'qr'> {
  courseCode: string;
  siasnKind: number;
  /** Days in the agency's zone, `YYYY-MM-DD`. */
  startedOn: string;
  completedOn: string;
  staffNumber: { kind: 'NIP' | 'NI_PPPK'; value: string } | null;
}

/** The data of the template: what was frozen, with the QR code; facts that the sheet does not print are left where they are. */
export function sheetOf(printed: PrintedCertificate): CertificatePrint {
  return { ...printed, qr: qrCodeSvg(printed.verifyUrl) };
}
