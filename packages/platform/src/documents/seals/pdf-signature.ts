/** What a signature says about itself inside the PDF. */
export interface SignatureNote {
  reason: string;
  location: string;
  /** Name of the sealing system. */
  name: string;
  time: Date;
}

/** A PDF with an empty signature: sign the two ranges and write the result into the gap. */
export interface PreparedPdf {
  pdf: Buffer;
  /** Start and length of the bytes before and after the gap. */
  byteRange: [number, number, number, number];
}

/** Room for a CMS message of two P-256 certificates (about 1,500 bytes). */
const SIGNATURE_BYTES = 2560;
const RANGE_WIDTH = 10;

/**
 * Appends an invisible signature field to a PDF as an incremental update (ISO 32000-1, 7.5.6), leaving every earlier byte as it is.
 * The field keeps PDF/A-2b: the widget is printable, has no size, hence needs no appearance, and carries no action.
 * Reads PDFs with a plain cross-reference table and dictionaries of their own, which is what Typst writes.
 * @throws Error when the PDF is of another build
 */
export function appendSignatureField(pdf: Buffer, note: SignatureNote): PreparedPdf {
  const source = readSource(pdf);
  const [signatureId, fieldId] = [source.size, source.size + 1];
  const page = source.object(source.firstPage);
  if (page.includes('/Annots')) throw new Error('The first page already has annotations');
  const catalog = source.object(source.root);
  if (catalog.includes('/AcroForm')) throw new Error('The PDF already has a form');

  const update = new IncrementalUpdate(pdf);
  update.add(source.firstPage, insert(page, `/Annots [${fieldId} 0 R]`));
  update.add(source.root, insert(catalog, `/AcroForm << /Fields [${fieldId} 0 R] /SigFlags 3 >>`));
  update.add(
    fieldId,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${textString('Segel')} /V ${signatureId} 0 R /P ${source.firstPage} 0 R /Rect [0 0 0 0] /F 132 >>`,
  );
  const gap = update.add(signatureId, signatureDictionary(note), '/Contents ');
  const finished = update.finish(source);
  const end = gap + 2 * SIGNATURE_BYTES + 2;
  const byteRange: PreparedPdf['byteRange'] = [0, gap, end, finished.length - end];
  writeByteRange(finished, gap, byteRange);
  return { pdf: finished, byteRange };
}

/** Writes a signature into the gap of a prepared PDF, in place. */
export function fillSignature({ pdf, byteRange }: PreparedPdf, signature: Buffer): Buffer {
  if (signature.length > SIGNATURE_BYTES) throw new Error(`A signature of ${signature.length} bytes does not fit`);
  pdf.write(signature.toString('hex'), byteRange[1] + 1, 'latin1');
  return pdf;
}

function signatureDictionary({ reason, location, name, time }: SignatureNote): string {
  const contents = '0'.repeat(2 * SIGNATURE_BYTES);
  const when = time.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  return (
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [${' '.repeat(4 * RANGE_WIDTH)}]` +
    ` /M (D:${when}) /Name ${textString(name)} /Reason ${textString(reason)} /Location ${textString(location)} /Contents <${contents}> >>`
  );
}

function writeByteRange(pdf: Buffer, gap: number, byteRange: readonly number[]): void {
  const at = pdf.lastIndexOf('/ByteRange [', gap, 'latin1') + '/ByteRange ['.length;
  pdf.write(byteRange.map((value) => String(value).padStart(RANGE_WIDTH - 1)).join(' '), at, 'latin1');
}

/** A text as a UTF-16 hexadecimal string: no character can end it. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** Adds entries at the end of a dictionary. */
function insert(dictionary: string, entries: string): string {
  const end = dictionary.lastIndexOf('>>');
  if (end < 0) throw new Error('A PDF object is not a dictionary');
  return `${dictionary.slice(0, end)}${entries} >>`;
}

interface SourcePdf {
  size: number;
  root: number;
  firstPage: number;
  start: number;
  /** Entries of the trailer that the update repeats. */
  trailer: string;
  object(id: number): string;
}

function readSource(pdf: Buffer): SourcePdf {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 2048));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(tail)?.[1];
  const table = Number.isInteger(start) ? pdf.toString('latin1', start) : '';
  const head = /^xref\s+0 (\d+)\s*\n/.exec(table);
  if (!trailer || !head) throw new Error('The PDF has no plain cross-reference table');
  const size = Number(head[1]);
  const object = (id: number): string => {
    const from = Number(table.slice(head[0].length + 20 * id, head[0].length + 20 * id + 10));
    const body = pdf.toString('latin1', from, pdf.indexOf('endobj', from, 'latin1'));
    if (!body.startsWith(`${id} 0 obj`)) throw new Error(`PDF object ${id} is not where the table says`);
    return body.slice(`${id} 0 obj`.length).trim();
  };
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1]);
  const pages = object(Number(/\/Pages (\d+) 0 R/.exec(object(root))?.[1]));
  const firstPage = Number(/\/Kids\s*\[\s*(\d+) 0 R/.exec(pages)?.[1]);
  if (!/\/Type \/Page\b/.test(object(firstPage))) throw new Error('The PDF nests its pages');
  return { size, root, firstPage, start, trailer, object };
}

class IncrementalUpdate {
  private readonly parts: string[] = [];
  private readonly offsets = new Map<number, number>();
  private at: number;

  constructor(private readonly pdf: Buffer) {
    this.at = pdf.length;
    if (pdf[pdf.length - 1] !== 0x0a) this.write('\n');
  }

  /** Adds an object; answers the offset behind `mark` within it. */
  add(id: number, body: string, mark = ''): number {
    this.offsets.set(id, this.at);
    const head = `${id} 0 obj\n`;
    const found = this.at + head.length + (mark ? body.indexOf(mark) + mark.length : 0);
    this.write(`${head}${body}\nendobj\n`);
    return found;
  }

  finish({ size, start, trailer }: SourcePdf): Buffer {
    const table = this.at;
    this.write('xref\n');
    for (const [id, offset] of [...this.offsets].sort(([a], [b]) => a - b)) {
      this.write(`${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    }
    const kept = trailer.replace(/\/Size \d+/, `/Size ${size + 2}`).trim();
    this.write(`trailer\n<< ${kept} /Prev ${start} >>\nstartxref\n${table}\n%%EOF\n`);
    return Buffer.concat([this.pdf, Buffer.from(this.parts.join(''), 'latin1')]);
  }

  private write(text: string): void {
    this.parts.push(text);
    this.at += text.length;
  }
}
