import { Link } from "react-router-dom";
import { useTexts } from "../../i18n/language";
import { EmptyState } from "../../parts/DataTable";
import { LongWork } from "../../parts/LongWork";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { useRunning } from "../../parts/running";
import { texts } from "./texts";

// Long work that was begun in this browser and left.
export default function Work() {
  const t = useTexts(texts);
  const running = useRunning();
  return (
    <>
      <PageHead title={t("workTitle")} />
      {running.length === 0 && <EmptyState empty={{ title: t("workNone"), text: t("workNoneText") }} />}
      {running.length > 0 && <NextStep text={t("workNext")} />}
      <div className="s-stack">
        {running.map((work) => (
          <div key={work.id}>
            <LongWork work={work} />
            <Link className="cds--link" to={work.page}>
              {t("toPage")}
            </Link>
          </div>
        ))}
      </div>
    </>
  );
}
