/** Talks to the sandbox: one snapshot, then events. */
export async function loadState() {
  const [page, panel] = await Promise.all([getJson('/page/state'), getJson('/panel/state')]);
  return { ...page, panel };
}

export function listen(handlers) {
  const source = new EventSource('/page/events');
  for (const [name, handle] of Object.entries(handlers))
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  source.onopen = () => handlers.opened?.();
  source.onerror = () => handlers.lost?.();
  return () => source.close();
}

export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return { ok: false, error: 'The sandbox isn’t answering. Is it still running?' };
  }
}

/** Presses a button or chooses in a menu of a dialog or the Home tab; `values` is what stands in its fields. */
export const pressIn = (view, user, blockId, element, selectedOption, values) =>
  post('/page/view-action', {
    user,
    viewId: view.id,
    actionId: element.action_id,
    blockId,
    value: element.value,
    selectedOption,
    values,
  });

async function getJson(path) {
  const answer = await fetch(path);
  return answer.ok ? answer.json() : {};
}
