import { describe, expect, it } from 'vitest';
import { changelog, subjectProblem } from './subjects.js';

describe('the subject of a commit', () => {
  it.each([
    'feat: map wildcards',
    'fix(outbox): keep the order after a restart',
    'refactor(core)!: rename a stage',
    `docs: ${'x'.repeat(66)}`,
  ])('%s is good', (subject) => {
    expect(subjectProblem(subject)).toBeUndefined();
  });

  it.each([
    ['Map wildcards', 'is not of the form'],
    ['feature: map wildcards', 'is not of the form'],
    ['fix:no space', 'is not of the form'],
    ['fix(): nothing named', 'is not of the form'],
    ['fix: ', 'is not of the form'],
    [`docs: ${'x'.repeat(67)}`, 'has 73 characters, 72 at most'],
  ])('%s is refused', (subject, problem) => {
    expect(subjectProblem(subject)).toContain(problem);
  });
});

it('the changelog tells who runs the bot what is new, newest release first, each thing once', () => {
  const text = changelog([
    {
      name: '0.2.0',
      subjects: [
        'feat(probe): follow CNAME chains',
        'fix: keep the order',
        'fix: keep the order',
        'test: say more',
        'feat!: rename DATA',
        'a subject from before the rule',
      ],
    },
    { name: '0.1.1', subjects: ['docs: correct a word'] },
    { name: '0.1.0', subjects: ['perf(store): read less'] },
  ]);
  expect(text.slice(text.indexOf('## '))).toBe(
    [
      '## 0.2.0\n',
      '### Breaking\n',
      '- rename DATA',
      '',
      '### Added\n',
      '- **probe**: follow CNAME chains',
      '',
      '### Fixed\n',
      '- keep the order',
      '',
      '## 0.1.0\n',
      '### Faster\n',
      '- **store**: read less',
      '',
    ].join('\n'),
  );
});
