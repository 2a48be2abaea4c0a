import { describe, expect, it } from '@jest/globals';

import { demoAccounts } from '@pamong/domain/accounts/demo-accounts';
import { cleanHtml } from '@pamong/domain/courses/text-html.rules';
import { forms } from '@pamong/domain/evaluation/forms';

import { completeCourses } from './complete-courses.js';
import { readDemoCatalogue, readDemoFile } from './demo-catalogue.js';
import { isComplete, lessonFilesOf } from './demo-content.js';
import { readDemoStories } from './demo-stories.js';
import { lessonHtml, parseLessonFile, picturesOf } from './lesson-markdown.js';

const catalogue = readDemoCatalogue();
const stories = readDemoStories();
const published = catalogue.courses.filter(isComplete);
const lessons = published.flatMap((course) => [...lessonFilesOf(course).entries()].map(([id, file]) => ({ course, id, file })));
const ai = catalogue.courses.find((course) => course.kode === 'AI-101');

/** Words that hardly any Indonesian paragraph goes without. */
const common = /\b(yang|dan|di|untuk|dengan|dari|tidak|itu|ini|Anda|pada)\b/;

function paragraphs(markdown: string): string[] {
  return markdown
    .split(/\n\n+/)
    .map((text) => text.replace(/^> ?/gm, '').trim())
    .filter((text) => text.length > 120 && !/^[#|<!-]|^\d+\./.test(text));
}

/** The words of a page, without its tags and marks. */
function words(html: string): string[] {
  return html.replaceAll(/<[^>]+>|&#?\w+;|["'“”]/g, ' ').split(/\s+/).filter(Boolean);
}

describe('the demo catalogue', () => {
  it('has minutes that add up per module and per course, and JP of 45 minutes', () => {
    for (const course of catalogue.courses) {
      for (const module of course.modul) {
        expect([module.id, module.konten.reduce((sum, lesson) => sum + lesson.menit, 0)]).toEqual([module.id, module.menit]);
      }
      expect([course.kode, course.modul.reduce((sum, module) => sum + module.menit, 0)]).toEqual([course.kode, course.menit]);
      expect([course.kode, Math.floor(course.menit / 45)]).toEqual([course.kode, course.jp]);
    }
    expect([ai?.menit, ai?.jp]).toEqual([180, 4]);
  });

  it('publishes the courses whose lessons are written, and keeps the others as outlines', () => {
    expect(published.map((course) => course.kode).sort()).toEqual(Object.keys(completeCourses).sort());
    expect(published.map((course) => course.kode)).toEqual(expect.arrayContaining(['AI-101', 'KAMI-101', 'PAMONG-001', 'PPD-201']));
    expect(catalogue.courses).toHaveLength(13);
  });

  it('says of each published course whom it is for, what it is good for and who teaches it', () => {
    for (const course of published) {
      expect([course.kode, course.tujuanPembelajaran.length >= 2, course.kompetensi.length >= 1, course.pengajarId.length >= 1]).toEqual([course.kode, true, true, true]);
      expect([course.kode, course.ringkasan.length > 60, course.sasaranPeserta !== '']).toEqual([course.kode, true, true]);
    }
  });

  it('gives each published quiz enough questions, with keys that exist and an explanation', () => {
    for (const course of published) {
      const questions = catalogue.questions.filter((question) => question.kursusId === course.id);
      // Enough to ask about every lesson, and a part of them with several right answers.
      const wanted = course.jp === 0 ? 3 : 12;
      expect([course.kode, questions.length >= wanted]).toEqual([course.kode, true]);
      expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
      const asked = new Set(questions.map((question) => question.modulId));
      if (course.jp > 0) expect([course.kode, course.modul.filter((module) => !asked.has(module.id)).map((module) => module.id)]).toEqual([course.kode, []]);
      if (course.jp > 0) expect([course.kode, questions.filter((question) => question.tipe === 'pilihan_ganda_majemuk').length >= 2]).toEqual([course.kode, true]);
      for (const question of questions) {
        const keys = [question.jawabanBenar].flat();
        const offered = question.opsi.map((option) => option.kunci);
        expect(offered).toEqual(expect.arrayContaining(keys));
        expect(new Set(question.opsi.map((option) => option.teks)).size).toBe(question.opsi.length);
        expect(keys.length).toBeLessThan(offered.length);
        expect([question.id, question.tipe === 'pilihan_ganda_majemuk']).toEqual([question.id, keys.length > 1]);
        expect(question.penjelasan.length).toBeGreaterThan(40);
      }
    }
  });
});

describe('the written lessons', () => {
  it('carry the title and the minutes of the outline', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(32);
    for (const { course, id, file } of lessons) {
      const outline = course.modul.flatMap((module) => module.konten).find((lesson) => lesson.id === id);
      expect([file.lesson, file.title, file.minutes]).toEqual([id, outline?.judul, outline?.menit]);
    }
  });

  it('hold enough to read and to do for their minutes', () => {
    for (const { file } of lessons) {
      const length = file.markdown.split(/\s+/).length;
      // A careful reader manages about 130 words a minute; exercises take two thirds of the time.
      expect([file.lesson, length >= file.minutes * 40]).toEqual([file.lesson, true]);
      if (file.minutes >= 20) expect([file.lesson, /Latihan|## Perintah 1/.test(file.markdown)]).toEqual([file.lesson, true]);
    }
  });

  it('speak Indonesian, without exclamation marks and without raw keys', () => {
    for (const { file } of lessons) {
      for (const text of paragraphs(file.markdown)) expect([text, common.test(text)]).toEqual([text, true]);
      // A complaint channel carries the sign in its name; addresses are set as code.
      const prose = file.markdown.replaceAll('[!', '[').replaceAll('![', '[').replaceAll('LAPOR!', 'LAPOR').replaceAll(/`[^`]*`/g, '');
      expect([file.lesson, /!|\bTODO\b|lorem|\b[a-z]+\.[a-z]+\.[a-z]+\b|\bkursus\b/i.exec(prose)?.[0] ?? null]).toEqual([file.lesson, null]);
    }
  });

  it('show pictures that exist, each with an alternative text of a sentence', () => {
    const shown = lessons.flatMap(({ file }) => picturesOf(file.markdown));
    expect(shown.length).toBeGreaterThanOrEqual(27);
    expect(lessons.flatMap(({ file }) => file.markdown.match(/!\[/g) ?? [])).toHaveLength(shown.length);
    for (const picture of shown) {
      expect(readDemoFile(`../../../web/public${picture.path}`)).toContain('<svg');
      expect(picture.alt.split(' ').length).toBeGreaterThan(8);
    }
  });

  it('become HTML with headings from level 2, tables and hidden answers', () => {
    for (const { file } of lessons) {
      const html = lessonHtml(file.markdown);
      expect(html).not.toContain('<h1');
      expect(html).not.toContain('../');
      expect(html).not.toMatch(/<script|style=/);
      // Nothing of it is lost when the editor's cleaning runs over it.
      expect(words(cleanHtml(html))).toEqual(words(html));
      expect(cleanHtml(html).match(/<(details|table|img|aside|figure|caption)\b/g)).toEqual(html.match(/<(details|table|img|aside|figure|caption)\b/g));
      expect([file.lesson, html.split('<details>').length]).toEqual([file.lesson, html.split('</details>').length]);
    }
  });

  it('set captions and callouts off from the text', () => {
    const html = lessonHtml('![Sebuah gambar](../../../../web/public/demo/x/y.svg "Keterangan gambar")\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n: Keterangan tabel.\n\n> [!TIP]\n> Sebuah **kiat**.');
    expect(html).toMatch(/<figure><img src="\/demo\/x\/y.svg" alt="Sebuah gambar"><figcaption>Keterangan gambar<\/figcaption><\/figure>/);
    expect(html).toMatch(/<table><caption>Keterangan tabel.<\/caption>/);
    expect(html).toContain('<aside data-callout="tip"><p>Sebuah <strong>kiat</strong>.</p></aside>');
    expect(html).not.toMatch(/\[!|title=|<p>:/);
    for (const { file } of lessons) expect([file.lesson, /\[!|<p>: | title="/.exec(lessonHtml(file.markdown))?.[0] ?? null]).toEqual([file.lesson, null]);
  });

  it('are refused when their front matter is incomplete', () => {
    expect(() => parseLessonFile('Tanpa kepala')).toThrow('front matter');
    expect(() => parseLessonFile('---\nlesson: x\n---\nIsi')).toThrow('title');
  });
});

describe('the stories', () => {
  const people = new Set(catalogue.people.map((person) => person.id));
  const jpOf = (person: string): number =>
    stories.activities.filter((activity) => activity.person === person).reduce((sum, activity) => sum + activity.jp, 0);

  it('name people and courses that exist', () => {
    const codes = new Set(published.map((course) => course.kode));
    for (const story of [...stories.activities, ...stories.learners, ...stories.evaluations]) {
      expect(people).toContain(story.person);
    }
    for (const learner of stories.learners) expect(codes).toContain(learner.course);
    expect(stories.learners).toContainEqual({ person: stories.revocation.person, course: stories.revocation.course, state: 'revoked' });
  });

  it('name each piece of evidence of a person once, since the ledger counts it once', () => {
    const named = stories.activities.map((activity) => `${activity.person} ${activity.evidence}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it('leave the demo learner at 16 of 20 JP and the PPPK learner at 26 recorded', () => {
    expect(jpOf('u04')).toBe(16);
    expect(jpOf('u16')).toBe(26);
    expect(catalogue.people.find((person) => person.id === 'u16')?.jenisAsn).toBe('PPPK');
  });

  it('has the people behind the doors of the demo, with names and numbers as typed', () => {
    expect(demoAccounts.map((account) => account.role)).toEqual(['learner', 'instructor', 'agency_admin', 'supervisor']);
    const behind = stories.doors.map((door) => catalogue.people.find((person) => person.id === door));
    expect(behind.map((person) => [person?.namaLengkap, person?.nip])).toEqual(demoAccounts.map((account) => [account.name, account.login]));
  });

  it('fill both forms for everybody who is about to hold a certificate', () => {
    for (const learner of stories.learners) {
      if (learner.course === 'PAMONG-001' || !['certified', 'revoked', 'three-questions-left'].includes(learner.state)) continue;
      const filled = stories.evaluations.find((evaluation) => evaluation.person === learner.person && evaluation.course === learner.course);
      expect([learner.person, Object.keys(filled?.scores ?? {})]).toEqual([learner.person, forms.map((form) => form.key)]);
      for (const [key, scores] of Object.entries(filled?.scores ?? {})) {
        expect(scores).toHaveLength(forms.find((form) => form.key === key)?.items.length ?? 0);
        expect(scores.every((score) => score >= 1 && score <= 4)).toBe(true);
      }
    }
  });
});
