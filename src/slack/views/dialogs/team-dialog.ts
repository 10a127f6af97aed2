import type { ModalView, UsersSelect } from '@slack/types';
import { z } from 'zod';
import { displayName } from '../../../core/hostname.js';
import { MAX_NOTE, type Mapping } from '../../../core/mapping.js';
import type { Actor } from '../../../use-cases/actor.js';
import { parseJson } from '../../../util/parse-json.js';
import { section } from '../../blocks/blocks.js';
import { checkbox, dialogField, modalOf, selectOption, textField } from '../../blocks/inputs.js';
import type { Translator } from '../translator.js';

export const TEAM_DIALOG = 'team';
export const TEAM_FIELDS = { assignee: 'assignee', note: 'note', follow: 'follow' } as const;

const dialogData = z.object({ mapping: z.string(), channel: z.string() });
/** Fields that nobody changed are absent. */
const filledForm = z.object({
  assignee: z.object({ assignee: z.object({ selected_user: z.string().nullish() }) }).optional(),
  note: z.object({ note: z.object({ value: z.string().max(4_000).nullish() }) }).optional(),
  follow: z
    .object({ follow: z.object({ selected_options: z.array(z.looseObject({})).nullish() }) })
    .optional(),
});

/** What is undefined stays as it is. */
export interface TeamForm {
  readonly mapping: string;
  readonly channel: string;
  /** `to` is undefined for nobody. */
  readonly assigned: { readonly to: string | undefined } | undefined;
  readonly note: string | undefined;
  readonly isFollowed: boolean | undefined;
}

/** What a submitted dialog says, by the values of its changed fields; undefined for a foreign one. */
export function parseTeamForm(privateMetadata: string, values: unknown): TeamForm | undefined {
  const data = parseJson(privateMetadata, dialogData);
  const filled = filledForm.safeParse(values).data;
  if (!data || !filled) return undefined;
  return {
    ...data,
    assigned: filled.assignee && { to: filled.assignee.assignee.selected_user ?? undefined },
    note: filled.note && (filled.note.note.value ?? ''),
    isFollowed: filled.follow && (filled.follow.follow.selected_options ?? []).length > 0,
  };
}

/** Who takes care of a mapping, whether the reader follows it, and the note on its card. */
export function teamDialog(
  { id, hostname, assignee, note, followers = [] }: Mapping,
  { user, channel }: Pick<Actor, 'user' | 'channel'>,
  translator: Translator,
): ModalView {
  const t = translator.tPlain;
  const people: UsersSelect = {
    type: 'users_select',
    ...(assignee === undefined ? {} : { initial_user: assignee }),
  };
  return modalOf({
    id: TEAM_DIALOG,
    title: t('team.dialog.title'),
    submit: t('team.dialog.submit'),
    close: t('team.dialog.close'),
    data: { mapping: id, channel },
    blocks: [
      section(`*${displayName(hostname)}*`),
      dialogField(
        {
          id: TEAM_FIELDS.assignee,
          label: t('team.dialog.assignee'),
          hint: t('team.dialog.assignee.hint'),
          isOptional: true,
        },
        people,
      ),
      dialogField(
        { id: TEAM_FIELDS.follow, label: t('team.dialog.follow'), isOptional: true },
        checkbox(selectOption(t('team.dialog.follow.me'), 'me'), followers.includes(user)),
      ),
      dialogField(
        { id: TEAM_FIELDS.note, label: t('team.dialog.note'), isOptional: true },
        textField({
          multiline: true,
          max_length: MAX_NOTE,
          ...(note === undefined ? {} : { initial_value: note.slice(0, MAX_NOTE) }),
        }),
      ),
    ],
  });
}
