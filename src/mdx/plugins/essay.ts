import type { HastPluginEntry } from 'satteri';
import { defineHastPlugin } from 'satteri';
import type { Draft } from '../draft.ts';
import type { Node, Root } from '../tree.ts';
import { isParent } from '../tree.ts';
import { transform } from './transform.ts';

/** The transformation as a plugin of the parser. `draftOf` gives the draft of each document, by its file. */
export function essayPlugin(draftOf: (file: URL | undefined) => Draft): HastPluginEntry {
  return ({ fileURL }) =>
    defineHastPlugin({
      name: 'throughline-essay',
      options: { position: true },
      before(root, context) {
        const tree = thaw(root as unknown as Root) as Root;
        transform(draftOf(fileURL), tree);
        context.replaceNode(root, tree as unknown as typeof root);
      },
    });
}

/** A copy of the parser's frozen tree that may be changed. */
function thaw(node: Node | Root): Node | Root {
  const copy = { ...node };
  if (copy.type === 'element') copy.properties = { ...copy.properties };
  if ('attributes' in copy) copy.attributes = copy.attributes.map((attribute) => ({ ...attribute }));
  if (isParent(copy)) copy.children = copy.children.map((child) => thaw(child) as Node);
  return copy;
}
