import { useMemo } from 'react';
import type { Taking } from '#web/ui/table-taker.ts';
import { faultOf } from './call-refused.ts';
import { useLanguage } from './language.tsx';
import { useWhoAmI } from './session.tsx';

/** Sends a table to the server and saves the workbook that comes back; what is needed for it is fetched when somebody asks. */
export function useTableTaker(): Taking {
  const { language } = useLanguage();
  const { takesTables: ofOthers, person } = useWhoAmI();
  const reader = person?.id ?? null;
  return useMemo(() => ({
    ofOthers,
    person: reader,
    take: async (gather) => {
      try {
        const [{ makeWorkbook }, { callForFile }, { saveBlob }] = await Promise.all([import('#domain/tables/contract.ts'), import('./call.ts'), import('#web/ui/save-file.ts')]);
        const { name, content } = await callForFile(makeWorkbook, { ...(await gather()), language });
        saveBlob(name, content);
        return null;
      } catch (error) {
        return faultOf(error);
      }
    },
  }), [language, ofOthers, reader]);
}
