import { z } from 'zod';

const tickedOption = z.looseObject({ value: z.string() });
/** An input as the dialog was opened: Slack sends a dialog's blocks back with what was filled in. */
const openedInput = z.object({
  block_id: z.string(),
  element: z.looseObject({
    initial_value: z.string().optional(),
    initial_user: z.string().optional(),
    initial_option: tickedOption.optional(),
    initial_options: z.array(tickedOption).optional(),
  }),
});
const filledInput = z.looseObject({
  value: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_option: tickedOption.nullish(),
  selected_options: z.array(tickedOption).nullish(),
});

const sortedValues = (options: readonly { readonly value: string }[] | null | undefined): string =>
  JSON.stringify((options ?? []).map(({ value }) => value).toSorted());

/**
 * The values of the inputs that the person changed, by block ID. Others show what held when the dialog was opened, and
 * somebody else may have changed it meanwhile.
 */
export function touchedValues({
  blocks = [],
  state,
}: {
  readonly blocks?: readonly unknown[] | undefined;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const opened = new Map(
    blocks.flatMap((block) => {
      const { data } = openedInput.safeParse(block);
      return data ? [[data.block_id, data.element] as const] : [];
    }),
  );
  const isTouched = ([id, actions]: readonly [string, Readonly<Record<string, unknown>>]): boolean => {
    const element = opened.get(id);
    return !element || Object.values(actions).some((filled) => !isAsOpened(element, filled));
  };
  return Object.fromEntries(Object.entries(state.values).filter(isTouched));
}

function isAsOpened(element: z.infer<typeof openedInput>['element'], filled: unknown): boolean {
  const { data } = filledInput.safeParse(filled);
  return (
    data !== undefined &&
    (data.value ?? '') === (element.initial_value ?? '') &&
    (data.selected_user ?? '') === (element.initial_user ?? '') &&
    data.selected_option?.value === element.initial_option?.value &&
    sortedValues(data.selected_options) === sortedValues(element.initial_options)
  );
}
