/** The bot scopes of the app's manifest: what its installation grants. */
export { NEEDED_SCOPES as DEFAULT_SCOPES } from '../../doctor/slack-checks.js';
