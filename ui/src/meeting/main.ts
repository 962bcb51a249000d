/** The meeting window: the way to the shell first, so that no instruction is missed. */
import './meeting.css';

import { chooseHost } from './host';
import { MeetingPage } from './page';
import { View } from './view';

const host = chooseHost();
new MeetingPage(host, new View(document.body, host.closesWindow)).open();
