import { Controller } from '@nestjs/common';
import { organisations } from '@pamong/contract/organisations';
import type { Actor } from '@pamong/domain/access/actor';
import { platformPath } from '@pamong/domain/access/actor';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { TreeChangePreviewService } from '@pamong/domain/organisations/tree-change-preview.service';
import { UnitChangesService } from '@pamong/domain/organisations/unit-changes.service';
import { UnitsService } from '@pamong/domain/organisations/units.service';
import { OrganisationHeadsService } from '@pamong/domain/people/organisation-heads.service';
import { UnitViews } from '@pamong/domain/people/unit-views';
import { Database } from '@pamong/platform/database/database';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

/** The tree of an agency's units. */
@Controller()
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly changes: UnitChangesService,
    private readonly previews: TreeChangePreviewService,
    private readonly heads: OrganisationHeadsService,
    private readonly views: UnitViews,
    private readonly places: OrganisationsService,
    private readonly db: Database,
  ) {}

  @Endpoint(organisations.list)
  async list(@Caller() actor: Actor, @Input() { query }: InputOf<typeof organisations.list>) {
    const items = await this.units.list(actor.scope('unit.read'), query.parentId ?? null, query.closed === 'yes', (path) => actor.can('unit.read', path));
    return { items: items.map((unit) => this.views.node(unit, managing(actor))), can: { createAgency: actor.can('unit.manage', platformPath) } };
  }

  @Endpoint(organisations.search)
  async search(@Caller() actor: Actor, @Input() { query }: InputOf<typeof organisations.search>) {
    const { items, more } = await this.units.search(actor.scope('unit.read'), query.q, query.closed === 'yes');
    return { items: items.map((unit) => ({ ...this.views.node(unit, managing(actor)), way: unit.way })), more };
  }

  @Endpoint(organisations.get)
  get(@Caller() actor: Actor, @Input() { params }: InputOf<typeof organisations.get>) {
    return this.views.sheet(params.organisationId, managing(actor));
  }

  @Endpoint(organisations.create)
  async create(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof organisations.create>) {
    const { code, unitKind, ...facts } = body;
    const id = await this.changes.create(actor, params.organisationId, { ...facts, ...(code ? { code } : {}), ...(unitKind ? { unitKind } : {}) });
    return this.views.sheet(id, managing(actor));
  }

  @Endpoint(organisations.listSettled)
  async listSettled(@Caller() actor: Actor, @Input() { query }: InputOf<typeof organisations.listSettled>) {
    return { items: await this.places.listAgencies(this.db, actor.scope(query.permission)) };
  }

  @Endpoint(organisations.createAgency)
  async createAgency(@Caller() actor: Actor, @Input() { body }: InputOf<typeof organisations.createAgency>) {
    return this.views.sheet(await this.changes.createAgency(actor, body), managing(actor));
  }

  @Endpoint(organisations.change)
  async change(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof organisations.change>) {
    const { revision, ...facts } = body;
    await this.changes.change(actor, params.organisationId, revision, facts);
    return this.views.sheet(params.organisationId, managing(actor));
  }

  @Endpoint(organisations.previewMove)
  previewMove(@Caller() actor: Actor, @Input() { params, query }: InputOf<typeof organisations.previewMove>) {
    return this.previews.preview('move', params.organisationId, query.intoId, managing(actor));
  }

  @Endpoint(organisations.move)
  async move(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof organisations.move>) {
    await this.changes.move(actor, params.organisationId, body.intoId, managing(actor));
    return this.views.sheet(params.organisationId, managing(actor));
  }

  @Endpoint(organisations.previewMerge)
  previewMerge(@Caller() actor: Actor, @Input() { params, query }: InputOf<typeof organisations.previewMerge>) {
    return this.previews.preview('merge', params.organisationId, query.intoId, managing(actor));
  }

  @Endpoint(organisations.merge)
  async merge(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof organisations.merge>) {
    await this.changes.merge(actor, params.organisationId, body.intoId, managing(actor));
    return this.views.sheet(body.intoId, managing(actor));
  }

  @Endpoint(organisations.close)
  async close(@Caller() actor: Actor, @Input() { params }: InputOf<typeof organisations.close>) {
    await this.changes.close(actor, params.organisationId);
    return this.views.sheet(params.organisationId, managing(actor));
  }

  @Endpoint(organisations.reopen)
  async reopen(@Caller() actor: Actor, @Input() { params }: InputOf<typeof organisations.reopen>) {
    await this.changes.reopen(actor, params.organisationId);
    return this.views.sheet(params.organisationId, managing(actor));
  }

  @Endpoint(organisations.listHeadCandidates)
  async listHeadCandidates(@Input() { params, query }: InputOf<typeof organisations.listHeadCandidates>) {
    return { items: await this.heads.candidates(params.organisationId, query.q) };
  }

  @Endpoint(organisations.addHead)
  async addHead(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof organisations.addHead>) {
    await this.heads.add(actor, params.organisationId, body);
    return this.views.sheet(params.organisationId, managing(actor));
  }

  @Endpoint(organisations.endHead)
  async endHead(@Caller() actor: Actor, @Input() { params, query }: InputOf<typeof organisations.endHead>) {
    await this.heads.end(actor, params.organisationId, params.headId, query.on);
    return this.views.sheet(params.organisationId, managing(actor));
  }
}

/** Whether the caller may change the unit of a path. */
function managing(actor: Actor): (path: string) => boolean {
  return (path) => actor.can('unit.manage', path);
}
