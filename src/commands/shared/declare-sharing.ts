import { flag, listOf, required, text } from '../params.ts';

/** `--with`: whom something is shared with. */
export const withParam = required(
  listOf(text({ help: '' }), {
    help: 'account ids or names, organization, or a unit of it (ou-…)',
    placeholder: 'ACCOUNT|organization|OU',
    prompt: {
      message: 'With whom?',
      help: 'An account id, the word organization for all of its accounts, or the id of an organizational unit.',
    },
    example: '444455556666',
  }),
);

/** `--share-organization`: share what is attached in the same step (config-share-on-associate). */
export const shareOrganizationParam = flag({
  help: 'share the license configuration with all accounts of the organization in the same step',
  aliases: ['share-org', 'share-organisation'],
});
