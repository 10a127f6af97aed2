import { describe, expect, it } from 'vitest';
import { capacityJson, capacityText } from '../../src/cli/capacity/print.js';
import { capacityVerdict, type Measured } from '../../src/cli/capacity/verdict.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';

const GIB = 2 ** 30;
/** 3 ms a check: 200 checks a second in 60 % of a core. */
const measured: Measured = {
  checkCpuMs: 3,
  isProbeAssumed: false,
  changesPerS: 100,
  flushMs: { median: 1, p99: 5 },
  bytesPerMapping: 2_000,
  baseBytes: 150 * 2 ** 20,
  memoryBytes: 4 * GIB,
  cores: 2,
  atRate: undefined,
};
const asked = { mappings: 50_000, intervalS: 300 };

describe('what a machine carries', () => {
  it('is limited by the processor where the disk and memory take more', () => {
    expect(capacityVerdict(measured, asked)).toEqual({
      isCarried: true,
      carries: { cpu: 60_000, disk: 1_500_000, memory: 1_400_000 },
      mappings: 60_000,
      limit: 'cpu',
      store: 'files',
      replicas: 1,
      carriedIntervalS: 250,
    });
  });

  it.each([
    ['a slow disk', { changesPerS: 2 }, 'disk', 30_000],
    ['little memory', { memoryBytes: 300 * 2 ** 20 }, 'memory', 31_000],
    ['an expensive check', { checkCpuMs: 6 }, 'cpu', 30_000],
  ] as const)('%s carries less, and is named', (_, changes, limit, mappings) => {
    expect(capacityVerdict({ ...measured, ...changes }, asked)).toMatchObject({
      isCarried: false,
      limit,
      mappings,
      store: 'postgres',
    });
  });

  it('more than one process does is shared by replicas, or waits longer', () => {
    const verdict = capacityVerdict(measured, { mappings: 100_000, intervalS: 300 });
    expect(verdict).toMatchObject({ isCarried: false, replicas: 2, carriedIntervalS: 500 });
  });

  it('is what it kept up with, if it fell behind at the asked rate', () => {
    const atRate = { seconds: 20, checksPerS: 50, cpuShare: 0.15, loopP99Ms: 900, lateMs: 9_000 };
    expect(capacityVerdict({ ...measured, atRate }, asked)).toMatchObject({
      isCarried: false,
      mappings: 15_000,
    });
  });

  it('counts the CPU of the asked rate, if that was more', () => {
    const atRate = { seconds: 12, checksPerS: 167, cpuShare: 0.835, loopP99Ms: 20, lateMs: 90 };
    expect(capacityVerdict({ ...measured, atRate }, asked)).toMatchObject({
      isCarried: false,
      mappings: 36_000,
    });
  });
});

describe('a report of it', () => {
  const report = (changes: Partial<Measured> = {}) => {
    const figures = { ...measured, ...changes };
    return { asked, measured: figures, verdict: capacityVerdict(figures, asked) };
  };
  const t = createCatalogue('en', closte);

  it('says first whether, and tells what was measured from what follows', () => {
    const text = capacityText(report(), t);
    expect(text).toMatch(/^Yes: .*50000 domains checked every 300 s\.\nIt handles about 60000; .*processor/);
    expect(text.indexOf('Measured here')).toBeLessThan(text.indexOf('Extrapolated'));
    expect(text).toContain('Not measured: a database');
    expect(capacityText(report({ checkCpuMs: 6 }), t)).toMatch(/^No: .*Replicas needed: 2/);
  });

  it('never shows an assumed figure as a measured one', () => {
    expect(capacityText(report({ isProbeAssumed: true }), t)).toContain('the rest is assumed');
    expect(JSON.parse(capacityJson(report({ isProbeAssumed: true })))).toMatchObject({
      assumed: { probeCpu: true },
      measured: { atRate: null },
    });
  });
});
