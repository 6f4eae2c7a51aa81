import { mdxToJs } from 'satteri';
import type { Draft } from './draft.ts';
import { syntaxProblem } from './syntax.ts';
import type { Node, Root } from './tree.ts';

/** True when the document has import or export lines of its own. */
export function hasOwnModules(root: Root): boolean {
  return root.children.some((node: Node) => node.type === 'mdxjsEsm');
}

/**
 * Reports import and export lines that are no code, each block at its own place: whoever builds the page would
 * stop at the first, without one. A sentence that begins with “import” is among them.
 */
export function checkModules(draft: Draft, root: Root): void {
  for (const node of root.children) {
    if (node.type !== 'mdxjsEsm') continue;
    try {
      mdxToJs(node.value, { features: { frontmatter: false } });
    } catch (fault) {
      const linesBefore = draft.linesBefore + (node.position?.start.line ?? 1) - 1;
      draft.problems.push(syntaxProblem({ file: draft.file, linesBefore }, fault, node.value));
    }
  }
}
