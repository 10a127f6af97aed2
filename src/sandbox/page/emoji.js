/** The few emoji names that apps use here. */
export const EMOJI = {
  arrows_counterclockwise: '🔄',
  globe_with_meridians: '🌐',
  grey_question: '❔',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  lock: '🔒',
  mag: '🔍',
  mag_right: '🔎',
  no_entry: '⛔',
  raised_hand: '✋',
  tada: '🎉',
  warning: '⚠️',
  wastebasket: '🗑️',
  white_check_mark: '✅',
  white_circle: '⚪',
  x: '❌',
};
