import type { DocumentTemplate } from '@pamong/platform/documents/typst-process';
import { certificateBorder } from './certificate-border.js';

/** What a certificate prints, frozen when it is issued. Every string is text, never markup. */
export interface CertificatePrint {
  /** BCP 47 date of issue as [year, month, day] for the metadata of the PDF. */
  date: [number, number, number];
  /** Path of the emblem given with the request, or null. */
  emblem: string | null;
  agency: string;
  /** Path of the holder's photo given with the request; absent from what was frozen before there were photos. */
  photo?: string | null;
  /** Printed above the agency, for example the government it belongs to; may be empty. */
  parent: string;
  title: string;
  number: string;
  name: string;
  /** "NIP 19870314 201101 2 903", "NI PPPK ..." or empty for those who have neither. */
  identity: string;
  /** Printed lines, for example rank with post, then unit with agency; empty ones are left out. */
  position: string[];
  /** "telah mengikuti dan menyelesaikan pelatihan". */
  deed: string;
  course: string;
  /** Printed lines: by whom and how it was held; then the period with the lesson hours in figures and words. */
  sentence: string[];
  /** "Palu, 9 November 2026". */
  issued: string;
  issuer: string;
  /** QR code as SVG. */
  qr: string;
  verifyUrl: string;
  code: string;
  sealNote: string;
  subjects: { title: string; jp: number }[];
  totalJp: number;
}

