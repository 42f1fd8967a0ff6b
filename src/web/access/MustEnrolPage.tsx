import { AlonePage } from './AlonePage.tsx';
import { SecondFactorPage } from './SecondFactorPage.tsx';

/** The second factor that a role demands is enrolled before anything else. */
export const MustEnrolPage = () => <AlonePage><SecondFactorPage /></AlonePage>;
