import type { Scope } from '../../contract/ports.ts';
import type { Database } from './database.ts';
import { Associations } from './tables/associations.ts';
import { Books } from './tables/books.ts';
import {
  type ConfigurationRow,
  Configurations,
  configurationAcross,
  configurationByKey,
  configurationsOfOwner,
} from './tables/configurations.ts';
import { Conversions } from './tables/conversions.ts';
import { Evictions } from './tables/evictions.ts';
import { HostCharges } from './tables/host-charges.ts';
import { GroupMembers, HostGroups } from './tables/host-groups.ts';
import { type HostRow, Hosts, hostAcross } from './tables/hosts.ts';
import { type ImageRow, Images, imageAcross } from './tables/images.ts';
import { type InstanceRow, Instances, instanceAcross, instancesOnHost } from './tables/instances.ts';
import { Journal } from './tables/journal.ts';
import { Nodes } from './tables/nodes.ts';
import { Organizations } from './tables/organizations.ts';
import { FailingSteps, Permissions, Roles } from './tables/roles.ts';
import { SandboxTable } from './tables/sandbox.ts';
import { ShareEntities } from './tables/share-entities.ts';
import { ShareInvitations } from './tables/share-invitations.ts';
import { ResourceShares, SharesAcross } from './tables/shares.ts';
import { Tags } from './tables/tags.ts';
import { Templates } from './tables/templates.ts';
import { Topics } from './tables/topics.ts';

/** The tables of one account and Region; nothing reached from here can see another's resources. */
export class ScopedStore {
  readonly configurations: Configurations;
  readonly images: Images;
  readonly hosts: Hosts;
  readonly groups: HostGroups;
  readonly instances: Instances;
  readonly templates: Templates;
  readonly shares: ResourceShares;
  readonly conversions: Conversions;
  readonly nodes: Nodes;
  readonly topics: Topics;
  readonly journal: Journal;

  constructor(db: Database, scope: Scope) {
    this.configurations = new Configurations(db, scope);
    this.images = new Images(db, scope);
    this.hosts = new Hosts(db, scope);
    this.groups = new HostGroups(db, scope);
    this.instances = new Instances(db, scope);
    this.templates = new Templates(db, scope);
    this.shares = new ResourceShares(db, scope);
    this.conversions = new Conversions(db, scope);
    this.nodes = new Nodes(db, scope);
    this.topics = new Topics(db, scope);
    this.journal = new Journal(db, scope);
  }
}

/** Looking across accounts, by name: shared images, configurations of another owner, resources under one's own. */
export class AcrossStore {
  constructor(private readonly db: Database) {}

  configuration(id: string): ConfigurationRow | undefined {
    return configurationAcross(this.db, id);
  }

  configurationByKey(key: number): ConfigurationRow | undefined {
    return configurationByKey(this.db, key);
  }

  /** Every configuration that an account owns, in whichever Region. */
  configurationsOf(account: string): readonly ConfigurationRow[] {
    return configurationsOfOwner(this.db, account);
  }

  image(id: string): ImageRow | undefined {
    return imageAcross(this.db, id);
  }

  host(id: string): HostRow | undefined {
    return hostAcross(this.db, id);
  }

  instance(id: string): InstanceRow | undefined {
    return instanceAcross(this.db, id);
  }

  /** Machines that point to a host, running or not, whoever owns them. */
  onHost(hostId: string): readonly InstanceRow[] {
    return instancesOnHost(this.db, hostId);
  }
}

/** One open transaction over the sandbox file. */
export class Tx {
  readonly associations: Associations;
  readonly charges: HostCharges;
  readonly members: GroupMembers;
  readonly tags: Tags;
  readonly books: Books;
  readonly sandbox: SandboxTable;
  readonly organizations: Organizations;
  readonly shares: SharesAcross;
  readonly shareEntities: ShareEntities;
  readonly invitations: ShareInvitations;
  readonly evictions: Evictions;
  readonly roles: Roles;
  readonly permissions: Permissions;
  readonly failing: FailingSteps;
  readonly across: AcrossStore;

  constructor(readonly db: Database) {
    this.associations = new Associations(db);
    this.charges = new HostCharges(db);
    this.members = new GroupMembers(db);
    this.tags = new Tags(db);
    this.books = new Books(db);
    this.sandbox = new SandboxTable(db);
    this.organizations = new Organizations(db);
    this.shares = new SharesAcross(db);
    this.shareEntities = new ShareEntities(db);
    this.invitations = new ShareInvitations(db);
    this.evictions = new Evictions(db);
    this.roles = new Roles(db);
    this.permissions = new Permissions(db);
    this.failing = new FailingSteps(db);
    this.across = new AcrossStore(db);
  }

  in(scope: Scope): ScopedStore {
    return new ScopedStore(this.db, scope);
  }
}
