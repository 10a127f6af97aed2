import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Read like a library: nobody follows a command into their files. */
const LIBRARIES = {
  'src/locale/': 'src/locale (the catalogue)',
  'src/util/': 'src/util (general tools)',
} as const;

/** A compiled file of the product, as its source is called; undefined for everything else. */
export function sourceOf(url: string): string | undefined {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url;
  const file = path.startsWith(ROOT) ? path.slice(ROOT.length) : '';
  if (!/^(src|commands)\//.test(file) || file.startsWith('src/sandbox/')) return undefined;
  const library = Object.entries(LIBRARIES).find(([folder]) => file.startsWith(folder));
  return library?.[1] ?? file.replace(/\.js$/, '.ts');
}

interface Covered {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
  }[];
}

/** Counts calls from now on. `take` resolves with the functions called since the last time. */
export async function startCoverage() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take: async () => functionsIn((await session.post('Profiler.takePreciseCoverage')).result),
    /** The files of the functions that every run called and idleness doesn't. */
    filesIn: (runs: readonly ReadonlySet<string>[], idle: ReadonlySet<string>): readonly string[] => {
      const [first = new Set<string>(), ...others] = runs;
      const always = [...first].filter((each) => !idle.has(each) && others.every((run) => run.has(each)));
      return [...new Set(always.map((each) => each.slice(0, each.indexOf('#'))))].sort();
    },
    stop: () => session.disconnect(),
  };
}

function functionsIn(scripts: readonly Covered[]): ReadonlySet<string> {
  const called = scripts.flatMap(({ url, functions }) => {
    const file = sourceOf(url);
    if (file === undefined) return [];
    return functions
      .filter(({ ranges: [whole] }) => whole && whole.count > 0)
      .map(({ functionName, ranges: [whole] }) => `${file}#${functionName} ${whole?.startOffset}`);
  });
  return new Set(called);
}
