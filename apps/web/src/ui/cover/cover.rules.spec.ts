import { MOTIFS, PALETTES, planCover } from './cover.rules.js';

const ids = Array.from({ length: 600 }, (_, index) => `0199a2b4-7c00-7${String(index).padStart(3, '0')}-8000-00000000${index}`);
const plans = ids.map(planCover);

describe('planCover', () => {
  it('draws the same cover for the same id', () => {
    expect(planCover('AI-101')).toEqual(planCover('AI-101'));
    expect(planCover('AI-101')).not.toEqual(planCover('AI-102'));
  });

  it('uses every motif and every palette about equally', () => {
    for (const motif of MOTIFS) {
      expect(plans.filter((plan) => plan.motif === motif).length).toBeGreaterThan(600 / MOTIFS.length / 2);
    }
    for (const palette of PALETTES) {
      expect(plans.filter((plan) => plan.palette === palette).length).toBeGreaterThan(600 / PALETTES.length / 2);
    }
  });

  it('seldom draws neighbours alike', () => {
    const alike = plans.filter((plan, index) => plans[index + 1]?.motif === plan.motif && plans[index + 1]?.palette === plan.palette);
    expect(alike.length).toBeLessThan(40);
  });

  it('keeps the calm shape inside the picture', () => {
    for (const plan of plans) {
      expect(plan.calm.at).toBeGreaterThanOrEqual(0.25);
      expect(plan.calm.at).toBeLessThanOrEqual(0.75);
    }
  });
});
