import { benchAck } from './ack.js';
import { benchStart } from './start.js';
import { benchStore } from './store.js';

await benchAck();
await benchStart();
await benchStore();
