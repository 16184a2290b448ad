// Every area of the page is a folder pages/<area>/ whose routes.tsx exports an Area; this file collects them and nothing else.
import { account } from "./pages/account/routes";
import { administrator } from "./pages/administrator/routes";
import { auditor } from "./pages/auditor/routes";
import { holder } from "./pages/holder/routes";
import { inbox } from "./pages/inbox/routes";
import { proponent } from "./pages/proponent/routes";
import { publicArea } from "./pages/public/routes";
import { secretariat } from "./pages/secretariat/routes";
import { support } from "./pages/support/routes";
import { verifier } from "./pages/verifier/routes";
import type { Area } from "./area";

export const areas: readonly Area[] = [publicArea, inbox, proponent, verifier, secretariat, holder, auditor, administrator, support, account];
