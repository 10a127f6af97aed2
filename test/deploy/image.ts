import { execFileSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';

/** What an engine would start, with absolute paths of the image moved under `root`. */
export interface Image {
  readonly root: string;
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string | undefined;
  readonly volumes: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

interface Stage extends Image {
  readonly name: string | undefined;
}

/**
 * Builds a Dockerfile's image as a tree of files in `folder`, without an engine: its COPY and RUN steps, in order.
 * RUN steps are run on this machine, so the base image's own files are not there.
 */
export async function buildImage(dockerfile: string, context: string, folder: string): Promise<Image> {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const root = join(folder, `stage-${stages.length}`);
      await mkdir(root, { recursive: true });
      stages.push(emptyStage(root, instruction));
      continue;
    }
    const stage = stages.pop();
    if (!stage) throw new Error('the Dockerfile does not begin with FROM');
    stages.push(await step(stage, instruction, { context, stages }));
  }
  const image = stages.at(-1);
  if (!image) throw new Error('the Dockerfile has no stage');
  return image;
}

function emptyStage(root: string, from: Instruction): Stage {
  const [, , name] = wordsOf(from);
  return {
    name,
    root,
    workingDirectory: '/',
    env: {},
    user: undefined,
    volumes: [],
    command: [],
    healthCheck: [],
  };
}

interface Siblings {
  readonly context: string;
  readonly stages: readonly Stage[];
}

async function step(stage: Stage, instruction: Instruction, around: Siblings): Promise<Stage> {
  const words = wordsOf(instruction);
  const [first = ''] = words;
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      await mkdir(join(stage.root, first), { recursive: true });
      return { ...stage, workingDirectory: first };
    case 'ENV':
      return { ...stage, env: { ...stage.env, ...Object.fromEntries(words.map(assignment)) } };
    case 'USER':
      return { ...stage, user: first };
    case 'COPY':
      await copy(stage, instruction as Copy, around);
      return stage;
    case 'RUN':
      execFileSync('sh', ['-ec', inside(stage, instruction.getRawArgumentsContent() ?? '')], {
        cwd: join(stage.root, stage.workingDirectory),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return stage;
    case 'VOLUME':
      return { ...stage, volumes: jsonOf(instruction) };
    case 'HEALTHCHECK':
      return { ...stage, healthCheck: jsonOf(instruction) };
    case 'ENTRYPOINT':
    case 'CMD':
      return { ...stage, command: [...stage.command, ...jsonOf(instruction)] };
    case 'EXPOSE':
      return stage;
    default:
      throw new Error(`${instruction.getKeyword()} is not known to this test`);
  }
}

async function copy(stage: Stage, instruction: Copy, { context, stages }: Siblings): Promise<void> {
  const from = instruction
    .getFlags()
    .find((flag) => flag.getName() === 'from')
    ?.getValue();
  const source = from === undefined ? context : stages.find(({ name }) => name === from)?.root;
  if (source === undefined) throw new Error(`there is no stage ${from}`);
  const paths = wordsOf(instruction).filter((word) => !word.startsWith('--'));
  const target = paths.pop() ?? '';
  const to = target.startsWith('/')
    ? join(stage.root, target)
    : join(stage.root, stage.workingDirectory, target);
  for (const path of paths) {
    const destination = target.endsWith('/') ? join(to, basename(path)) : to;
    await cp(resolve(source, path.replace(/^\//, '')), destination, {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}

/** The only absolute paths that a step may name are those of the image. */
const inside = ({ root }: Stage, command: string): string =>
  command.replaceAll(/(?<=^|\s)\/(?=\w)/g, `${root}/`);

const wordsOf = (instruction: Instruction): string[] =>
  instruction.getArguments().map((argument) => argument.getValue());

/** The exec form: a JSON array, which may stand behind flags. */
function jsonOf(instruction: Instruction): string[] {
  const [array] = /\[.*\]/s.exec(instruction.getTextContent()) ?? [];
  if (array === undefined) throw new Error(`${instruction.getKeyword()} is not in exec form`);
  return JSON.parse(array);
}

function assignment(word: string): [string, string] {
  const [name = '', ...value] = word.split('=');
  return [name, value.join('=')];
}
