import { allEssays } from '../groups.ts';
import { rss } from '../feeds.ts';

export const GET = async () => rss((await allEssays()).slice(0, 50), 'en', 'Bench');
