import { figureText } from '../../chain/format.ts';
import type { TextInput } from '../../chain/outline.ts';
import type { Scene } from '../../chain/scene.ts';
import { isolate } from '../../chain/text.ts';
import { put, renewed, texts } from './drawn-numbers.ts';

/** Finds in a drawing what activities cost and what is left, and gives a function that writes what another scene says. */
export function readMoney(svg: SVGSVGElement, base: Scene, input: TextInput): (scene: Scene) => void {
  const told = ({ result }: Scene, id: string | undefined): string => {
    const figure = id === undefined ? result.margin : result.activities.find((one) => one.id === id)?.cost;
    return figure === null || figure === undefined ? '' : isolate(figureText(figure, input), input.dir);
  };
  const writes = [...texts(svg)].flatMap((node): ((scene: Scene) => void)[] => {
    const { data } = node;
    const id = node.parentElement?.closest<SVGAElement>('a.act')?.dataset['activity'];
    const text = told(base, id);
    // The margin may stand on several lines.
    const found =
      text !== '' && (data === text || (id === undefined && data !== '' && ` ${text} `.includes(` ${data} `)));
    return found ? [(scene) => put(node, renewed(data, text, told(scene, id)))] : [];
  });
  return (scene) => {
    for (const write of writes) write(scene);
  };
}