const SOURCE = `
#let d = json(bytes(sys.inputs.data))
#let photo = d.at("photo", default: none)
#let sea = rgb("#0f5257")
#let gold = rgb("#9a6a12")
#let ink = rgb("#1e2424")
#let soft = rgb("#4c5a5a")

#set document(title: d.title + " " + d.number, author: d.issuer,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set text(font: ("Plus Jakarta Sans", "Libertinus Serif"), fallback: false, lang: "id", size: 10.5pt, fill: ink, hyphenate: false, spacing: 112%)
#set par(leading: 0.6em, spacing: 0.6em)

// Long runs without a space (a name pasted from a form) may break anywhere after 28 characters.
#let breakable(s) = s.split(" ").map(word => {
  let letters = word.clusters()
  if letters.len() <= 28 { word } else { letters.chunks(28).map(c => c.join()).join(sym.zws) }
}).join(" ")

// The largest of \`steps\` (points, lines) at which the text needs at most so many lines. Widths grow with the size, so one measurement
// is enough; broken lines are seldom full, so several lines must offer a tenth more room than the bare width.
#let fit(s, width, steps, ..style) = context {
  let body = breakable(s)
  let unit = measure(text(size: 10pt, ..style.named(), body)).width / 10
  let chosen = steps.last().at(0)
  for (size, lines) in steps {
    if unit * size <= (if lines == 1 { width } else { width * lines * 0.9 }) { chosen = size; break }
  }
  block(width: width, text(size: chosen * 1pt, ..style.named(), body))
}

#set page(width: 297mm, height: 210mm, margin: (x: 33mm, top: 27.5mm, bottom: 27mm),
  background: image("/certificate-border.svg", width: 297mm, height: 210mm, alt: "Bingkai batik kawung"))
#let width = 231mm
#let front = [
#set align(center)
#if d.emblem != none { image(d.emblem, height: 15mm, alt: "Lambang instansi"); v(-0.5mm) }
#if d.parent != "" { fit(upper(d.parent), width, ((9.5, 1), (8, 2)), tracking: 0.08em, fill: soft) }
#fit(upper(d.agency), width, ((12.5, 1), (11, 1), (10, 2), (8, 3)), tracking: 0.06em, fill: sea, weight: 700)
#v(1.5mm)
#v(1fr)
// "SERTIFIKAT" stands wide; a longer title closes up so that it stays on one line.
#let spread = if d.title.len() <= 12 { 0.24em } else { 0.12em }
#text(size: if d.title.len() <= 12 { 33pt } else { 24pt }, weight: 700, tracking: spread, fill: sea)[#h(spread)#upper(d.title)]
#v(-1mm)
#text(size: 10.5pt, fill: soft)[Nomor: #d.number]
#v(1fr)
#text(size: 10.5pt, fill: soft)[diberikan kepada]
#v(0.6mm)
#fit(d.name, 219mm, ((27, 1), (25, 1), (23, 1), (21, 1), (19, 1), (17, 1), (17, 2), (15, 2), (13, 2), (12, 3), (10, 4)), weight: 700, fill: ink)
#v(1mm)
#line(length: 62mm, stroke: 0.7pt + gold)
#v(0.8mm)
#if d.identity != "" { text(size: 11pt, weight: 700, d.identity) }
#for place in d.position { if place != "" { fit(place, width, ((10.5, 1), (9.5, 1), (8.5, 2), (7, 3)), fill: soft) } }
#v(1fr)
#text(size: 10.5pt, d.deed)
#v(0.9mm)
#fit(d.course, width, ((19, 1), (17, 1), (17, 2), (15, 2), (13, 3), (11, 4), (9, 6)), weight: 700, fill: sea)
#v(0.9mm)
#for part in d.sentence { fit(part, width, ((10.5, 1), (9.5, 1), (9.5, 2), (8, 4))) }
#v(1.2fr)

#set align(left)
#grid(columns: if photo == none { (25mm, 1fr, 84mm) } else { (25mm, 1fr, 30mm, 84mm) }, column-gutter: 5mm,
  align: (left + bottom, left + bottom, ..if photo != none { (center + bottom,) }, center + bottom),
  box(fill: white, inset: 1mm, image(bytes(d.qr), format: "svg", width: 23mm, alt: "Kode QR ke " + d.verifyUrl)),
  {
    set text(size: 7.5pt, fill: soft)
    set par(leading: 0.5em, spacing: 0.55em)
    [Periksa keaslian dengan memindai kode ini atau membuka]
    parbreak()
    text(size: 7.5pt, fill: ink, weight: 700, breakable(d.verifyUrl))
    parbreak()
    [Kode: #text(fill: ink, weight: 700, tracking: 0.04em, d.code)]
    v(1mm)
    text(d.sealNote)
  },
  ..if photo != none { (image(photo, width: 30mm, height: 40mm, fit: "cover", alt: "Pasfoto " + d.name),) },
  {
    set par(leading: 0.5em, spacing: 0.6em)
    text(size: 10.5pt, d.issued)
    parbreak()
    fit(d.issuer, 84mm, ((10.5, 2), (9, 3), (7.5, 5)), weight: 700, fill: sea)
    v(0.8mm)
    line(length: 100%, stroke: 0.5pt + gold)
  },
)
]
// Only texts of extraordinary length, or a photo beside long ones, need more than the page at their smallest sizes; then the whole page shrinks.
#let room = 210mm - 27.5mm - 27mm
#let letters = (d.parent, d.agency, d.name, d.course, ..d.position, ..d.sentence).join("").len()
#if letters < 600 and photo == none { block(width: width, height: room, front) } else {
  context {
    let height = measure(block(width: width, front)).height
    if height <= room { block(width: width, height: room, front) } else {
      align(center, scale(room / height * 100%, reflow: true, block(width: width, height: height, front)))
    }
  }
}

#set page(margin: (x: 30mm, top: 26mm, bottom: 24mm),
  background: place(center + horizon, rect(width: 281mm, height: 194mm, stroke: 1.2pt + sea,
    align(center + horizon, rect(width: 278.4mm, height: 191.4mm, stroke: 0.5pt + gold)))),
  footer: text(size: 7.5pt, fill: soft)[#d.title #d.number · Kode #d.code · #d.verifyUrl])
#text(size: 17pt, weight: 700, fill: sea)[Mata pelatihan]
#v(-1.5mm)
#line(length: 30mm, stroke: 1.2pt + gold)
#v(1mm)
#grid(columns: (32mm, 1fr), row-gutter: 2.2mm,
  text(fill: soft)[Pelatihan], text(weight: 700, breakable(d.course)),
  text(fill: soft)[Nama], text(weight: 700, breakable(d.name)),
  text(fill: soft, if d.title == "Sertifikat" [Nomor sertifikat] else [Nomor]), text(weight: 700, d.number))
#v(3mm)
#table(columns: (14mm, 1fr, 26mm), align: (center, left, right), inset: (x: 3mm, y: 2.4mm),
  stroke: (x, y) => (bottom: 0.5pt + rgb("#c9d6d5")),
  fill: (x, y) => if y == 0 { rgb("#e6efee") },
  table.header(text(weight: 700, fill: sea)[No.], text(weight: 700, fill: sea)[Mata pelatihan], text(weight: 700, fill: sea)[JP]),
  ..d.subjects.enumerate().map(((i, s)) => ([#(i + 1)], breakable(s.title), if d.totalJp == 0 [–] else [#s.jp])).flatten(),
  table.cell(colspan: 2, align: right, text(weight: 700)[Jumlah jam pelajaran]), text(weight: 700, if d.totalJp == 0 [–] else [#d.totalJp]))
#text(size: 8pt, fill: soft)[1 jam pelajaran (JP) = 45 menit.]
`;

/** Raise the number whenever the source or the border changes: a child keeps both by name. */
export const CERTIFICATE_TEMPLATE: DocumentTemplate = {
  name: 'certificate-3',
  source: SOURCE,
  files: [{ path: '/certificate-border.svg', content: Buffer.from(certificateBorder()) }],
};
