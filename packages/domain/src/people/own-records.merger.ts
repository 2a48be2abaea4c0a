import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type { MergeRecord } from './merging.repository.js';
import { MergingRepository, filledFacts } from './merging.repository.js';
import { currentNumber, numbersClash, outside, planNumbers } from './merging.rules.js';
import { PeopleFactsRepository } from './people-facts.repository.js';
import { PeopleWritesRepository } from './people-writes.repository.js';
import type { MergeConflict, MergeLine, MergePair, PersonMerger } from './person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from './person-mergers.js';
import type { Span } from './timeline.rules.js';

const factWords: Readonly<Record<(typeof filledFacts)[number], readonly [string, string]>> = {
  titleBefore: ['gelar depan', 'titles before the name'], titleAfter: ['gelar belakang', 'titles after the name'], sex: ['jenis kelamin', 'sex'], birthPlace: ['tempat lahir', 'birthplace'],
  birthDate: ['tanggal lahir', 'date of birth'], email: ['surel', 'e-mail'], phone: ['nomor telepon', 'phone number'], photoKey: ['foto', 'photo'],
};

/** What people itself keeps: facts, numbers, histories, who supervises and heads. */
@Injectable()
export class OwnRecordsMerger implements PersonMerger {
  readonly key = 'people';
  readonly title = { id: 'Data pegawai', en: 'Personal record' };
  readonly references = {
    moves: [
      'person_number.person_id', 'contract_period.person_id', 'person_unit.person_id', 'person_status.person_id', 'person_supervisor.person_id',
      'person_supervisor.supervisor_id', 'person.supervisor_id', 'organisation_head.person_id', 'person_transfer.person_id', 'person.merged_into_id',
    ],
    follows: ['person_transfer.proposed_by_id', 'person_transfer.decided_by_id', 'organisation_event.actor_person_id'],
  };

  constructor(
    private readonly records: MergingRepository,
    private readonly facts: PeopleFactsRepository,
    private readonly writes: PeopleWritesRepository,
    mergers: PersonMergers,
  ) {
    mergers.add(this);
  }

  async conflicts(reader: Reader, { keptId, goneId }: MergePair): Promise<MergeConflict[]> {
    const [kept, gone] = await this.numbers(reader, keptId, goneId);
    const found: MergeConflict[] = [];
    if (numbersClash(kept, gone)) {
      found.push({ code: 'MERGE_NUMBERS_DIFFER', params: { kept: currentNumber(kept)?.number ?? '', gone: currentNumber(gone)?.number ?? '' } });
    }
    if (await this.records.hasOpenTransfer(reader, [keptId, goneId])) found.push({ code: 'MERGE_TRANSFER_OPEN' });
    return found;
  }

  async preview(reader: Reader, { keptId, goneId, today }: MergePair): Promise<MergeLine[]> {
    const records = await this.records.list(reader, [keptId, goneId]);
    const [kept, gone] = await this.numbers(reader, keptId, goneId);
    const lines: MergeLine[] = [];
    const say = (...line: Parameters<typeof mergeLine>) => void lines.push(mergeLine(...line));
    const before = currentNumber(gone);
    for (const { number, validUntil, id } of planNumbers(kept, gone, today).moved) {
      if (id === before?.id && validUntil !== null) say('joins', `Nomor ${number} menjadi nomor lama, berlaku sampai ${dayWords(validUntil).id}. Masuk dengan nomor itu tetap bisa.`, `Number ${number} becomes a former one, valid until ${dayWords(validUntil).en}. Signing in with it still works.`);
      else say('moves', `Nomor ${number} ikut pindah.`, `Number ${number} moves along.`);
    }
    const added = filledBy(records.get(keptId), records.get(goneId));
    if (added.length > 0) say('joins', `Yang masih kosong diisi: ${added.map((fact) => factWords[fact][0]).join(', ')}.`, `What is empty is filled in: ${added.map((fact) => factWords[fact][1]).join(', ')}.`);
    const [goneRecord, keptRecord] = [records.get(goneId), records.get(keptId)];
    if (goneRecord?.email && keptRecord?.email && goneRecord.email.toLowerCase() !== keptRecord.email.toLowerCase()) {
      say('ends', `Surel tetap ${keptRecord.email}; surat tidak lagi dikirim ke ${goneRecord.email}.`, `The e-mail stays ${keptRecord.email}; no more letters go to ${goneRecord.email}.`);
    }
    const histories = await this.plan(reader, keptId, goneId);
    const days = histories.units.length + histories.statuses.length + histories.supervisors.length;
    if (days > 0) {
      say('joins', `Riwayat unit, status, dan atasan dilengkapi (${days} masa). Pada hari yang sama, riwayat catatan yang dipertahankan yang berlaku.`,
        oneOrMany(days, 'The history of units, statuses and supervisors is completed (1 period). On days that both records know, the record that stays is right.', `The history of units, statuses and supervisors is completed (${days} periods). On days that both records know, the record that stays is right.`));
    }
    const contracts = await this.contracts(reader, keptId, goneId);
    if (contracts.length > 0) say('moves', `${contracts.length} masa perjanjian kerja ikut pindah.`, oneOrMany(contracts.length, '1 contract period moves along.', `${contracts.length} contract periods move along.`));
    const { heads, reports } = await this.records.countTies(reader, goneId, today);
    if (heads > 0) say('moves', `Pimpinan ${heads} unit menjadi catatan yang dipertahankan.`, oneOrMany(heads, 'The record that stays becomes the head of 1 unit.', `The record that stays becomes the head of ${heads} units.`));
    if (reports > 0) say('moves', `Atasan ${reports} pegawai menjadi catatan yang dipertahankan.`, oneOrMany(reports, 'The record that stays becomes the supervisor of 1 person.', `The record that stays becomes the supervisor of ${reports} people.`));
    return lines;
  }

