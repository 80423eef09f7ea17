import type { Role } from '@aws-sdk/client-iam';
import { everyPage } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

const PathPrefix = '/aws-service-role/';

/** The roles that services have made in the account; undefined where they may not be read. */
export const readRoles = (reader: Reader): Promise<readonly Role[] | undefined> =>
  reader.read('roles of services', 'iam:ListRoles', (call) =>
    everyPage(async (Marker) => {
      const page = await call('iam:ListRoles', { PathPrefix, Marker });
      return { rows: page.Roles ?? [], next: page.IsTruncated === true ? page.Marker : undefined };
    }),
  );
