import { Button, TextInput } from "@carbon/react";
import { useState } from "react";
import { useCommand } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { SaveFile } from "../../parts/SaveFile";
import { Upload } from "../../parts/Upload";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Values } from "./parts";
import type { AccountRecord } from "./model";
import { texts } from "./texts";

// What an application for an account brings.
export function Documents({ record }: { record: AccountRecord }) {
  const t = useTexts(texts);
  const filed = record.documents;
  const may = record.acts.includes("FileAccountDocuments");
  if (!filed && !may) return null;
  return (
    <section className="s-section" aria-labelledby="documents">
      <h2 id="documents">{t("documents")}</h2>
      {filed && (
        <>
          <Values
            rows={[
              [t("filedOn"), <DateText key="filed" date={filed.filed} />],
              [t("holderName"), filed.holder_name],
              [t("holderKana"), filed.name_kana],
              [t("corporateNumber"), filed.corporate_number || "-"],
            ]}
          />
          <div className="s-row">
            {filed.documents.map((hash, i) => (
              <SaveFile key={hash} path={`/accounts/${record.account.account}/documents/${hash}`} kind="ghost">
                {t("document", { number: i + 1 })}
              </SaveFile>
            ))}
          </div>
        </>
      )}
      {may && <FileThem record={record} />}
    </section>
  );
}

// The form asks for hiragana; the register may have the name in katakana, as the corporate number's publication does.
const hiragana = (text: string) => text.normalize("NFKC").replace(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

function FileThem({ record }: { record: AccountRecord }) {
  const t = useTexts(texts);
  const [name, setName] = useState(record.documents?.holder_name ?? record.account.holder.name);
  const [kana, setKana] = useState(record.documents?.name_kana ?? hiragana(record.holder_kana));
  const [number, setNumber] = useState(record.documents?.corporate_number ?? record.holder_corporate_number);
  const [representative, setRepresentative] = useState("");
  const [address, setAddress] = useState("");
  const [contact, setContact] = useState("");
  const [documents, setDocuments] = useState<string[]>([]);
  const filing = useCommand<Record<string, unknown>>("FileAccountDocuments");
  const send = () => filing.mutate({ account: record.account.account, holder_name: name, name_kana: kana, corporate_number: number, representative, address, contact, documents });
  const field = (id: string, label: string, value: string, change: (value: string) => void, help?: string) => (
    <TextInput id={id} labelText={label} helperText={help} value={value} onChange={(event) => change(event.target.value)} />
  );
  return (
    <form
      className="s-narrow s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {field("holder-name", t("holderName"), name, setName)}
      {field("holder-kana", t("holderKana"), kana, setKana)}
      {field("corporate-number", t("corporateNumber"), number, setNumber)}
      {field("representative", t("representative"), representative, setRepresentative, t("sealedHelp"))}
      {field("address", t("headOffice"), address, setAddress, t("sealedHelp"))}
      {field("contact", t("contact"), contact, setContact, t("sealedHelp"))}
      <Upload<{ hash: string }>
        key={documents.length}
        name={t("articles")}
        path="/account-documents"
        types={[".pdf", ".png", ".jpg", ".jpeg"]}
        size_mb_max={64}
        onAnswer={(answer) => setDocuments((all) => [...all.filter((one) => one !== answer.hash), answer.hash])}
      />
      {documents.map((hash, i) => (
        <p key={hash}>{t("document", { number: i + 1 })}</p>
      ))}
      <ProblemNotice problem={filing.error} again={send} />
      <Button type="submit" size="md" disabled={filing.isPending}>
        {t("fileDocuments")}
      </Button>
    </form>
  );
}
