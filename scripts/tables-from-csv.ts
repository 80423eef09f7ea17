/** One row of a CSV file by column name. The fact tables hold no quoted comma in the columns that are read. */
export type CsvRow = Readonly<Record<string, string>>;

/** Splits a CSV text with a header row; a quoted last column (the evidence) is cut short, which nobody reads. */
export function readCsv(text: string): readonly CsvRow[] {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/**
 * One instance type as `SIZE CORESxTHREADS MEMORY_MIB VALID_CORES FLAGS`, the form that src/validation/instance-types.ts
 * reads. Flags: n nitro or x xen, b bare metal, d Dedicated Hosts, g current generation, then the architectures' letter.
 * @throws Error when the row's vCPUs are not its cores times its threads, or its architectures are new.
 */
export function packInstanceType(row: CsvRow): string {
  const name = cell(row, 'instanceType');
  const [cores, threads] = [Number(cell(row, 'defaultCores')), Number(cell(row, 'threadsPerCore'))];
  if (Number(cell(row, 'vcpus')) !== cores * threads) throw new Error(`${name}: vCPUs are not cores times threads.`);
  const architecture = ARCHITECTURES[cell(row, 'architectures')];
  if (architecture === undefined) throw new Error(`${name}: architectures ${row.architectures} have no letter.`);
  const valid = packNumbers(cell(row, 'validCores').split(';').filter(Boolean).map(Number));
  const flags = [
    cell(row, 'hypervisor').charAt(0),
    cell(row, 'bareMetal') === 'true' ? 'b' : '',
    cell(row, 'dedicatedHosts') === 'true' ? 'd' : '',
    cell(row, 'currentGeneration') === 'true' ? 'g' : '',
    architecture,
  ].join('');
  return `${name.slice(name.indexOf('.') + 1)} ${cores}x${threads} ${cell(row, 'memoryMiB')} ${valid || '-'} ${flags}`;
}

const ARCHITECTURES: CsvRow = { x86_64: 'X', arm64: 'A', 'i386;x86_64': 'I', arm64_mac: 'M', x86_64_mac: 'W' };

/** Rising numbers in runs: `2-8/2,16` is 2, 4, 6, 8, 16; the step 1 is not written. */
export function packNumbers(numbers: readonly number[]): string {
  const parts: string[] = [];
  let start = 0;
  while (start < numbers.length) {
    const end = endOfRun(numbers, start);
    const [first = 0, second = 0] = numbers.slice(start, start + 2);
    const step = second - first;
    const last = numbers[end] ?? first;
    parts.push(end - start < 2 ? String(first) : `${first}-${last}${step === 1 ? '' : `/${step}`}`);
    start = end - start < 2 ? start + 1 : end + 1;
  }
  return parts.join(',');
}

/** The last index up to which the numbers rise by one same step. */
function endOfRun(numbers: readonly number[], start: number): number {
  const gap = (index: number): number => (numbers[index + 1] ?? Number.NaN) - (numbers[index] ?? Number.NaN);
  let end = start;
  while (gap(end) === gap(start)) end += 1;
  return end;
}

/** One Dedicated Host family as `SOCKETS CORES VCPUS FLAGS`. Flags: n nitro, m several types on one host. */
export function packHost(row: CsvRow): string {
  const flags = `${cell(row, 'nitro') === 'true' ? 'n' : ''}${cell(row, 'mixedInstanceTypes') === 'true' ? 'm' : ''}`;
  return `${cell(row, 'sockets')} ${cell(row, 'physicalCores')} ${cell(row, 'vcpus') || '-'} ${flags || '-'}`;
}

function cell(row: CsvRow, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`The table has no column ${name}.`);
  return value;
}
