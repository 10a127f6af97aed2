/** The plural categories of a language for cardinal numbers (CLDR). Each language's folder adds its own. */
export interface PluralCategories {
  en: 'one' | 'other';
}

export type LanguageCode = keyof PluralCategories;

type Trim<S extends string> = S extends ` ${infer Rest}`
  ? Trim<Rest>
  : S extends `${infer Rest} `
    ? Trim<Rest>
    : S;

/** What an ICU message is made of: its parameters as `name`, its choices as `name select:option`. */
type Signature<S extends string> = Literal<S, [], never>;

/** Reads literal text; `Open` holds the choices around it, innermost first. */
type Literal<S extends string, Open extends string[], Out> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Between}`
    ? Close<`${Between}{${After}`, Open, Out>
    : Argument<After, Open, Out>
  : S extends `${string}}${infer After}`
    ? Close<After, Open, Out>
    : Out;

type Argument<S extends string, Open extends string[], Out> = S extends `${infer Head}}${infer After}`
  ? Head extends `${infer Name},${string}`
    ? S extends `${string},${infer Kind},${infer Choices}`
      ? Choice<Choices, `${Name} ${Trim<Kind>}`, Open, Out | Name>
      : never
    : Literal<After, Open, Out | Head>
  : never;

/** Reads the next option of a choice, or its end. */
type Choice<
  S extends string,
  Name extends string,
  Open extends string[],
  Out,
> = S extends `${infer Option}{${infer After}`
  ? Option extends `${string}}${string}`
    ? S extends `${string}}${infer Rest}`
      ? Literal<Rest, Open, Out>
      : never
    : Literal<After, [Name, ...Open], Out | `${Name}:${Trim<Option>}`>
  : S extends `${string}}${infer Rest}`
    ? Literal<Rest, Open, Out>
    : Out;

type Close<S extends string, Open extends string[], Out> = Open extends [
  infer Name extends string,
  ...infer Outer extends string[],
]
  ? Choice<S, Name, Outer, Out>
  : never;

type WithoutPlurals<Parts> = Parts extends `${string} plural:${string}` ? never : Parts;
type WithoutNumbers<Parts> = Parts extends `${string} plural:=${string}` ? never : Parts;
type CountedParts<Parts> = Parts extends `${infer Name} plural:${string}` ? Name : never;
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** English's parameters and choices, and for each plural that the translation uses all of its language's categories. */
type WantedParts<Language extends LanguageCode, English, Own> =
  | WithoutPlurals<Signature<English & string>>
  | `${CountedParts<Signature<Own & string>>} plural:${PluralCategories[Language]}`;

type CheckedTranslation<Language extends LanguageCode, English, Own> = {
  [Key in keyof English]: Key extends keyof Own
    ? Same<
        WantedParts<Language, English[Key], Own[Key]>,
        WithoutNumbers<Signature<Own[Key] & string>>
      > extends true
      ? Own[Key]
      : { readonly wanted: WantedParts<Language, English[Key], Own[Key]> }
    : never;
} & { readonly [Key in Exclude<keyof Own, keyof English>]: never };

/**
 * A part of a catalogue in another language. A key, parameter, option or plural category that is missing or has no
 * counterpart in English doesn't compile.
 */
export const translation =
  <Language extends LanguageCode, English>() =>
  <const Own extends Readonly<Record<string, string>>>(
    own: Own & CheckedTranslation<Language, English, Own>,
  ): Own =>
    own;
