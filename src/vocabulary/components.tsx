import { Aside } from './Aside.tsx';
import { Figure } from './Figure.tsx';
import { Quantity } from './Quantity.tsx';
import { Quote } from './Quote.tsx';
import { ValueChain } from './ValueChain.tsx';

/** The components that a document uses by name; their props are checked against `vocabulary.ts`. */
export const components = { Aside, Figure, Quantity, Quote, ValueChain };
