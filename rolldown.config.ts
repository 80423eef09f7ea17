import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

/**
 * Removes chunks of earlier builds after the new ones stand, instead of emptying `dist` first: a program that is
 * running from `dist`, or a test beside the build, never finds the folder empty.
 */
function dropStaleChunks(): Plugin {
  return {
    name: 'drop-stale-chunks',
    writeBundle(options, bundle) {
      const dir = options.dir ?? 'dist';
      for (const file of readdirSync(dir)) if (!(file in bundle)) rmSync(join(dir, file), { recursive: true });
    },
  };
}

/**
 * Commander loads `node:child_process`, and with it Node's network code, for subcommands that are programs of their own.
 * `lm` has none, so it gets an empty module instead: 0.15 of a bare start, for each command.
 */
function commanderWithoutPrograms(): Plugin {
  const empty = '\0no-child-process';
  return {
    name: 'commander-without-programs',
    resolveId: (id, importer) =>
      id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer ?? '') ? empty : null,
    load: (id) => (id === empty ? 'module.exports = {};' : null),
  };
}

/**
 * Writes characters outside ASCII as escapes, which mean the same in strings, templates and patterns. Text of single bytes
 * is read into V8 as it is: text with one wider character is decoded and held in twice the room, at every start.
 */
function asciiOnly(): Plugin {
  const escaped = (text: string) =>
    text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return {
    name: 'ascii-only',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escaped(file.code);
    },
  };
}

const SQLITE = '@photostructure/sqlite';

/**
 * Loads the package's binary from where npm puts it beside the program. Anywhere else (another layout of node_modules, a
 * platform without a prebuilt binary) the package's own search finds it.
 */
const BINARY = `
const { dirname, join } = require('node:path');
module.exports = () => {
  const folder = join(__dirname, '..', 'node_modules', '${SQLITE}', 'prebuilds', process.platform + '-' + process.arch);
  for (const libc of ['glibc', 'musl']) {
    try {
      const loaded = { exports: {} };
      process.dlopen(loaded, join(folder, '@photostructure+sqlite.' + libc + '.node'));
      return loaded.exports;
    } catch {}
  }
  return require('node-gyp-build')(dirname(require.resolve('${SQLITE}/package.json')));
};`;

/**
 * Takes the JavaScript of the SQLite package into the bundle and leaves only its binary outside: finding and loading four
 * files of a package costs a fifth of a bare start.
 */
function sqliteInside(): Plugin {
  const binary = '\0sqlite-binary';
  return {
    name: 'sqlite-inside',
    resolveId: (id, importer) => {
      if (id !== 'node-gyp-build') return null;
      return importer === binary ? { id, external: true } : binary;
    },
    load: (id) => (id === binary ? BINARY : null),
    transform: (code, id) =>
      /store[\\/]sqlite\.ts$/.test(id) ? code.replace(`requireFromHere('${SQLITE}')`, `require('${SQLITE}')`) : null,
  };
}

const LATE_HTTPS = `
let https;
const loaded = () => (https ??= require('node:https'));
class Agent {
  constructor(options) {
    return new (loaded().Agent)(options);
  }
  static [Symbol.hasInstance](one) {
    return https !== undefined && one instanceof https.Agent;
  }
}
module.exports = { Agent, request: (...asked) => loaded().request(...asked) };`;

const READ_FILE = `
const { readFile } = require('node:fs');
module.exports = { readFile: require('node:util').promisify(readFile) };`;

/**
 * Modules of Node that the AWS SDK loads whether it needs them or not: TLS for requests that go to a server on this machine
 * in clear text, and all of the promises of files to read one. Together a twentieth of a read from AWS's own services.
 */
