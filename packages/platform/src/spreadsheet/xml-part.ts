import { SaxesParser } from 'saxes';
import { SpreadsheetFault } from './sheet.js';

export interface XmlEvents {
  /** `name` without its prefix: offices write `x:row` or `row`. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads one XML part piece by piece, so that other work of the process goes on in between. Entities beyond the five of XML are
 * faults, so nothing expands.
 * @throws SpreadsheetFault DAMAGED where it is not well formed
 */
export async function readXml(pieces: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8');
  parser.on('error', () => {
    throw new SpreadsheetFault('DAMAGED');
  });
  parser.on('doctype', () => {
    throw new SpreadsheetFault('DAMAGED');
  });
  parser.on('opentag', (tag) => events.open(local(tag.name), tag.attributes as Record<string, string>));
  parser.on('closetag', (tag) => events.close?.(local(tag.name)));
  if (events.text !== undefined) parser.on('text', events.text);
  let any = false;
  for await (const piece of pieces) {
    any = true;
    parser.write(decoder.decode(piece, { stream: true }));
  }
  // A part that is not there is no fault: a book without texts has no list of them.
  if (any) parser.close();
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
