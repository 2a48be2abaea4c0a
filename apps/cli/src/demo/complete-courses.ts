/** A course of the demo whose lessons are written. Its folder in assets/demo holds them, one Markdown file a lesson. */
export interface CompleteCourse {
  /** Below assets/demo; the pictures of its lessons lie in the web's `demo` folder of the same name, if it has any. */
  readonly folder: string;
  /** Questions beyond those of the data set. */
  readonly questions: string;
  /** The recording of its first video lesson, or null: its name, and its file from assets/demo on. */
  readonly film: { readonly name: string; readonly source: string } | null;
}

const kept = (name: string): CompleteCourse['film'] => ({ name, source: `recording/${name}/${name}.mp4` });

/** The courses that the demo publishes, by code; a further one joins with its folder and a line here. */
export const completeCourses: Readonly<Record<string, CompleteCourse>> = {
  'PAMONG-001': { folder: 'pamong-001', questions: 'questions.json', film: null },
  // The web offers this recording as an example to upload.
  'AI-101': { folder: 'ai-101', questions: 'extra-questions.json', film: { name: 'menebak-kata', source: '../../../web/public/demo/menebak-kata.mp4' } },
  'KAMI-101': { folder: 'kami-101', questions: 'extra-questions.json', film: kept('satu-klik') },
  'PPD-201': { folder: 'ppd-201', questions: 'extra-questions.json', film: kept('sehari-pemohon') },
  'AKHLAK-101': { folder: 'akhlak-101', questions: 'extra-questions.json', film: null },
};
