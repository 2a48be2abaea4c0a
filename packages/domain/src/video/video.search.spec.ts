import { search } from '@pamong/contract/search';
import { someAuthor } from '../courses/courses.factory.js';
import { someRecording } from '../media/media.factory.js';
import { MediaService } from '../media/media.service.js';
import { someFoundCourse } from '../search/search.factory.js';
import { SearchService } from '../search/search.service.js';
import { DomainBed } from '../testing/domain-bed.js';

describe('what is said in a recording', () => {
  let bed: DomainBed;
  beforeAll(async () => {
    bed = await DomainBed.open();
  });
  afterAll(() => bed.close());

  it('is found at its second, chapters and the text beside it too', async () => {
    const author = await someAuthor(bed);
    const assetId = await someRecording(bed, author, { seconds: 300 });
    const cue = (from: string, until: string, words: string) => `${from} --> ${until}\n${words}`;
    await bed.get(MediaService).setCaptions(author, assetId, 'id', [
      'WEBVTT', cue('00:00:02.000', '00:00:05.000', 'Selamat datang.'), cue('00:02:03.500', '00:02:06.000', 'Jangan tempelkan data'), cue('00:02:06.000', '00:02:09.000', 'kependudukan ke layanan asing.'),
    ].join('\n\n'));
    const course = await someFoundCourse(bed, author, {
      title: 'Rekaman', modules: [{ title: 'M', lessons: [{ kind: 'video', title: 'Menjaga rahasia', minutes: 45, body: { assetId, chapters: [{ start: 60, title: 'Kebiasaan ceroboh' }], notes: '<p>Catatan panduan rapat.</p>' } }] }],
    });
    const lessonId = course.modules[0]?.lessons[0]?.id;
    const hits = async (q: string) => {
      const found = await bed.get(SearchService).courses(null, search.courses.query.parse({ q, organiser: author.agencyId }));
      return found.items[0]?.hits.map(({ second, passage, ...hit }) => [hit.lessonId, second, passage.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('')]);
    };
    expect(await hits('tempel data kependudukan')).toEqual([[lessonId, 123, 'Jangan [tempelkan] [data] [kependudukan] ke layanan asing.']]);
    expect(await hits('ceroboh')).toEqual([[lessonId, 60, 'Kebiasaan [ceroboh]']]);
    expect(await hits('"panduan rapat"')).toEqual([[lessonId, null, 'Catatan [panduan] [rapat].']]);
    expect(await hits('rahasia')).toMatchObject([[lessonId, null, 'Catatan panduan rapat.']]);
  });
});
