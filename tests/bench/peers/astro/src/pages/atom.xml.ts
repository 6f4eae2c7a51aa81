import { allEssays } from '../essays.ts';
import { atom } from '../feeds.ts';

export const GET = async () => atom((await allEssays()).slice(0, 50), 'en', 'Bench');
