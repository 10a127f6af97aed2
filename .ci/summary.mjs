// The failed tests by name and, as the last line, the true counts. A file that could not even begin counts as one failure.
// Usage: node .ci/summary.mjs RESULTS.json …
import fs from 'node:fs';
import path from 'node:path';

const print = (line) => process.stdout.write(`${line}\n`);

let passed = 0;
let failed = 0;
for (const name of process.argv.slice(2)) {
  const results = JSON.parse(fs.readFileSync(name, 'utf8'));
  passed += results.numPassedTests;
  for (const file of results.testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed');
    const titles = failures.map(({ fullName, failureMessages }) => {
      // One of each attempt.
      const reasons = failureMessages.map((message) => message.split('\n')[0]);
      return `${fullName}: ${[...new Set(reasons)].join(' / ')}`;
    });
    if (file.status === 'failed' && titles.length === 0)
      titles.push(`could not begin: ${file.message.split('\n')[0]}`);
    for (const title of titles) print(`FAILED ${path.relative('', file.name)} ${title}`);
    failed += titles.length;
  }
}
print(`${passed} passed, ${failed} failed`);
