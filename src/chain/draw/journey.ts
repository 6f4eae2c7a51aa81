import { stages } from '../model/activity.ts';
import type { Activity, Flow, ValueChain } from '../model/chain.ts';
import { sceneOf } from '../scene.ts';
import { leaves } from '../engine/parts.ts';
import type { ChainWords } from '../words.ts';
import type { Drawing, DrawInput } from './drawing.ts';
import { drawGroups } from './nested.ts';

type Stage = (typeof stages)[number];

const stageWords = {
  trigger: 'stageTrigger',
  'initial-consideration': 'stageInitialConsideration',
  'active-evaluation': 'stageActiveEvaluation',
  purchase: 'stagePurchase',
  'post-purchase': 'stagePostPurchase',
  'loyalty-loop': 'stageLoyaltyLoop',
} as const satisfies Record<Stage, keyof ChainWords>;

/** Draws a customer's journey: stages in order, what happens in each, and the loop of those who come back. */
export function drawJourney(input: DrawInput): Drawing {
  const scene = sceneOf(input.chain, input.scenario);
  const { viewJourney: view, journeyRole: role } = input.words;
  return drawGroups(input, {
    scene,
    chain: byStage(scene.chain, input.words),
    view,
    role,
    stacked: true,
    parties: false,
  });
}

/** The same activities, each a part of its stage. */
function byStage(chain: ValueChain, words: ChainWords): ValueChain {
  const steps = leaves(chain).filter(({ stage }) => stage !== undefined);
  const used = stages.filter((stage) => steps.some((step) => step.stage === stage));
  const wholes = used.map((stage): Activity => ({ id: idOf(stage), label: { und: words[stageWords[stage]] } }));
  const parts = steps.map((step): Activity => ({ ...step, parent: idOf(step.stage ?? 'trigger') }));
  return {
    ...chain,
    activities: [...wholes, ...parts],
    flows: [...marked(chain, steps, used), ...sequence(used, chain, steps)],
    buffers: [],
  };
}

/** Ids of activities never contain two hyphens in a row. */
function idOf(stage: Stage): string {
  return `stage--${stage}`;
}

/** Flows to an earlier stage go back. */
function marked(chain: ValueChain, steps: readonly Activity[], used: readonly Stage[]): Flow[] {
  const rank = (id: string): number => used.findIndex((stage) => steps.find((step) => step.id === id)?.stage === stage);
  return chain.flows.map((flow) =>
    rank(flow.to) >= 0 && rank(flow.to) < rank(flow.from) ? { ...flow, rework: true } : flow,
  );
}

/** Every stage leads to the next; the loyalty loop leads back to evaluation unless a flow says where. */
function sequence(used: readonly Stage[], chain: ValueChain, steps: readonly Activity[]): Flow[] {
  const on = used
    .slice(1)
    .map((stage, index): Flow => ({ from: idOf(used[index] ?? stage), to: idOf(stage), kind: 'service' }));
  const last = used.at(-1);
  const said = chain.flows.some((flow) => steps.some(({ id, stage }) => id === flow.from && stage === 'loyalty-loop'));
  if (last !== 'loyalty-loop' || said) return on;
  const target = used.includes('active-evaluation') ? 'active-evaluation' : used[0];
  return target === undefined || target === last
    ? on
    : [...on, { from: idOf(last), to: idOf(target), kind: 'service', rework: true }];
}
