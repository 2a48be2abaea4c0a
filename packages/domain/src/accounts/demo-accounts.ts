import type { DemoAccount } from '@pamong/contract/session';
import type * as z from 'zod';

/** Password of every demo account; known to everyone, which is why production refuses demo mode. */
export const demoPassword = 'pamong-demo';

/** The doors of the demo: one account for each way of using Pamong (people of the sample data). */
export const demoAccounts: readonly z.input<typeof DemoAccount>[] = [
  { role: 'learner', name: 'Nurhayati, S.Kep., Ns.', login: '199003052015032904', password: demoPassword },
  { role: 'instructor', name: 'Laksmi Pradnyaparamita, S.Kom., M.Eng.Sc.', login: '198208112009122922', password: demoPassword },
  // Of the agency that owns AI-101 and so issues, and may revoke, its certificates.
  { role: 'agency_admin', name: 'Prof. Dr. Agung Prasetyo Nugroho, S.H., LL.M.', login: '197303031995031921', password: demoPassword },
  { role: 'supervisor', name: 'dr. Yohanes Seran Leto, M.Kes.', login: '197606301999031905', password: demoPassword },
];
