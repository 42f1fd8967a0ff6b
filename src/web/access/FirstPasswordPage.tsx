import { AlonePage } from './AlonePage.tsx';
import { ChangePasswordPage } from './ChangePasswordPage.tsx';

/** The first password is changed before anything else. */
export const FirstPasswordPage = () => <AlonePage><ChangePasswordPage /></AlonePage>;
