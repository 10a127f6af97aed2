/** Slack's own limit where a field has none. */
const MAX_TEXT = 3_000;

/** Slack itself refuses what is too long, and cuts nothing. */
function tooLongIn(blocks, values) {
  const problems = blocks.flatMap(({ type, block_id: id, element }) => {
    const { max_length: most = MAX_TEXT } = element ?? {};
    const { length = 0 } = (type === 'input' && values[id]?.[element.action_id]?.value) || '';
    return length <= most ? [] : [[id, `Must be at most ${most} characters: these are ${length}.`]];
  });
  return Object.fromEntries(problems);
}

/** What Slack itself finds wrong with the fields, by block, before the app hears of anything. */
export const wrongIn = (blocks, values) => ({ ...tooLongIn(blocks, values), ...missingIn(blocks, values) });

function missingIn(blocks, values) {
  const isEmpty = ({ block_id: id, element }) => {
    const given = values[id]?.[element.action_id] ?? {};
    const held = given.value ?? given.selected_option ?? given.selected_conversation ?? given.selected_user;
    return !held && !given.files?.length;
  };
  const missing = blocks.filter((block) => block.type === 'input' && !block.optional && isEmpty(block));
  return Object.fromEntries(missing.map(({ block_id: id }) => [id, 'Please complete this required field.']));
}
