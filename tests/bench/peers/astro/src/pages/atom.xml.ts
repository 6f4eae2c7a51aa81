import { allEssays } from '../groups.ts';
import { atom } from '../feeds.ts';

export const GET = async () => atom((await allEssays()).slice(0, 50), 'en', 'Bench');
