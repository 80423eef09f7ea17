import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { didYouMean } from '../words.ts';
import { EC2_REFUSED, when } from './sources.ts';

const NAMES = {
  ...EC2_REFUSED,
  source: { document: 'lm help', section: 'names' },
  basis: 'reading',
  exit: EXIT.notFound,
  operations: [
    'license-manager:ListLicenseConfigurations',
    'ec2:DescribeImages',
    'ec2:DescribeHosts',
    'ec2:DescribeInstances',
    'ec2:DescribeLaunchTemplates',
  ],
} as const;

/** How `lm` finds what a person names: exactly, by a beginning, or by the end of an id as `lm` shortens it. */
export const nameRows = {
  'name-not-found': row({
    ...NAMES,
    statement: 'A name, an id, an ARN, the beginning of one or the end of an id (`..1a2b3`) names what exists.',
    fault: 'ResourceNotFound',
    message: (a) => `there is no ${a.kind} "${a.given}" in account ${a.account}, ${a.region}`,
    fix: (a) => [...didYouMean(a.nearest), `${a.list} shows what there is`],
    check: (s: NameSubject) =>
      when(s.matches.length === 0, {
        kind: s.kind,
        given: s.given,
        account: s.account,
        region: s.region,
        nearest: s.nearest,
        list: s.list,
      }),
  }),
  'name-ambiguous': row({
    ...NAMES,
    statement: 'A name that several resources share, or a beginning that several have, names none of them.',
    fault: 'AmbiguousName',
    message: (a) => `"${a.given}" ${a.begins ? 'begins' : 'is'} the name of ${a.candidates.length} ${a.kind}s`,
    fix: (a) => [`name one by its id: ${a.candidates.join(', ')}`],
    check: (s: NameSubject) =>
      when(s.matches.length > 1, {
        kind: s.kind,
        given: s.given,
        begins: s.exact === false,
        candidates: s.matches,
      }),
  }),
};

/** A name as it was given, and what it matches; the rest is for the message. */
export type NameSubject = {
  readonly kind: string;
  readonly given: string;
  readonly matches: readonly string[];
  /** Whether it is the whole name of each match; false where it is but its beginning. */
  readonly exact?: boolean;
  readonly nearest: readonly string[];
  readonly account: string;
  readonly region: string;
  /** The command that lists them. */
  readonly list: string;
};
