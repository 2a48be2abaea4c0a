import { newId } from '@pamong/platform/ids/new-id';
import type { BenchBed } from '../bench-bed.js';

const courses = 2_000;
const lessonsEach = 10;
const wordsEach = 250;
const chunk = 50;

const onsets = ['b', 'c', 'd', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', ''];
const vowels = ['a', 'i', 'u', 'e', 'o'];
const codas = ['', '', 'n', 'r', 's', 't', 'ng', 'h'];
/** As many stems as a library of lessons has; a textbook alone has some 3,000. */
const stems = 8_000;
const topics = ['Pelayanan publik', 'Transformasi digital', 'Keuangan daerah', 'Kepemimpinan', 'Kearsipan', 'Hukum', 'Lingkungan', 'Kesehatan', 'Pendidikan', 'Kebencanaan'];
const levels = ['basic', 'intermediate', 'advanced'];
const forms = ['self_paced', 'webinar', 'blended'];

/** Numbers that look random and are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Words that sound Indonesian, each with a stem of its own, and some of their forms. */
function vocabulary(): string[] {
  const random = dice(7);
  const one = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const syllable = () => one(onsets) + one(vowels) + one(codas);
  const roots = new Set<string>();
  while (roots.size < stems) roots.add(syllable() + syllable() + (random() < 0.5 ? syllable() : ''));
  return [...roots].flatMap((root, index) => (index % 4 === 0 ? [root, `${root}an`, `di${root}kan`] : [root]));
}

/** Texts of the lessons that were made; some of them are what people search for. */
export interface SearchLibrary {
  readonly texts: readonly (readonly string[])[];
  readonly topics: readonly string[];
  /** The words that stand in every text, as "dan" and "yang" do; nobody searches for those. */
  readonly fillers: readonly string[];
}

/**
 * 2,000 published courses with 20,000 lessons, written straight into what is searched: authoring them would take hours, and is not measured here.
 * @returns every fortieth lesson's words
 */
export async function fillLibrary(bed: BenchBed): Promise<SearchLibrary> {
  const words = vocabulary();
  const random = dice(11);
  // Zipf: the second word is used half as often as the first, the thousandth a thousandth of it.
  const word = () => words[Math.floor(words.length ** random()) - 1] ?? '';
  const line = (length: number) => Array.from({ length }, word);
  const texts: string[][] = [];
  const [owner] = await bed.db.query<{ id: string; agency: string }>(`select id, agency_id as agency from organisation where kind = 'unit' order by id desc limit 1`);
  if (owner === undefined) throw new Error('The bench has no unit');
  for (let from = 0; from < courses; from += chunk) {
    const made = Array.from({ length: chunk }, (_unused, step) => ({ id: newId(), version: newId(), n: from + step, title: line(5).join(' ') }));
    await bed.db.tx(async (tx) => {
      const column = <T>(pick: (course: (typeof made)[number]) => T) => made.map(pick);
      const base = [column(({ id }) => id), column(({ version }) => version), column(({ n }) => n), column(({ title }) => title)];
      await tx.query(
        `insert into course (id, owner_id, code, title, summary, objectives, audience, level, category, language, competences, siasn_kind, watch_threshold, retry_after_minutes, requirements, revision, created_at, updated_at)
         select id, $5, 'UKUR-' || n || '-' || right(id::text, 6), title, '', '[]', '', 'basic', '', 'id', '[]', 16, 0.9, 0, '[]', 1, now(), now() from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) c(id, version, n, title)`,
        [...base, owner.id],
      );
      await tx.query(
        `insert into course_version (id, course_id, number, outline, published_at) select version, id, 1, '{}', now() - n * interval '1 hour' from unnest($1::uuid[], $2::uuid[], $3::int[]) c(id, version, n)`,
        base.slice(0, 3),
      );
      await tx.query('update course set published_version_id = version from unnest($1::uuid[], $2::uuid[]) c(id, version) where course.id = c.id', base.slice(0, 2));
      await tx.query(
        `insert into search_course (course_id, version_id, agency_id, title, topic, level, form, language, organiser_id, organiser_name, competences, competence_names,
           minutes, jp, published_at, card, head, words, vocabulary_of)
         select id, version, $6, title, ($7::text[])[1 + n % 10], ($8::text[])[1 + n % 3], ($9::text[])[1 + n % 3], 'id', $5, 'Dinkur', array['K' || n % 12], array['Kompetensi ' || n % 12],
           30 + n % 500, (30 + n % 500) / 45, now() - n * interval '1 hour',
           jsonb_build_object('code', 'UKUR-' || n, 'title', title, 'summary', '', 'level', 'basic', 'category', '', 'form', 'self_paced', 'language', 'id', 'cover', null,
             'organiser', jsonb_build_object('id', $5::uuid, 'name', 'Dinas Pengukuran', 'shortName', 'Dinkur'), 'minutes', 30 + n % 500, 'jp', (30 + n % 500) / 45, 'bytes', 1000000,
             'modules', 1, 'lessons', 10, 'prerequisiteIds', '[]'::jsonb),
           search_vector(title, ''), '{}', '00000000-0000-0000-0000-000000000000'
         from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) c(id, version, n, title)`,
        [...base, owner.id, owner.agency, topics, levels, forms],
      );
      const lessons = made.flatMap(({ id }) => Array.from({ length: lessonsEach }, () => ({ course: id, lesson: newId(), title: line(4).join(' '), text: line(wordsEach) })));
      texts.push(...lessons.filter((_lesson, index) => index % 40 === 0).map(({ text }) => text));
      const documents = [...made.map(({ id, title }) => ({ course: id, lesson: null, title, text: line(60) })), ...lessons];
      await tx.query(
        `insert into search_document (course_id, lesson_id, kind, title, text, body)
         select course, lesson, case when lesson is null then 'course' else 'text' end, title, text, search_vector(title, text) from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) d(course, lesson, title, text)`,
        [documents.map((one) => one.course), documents.map((one) => one.lesson), documents.map((one) => one.title), documents.map((one) => one.text.join(' '))],
      );
    });
  }
  await bed.db.query(
    `insert into search_word (scope, word, stem, courses) select '00000000-0000-0000-0000-000000000000', word, search_stem(word), 1 + n::int % 100 from unnest($1::text[]) with ordinality w(word, n) on conflict do nothing`,
    [[...new Set(words)]],
  );
  await bed.settle(['search_course', 'search_document', 'search_word']);
  return { texts, topics, fillers: words.slice(0, 60) };
}