function sdkWithoutWaiting(): Plugin {
  const late = [
    { id: 'node:https', importer: /@smithy[\\/]node-http-handler[\\/]/, text: LATE_HTTPS },
    { id: 'node:fs/promises', importer: /[\\/]shared-ini-file-loader[\\/]/, text: READ_FILE },
  ];
  return {
    name: 'sdk-without-waiting',
    resolveId: (id, importer = '') =>
      late.some((one) => one.id === id && one.importer.test(importer)) ? `\0late-${id}` : null,
    load: (id) => late.find((one) => id === `\0late-${one.id}`)?.text ?? null,
  };
}

/**
 * What every command on the embedded engine loads stands in two chunks instead of forty: a file costs Node a quarter of a
 * millisecond to find and open, whatever its size. All else stays one chunk for each `import()`.
 */
const TOGETHER: readonly { readonly name: string; readonly test: RegExp }[] = [
  {
    name: 'program',
    test: /src\/(io|signals|descriptors|terminal-env|cli\/(?!spinner|input|program|help-text)[\w-]+|settings\/(files|keys|paths|resolve|contexts)|commands\/[\w-]+|commands\/shared\/(find|lists|alerts|sharing-of)|prompts\/(gateway|missing)|render\/(index|notes|safe-text|plain-value|terminal|formats\/json)|contract\/(exit|fault|usage|settings|prompts))\.ts$/,
  },
  {
    // What the noun that is used most reads and tags with.
    name: 'config',
    test: /src\/commands\/config\/(everyday|declare-everyday|params|read|show|list|limit|tags?|change|difference-rows)\.ts$/,
  },
  {
    name: 'engine',
    test: /src\/(local-engine\/(?!check-launch|sandbox|operations|ledger|schedule|import|fail-host|moments|service|ties|seed|store\/(?:snapshot|reports|disk))[\w/-]+|local-engine\/operations\/(index|configuration|tagged|license-manager\/(index|(Get|List)LicenseConfigurations?|TagResource))|contract\/shapes\/(index|faults|license-manager\/(index|(Get|List)LicenseConfigurations?|TagResource))|validation\/(arns|check-in|free-text|tags|guard|shape|quotas|words|host-families|tables\/hosts|licensing\/(terms|rules|matrix)|catalogue\/(request|sources|config-access)))\.ts$/,
  },
  {
    // Small parts of the AWS SDK that each of its clients loads, and that would stand in six files: some ways to credentials share them.
    name: 'sdk',
    test: /(node:fs\/promises|node_modules[\\/]@(smithy|aws-sdk)[\\/](types[\\/]dist-es[\\/]profile|core[\\/]dist-es[\\/]submodules[\\/](client[\\/]setCredentialFeature|config[\\/]property-provider[\\/](Credentials)?ProviderError|config[\\/]shared-ini-file-loader[\\/](getHomeDir|readFile|getProfileName|getConfigData|getConfigFilepath|getCredentialsFilepath|parseIni|loadSharedConfigFiles)|serde[\\/](is-array-buffer|util-buffer-from|util-hex-encoding)[\\/][\w-]+|transport[\\/]hasOwn|protocols[\\/](ConfigurableSerdeContext|UnionSerde|common|json[\\/]([\w-]+[\\/])?\w+)))(\.js)?)$/,
  },
];

/** TypeScript in, CommonJS chunks out: one file per `import()`, so that a command loads only what it uses (docs/decisions/0002). */
export default defineConfig({
  input: { main: './src/main.ts' },
  platform: 'node',
  external: [`${SQLITE}/package.json`],
  // The SDK's ES modules split by command; its CommonJS build is one piece.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  plugins: [commanderWithoutPrograms(), sdkWithoutWaiting(), sqliteInside(), asciiOnly(), dropStaleChunks()],
  output: {
    dir: 'dist',
    format: 'cjs',
    // import() of Node's own modules would start the loader of ES modules for nothing.
    dynamicImportInCjs: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Node parses each chunk at every start. Functions and classes keep their names, for stack traces.
    minify: { mangle: { keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
    sourcemap: false,
    codeSplitting: { groups: TOGETHER.map((group) => ({ ...group })) },
  },
});
