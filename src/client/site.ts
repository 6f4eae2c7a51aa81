// Every page. Search has a script of its own, which only its page loads.
import { followReader } from './contents.ts';
import { offerSearch } from './keys.ts';
import { placeNotes } from './notes.ts';
import { offerSharing } from './share.ts';
import { offerThemes } from './theme.ts';

offerThemes();
offerSearch();
offerSharing();
placeNotes();
followReader();
