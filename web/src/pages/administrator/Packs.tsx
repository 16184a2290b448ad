import { Link, useNavigate } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { Upload } from "../../parts/Upload";
import { Words } from "../../parts/Term";
import type { Adoption } from "../auditor/api";
import type { PackChange, PackOffer } from "./api";
import { texts } from "./texts";

export default function Packs() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const list = useCursorList<PackOffer>("/administration/packs");
  const history = useCursorList<Adoption>("/administration/adoptions");
  return (
    <>
      <PageHead title={t("packsTitle")} lead={t("packsLead")} />
      <Words words={["methodology", "emission_factor", "gwp"]} />
      <NextStep text={t("packsNext")} />
      <Upload<PackChange> name={t("uploadPack")} path="/administration/packs" types={[".zip"]} size_mb_max={16} onAnswer={(answer) => navigate(`/administration/packs/${answer.pack.hash}`)} />
      <DataTable
        name={t("packsTitle")}
        list={list}
        keyOf={(one) => one.hash}
        columns={[
          { id: "family", name: t("family"), sort: "family", cell: (one) => <Link to={`/administration/packs/${one.hash}`}>{`${one.family} ${say(one.title, language)}`}</Link> },
          { id: "edition", name: t("edition"), sort: "edition", cell: (one) => one.edition },
          { id: "force", name: t("editionInForce"), cell: (one) => one.edition_in_force || t("none") },
          { id: "origin", name: t("origin"), cell: (one) => t(one.uploaded ? "uploaded" : "shipped") },
          { id: "state", name: t("state"), cell: (one) => (one.in_force ? t("inForce") : <Link to={`/administration/packs/${one.hash}`}>{t("differs")}</Link>) },
        ]}
        empty={{ title: t("noPacks"), text: t("noPacksText") }}
      />
      <section className="s-section">
        <h2>{t("history")}</h2>
        <DataTable
          name={t("history")}
          list={history}
          keyOf={(one) => one.adoption}
          columns={[
            { id: "number", name: t("number"), sort: "number", cell: (one) => one.adoption },
            { id: "family", name: t("family"), cell: (one) => `${one.family} ${one.edition}` },
            { id: "adopted", name: t("adoptedAt"), sort: "adopted", cell: (one) => <DateText date={one.adopted} /> },
            { id: "effective", name: t("effective"), sort: "effective", cell: (one) => <DateText date={one.effective} /> },
            { id: "by", name: t("by"), cell: (one) => one.authority.name || t("store") },
          ]}
          empty={{ title: t("noPacks"), text: t("noPacksText") }}
        />
      </section>
    </>
  );
}
