import { type ClassLikeDeclaration, type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isClassLikeDeclaration,
  isIdentifier,
  isMethodDeclaration,
  isObjectBindingPattern,
  isPropertyAccessExpression,
} from 'typescript/unstable/ast/is';
import { API, type Project, type Type } from 'typescript/unstable/sync';

/** A place where a value's method is taken without calling it. */
interface Taken {
  readonly name: string;
  /** Whose method it is: an expression, or the pattern that takes it. */
  readonly from: Node;
}

/**
 * Methods of classes that are handed on without their `this`, as `file: name of Class`. TypeScript takes a class's method
 * for a function of its own, so it compiles and fails once it is called. Whoever wants to hand one on makes it a property
 * with an arrow function.
 */
export function unboundMethods(folder: string, configFile: string): string[] {
  const api = new API({ cwd: folder });
  try {
    const project = api.updateSnapshot({ openProjects: [configFile] }).getProject(configFile);
    if (!project) throw new Error(`${configFile} can’t be opened`);
    const sources = project.rootFiles.flatMap((file) => project.program.getSourceFile(file) ?? []);
    const classes = classesByMethod(sources, project);
    return sources.flatMap((source) => {
      const taken = takenIn(source).filter(({ name }) => classes.has(name));
      if (taken.length === 0) return [];
      const types = project.checker.getTypeAtLocation(taken.map(({ from }) => from));
      return taken.flatMap(({ name }, at) =>
        (classes.get(name) ?? [])
          .filter(({ type }) => canBe(type, types[at], project))
          .map((owner) => `${source.fileName.slice(folder.length + 1)}: ${name} of ${owner.name}`),
      );
    });
  } finally {
    api.close();
  }
}

function canBe(type: Type, wanted: Type | undefined, { checker }: Project): boolean {
  const present = wanted && checker.getNonNullableType(wanted);
  return present !== undefined && checker.isTypeAssignableTo(type, present);
}

interface ClassWithMethods {
  readonly name: string;
  readonly type: Type;
}

function classesByMethod(
  sources: readonly Node[],
  { checker }: Project,
): ReadonlyMap<string, ClassWithMethods[]> {
  const found = new Map<string, ClassWithMethods[]>();
  for (const node of sources.flatMap((source) => [...nodesIn(source)].filter(isClassLikeDeclaration))) {
    const symbol = node.name && checker.getSymbolAtLocation(node.name);
    if (!symbol) continue;
    const owner = { name: symbol.name, type: checker.getDeclaredTypeOfSymbol(symbol) };
    for (const method of methodsOf(node)) found.set(method, [...(found.get(method) ?? []), owner]);
  }
  return found;
}

const methodsOf = ({ members }: ClassLikeDeclaration): string[] =>
  members.filter(isMethodDeclaration).map(({ name }) => name.getText());

function takenIn(source: Node): Taken[] {
  return [...nodesIn(source)].flatMap((node): Taken[] => {
    if (isObjectBindingPattern(node))
      return node.elements.flatMap(({ propertyName, name, dotDotDotToken }) => {
        const taken = propertyName ?? name;
        return taken && isIdentifier(taken) && !dotDotDotToken ? [{ name: taken.text, from: node }] : [];
      });
    if (!isPropertyAccessExpression(node) || isUsedInPlace(node)) return [];
    return [{ name: node.name.text, from: node.expression }];
  });
}

/** Called, as in `a.b()`, or the way to something else, as in `a.b.bind(a)`. */
function isUsedInPlace(node: Node): boolean {
  const { parent } = node;
  if (parent.kind === SyntaxKind.ParenthesizedExpression) return isUsedInPlace(parent);
  return 'expression' in parent && parent.expression === node && USES.has(parent.kind);
}

const USES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.CallExpression,
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.ElementAccessExpression,
]);

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  const children: Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
    return undefined;
  });
  for (const child of children) yield* nodesIn(child);
}
