/** The program's version, taken from package.json when it is bundled: the number stands once. */
export { version as VERSION } from '../package.json';