  async move(tx: Tx, { keptId, goneId, today }: MergePair): Promise<void> {
    const [kept, gone] = await this.numbers(tx, keptId, goneId);
    const { moved, dropped } = planNumbers(kept, gone, today);
    const histories = await this.plan(tx, keptId, goneId);
    const contracts = await this.contracts(tx, keptId, goneId);
    await this.records.moveNumbers(tx, keptId, moved, dropped);
    const rows = <V>(spans: readonly Span<V>[], columns: (value: V) => { value: string; extra: string | null }) =>
      spans.map((span) => ({ id: newId(), personId: keptId, from: span.from, until: span.until, ...columns(span.value) }));
    await this.records.insertUnits(tx, goneId, rows(histories.units, (value) => ({ value, extra: null })));
    await this.writes.changeHistory(tx, 'person_status', { removed: [], moved: [], added: rows(histories.statuses, ({ status, note }) => ({ value: status, extra: note })) });
    await this.writes.changeHistory(tx, 'person_supervisor', { removed: [], moved: [], added: rows(histories.supervisors, (value) => ({ value, extra: null })) });
    await this.records.moveContracts(tx, keptId, contracts);
    await this.records.moveTies(tx, keptId, goneId);
  }

  private async numbers(reader: Reader, keptId: string, goneId: string) {
    const all = await this.records.listNumbers(reader, [keptId, goneId]);
    return [all.filter((one) => one.personId === keptId), all.filter((one) => one.personId === goneId)] as const;
  }

  /** What the record that goes knows of days of which the other says nothing. */
  private async plan(reader: Reader, keptId: string, goneId: string) {
    const found = await this.facts.listHistories(reader, [keptId, goneId]);
    const empty = { units: [], statuses: [], supervisors: [] };
    const [kept, gone] = [found.get(keptId) ?? empty, found.get(goneId) ?? empty];
    return {
      units: outside(gone.units, kept.units),
      statuses: outside(gone.statuses, kept.statuses),
      // While the record that stays tells of a unit, its tree says who supervises there, unless somebody set another.
      supervisors: outside(gone.supervisors, [...kept.supervisors, ...kept.units]).filter((span) => span.value !== keptId && span.value !== goneId),
    };
  }

  private async contracts(reader: Reader, keptId: string, goneId: string): Promise<string[]> {
    const kept = await this.records.listContracts(reader, keptId);
    const gone = await this.records.listContracts(reader, goneId);
    return gone.filter((one) => kept.every((other) => other.until < one.from || other.from > one.until)).map((one) => one.id);
  }
}

/** A day as a sentence names it. */
function dayWords(day: string): { id: string; en: string } {
  const say = (language: string) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return { id: say('id-ID'), en: say('en-GB') };
}

/** Facts that only the record that goes has. */
function filledBy(kept: MergeRecord | undefined, gone: MergeRecord | undefined) {
  return filledFacts.filter((fact) => kept?.[fact] === null && gone?.[fact] !== null && gone?.[fact] !== undefined);
}
