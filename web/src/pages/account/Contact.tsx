// One's own address for mails, and their language.
import { Button, Form, RadioButton, RadioButtonGroup, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { contactTexts } from "./settingsTexts";

interface Contact {
  email: string;
  language: "ja" | "en";
  recovery_codes_left: number;
}

export function ContactSection() {
  const t = useTexts(contactTexts);
  const { language: shown } = useLanguage();
  const client = useQueryClient();
  const { data, error } = useGet<Contact>("/account/contact");
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState<"ja" | "en">("ja");
  useEffect(() => {
    if (!data) return;
    setEmail(data.email);
    setLanguage(data.language);
  }, [data]);
  const saving = useMutation<void, Problem>({
    mutationFn: () => send("PUT", "/account/contact", { email: email.normalize("NFKC").trim(), language }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["get", "/account/contact"] }),
  });
  const wrong = saving.error?.field("email");
  return (
    <section className="s-section" aria-labelledby="contact">
      <h2 id="contact">{t("title")}</h2>
      <p className="s-lead">{t("lead")}</p>
      <ProblemNotice problem={error} />
      {!data && !error && <Loading />}
      {data && (
        <Form
          className="s-narrow s-stack"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            saving.mutate();
          }}
        >
          <TextInput
            id="email"
            labelText={t("email")}
            helperText={t("emailHelp")}
            type="email"
            autoComplete="email"
            value={email}
            invalid={wrong !== undefined}
            invalidText={say(wrong, shown)}
            onChange={(event) => setEmail(event.target.value)}
          />
          <RadioButtonGroup legendText={t("language")} name="mail-language" valueSelected={language} onChange={(value) => setLanguage(value as "ja" | "en")}>
            <RadioButton id="mail-ja" value="ja" labelText={t("japanese")} />
            <RadioButton id="mail-en" value="en" labelText={t("english")} />
          </RadioButtonGroup>
          <ProblemNotice problem={saving.error} again={() => saving.mutate()} />
          {saving.isSuccess && (
            <p className="s-notice s-notice-good" role="status">
              {t("saved")}
            </p>
          )}
          <div className="s-row">
            <Button type="submit" size="md" disabled={saving.isPending}>
              {t("save")}
            </Button>
          </div>
          <p className="s-source">{t("codesLeft", { count: data.recovery_codes_left })}</p>
        </Form>
      )}
    </section>
  );
}
