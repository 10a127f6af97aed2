import { benchAck } from './ack.js';
import { benchDns } from './dns.js';
import { benchPrediction } from './prediction.js';
import { benchStart } from './start.js';
import { benchStore } from './store.js';
import { benchSync } from './sync.js';
import { benchTls } from './tls.js';

await benchAck();
await benchStart();
await benchStore();
await benchDns();
await benchTls();
await benchPrediction();
await benchSync();
