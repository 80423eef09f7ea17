import { choice, listOf, pairs, required, text } from '../params.ts';

export const image = text({
  help: 'AMI, by name or id',
  placeholder: 'AMI',
  names: 'ami',
  example: 'win2022-byol',
  prompt: { message: 'Which AMI?', help: 'A name, an id, or the beginning of one; lm ami list shows them.' },
});
export const images = required(
  listOf(image, {
    help: "AMIs, by name, id, 'name*' or tag:key=value",
    placeholder: 'AMI',
    names: 'ami',
    example: 'win2022-byol',
    prompt: { message: 'Which AMIs?', help: 'Names, ids or name*; several are parted by commas.' },
  }),
);
export const newName = text({
  help: 'name of the new AMI',
  placeholder: 'NAME',
  example: 'win2022-byol',
  field: 'Name',
  prompt: { message: 'What shall the AMI be called?', help: 'An AMI name is unique in its account and Region.' },
});
export const config = listOf(
  text({
    help: 'license configuration',
    placeholder: 'NAME',
    prompt: { message: 'Which license configurations?', help: 'Names or ids; lm config list shows them.' },
  }),
  {
    help: 'license configurations, by name or id',
    placeholder: 'NAME',
    names: 'config',
    aliases: ['license'],
    example: 'win-dc',
    prompt: {
      message: 'Which license configurations?',
      help: 'Names or ids, parted by commas; lm config list shows them.',
    },
  },
);
export const description = text({ help: 'what it is for', field: 'Description' });
export const tag = pairs({ help: 'a tag; repeat it for more' });
export const architecture = choice(['x86_64', 'arm64'], { help: 'processor architecture', field: 'Architecture' });
